"""Who says when a company cannot pitch, and who reads it: itself and programme staff."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import own, own_as, role, secure

_SEES = role("site_director", "programme", "auditor")
_WRITES = f"({own_as('applicant', 'company_id')} OR {own_as('company_admin', 'company_id')})"
_ITS_OWN = (
    "EXISTS (SELECT 1 FROM residency_application a WHERE a.id = residency_pitch_away.application_id"
    " AND a.company_id = residency_pitch_away.company_id)"
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0150_pitch_away")]

    operations: ClassVar = [
        secure("residency_pitch_away", select=f"{_SEES} OR {own('company_id')}", insert=f"{_WRITES} AND {_ITS_OWN}", update=_WRITES),
        migrations.RunSQL(
            "REVOKE UPDATE ON residency_pitch_away FROM sm_app; GRANT UPDATE (active) ON residency_pitch_away TO sm_app",
            "GRANT UPDATE ON residency_pitch_away TO sm_app",
        ),
    ]
