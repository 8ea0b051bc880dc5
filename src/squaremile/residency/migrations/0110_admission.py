"""With admission the writers of an application become people of the cluster: programme staff may invite its admins."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import role

_ADMITTED = (
    f"role::text = 'company_admin' AND {role('site_director', 'programme')} AND EXISTS ("
    "SELECT 1 FROM residency_company c WHERE c.id = organisation_id AND c.state::text = 'admitted')"
)
INVITES = f"""
CREATE POLICY core_invitation_admission_insert ON core_invitation FOR INSERT TO sm_app WITH CHECK ({_ADMITTED});
CREATE POLICY core_invitation_admission_update ON core_invitation FOR UPDATE TO sm_app USING ({_ADMITTED}) WITH CHECK ({_ADMITTED});
"""
UNDO = """
DROP POLICY core_invitation_admission_insert ON core_invitation;
DROP POLICY core_invitation_admission_update ON core_invitation;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0070_narrower"), ("core", "0013_door_key_security")]

    operations: ClassVar = [migrations.RunSQL(INVITES, UNDO)]
