"""Who may see and write what of incidents, locked places, drills and waste; and what the database itself refuses."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, SIGNED, WORKS, append_only, own, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.safety.models.incident import MOVES as INCIDENT
from squaremile.safety.models.waste import MOVES as WASTE

_MACHINE = system("setup", "import")
_OFFICER = f"{role('site_director', 'safety_officer')} OR {_MACHINE}"
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {system('setup', 'import', 'worker')}"
_BY_TRIGGER = f"{SIGNED} AND pg_trigger_depth() > 0"
_INCIDENT = "EXISTS (SELECT 1 FROM safety_incident i WHERE i.id = incident_id)"
_PUBLIC = f"{system('public')} AND anonymous AND organisation_id IS NULL AND kind = 'near_miss'"

GUARDS = """
CREATE POLICY safety_incident_definer ON safety_incident FOR SELECT TO sm_owner USING (true);
CREATE FUNCTION safety_incident_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.anonymous AND (SELECT count(*) FROM safety_incident WHERE anonymous
      AND reported_at > NEW.reported_at - interval '1 hour') > 30 THEN
    RAISE EXCEPTION 'too many reports in an hour' USING ERRCODE = 'check_violation', CONSTRAINT = 'incident_not_too_often';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_incident_counted AFTER INSERT ON safety_incident
  FOR EACH ROW EXECUTE FUNCTION safety_incident_counted();

-- Closed is what the authorities were told of, what is mended, and where nothing is locked any more.
CREATE FUNCTION safety_incident_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'closed' AND OLD.state <> 'closed' AND (
    EXISTS (SELECT 1 FROM safety_incident_notice n WHERE n.incident_id = NEW.id AND n.notified_at IS NULL)
    OR EXISTS (SELECT 1 FROM safety_finding_detail d JOIN safety_finding f ON f.id = d.finding_id
                WHERE d.incident_id = NEW.id AND f.state <> 'closed')
    OR EXISTS (SELECT 1 FROM safety_place_lock_detail d JOIN safety_place_lock l ON l.id = d.lock_id
                WHERE d.incident_id = NEW.id AND l.released_at IS NULL)) THEN
    RAISE EXCEPTION 'something is still open' USING ERRCODE = 'check_violation', CONSTRAINT = 'incident_settled';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_incident_settled AFTER UPDATE ON safety_incident
  FOR EACH ROW EXECUTE FUNCTION safety_incident_settled();

CREATE FUNCTION safety_incident_notice_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was told was told' USING ERRCODE = 'check_violation', CONSTRAINT = 'incident_notice_stands';
END $$;
CREATE TRIGGER safety_incident_notice_stands AFTER UPDATE ON safety_incident_notice
  FOR EACH ROW WHEN (OLD.notified_at IS NOT NULL) EXECUTE FUNCTION safety_incident_notice_stands();

CREATE FUNCTION safety_place_lock_released() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.released_at IS NOT NULL OR NOT EXISTS (
      SELECT 1 FROM safety_place_lock_detail d WHERE d.lock_id = NEW.id AND d.looked_at <> '') THEN
    RAISE EXCEPTION 'somebody looks at it first' USING ERRCODE = 'check_violation', CONSTRAINT = 'place_lock_released';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_place_lock_released AFTER UPDATE ON safety_place_lock
  FOR EACH ROW EXECUTE FUNCTION safety_place_lock_released();

-- Waste counts under its own company's number, or under the operator's; what was weighed and collected stays.
CREATE FUNCTION safety_waste_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM safety_waste_generator g WHERE g.id = NEW.generator_id
      AND (g.organisation_id IS NULL OR g.organisation_id = NEW.organisation_id)) THEN
    RAISE EXCEPTION 'another company answers for that number' USING ERRCODE = 'check_violation', CONSTRAINT = 'waste_generator_fits';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'picked_up' THEN
    RAISE EXCEPTION 'it is gone' USING ERRCODE = 'check_violation', CONSTRAINT = 'waste_gone';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_waste_placed AFTER INSERT OR UPDATE ON safety_waste_container
  FOR EACH ROW EXECUTE FUNCTION safety_waste_placed();
"""
UNGUARDS = """
DROP TRIGGER safety_waste_placed ON safety_waste_container; DROP FUNCTION safety_waste_placed();
DROP TRIGGER safety_place_lock_released ON safety_place_lock; DROP FUNCTION safety_place_lock_released();
DROP TRIGGER safety_incident_notice_stands ON safety_incident_notice; DROP FUNCTION safety_incident_notice_stands();
DROP TRIGGER safety_incident_settled ON safety_incident; DROP FUNCTION safety_incident_settled();
DROP TRIGGER safety_incident_counted ON safety_incident; DROP FUNCTION safety_incident_counted();
DROP POLICY safety_incident_definer ON safety_incident;
"""
_ONLY = "REVOKE UPDATE ON {0} FROM sm_app; GRANT UPDATE ({1}) ON {0} TO sm_app"
_COLUMNS = (
    ("safety_incident", "kind, state, classified_at, told, causes"),
    ("safety_incident_notice", "notified_at, notified_by, reference"),
    ("safety_place_lock", "released_at"),
    ("safety_place_lock_detail", "released_by, looked_at"),
    ("safety_waste_container", "weight_kg, state, full_on, stored_on, picked_on, pickup_id"),
    ("safety_waste_pickup", "returned_on"),
)
METER = """
ALTER TABLE metering_meter NO FORCE ROW LEVEL SECURITY;
INSERT INTO metering_meter (id, code, unit, name_ko, name_en)
  VALUES (gen_random_uuid(), 'waste_kg', 'kg', '폐기물 반출', 'Waste collected'),
         (gen_random_uuid(), 'waste_cost', 'money', '폐기물 처리비', 'Cost of waste collected')
  ON CONFLICT (code) DO NOTHING;
ALTER TABLE metering_meter FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0092_incidents_and_waste"), ("metering", "0004_first_meter")]

    operations: ClassVar = [
        secure(
            "safety_incident", select=f"{own()} OR {_WATCH}",
            insert=f"({own()} OR organisation_id IS NULL AND ({role('site_director', 'safety_officer', 'lab_operations', 'finance', 'programme')})"
            f" OR {_SAFETY}) AND NOT anonymous AND {WORKS} OR {_PUBLIC}",
            update=_OFFICER,
        ),
        steps("safety_incident", noun="incident", moves=INCIDENT),
        secure("safety_incident_transition", select=_INCIDENT, insert=_BY_TRIGGER),
        secure(
            "safety_incident_person", select=f"{own()} OR person_id = {ACTOR} OR {_OFFICER}",
            insert=f"({own()} OR person_id = {ACTOR}) AND {WORKS} OR {_OFFICER}",
        ),
        secure("safety_incident_notice", select=_INCIDENT, insert=_OFFICER, update=f"({_OFFICER}) AND (notified_by IS NULL OR notified_by = {ACTOR})"),
        secure("safety_place_lock", select=ANYONE, insert=_SAFETY, update=_OFFICER),
        secure("safety_place_lock_detail", select=_WATCH, insert=_SAFETY, update=_OFFICER),
        secure("safety_drill", select=ANYONE, insert=_SAFETY, update=_SAFETY),
        secure("safety_waste_generator", select=f"organisation_id IS NULL AND ({ANYONE}) OR {own()} OR {_WATCH}", insert=_SAFETY),
        secure(
            "safety_waste_pickup",
            select=f"EXISTS (SELECT 1 FROM safety_waste_container c WHERE c.pickup_id = safety_waste_pickup.id AND {own('c.organisation_id')}) OR {_WATCH}",
            insert=f"{role('site_director', 'lab_operations')} OR {_MACHINE}", update=f"{role('site_director', 'lab_operations')} OR {_MACHINE}",
        ),
        secure(
            "safety_waste_container", select=f"{own()} OR {_WATCH}", insert=f"({own()} OR {_SAFETY}) AND {WORKS}",
            update=f"({own()} AND state <> 'picked_up' OR {_SAFETY}) AND {WORKS}",
        ),
        steps("safety_waste_container", noun="waste", moves=WASTE),
        secure(
            "safety_waste_container_transition", select="EXISTS (SELECT 1 FROM safety_waste_container c WHERE c.id = waste_id)",
            insert=_BY_TRIGGER,
        ),
        append_only("safety_incident_transition", "safety_incident_person", "safety_waste_container_transition", "safety_waste_generator"),
        *(migrations.RunSQL(_ONLY.format(table, columns), migrations.RunSQL.noop) for table, columns in _COLUMNS),
        migrations.RunSQL(GUARDS, UNGUARDS),
        migrations.RunSQL(METER, migrations.RunSQL.noop),
    ]
