"""Who may see and write what of agents, protocols, rooms and the committee; what the database itself refuses.

Agents and protocols are their company's, and seen by who answers for safety and by the committee. A line of the book is
written first; the holding says what the book says last.
"""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, WORKS, append_only, own, role, secure, system
from squaremile.kernel.state_steps import steps
from squaremile.safety.models.agent import COVERED
from squaremile.safety.models.protocol import MOVES

_MACHINE = system("setup", "import")
_OFFICER = f"{role('site_director', 'safety_officer')} OR {_MACHINE}"
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
_COMMITTEE = (
    "(SELECT sm_staff()) AND EXISTS (SELECT 1 FROM safety_committee_member m"
    f" WHERE m.person_id = {ACTOR} AND m.until IS NULL)"
)
_WATCH = (
    f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {system('setup', 'import', 'worker')}"
    f" OR {_COMMITTEE}"
)
_SEEN = f"{own()} OR {_WATCH}"
_KEPT = f"{own()} OR {_SAFETY}"


def _of(table: str, alias: str, key: str, rule: str = "true") -> str:
    return f"EXISTS (SELECT 1 FROM {table} {alias} WHERE {alias}.id = {key} AND ({rule}))"


_PROTOCOL_KEPT = _of("safety_protocol", "p", "protocol_id", f"{own('p.organisation_id')} OR {_OFFICER}")
_VERSION = _of("safety_protocol_version", "v", "version_id")
_covered = ", ".join(f"'{act}'" for act in COVERED)

GUARDS = f"""
-- What a company handed in stays as it was judged; the decision is that of who answers for safety.
CREATE FUNCTION safety_protocol_version_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> ALL (ARRAY['draft', 'returned']) AND (NEW.name_ko, NEW.name_en, NEW.says, NEW.level, NEW.investigator_id)
      IS DISTINCT FROM (OLD.name_ko, OLD.name_en, OLD.says, OLD.level, OLD.investigator_id) THEN
    RAISE EXCEPTION 'what was handed in stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'protocol_stands';
  END IF;
  IF OLD.state = 'approved' AND (NEW.starts_on, NEW.ends_on) IS DISTINCT FROM (OLD.starts_on, OLD.ends_on) THEN
    RAISE EXCEPTION 'an approved term stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'protocol_stands';
  END IF;
  IF NEW.state = ANY (ARRAY['approved', 'returned', 'replaced']) AND NEW.state <> OLD.state
      AND NOT (sm_staff_roles() && ARRAY['site_director', 'safety_officer'] OR sm_system() IN ('setup', 'import')) THEN
    RAISE EXCEPTION 'safety decides' USING ERRCODE = 'check_violation', CONSTRAINT = 'protocol_decided_by_safety';
  END IF;
  IF NEW.state = 'approved' AND OLD.state <> 'approved' AND NEW.level >= 2 AND (
      SELECT count(*) FILTER (WHERE o.opinion = 'for') * 2 <= count(m.id) FROM safety_committee_member m
        LEFT JOIN safety_protocol_opinion o ON o.person_id = m.person_id AND o.version_id = NEW.id WHERE m.until IS NULL) THEN
    RAISE EXCEPTION 'the committee has not agreed' USING ERRCODE = 'check_violation', CONSTRAINT = 'protocol_agreed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_protocol_version_stands AFTER UPDATE ON safety_protocol_version
  FOR EACH ROW EXECUTE FUNCTION safety_protocol_version_stands();

CREATE FUNCTION safety_protocol_agent_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  which safety_protocol_agent := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM safety_protocol_version v WHERE v.id = which.version_id AND v.state = ANY (ARRAY['draft', 'returned'])) THEN
    RAISE EXCEPTION 'what was handed in stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'protocol_stands';
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT 1 FROM safety_agent a JOIN safety_protocol p ON p.organisation_id = a.organisation_id
      JOIN safety_protocol_version v ON v.protocol_id = p.id WHERE a.id = NEW.agent_id AND v.id = NEW.version_id) THEN
    RAISE EXCEPTION 'another company''s agent' USING ERRCODE = 'check_violation', CONSTRAINT = 'protocol_agent_its_own';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_protocol_agent_kept AFTER INSERT OR DELETE ON safety_protocol_agent
  FOR EACH ROW EXECUTE FUNCTION safety_protocol_agent_kept();

CREATE FUNCTION safety_protocol_opinion_seated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM safety_protocol_version v WHERE v.id = NEW.version_id AND v.state = 'submitted') THEN
    RAISE EXCEPTION 'it does not wait for opinions' USING ERRCODE = 'check_violation', CONSTRAINT = 'protocol_opinion_awaited';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_protocol_opinion_seated AFTER INSERT ON safety_protocol_opinion
  FOR EACH ROW EXECUTE FUNCTION safety_protocol_opinion_seated();

-- A rival's person must not judge a rival: whoever sits there holds a role of the staff and none in a company.
CREATE FUNCTION safety_committee_member_staff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM core_role_grant g WHERE g.user_id = NEW.person_id AND g.organisation_id IS NULL AND g.valid @> now())
    OR EXISTS (SELECT 1 FROM core_role_grant g WHERE g.user_id = NEW.person_id AND g.organisation_id IS NOT NULL AND g.valid @> now()) THEN
    RAISE EXCEPTION 'only staff sit there' USING ERRCODE = 'check_violation', CONSTRAINT = 'committee_of_staff';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_committee_member_staff AFTER INSERT ON safety_committee_member
  FOR EACH ROW EXECUTE FUNCTION safety_committee_member_staff();

-- No line without an approved protocol in force that covers the agent, nor into a room that does not admit it.
CREATE FUNCTION safety_agent_line_sound() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a safety_agent;
  v safety_protocol_version;
  before numeric := 0;
BEGIN
  SELECT g.* INTO a FROM safety_agent g JOIN safety_holding h ON h.agent_id = g.id AND h.organisation_id = g.organisation_id
   WHERE h.id = NEW.holding_id;
  IF NEW.number > 1 THEN
    SELECT l."left" INTO before FROM safety_agent_line l WHERE l.holding_id = NEW.holding_id AND l.number = NEW.number - 1;
  END IF;
  IF a.id IS NULL OR before IS NULL OR NEW."left" <> before + NEW.change THEN
    RAISE EXCEPTION 'the book does not add up' USING ERRCODE = 'check_violation', CONSTRAINT = 'agent_line_adds_up';
  END IF;
  IF NEW.act <> ALL (ARRAY[{_covered}]) THEN RETURN NULL; END IF;
  SELECT w.* INTO v FROM safety_protocol_version w JOIN safety_protocol_agent x ON x.version_id = w.id
   WHERE w.id = NEW.version_id AND x.agent_id = a.id AND w.state = 'approved' AND NEW.day BETWEEN w.starts_on AND w.ends_on;
  IF v.id IS NULL THEN
    RAISE EXCEPTION 'no protocol covers it' USING ERRCODE = 'check_violation', CONSTRAINT = 'agent_protocol_in_force';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM safety_room_biosafety r WHERE r.room_id = NEW.room_id AND r.level >= greatest(v.level, a.risk_group)
      AND a.kind = ANY (r.admits) AND (r.admits_modified OR NOT a.modified)) THEN
    RAISE EXCEPTION 'the room does not admit it' USING ERRCODE = 'check_violation', CONSTRAINT = 'agent_room_admits';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_agent_line_sound AFTER INSERT ON safety_agent_line
  FOR EACH ROW EXECUTE FUNCTION safety_agent_line_sound();

CREATE FUNCTION safety_holding_as_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM safety_agent_line l WHERE l.holding_id = NEW.id AND l.number = NEW.lines AND l."left" = NEW.quantity
      AND l.room_id = NEW.room_id AND NEW.lines = OLD.lines + 1
      AND NEW.here = (l.act <> ALL (ARRAY['transfer', 'export', 'dispose']) OR NEW.quantity > 0)) THEN
    RAISE EXCEPTION 'the book says otherwise' USING ERRCODE = 'check_violation', CONSTRAINT = 'holding_as_written';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_holding_as_written AFTER UPDATE ON safety_holding
  FOR EACH ROW EXECUTE FUNCTION safety_holding_as_written();
"""
UNGUARDS = """
DROP TRIGGER safety_holding_as_written ON safety_holding; DROP FUNCTION safety_holding_as_written();
DROP TRIGGER safety_agent_line_sound ON safety_agent_line; DROP FUNCTION safety_agent_line_sound();
DROP TRIGGER safety_committee_member_staff ON safety_committee_member; DROP FUNCTION safety_committee_member_staff();
DROP TRIGGER safety_protocol_opinion_seated ON safety_protocol_opinion; DROP FUNCTION safety_protocol_opinion_seated();
DROP TRIGGER safety_protocol_agent_kept ON safety_protocol_agent; DROP FUNCTION safety_protocol_agent_kept();
DROP TRIGGER safety_protocol_version_stands ON safety_protocol_version; DROP FUNCTION safety_protocol_version_stands();
"""
GRANTS = """
REVOKE UPDATE ON safety_agent FROM sm_app;
REVOKE UPDATE ON safety_holding FROM sm_app;
GRANT UPDATE (room_id, spot, quantity, lines, here) ON safety_holding TO sm_app;
REVOKE UPDATE ON safety_committee_member FROM sm_app;
GRANT UPDATE (until) ON safety_committee_member TO sm_app;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0080_agents"), ("core", "0013_door_key_security")]

    operations: ClassVar = [
        secure("safety_committee_member", select=ANYONE, insert=_OFFICER, update=_OFFICER),
        secure("safety_room_biosafety", select=ANYONE, insert=_SAFETY, update=_SAFETY),
        secure("safety_agent", select=_SEEN, insert=f"({_KEPT}) AND {WORKS}"),
        secure("safety_holding", select=_SEEN, insert=f"({_KEPT}) AND {WORKS}", update=f"({_KEPT}) AND {WORKS}"),
        secure(
            "safety_agent_line", select=_of("safety_holding", "h", "holding_id"),
            insert=_of("safety_holding", "h", "holding_id", f"{own('h.organisation_id')} OR {_SAFETY}")
            + f" AND actor IS NOT DISTINCT FROM {ACTOR} AND {WORKS}",
        ),
        secure("safety_protocol", select=_SEEN, insert=f"({own()} OR {_OFFICER}) AND {WORKS}"),
        secure(
            "safety_protocol_version", select=_of("safety_protocol", "p", "protocol_id"), insert=f"{_PROTOCOL_KEPT} AND {WORKS}",
            update=f"{_PROTOCOL_KEPT} AND {WORKS}",
        ),
        steps("safety_protocol_version", noun="protocol_version", moves=MOVES),
        secure(
            "safety_protocol_version_transition", select=_of("safety_protocol_version", "v", "protocol_version_id"),
            insert=f"actor IS NOT DISTINCT FROM {ACTOR} AND operator IS NOT DISTINCT FROM (SELECT sm_operator())"
            f" AND {WORKS} AND pg_trigger_depth() > 0",
        ),
        secure("safety_protocol_agent", select=_VERSION, insert=f"{_VERSION} AND {WORKS}", delete=f"{_VERSION} AND {WORKS}"),
        secure(
            "safety_protocol_opinion", select=f"{_VERSION} AND ({_WATCH})",
            insert=f"person_id = {ACTOR} AND {WORKS} AND ({_COMMITTEE})",
        ),
        append_only(
            "safety_agent_line", "safety_protocol", "safety_protocol_version_transition", "safety_protocol_agent",
            "safety_protocol_opinion",
        ),
        migrations.RunSQL("GRANT DELETE ON safety_protocol_agent TO sm_app", migrations.RunSQL.noop),
        migrations.RunSQL(GRANTS, migrations.RunSQL.noop),
        migrations.RunSQL(GUARDS, UNGUARDS),
    ]
