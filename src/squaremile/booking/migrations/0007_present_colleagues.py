"""Training is seen by present colleagues; a step of a reservation names who took it."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, STAFF, own

_COLLEAGUE = (
    f"person_id IN (SELECT user_id FROM core_role_grant g WHERE {own('g.organisation_id')} AND upper(g.valid) > now())"
)
_SIGNED = f"actor IS NOT DISTINCT FROM {ACTOR} AND operator IS NOT DISTINCT FROM (SELECT sm_operator())"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("booking", "0006_leaner"), ("core", "0005_present_colleagues")]

    operations: ClassVar = [
        migrations.RunSQL(
            "ALTER POLICY booking_qualification_select ON booking_qualification"
            f" USING (person_id = {ACTOR} OR {STAFF} OR {_COLLEAGUE})",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            f"ALTER POLICY booking_reservation_transition_insert ON booking_reservation_transition"
            f" WITH CHECK ({_SIGNED})",
            migrations.RunSQL.noop,
        ),
    ]
