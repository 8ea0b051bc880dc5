"""Codes of the catalogue fit into addresses."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.models import code_fits_addresses


class Migration(migrations.Migration):
    dependencies: ClassVar = [("booking", "0008_writers")]

    operations: ClassVar = [
        migrations.AddConstraint("bookingrules", code_fits_addresses("rules_code_fits")),
        migrations.AddConstraint("equipment", code_fits_addresses("equipment_code_fits")),
        migrations.AddConstraint("equipmentclass", code_fits_addresses("equipment_class_code_fits")),
        migrations.AddConstraint("equipmentkind", code_fits_addresses("equipment_kind_code_fits")),
    ]
