"""A month whose only bills left are disputed is parked, and the next one begins; finance accepts with a reason what nobody answers."""

from typing import ClassVar

from django.db import migrations, models

from squaremile.billing.models.close import CLOSE_MOVES
from squaremile.kernel.state_steps import steps_anew

_STATES = ("rating", "review", "payers", "parked", "issued")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0051_terms_security")]

    operations: ClassVar = [
        migrations.AddField("bill", "accepted_remark", models.CharField(blank=True, default="", max_length=300)),
        migrations.AlterField("close", "state", models.CharField(choices=[(s, s) for s in _STATES], max_length=6)),
        migrations.RemoveConstraint("close", "close_state_known"),
        migrations.AddConstraint("close", models.CheckConstraint(condition=models.Q(state__in=_STATES), name="close_state_known")),
        migrations.RemoveConstraint("close", "close_one_open"),
        migrations.AddConstraint("close", models.UniqueConstraint(
            condition=~models.Q(state__in=("parked", "issued")), fields=("issuer",), name="close_one_open",
        )),
        steps_anew("billing_close", noun="close", moves=CLOSE_MOVES),
    ]
