"""What an evaluation found is for the company, the programme's staff and auditors: other desks do not need it.

Notices stay for all staff: finance and safety give them, and operations bars the instruments that they shut.
"""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import alter, own, role, system


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0091_space_security")]

    operations: ClassVar = [
        alter(
            "residency_evaluation",
            select=f"{own('company_id')} OR {role('site_director', 'programme', 'auditor')} OR {system('worker', 'setup')}",
        ),
    ]
