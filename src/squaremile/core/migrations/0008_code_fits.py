"""Codes of organisations and projects fit into addresses."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.models import code_fits_addresses


class Migration(migrations.Migration):
    dependencies: ClassVar = [("core", "0007_rights")]

    operations: ClassVar = [
        migrations.AddConstraint("organisation", code_fits_addresses("organisation_code_fits")),
        migrations.AddConstraint("project", code_fits_addresses("project_code_fits")),
    ]
