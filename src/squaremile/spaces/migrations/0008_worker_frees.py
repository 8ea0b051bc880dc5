"""The worker frees places that were held for an offer which came to nothing."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import STAFF, alter, own, role, system

_EDITORS = f"{role('site_director', 'lab_operations', 'programme')} OR {system('worker')}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("spaces", "0007_definers")]

    operations: ClassVar = [
        alter("spaces_occupancy", update=_EDITORS),
        alter("spaces_occupancy_detail", select=f"{own()} OR {STAFF} OR {system('worker')}", update=_EDITORS),
    ]
