"""Acting for somebody is asked again at every entry; a leaver's tokens end with her roles; cards follow invitations."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, STAFF, own, system

ENTER = """
CREATE OR REPLACE FUNCTION sm_enter(p_actor uuid, p_operator uuid, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  person core_user;
  held jsonb;
  orgs text;
  staff text;
BEGIN
  SELECT * INTO person FROM core_user WHERE id = p_actor AND is_active;
  IF NOT FOUND THEN RETURN NULL; END IF;
  -- Acting for another ends the moment the operator loses her role, or the other one joins the staff.
  IF p_operator <> p_actor AND (
    NOT EXISTS (SELECT 1 FROM core_role_grant g JOIN core_user u ON u.id = g.user_id
                 WHERE g.user_id = p_operator AND u.is_active AND g.valid @> p_at
                   AND g.role IN ('site_director', 'lab_operations'))
    OR EXISTS (SELECT 1 FROM core_role_grant
                WHERE user_id = p_actor AND organisation_id IS NULL AND valid @> p_at)
  ) THEN RETURN NULL; END IF;
  SELECT COALESCE(jsonb_agg(jsonb_build_array(role, organisation_id)), '[]'),
         COALESCE(string_agg(DISTINCT organisation_id::text, ','), ''),
         COALESCE(string_agg(DISTINCT role, ',') FILTER (WHERE organisation_id IS NULL), '')
    INTO held, orgs, staff
    FROM core_role_grant WHERE user_id = p_actor AND valid @> p_at;
  PERFORM set_config('sm.actor', p_actor::text, true), set_config('sm.orgs', '{' || orgs || '}', true),
          set_config('sm.staff', staff, true), set_config('sm.operator', p_operator::text, true),
          set_config('sm.system', '', true);
  RETURN jsonb_build_object('grants', held, 'email', person.email, 'name_ko', person.name_ko,
                            'name_en', person.name_en, 'language', person.language);
END $$;
"""
# People's tokens are their own to see. Whoever ends a person's roles may end her tokens without reading them.
REVOKE = """
CREATE POLICY core_token_definer_ends ON core_token FOR UPDATE TO sm_owner USING (true) WITH CHECK (true);
CREATE FUNCTION sm_revoke_tokens(p_person uuid, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  ended integer;
BEGIN
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'lab_operations']
          OR EXISTS (SELECT 1 FROM core_role_grant
                      WHERE user_id = p_person AND organisation_id = ANY (sm_orgs()))) THEN
    RETURN 0;
  END IF;
  UPDATE core_token SET revoked_at = p_at WHERE user_id = p_person AND revoked_at IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
REVOKE ALL ON FUNCTION sm_revoke_tokens(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sm_revoke_tokens(uuid, timestamptz) TO sm_app;
"""
UNREVOKE = """
DROP FUNCTION sm_revoke_tokens(uuid, timestamptz);
DROP POLICY core_token_definer_ends ON core_token;
"""
_SYSTEM = system("worker", "auth")
_WRITE = f"{STAFF} OR {own()} OR {_SYSTEM}"
_SEE = f"{STAFF} OR {_SYSTEM} OR {ACTOR} IS NOT NULL AND (organisation_id IS NULL OR {own()})"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("core", "0003_retries")]

    operations: ClassVar = [
        migrations.RunSQL(ENTER, migrations.RunSQL.noop),
        migrations.RunSQL(REVOKE, UNREVOKE),
        migrations.RunSQL(
            f"ALTER POLICY core_card_select ON core_card USING ({_SEE});"
            f"ALTER POLICY core_card_update ON core_card USING ({_WRITE}) WITH CHECK ({_WRITE})",
            migrations.RunSQL.noop,
        ),
    ]
