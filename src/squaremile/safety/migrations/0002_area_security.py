"""Who may see and write what of control areas and cabinets: everyone knows them, safety and operations keep them."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ANYONE, role, secure, system

_KEEPERS = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {system('setup', 'import')}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0001_initial"), ("core", "0013_door_key_security"), ("spaces", "0008_worker_frees")]

    operations: ClassVar = [
        secure("safety_area", select=ANYONE, insert=_KEEPERS, update=_KEEPERS),
        secure("safety_area_pack", select=ANYONE, insert=_KEEPERS, update=_KEEPERS),
        secure("safety_area_room", select=ANYONE, insert=_KEEPERS, update=_KEEPERS, delete=_KEEPERS),
        secure("safety_cabinet", select=ANYONE, insert=_KEEPERS, update=_KEEPERS),
    ]
