"""Who may see and write what of inspections and findings, and what the database itself refuses: nobody looks at her own
mending, and what was answered stays."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, SIGNED, WORKS, append_only, own, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.safety.models.finding import MOVES

_MACHINE = system("setup", "import")
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {system('setup', 'import', 'worker')}"
_MINE = (
    f"EXISTS (SELECT 1 FROM safety_finding_detail d WHERE d.finding_id = safety_finding.id"
    f" AND ({own('d.responsible_id')} OR d.person_id = {ACTOR}))"
)
_SEEN = "EXISTS (SELECT 1 FROM safety_finding_detail d WHERE d.finding_id = {0}.finding_id)"

GUARDS = """
CREATE FUNCTION safety_inspection_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM safety_room_risk r WHERE r.room_id = NEW.room_id
      AND r.organisation_id IS NOT DISTINCT FROM NEW.organisation_id) THEN
    RAISE EXCEPTION 'the room is not theirs' USING ERRCODE = 'check_violation', CONSTRAINT = 'inspection_of_its_room';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_inspection_placed AFTER INSERT ON safety_inspection
  FOR EACH ROW EXECUTE FUNCTION safety_inspection_placed();

CREATE FUNCTION safety_inspection_answer_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM safety_inspection i JOIN safety_inspection_list_version v ON v.id = i.version_id,
      jsonb_array_elements(v.items) AS asked WHERE i.id = NEW.inspection_id AND asked ->> 'key' = NEW.item) THEN
    RAISE EXCEPTION 'the list asks no such thing' USING ERRCODE = 'check_violation', CONSTRAINT = 'inspection_answer_asked';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_inspection_answer_asked AFTER INSERT ON safety_inspection_answer
  FOR EACH ROW EXECUTE FUNCTION safety_inspection_answer_asked();

CREATE FUNCTION safety_finding_detail_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whose uuid;
BEGIN
  SELECT organisation_id INTO whose FROM safety_finding WHERE id = NEW.finding_id;
  IF NEW.organisation_id IS DISTINCT FROM whose
    OR whose IS NOT NULL AND NEW.responsible_id IS NOT NULL AND NEW.responsible_id <> whose THEN
    RAISE EXCEPTION 'another company answers for that room' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_responsible_fits';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_finding_detail_fits AFTER INSERT OR UPDATE ON safety_finding_detail
  FOR EACH ROW EXECUTE FUNCTION safety_finding_detail_fits();

-- A step rests on what was done: mended on a mending, closed on the good word of somebody else.
CREATE FUNCTION safety_finding_shown() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last safety_finding_mend;
  seen safety_finding_check;
BEGIN
  IF NEW.due_on <> OLD.due_on AND sm_system() = ''
    AND NOT sm_staff_roles() && ARRAY['site_director', 'safety_officer', 'lab_operations'] THEN
    RAISE EXCEPTION 'safety says until when' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_due_by_staff';
  END IF;
  IF NEW.state = OLD.state THEN RETURN NULL; END IF;
  SELECT * INTO last FROM safety_finding_mend m WHERE m.finding_id = NEW.id ORDER BY m.at DESC, m.id DESC LIMIT 1;
  SELECT * INTO seen FROM safety_finding_check c WHERE c.mend_id = last.id;
  IF NEW.state = 'mended' AND (last.id IS NULL OR seen.id IS NOT NULL)
    OR NEW.state = 'closed' AND NOT COALESCE(seen.good AND seen.looked_by <> last.mended_by, false)
    OR NEW.state = 'open' AND COALESCE(seen.good, true) THEN
    RAISE EXCEPTION 'somebody else looks at it first' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_shown';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_finding_shown AFTER UPDATE ON safety_finding
  FOR EACH ROW EXECUTE FUNCTION safety_finding_shown();

CREATE FUNCTION safety_finding_check_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM safety_finding_mend m WHERE m.id = NEW.mend_id AND m.mended_by = NEW.looked_by) THEN
    RAISE EXCEPTION 'nobody looks at her own mending' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_check_by_another';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_finding_check_by_another AFTER INSERT ON safety_finding_check
  FOR EACH ROW EXECUTE FUNCTION safety_finding_check_by_another();
"""
UNGUARDS = """
DROP TRIGGER safety_finding_check_by_another ON safety_finding_check; DROP FUNCTION safety_finding_check_by_another();
DROP TRIGGER safety_finding_shown ON safety_finding; DROP FUNCTION safety_finding_shown();
DROP TRIGGER safety_finding_detail_fits ON safety_finding_detail; DROP FUNCTION safety_finding_detail_fits();
DROP TRIGGER safety_inspection_answer_asked ON safety_inspection_answer; DROP FUNCTION safety_inspection_answer_asked();
DROP TRIGGER safety_inspection_placed ON safety_inspection; DROP FUNCTION safety_inspection_placed();
"""
_COLUMNS = """
REVOKE UPDATE ON safety_finding FROM sm_app; GRANT UPDATE (state, due_on) ON safety_finding TO sm_app;
REVOKE UPDATE ON safety_finding_detail FROM sm_app; GRANT UPDATE (responsible_id, person_id) ON safety_finding_detail TO sm_app;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0090_inspections")]

    operations: ClassVar = [
        secure(
            "safety_room_risk", select=f"organisation_id IS NULL AND ({ANYONE}) OR {own()} OR {_WATCH}",
            insert=_SAFETY, update=_SAFETY,
        ),
        secure("safety_inspection_list", select=ANYONE, insert=_SAFETY, update=_SAFETY),
        secure("safety_inspection_list_version", select=ANYONE, insert=_SAFETY),
        secure(
            "safety_inspection", select=f"{own()} OR {_WATCH}",
            insert=f"({own()} OR {_SAFETY}) AND person_id IS NOT DISTINCT FROM {ACTOR} AND {WORKS}",
        ),
        secure(
            "safety_inspection_answer", select="EXISTS (SELECT 1 FROM safety_inspection i WHERE i.id = inspection_id)",
            insert=f"EXISTS (SELECT 1 FROM safety_inspection i WHERE i.id = inspection_id"
            f" AND i.person_id IS NOT DISTINCT FROM {ACTOR}) AND {WORKS}",
        ),
        secure(
            "safety_finding_detail",
            select=f"{own()} OR {own('responsible_id')} OR person_id = {ACTOR} OR found_by = {ACTOR} OR {_WATCH}",
            insert=f"({own()} OR {_SAFETY}) AND found_by IS NOT DISTINCT FROM {ACTOR} AND {WORKS}",
            update=f"({own()} OR {_SAFETY}) AND {WORKS}",
        ),
        secure(
            "safety_finding", select=f"open_to_all AND ({ANYONE}) OR {own()} OR {_WATCH} OR {_MINE}",
            insert=f"({own()} OR {_SAFETY}) AND {WORKS}", update=f"({own()} OR {_SAFETY} OR {_MINE}) AND {WORKS}",
        ),
        steps("safety_finding", noun="finding", moves=MOVES),
        secure(
            "safety_finding_transition", select=_SEEN.format("safety_finding_transition"),
            insert=f"{SIGNED} AND pg_trigger_depth() > 0",
        ),
        secure(
            "safety_finding_mend", select=_SEEN.format("safety_finding_mend"),
            insert=f"mended_by = {ACTOR} AND {WORKS} AND {_SEEN.format('safety_finding_mend')}",
        ),
        secure(
            "safety_finding_check",
            select="EXISTS (SELECT 1 FROM safety_finding_mend m WHERE m.id = mend_id)",
            insert=f"looked_by = {ACTOR} AND ({role('site_director', 'safety_officer', 'lab_operations')})",
        ),
        append_only(
            "safety_inspection_list_version", "safety_inspection", "safety_inspection_answer", "safety_finding_transition",
            "safety_finding_mend", "safety_finding_check",
        ),
        migrations.RunSQL(_COLUMNS, migrations.RunSQL.noop),
        migrations.RunSQL(GUARDS, UNGUARDS),
    ]
