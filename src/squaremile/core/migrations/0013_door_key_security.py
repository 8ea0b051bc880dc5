"""Whoever holds a door key is nobody of the cluster: no actor, one holder, and traces of what she does."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import (
    ACTOR,
    ANYONE,
    STAFF,
    WORKS,
    alter,
    definers_look_here,
    own,
    own_as,
    role,
    secure,
    system,
)

ENTER = """
CREATE FUNCTION sm_enter_key(p_hash text, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  found_key core_door_key;
BEGIN
  SELECT * INTO found_key FROM core_door_key
   WHERE secret_hash = p_hash AND withdrawn_at IS NULL AND expires_at > p_at;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM set_config('sm.actor', '', true), set_config('sm.operator', '', true), set_config('sm.staff', '', true),
          set_config('sm.system', '', true), set_config('sm.orgs', '{' || found_key.holder || '}', true),
          set_config('sm.held', '{' || found_key.kind || ':' || found_key.holder || '}', true);
  RETURN jsonb_build_object('kind', found_key.kind, 'holder', found_key.holder, 'email', found_key.email,
                            'name', found_key.name, 'language', found_key.language);
END $$;
REVOKE ALL ON FUNCTION sm_enter_key(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sm_enter_key(text, timestamptz) TO sm_app;
CREATE POLICY core_door_key_definer ON core_door_key FOR SELECT TO sm_owner USING (true);
"""
LEAVE = "DROP POLICY core_door_key_definer ON core_door_key; DROP FUNCTION sm_enter_key(text, timestamptz);"
_GIVERS = role("site_director", "programme", "lab_operations")
_EDITOR = own_as("applicant", "holder")
_MACHINE = system("public", "worker", "setup")
_HOLDS = "(SELECT sm_held())::text[] <> '{}'"
_SIGNED = f"actor IS NOT DISTINCT FROM {ACTOR} AND operator IS NOT DISTINCT FROM (SELECT sm_operator())"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("core", "0012_door_keys")]

    operations: ClassVar = [
        secure(
            "core_door_key", select=f"{_GIVERS} OR {own('holder')} OR {_MACHINE}",
            insert=f"{_GIVERS} OR {_EDITOR} OR {_MACHINE}", update=f"{_GIVERS} OR {_EDITOR} OR {_MACHINE}",
        ),
        migrations.RunSQL(ENTER, LEAVE),
        definers_look_here("sm_enter_key"),
        # A prospect's organisation begins where its enquiry or application does.
        alter(
            "core_organisation", select=f"{own('id')} OR {STAFF} OR {system('auth', 'worker', 'public')}",
            insert=f"{role('site_director', 'lab_operations', 'programme')} OR {system('public')}",
        ),
        alter("core_activity", insert=f"({ANYONE} OR {_HOLDS}) AND {_SIGNED}"),
        alter("core_outbox_fact", insert=f"({ANYONE} OR {_HOLDS}) AND {WORKS}"),
        alter(
            "core_mail",
            insert=f"{role('site_director', 'lab_operations', 'programme')}"
            f" OR {system('worker', 'auth', 'setup', 'import', 'public')}"
            " OR EXISTS (SELECT 1 FROM unnest((SELECT sm_held())::text[]) AS h"
            " WHERE h LIKE 'company_admin:%' OR h LIKE 'applicant:%')",
        ),
        alter("core_stored_file", select=(
            f"{ACTOR} IS NOT NULL AND (organisation_id IS NULL OR {own()} OR {STAFF})"
            f" OR {own_as('applicant')}"
        )),
    ]
