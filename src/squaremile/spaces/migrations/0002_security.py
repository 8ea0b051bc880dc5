"""Row security of space: places for everyone, holders for their own people and staff."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ANYONE, STAFF, own, role, secure

_EDITORS = role("site_director", "lab_operations", "programme")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("spaces", "0001_initial"), ("core", "0002_security")]

    operations: ClassVar = [
        secure("spaces_place", select=ANYONE, insert=_EDITORS, update=_EDITORS),
        secure("spaces_occupancy", select=ANYONE, insert=_EDITORS, update=_EDITORS),
        secure("spaces_occupancy_detail", select=f"{own()} OR {STAFF}", insert=_EDITORS, update=_EDITORS),
    ]
