"""What runs with its owner's rights is not led astray by a temporary table of the caller's."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import definers_look_here


class Migration(migrations.Migration):
    dependencies: ClassVar = [("spaces", "0006_code_fits")]

    operations: ClassVar = [definers_look_here("spaces_")]
