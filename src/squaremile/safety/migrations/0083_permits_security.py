"""Who may see and write what of permits: the cluster's everybody, a company's its own people and those who answer for it.
What a company records counts once safety has confirmed it."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, WORKS, append_only, own, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.safety.policies.permits import MOVES

_MACHINE = system("setup", "import")
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'programme', 'auditor')} OR {system('setup', 'import', 'worker')}"
_SEEN = f"organisation_id IS NULL AND ({ANYONE}) OR {own()} OR {_WATCH}"

GUARDS = """
CREATE FUNCTION safety_permit_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = ANY (ARRAY['in_force', 'refused']) AND (TG_OP = 'INSERT' OR OLD.state <> NEW.state)
    AND NOT (sm_staff_roles() && ARRAY['site_director', 'safety_officer', 'lab_operations'] OR sm_system() IN ('setup', 'import')) THEN
    RAISE EXCEPTION 'safety confirms it' USING ERRCODE = 'check_violation', CONSTRAINT = 'permit_confirmed_by_safety';
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT 1 FROM safety_permit_kind k WHERE k.id = NEW.kind_id
      AND k.held_by = ANY (ARRAY['either', CASE WHEN NEW.organisation_id IS NULL THEN 'cluster' ELSE 'company' END])) THEN
    RAISE EXCEPTION 'another holds such permits' USING ERRCODE = 'check_violation', CONSTRAINT = 'permit_holder_fits';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_permit_counts AFTER INSERT OR UPDATE ON safety_permit
  FOR EACH ROW EXECUTE FUNCTION safety_permit_counts();
"""
UNGUARDS = "DROP TRIGGER safety_permit_counts ON safety_permit; DROP FUNCTION safety_permit_counts();"
GRANTS = """
REVOKE UPDATE ON safety_permit FROM sm_app; GRANT UPDATE (state, reason) ON safety_permit TO sm_app;
REVOKE UPDATE ON safety_permit_need FROM sm_app; GRANT UPDATE (ended_on) ON safety_permit_need TO sm_app;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0082_permits"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        secure("safety_permit_kind", select=ANYONE, insert=_SAFETY, update=_SAFETY),
        secure("safety_permit_need", select=_SEEN, insert=_SAFETY, update=_SAFETY),
        secure(
            "safety_permit", select=_SEEN, insert=f"({own()} OR {_SAFETY}) AND {WORKS}", update=f"({own()} OR {_SAFETY}) AND {WORKS}"
        ),
        steps("safety_permit", noun="permit", moves=MOVES),
        secure(
            "safety_permit_transition", select="EXISTS (SELECT 1 FROM safety_permit p WHERE p.id = permit_id)",
            insert=f"actor IS NOT DISTINCT FROM {ACTOR} AND operator IS NOT DISTINCT FROM (SELECT sm_operator())"
            f" AND {WORKS} AND pg_trigger_depth() > 0",
        ),
        append_only("safety_permit_transition"),
        migrations.RunSQL(GRANTS, migrations.RunSQL.noop),
        migrations.RunSQL(GUARDS, UNGUARDS),
    ]
