"""A draft knows whose alone its card will be: that of the card that it continues, else the payer that was named."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0087_own_cards_security"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        migrations.AddField("ratecarddraft", "organisation", models.ForeignKey(
            null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.organisation",
        )),
    ]
