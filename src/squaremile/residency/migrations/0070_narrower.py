"""Rights said more narrowly, after an attack on them: who comes by a key writes what is hers and nothing in another's name."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import (
    ACTOR,
    ANYONE,
    SIGNED,
    STAFF,
    WORKS,
    alter,
    definers_look_here,
    own,
    own_as,
    role,
    system,
)

_HELD = "(SELECT sm_held())::text[]"
_BY_KEY = f"{ACTOR} IS NULL AND (SELECT sm_system()) = '' AND {_HELD} <> '{{}}'"
_WRITES = f"actor IS NOT DISTINCT FROM {ACTOR} AND operator IS NOT DISTINCT FROM (SELECT sm_operator())"
_GIVERS = role("site_director", "programme", "lab_operations")
_KEEPERS = f"{role('site_director', 'programme')} OR {system('setup', 'import')}"
_PUBLIC = system("public")
TRANSITIONS = (
    "company", "call", "application", "licence", "lead", "tour", "milestone", "evaluation", "suspension", "office_hour",
)  # fmt: skip
FACTS = ("ApplicationMoved", "DeclarationMade", "SurveyAsked", "CompanyMoved")
"""What acts by a key may tell others."""

COMPANY = """
CREATE FUNCTION residency_company_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A company's own people and its key-holders take one step alone: to apply (again). All else is the programme's.
  IF NOT (sm_staff_roles() && ARRAY['site_director', 'programme', 'lab_operations', 'safety_officer', 'finance']
          OR sm_system() IN ('worker', 'setup', 'import'))
    AND (NEW.state NOT IN (OLD.state, 'applicant') OR NEW.founded_on IS DISTINCT FROM OLD.founded_on
         OR NEW.stage <> OLD.stage OR NEW.country <> OLD.country OR NEW.code <> OLD.code) THEN
    RAISE EXCEPTION 'the step is not the company''s own' USING ERRCODE = 'check_violation', CONSTRAINT = 'company_step_allowed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER residency_company_kept AFTER UPDATE ON residency_company
  FOR EACH ROW EXECUTE FUNCTION residency_company_kept();
"""
HOURS = """
CREATE OR REPLACE FUNCTION residency_office_hour_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever does not see whose hour it is can neither give it back nor take it over; a company books and gives back alone.
  IF OLD.state = 'booked' AND NEW.state <> 'booked'
    AND NOT EXISTS (SELECT 1 FROM residency_office_hour_detail d WHERE d.hour_id = NEW.id) THEN
    RAISE EXCEPTION 'the hour is another company''s' USING ERRCODE = 'check_violation', CONSTRAINT = 'office_hour_step_allowed';
  END IF;
  IF NEW.state NOT IN ('open', 'booked') AND NOT (sm_staff_roles() && ARRAY['site_director', 'programme']
     OR sm_system() = 'setup' OR 'mentor:' || NEW.mentor_id::text = ANY (sm_held())) THEN
    RAISE EXCEPTION 'the hour is the mentor''s' USING ERRCODE = 'check_violation', CONSTRAINT = 'office_hour_step_allowed';
  END IF;
  RETURN NULL;
END $$;
REVOKE UPDATE ON residency_office_hour FROM sm_app;
GRANT UPDATE (state) ON residency_office_hour TO sm_app;
"""
KEYS = f"""
REVOKE UPDATE ON core_door_key FROM sm_app;
GRANT UPDATE (withdrawn_at) ON core_door_key TO sm_app;
ALTER POLICY core_door_key_insert ON core_door_key WITH CHECK (
  {_GIVERS} OR {system('worker', 'setup')}
  OR kind = 'applicant' AND given_by IS NULL AND expires_at <= given_at + interval '100 days'
     AND ({own_as('applicant', 'holder')} OR {_PUBLIC})
);
"""
TOURS = """
CREATE POLICY residency_tour_ends ON residency_tour FOR UPDATE TO sm_owner USING (true) WITH CHECK (true);
CREATE POLICY residency_tour_transition_ends ON residency_tour_transition FOR INSERT TO sm_owner WITH CHECK (true);
CREATE FUNCTION residency_cancel_tour(p_hash text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  found_tour residency_tour;
BEGIN
  SELECT * INTO found_tour FROM residency_tour WHERE secret_hash = p_hash FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF found_tour.state = 'booked' THEN
    UPDATE residency_tour SET state = 'cancelled' WHERE id = found_tour.id;
  END IF;
  RETURN jsonb_build_object('id', found_tour.id, 'code', found_tour.code, 'state', found_tour.state);
END $$;
REVOKE ALL ON FUNCTION residency_cancel_tour(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION residency_cancel_tour(text) TO sm_app;
"""
NOTHING = migrations.RunSQL.noop


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0061_outcomes_security")]

    operations: ClassVar = [
        migrations.RunSQL(COMPANY, NOTHING),
        migrations.RunSQL(HOURS, NOTHING),
        migrations.RunSQL(KEYS, NOTHING),
        migrations.RunSQL(TOURS, NOTHING),
        definers_look_here("residency_"),
        # A step is written where it is taken, by the trigger that took it; by hand nobody writes one.
        *(alter(f"residency_{noun}_transition", insert=f"{SIGNED} AND pg_trigger_depth() > 0") for noun in TRANSITIONS),
        alter(
            "core_activity",
            insert=f"({ANYONE}) AND {_WRITES} OR {_BY_KEY} AND {_WRITES} AND system = ''"
            f" AND (organisation_id IS NULL OR {own()})",
        ),
        alter(
            "core_outbox_fact",
            insert=f"({ANYONE}) AND {WORKS} OR {_BY_KEY} AND name::text = ANY (ARRAY{list(FACTS)!r})",
        ),
        alter(
            "core_mail",
            insert=f"{role('site_director', 'lab_operations', 'programme')}"
            f" OR {system('worker', 'auth', 'setup', 'import', 'public')}"
            f" OR EXISTS (SELECT 1 FROM unnest({_HELD}) AS h WHERE h LIKE 'company_admin:%')"
            # An applicant writes to those who hold a key of her own company, and to nobody else.
            f" OR {_BY_KEY} AND \"to\" IN (SELECT k.email FROM core_door_key k WHERE {own_as('applicant', 'k.holder')})",
        ),
        alter(
            "residency_profile", select=f"listed OR {own('company_id')} OR {STAFF} OR {system('worker', 'setup', 'import')}",
            update=f"{_KEEPERS} OR {own_as('company_admin', 'company_id')}",
        ),
        alter("residency_tour", select=f"{role('site_director', 'programme', 'auditor')} OR {system('worker', 'setup')}",
              update=f"{role('site_director', 'programme')} OR {system('setup')}"),
    ]
