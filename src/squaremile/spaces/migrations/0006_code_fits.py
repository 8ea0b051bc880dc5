"""Codes of places fit into addresses."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.models import code_fits_addresses


class Migration(migrations.Migration):
    dependencies: ClassVar = [("spaces", "0005_open_in_open")]

    operations: ClassVar = [
        migrations.AddConstraint("place", code_fits_addresses("place_code_fits")),
    ]
