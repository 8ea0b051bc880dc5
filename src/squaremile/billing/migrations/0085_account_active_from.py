"""An account prices nothing of the days on which it is not active; by when a bill's terms were read, and since when its payer sees it;
what a voucher held before it was ended; disputes that are withdrawn; and cards that are one payer's alone.

Not reversed once a term says only that its account is not active: what it says had no column before."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

_STATES = ("open", "granted", "upheld", "dropped")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0071_head_counts_security"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        migrations.AddField("bill", "rated_at", models.DateTimeField(null=True)),
        migrations.AddField("accountterm", "active", models.BooleanField(null=True)),
        migrations.RemoveConstraint("accountterm", "account_term_says_something"),
        migrations.AddConstraint("accountterm", models.CheckConstraint(
            condition=models.Q(("card__isnull", False), ("payer_class__isnull", False), ("active__isnull", False), _connector="OR"),
            name="account_term_says_something",
        )),
        migrations.AddField("bill", "told_at", models.DateTimeField(null=True)),
        migrations.AddField("voucher", "ended_at", models.DateTimeField(null=True)),
        migrations.AddField("voucher", "until_before", models.DateField(null=True)),
        migrations.AddField("ratecard", "organisation", models.ForeignKey(
            null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.organisation",
        )),
        migrations.AlterField("dispute", "state", models.CharField(choices=[(s, s) for s in _STATES], max_length=7)),
        migrations.RemoveConstraint("dispute", "dispute_sound"),
        migrations.AddConstraint("dispute", models.CheckConstraint(
            condition=models.Q(state__in=_STATES) & ~models.Q(reason="")
            & (models.Q(state="granted", taken_off__gt=0) | ~models.Q(state="granted") & models.Q(taken_off=0))
            & (models.Q(state__in=("open", "dropped")) | ~models.Q(answer="")),
            name="dispute_sound",
        )),
    ]
