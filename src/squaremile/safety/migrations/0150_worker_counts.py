"""The worker reads containers, as it reads agents and waste: whoever confirms an exit is told how many are left."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import alter, own, role, system


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0142_confirmed")]

    operations: ClassVar = [
        alter("safety_container", select=(
            f"{own()} OR {role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {system('setup', 'import', 'worker')}"
        )),
    ]
