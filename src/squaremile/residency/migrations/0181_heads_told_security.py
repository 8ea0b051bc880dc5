"""What was told of a head count is written by whoever may let people join and leave, and seen by them and the staff."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import STAFF, own_as, role, secure, system

_KEEP = f"{own_as('company_admin', 'company_id')} OR {role('site_director', 'programme', 'lab_operations')} OR {system('worker', 'setup')}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0180_heads_told")]

    operations: ClassVar = [
        secure("residency_heads_told", select=f"{_KEEP} OR {STAFF}", insert=_KEEP, update=_KEEP),
    ]
