"""Who may write what, said more narrowly: a rank for giving roles, nothing for auditors, and the end of a membership.

The database now also hears in which organisation a person holds which role (`sm.held`), so that "company admin" means
the admin of that very company.
"""

from typing import ClassVar

from django.db import migrations, models

from squaremile.kernel.row_security import ACTOR, ANYONE, WORKS, alter, own, own_as, role, secure, system

HELD = """
CREATE FUNCTION sm_held() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT COALESCE(NULLIF(current_setting('sm.held', true), ''), '{}')::text[] $$;
"""
ENTER = """
CREATE OR REPLACE FUNCTION sm_enter(p_actor uuid, p_operator uuid, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  person core_user;
  held jsonb;
  orgs text;
  staff text;
  roles text;
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
         COALESCE(string_agg(DISTINCT role, ',') FILTER (WHERE organisation_id IS NULL), ''),
         COALESCE(string_agg(DISTINCT role || ':' || organisation_id, ','), '')
    INTO held, orgs, staff, roles
    FROM core_role_grant WHERE user_id = p_actor AND valid @> p_at;
  PERFORM set_config('sm.actor', p_actor::text, true), set_config('sm.orgs', '{' || orgs || '}', true),
          set_config('sm.staff', staff, true), set_config('sm.operator', p_operator::text, true),
          set_config('sm.system', '', true), set_config('sm.held', '{' || roles || '}', true);
  RETURN jsonb_build_object('grants', held, 'email', person.email, 'name_ko', person.name_ko,
                            'name_en', person.name_en, 'language', person.language);
END $$;

CREATE OR REPLACE FUNCTION sm_revoke_tokens(p_person uuid, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  ended integer;
BEGIN
  -- Staff and the worker may; a company's admin while the person is hers, or was until a moment ago (the same act
  -- ends both); and everyone her own.
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'lab_operations'] OR sm_system() = 'worker'
          OR p_person = sm_actor()
          OR EXISTS (SELECT 1 FROM core_role_grant
                      WHERE user_id = p_person AND 'company_admin:' || organisation_id::text = ANY (sm_held())
                        AND upper(valid) > p_at - interval '1 minute')) THEN
    RETURN 0;
  END IF;
  UPDATE core_token SET revoked_at = p_at WHERE user_id = p_person AND revoked_at IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
"""
_AUTH, _WORKER = system("auth"), system("worker")
_KEEPERS = role("site_director", "lab_operations")
_ADMIN = own_as("company_admin")
_CARDS = f"{role('site_director', 'lab_operations', 'programme')} OR {own()} OR {system('worker', 'auth')}"
_STAFF_AT_WORK = role("site_director", "lab_operations", "safety_officer", "finance", "programme")
# Staff roles are the site director's to give; a company's roles lab operations' too, and that company's admin's.
# (Written as the catalogue gives it back, so that a restored database is word for word the same.)
_STAFF_ROLES = "'site_director', 'lab_operations', 'safety_officer', 'finance', 'programme', 'auditor'"
_RANK = (
    f"(organisation_id IS NULL AND role::text = ANY (ARRAY[{_STAFF_ROLES}]) AND {role('site_director')})"
    " OR (organisation_id IS NOT NULL AND role::text = ANY (ARRAY['company_admin', 'scientist'])"
    f" AND ({_KEEPERS} OR {_ADMIN}))"
)
# The sign-in machinery gives what an invitation promised, to whoever has just taken it up.
_PROMISED = (
    f"{_AUTH} AND EXISTS (SELECT 1 FROM core_invitation i WHERE i.accepted_by = user_id"
    " AND i.role = core_role_grant.role AND i.organisation_id IS NOT DISTINCT FROM core_role_grant.organisation_id)"
)
_SIGNED = f"actor IS NOT DISTINCT FROM {ACTOR} AND operator IS NOT DISTINCT FROM (SELECT sm_operator())"
# Tables of the framework that only migrations write.
_FRAMEWORK = (
    "django_migrations, django_content_type, auth_group, auth_group_permissions, auth_permission, pghistory_context"
)
CACHE = """
CREATE TABLE core_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX core_cache_by_end ON core_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("core", "0006_forget_answers"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations: ClassVar = [
        migrations.AddField("rolegrant", "end_told_at", models.DateTimeField(null=True)),
        migrations.AddField("mail", "given_up_at", models.DateTimeField(null=True)),
        migrations.RemoveIndex("mail", "mail_waiting"),
        migrations.AddIndex(
            "mail",
            models.Index(fields=["id"], name="mail_waiting", condition=models.Q(sent_at=None, given_up_at=None)),
        ),
        migrations.RunSQL(HELD, "DROP FUNCTION sm_held()"),
        migrations.RunSQL(ENTER, migrations.RunSQL.noop),
        alter("core_project", insert=f"{_ADMIN} OR {_KEEPERS}", update=f"{_ADMIN} OR {_KEEPERS}"),
        alter("core_role_grant", insert=f"{_RANK} OR {_PROMISED}", update=f"{_RANK} OR {_WORKER}"),
        alter(
            "core_invitation", select=f"{own()} OR (SELECT sm_staff()) OR {_AUTH} OR {_WORKER}", insert=_RANK,
            update=f"{_RANK} OR {_AUTH} OR {_WORKER}",
        ),
        alter("core_card", insert=_CARDS, update=_CARDS, delete=_CARDS),
        alter("core_external_reference", insert=_KEEPERS, update=_KEEPERS),
        alter("core_stored_file", insert=f"{_STAFF_AT_WORK} OR {own()}"),
        alter("core_outbox_fact", insert=f"({ANYONE}) AND {WORKS}"),
        alter(
            "core_mail",
            insert=f"{_KEEPERS} OR {system('worker', 'auth', 'setup', 'import')}"
            " OR EXISTS (SELECT 1 FROM unnest((SELECT sm_held())::text[]) AS h WHERE h LIKE 'company_admin:%')",
        ),
        alter("core_activity", insert=f"({ANYONE}) AND {_SIGNED}"),
        migrations.RunSQL(CACHE, "DROP TABLE core_cache"),
        secure("core_cache", select=_AUTH, insert=_AUTH, update=_AUTH, delete=_AUTH),
        migrations.RunSQL(
            f"REVOKE INSERT, UPDATE ON {_FRAMEWORK} FROM sm_app", f"GRANT INSERT, UPDATE ON {_FRAMEWORK} TO sm_app"
        ),
    ]
