"""Who may see and write editions of rule packs: what was taken into force everybody, what is only handed in those who answer
for safety. Nothing there is ever changed."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ANYONE, WORKS, append_only, role, secure, system

_SAFETY = f"({role('site_director', 'safety_officer')} OR {system('setup')}) AND {WORKS}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {system('setup', 'import')}"
_TAKEN = "EXISTS (SELECT 1 FROM safety_pack_force f WHERE f.edition_id = safety_pack_edition.id)"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0100_pack_editions")]

    operations: ClassVar = [
        secure("safety_pack_force", select=ANYONE, insert=_SAFETY),
        secure("safety_pack_edition", select=f"({ANYONE}) AND {_TAKEN} OR {_WATCH}", insert=_SAFETY),
        append_only("safety_pack_force", "safety_pack_edition"),
    ]
