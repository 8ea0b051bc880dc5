"""Who may see and write what of hazard analyses. Who is responsible signs herself; safety approves; what is signed stands."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, WORKS, append_only, own, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.safety.policies.analysis import MOVES

_MACHINE = system("setup", "import")
_OFFICER = f"{role('site_director', 'safety_officer')} OR {_MACHINE}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {system('setup', 'import', 'worker')}"


def _of(rule: str) -> str:
    return f"EXISTS (SELECT 1 FROM safety_analysis a WHERE a.id = analysis_id AND ({rule}))"


GUARDS = """
CREATE FUNCTION safety_analysis_version_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'draft' AND (NEW.name_ko, NEW.name_en, NEW.responsible_id, NEW.hazards, NEW.steps, NEW.emergency)
      IS DISTINCT FROM (OLD.name_ko, OLD.name_en, OLD.responsible_id, OLD.hazards, OLD.steps, OLD.emergency) THEN
    RAISE EXCEPTION 'what was signed stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'analysis_stands';
  END IF;
  IF sm_system() IN ('setup', 'import') OR NEW.state = OLD.state THEN RETURN NULL; END IF;
  IF NEW.state = 'signed' AND NEW.responsible_id IS DISTINCT FROM sm_actor() THEN
    RAISE EXCEPTION 'who is responsible signs' USING ERRCODE = 'check_violation', CONSTRAINT = 'analysis_own_name';
  END IF;
  IF NEW.state = ANY (ARRAY['approved', 'returned', 'replaced']) AND NOT sm_staff_roles() && ARRAY['site_director', 'safety_officer'] THEN
    RAISE EXCEPTION 'safety approves' USING ERRCODE = 'check_violation', CONSTRAINT = 'analysis_decided_by_safety';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_analysis_version_stands AFTER UPDATE ON safety_analysis_version
  FOR EACH ROW EXECUTE FUNCTION safety_analysis_version_stands();
"""
UNGUARDS = "DROP TRIGGER safety_analysis_version_stands ON safety_analysis_version; DROP FUNCTION safety_analysis_version_stands();"


_KEPT = f"{_of(own('a.organisation_id') + ' OR ' + _OFFICER)} AND {WORKS}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0084_analyses"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        secure("safety_analysis", select=f"{own()} OR {_WATCH}", insert=f"({own()} OR {_OFFICER}) AND {WORKS}"),
        secure("safety_analysis_version", select=_of("true"), insert=_KEPT, update=_KEPT),
        steps("safety_analysis_version", noun="analysis_version", moves=MOVES),
        secure(
            "safety_analysis_version_transition",
            select="EXISTS (SELECT 1 FROM safety_analysis_version v WHERE v.id = analysis_version_id)",
            insert=f"actor IS NOT DISTINCT FROM {ACTOR} AND operator IS NOT DISTINCT FROM (SELECT sm_operator())"
            f" AND {WORKS} AND pg_trigger_depth() > 0",
        ),
        append_only("safety_analysis", "safety_analysis_version_transition"),
        migrations.RunSQL(GUARDS, UNGUARDS),
    ]
