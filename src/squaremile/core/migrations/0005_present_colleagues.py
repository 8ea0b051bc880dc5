"""A colleague is somebody who belongs now: who has left is a stranger. And an audit entry names its own writer."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ORGS, STAFF, system

_COLLEAGUE = (
    f"id IN (SELECT user_id FROM core_role_grant WHERE organisation_id = ANY ({ORGS}) AND upper(valid) > now())"
)
_SEE = f"id = {ACTOR} OR id = (SELECT sm_operator()) OR {STAFF} OR {system('auth', 'worker')} OR {_COLLEAGUE}"
_SIGNED = f"actor IS NOT DISTINCT FROM {ACTOR} AND operator IS NOT DISTINCT FROM (SELECT sm_operator())"

REVOKE = """
CREATE OR REPLACE FUNCTION sm_revoke_tokens(p_person uuid, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  ended integer;
BEGIN
  -- Staff may; a company may only while the person is hers, or was until a moment ago (the same act ends both).
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'lab_operations']
          OR EXISTS (SELECT 1 FROM core_role_grant
                      WHERE user_id = p_person AND organisation_id = ANY (sm_orgs())
                        AND upper(valid) > p_at - interval '1 minute')) THEN
    RETURN 0;
  END IF;
  UPDATE core_token SET revoked_at = p_at WHERE user_id = p_person AND revoked_at IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("core", "0004_access")]

    operations: ClassVar = [
        migrations.RunSQL(f"ALTER POLICY core_user_select ON core_user USING ({_SEE})", migrations.RunSQL.noop),
        migrations.RunSQL(
            f"ALTER POLICY core_activity_insert ON core_activity WITH CHECK ({_SIGNED})", migrations.RunSQL.noop
        ),
        migrations.RunSQL(REVOKE, migrations.RunSQL.noop),
    ]
