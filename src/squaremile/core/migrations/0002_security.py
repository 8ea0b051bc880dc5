"""The functions that tell the database who asks, and the policies of core's tables and of the sign-in library's."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, NOBODY, ORGS, STAFF, append_only, own, role, secure, system

FUNCTIONS = """
CREATE FUNCTION sm_actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('sm.actor', true), '')::uuid $$;
CREATE FUNCTION sm_operator() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('sm.operator', true), '')::uuid $$;
CREATE FUNCTION sm_orgs() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT COALESCE(NULLIF(current_setting('sm.orgs', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION sm_staff_roles() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT string_to_array(COALESCE(current_setting('sm.staff', true), ''), ',') $$;
CREATE FUNCTION sm_staff() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT COALESCE(current_setting('sm.staff', true), '') <> '' $$;
CREATE FUNCTION sm_system() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT COALESCE(current_setting('sm.system', true), '') $$;

-- Who a signed-in person is, and her rights at a moment, told to the session in one statement.
CREATE FUNCTION sm_enter(p_actor uuid, p_operator uuid, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  person core_user;
  held jsonb;
  orgs text;
  staff text;
BEGIN
  SELECT * INTO person FROM core_user WHERE id = p_actor AND is_active;
  IF NOT FOUND THEN RETURN NULL; END IF;
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

CREATE FUNCTION sm_enter_token(p_hash text, p_purpose text, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  found_token core_token;
  entered jsonb;
BEGIN
  SELECT * INTO found_token FROM core_token
   WHERE secret_hash = p_hash AND purpose = p_purpose AND revoked_at IS NULL AND expires_at > p_at;
  IF NOT FOUND THEN RETURN NULL; END IF;
  entered := sm_enter(found_token.user_id, found_token.user_id, p_at);
  RETURN entered || jsonb_build_object('user', found_token.user_id, 'abilities', to_jsonb(found_token.abilities));
END $$;
REVOKE ALL ON FUNCTION sm_enter(uuid, uuid, timestamptz), sm_enter_token(text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sm_enter(uuid, uuid, timestamptz), sm_enter_token(text, text, timestamptz) TO sm_app;
"""
DROP = """
DROP FUNCTION sm_enter_token(text, text, timestamptz); DROP FUNCTION sm_enter(uuid, uuid, timestamptz);
DROP FUNCTION sm_system(); DROP FUNCTION sm_staff(); DROP FUNCTION sm_staff_roles(); DROP FUNCTION sm_orgs();
DROP FUNCTION sm_operator(); DROP FUNCTION sm_actor();
"""
_AUTH = system("auth")
_WORKER = system("worker")
_OWNER_READS = ";\n".join(
    f"CREATE POLICY {t}_definer ON {t} FOR SELECT TO sm_owner USING (true)"
    for t in ("core_user", "core_role_grant", "core_token")
)
_COLLEAGUE = f"id IN (SELECT user_id FROM core_role_grant WHERE organisation_id = ANY ({ORGS}))"
_MINE = f"user_id = {ACTOR}"
_ME_OR_AUTH = f"{_MINE} OR {_AUTH}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("core", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("sessions", "0001_initial"),
    ]

    operations: ClassVar = [
        migrations.RunSQL(FUNCTIONS, DROP),
        secure(
            "core_user",
            select=f"id = {ACTOR} OR id = (SELECT sm_operator()) OR {STAFF} OR {_AUTH} OR {_WORKER} OR {_COLLEAGUE}",
            insert=f"{_AUTH} OR {role('site_director', 'lab_operations')}",
            update=f"id = {ACTOR} OR {_AUTH} OR {role('site_director', 'lab_operations')}",
        ),
        secure(
            "core_organisation",
            select=f"{own('id')} OR {STAFF} OR {_AUTH} OR {_WORKER}",
            insert=role("site_director", "lab_operations", "programme"),
            update=role("site_director", "lab_operations", "programme"),
        ),
        secure("core_project", select=f"{own()} OR {STAFF}", insert=f"{own()} OR {STAFF}", update=f"{own()} OR {STAFF}"),
        secure(
            "core_role_grant",
            select=f"{own()} OR {_MINE} OR {STAFF} OR {_AUTH} OR {_WORKER}",
            insert=f"{own()} OR {role('site_director', 'lab_operations')} OR {_AUTH}",
            update=f"{own()} OR {role('site_director', 'lab_operations')}",
        ),
        secure(
            "core_invitation",
            select=f"{own()} OR {STAFF} OR {_AUTH}",
            insert=f"{own()} OR {role('site_director', 'lab_operations')}",
            update=f"{own()} OR {role('site_director', 'lab_operations')} OR {_AUTH}",
        ),
        secure("core_activity", select=f"actor = {ACTOR} OR {own()} OR {STAFF}", insert=ANYONE),
        append_only("core_activity"),
        secure("core_outbox_fact", select=_WORKER, insert=ANYONE, update=_WORKER),
        secure("core_delivery", select=_WORKER, insert=_WORKER),
        append_only("core_delivery"),
        secure(
            "core_notice", select=f"recipient_id = {ACTOR} OR {_WORKER}", insert=_WORKER, update=f"recipient_id = {ACTOR}"
        ),
        secure("core_mail", select=_WORKER, insert=f"{_WORKER} OR {ANYONE}", update=_WORKER),
        secure(
            "core_card",
            select=f"{ACTOR} IS NOT NULL AND (organisation_id IS NULL OR {own()} OR {STAFF}) OR {_WORKER}",
            insert=f"{STAFF} OR {own()} OR {_WORKER} OR {_AUTH}",
            update=f"{STAFF} OR {own()} OR {_WORKER}",
            delete=f"{STAFF} OR {own()} OR {_WORKER}",
        ),
        secure("core_external_reference", select=STAFF, insert=STAFF, update=STAFF),
        secure(
            "core_stored_file",
            select=f"{ACTOR} IS NOT NULL AND (organisation_id IS NULL OR {own()} OR {STAFF})",
            insert=f"{STAFF} OR {own()}",
        ),
        append_only("core_stored_file"),
        secure("core_token", select=_MINE, insert=_MINE, update=_MINE),
        secure("core_idempotent_request", select=_MINE, insert=_MINE, update=_MINE),
        migrations.RunSQL(_OWNER_READS, migrations.RunSQL.noop),
        # The sign-in library's tables: one's own rows, or the sign-in machinery.
        secure("account_emailaddress", select=_ME_OR_AUTH, insert=_ME_OR_AUTH, update=_ME_OR_AUTH, delete=_ME_OR_AUTH),
        secure("account_emailconfirmation", select=_AUTH, insert=_AUTH, update=_AUTH, delete=_AUTH),
        secure("mfa_authenticator", select=_ME_OR_AUTH, insert=_ME_OR_AUTH, update=_ME_OR_AUTH, delete=_ME_OR_AUTH),
        secure(
            "socialaccount_socialaccount",
            select=_ME_OR_AUTH, insert=_ME_OR_AUTH, update=_ME_OR_AUTH, delete=_ME_OR_AUTH,
        ),
        secure("socialaccount_socialtoken", select=_AUTH, insert=_AUTH, update=_AUTH, delete=_AUTH),
        secure("socialaccount_socialapp", select=NOBODY),
        migrations.RunSQL("GRANT DELETE ON django_session TO sm_app", migrations.RunSQL.noop),
    ]
