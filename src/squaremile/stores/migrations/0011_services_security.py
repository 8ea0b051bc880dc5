"""Who may see and write what of services, sterilisers and loads; what the database itself refuses: a load that no cycle proved
sterile, and an order that is closed while a load of it is still here; and the meters that services count on."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import (
    ACTOR,
    ANYONE,
    SIGNED,
    STAFF,
    WORKS,
    append_only,
    own,
    role,
    secure,
    system,
)
from squaremile.kernel.state_steps import steps
from squaremile.stores.models.load import MOVES as LOAD
from squaremile.stores.models.service import MOVES as ORDER
from squaremile.stores.models.steriliser import CYCLE_MOVES, TEST_MOVES

_MACHINE = system("setup", "import")
_WORKER = system("worker")
_KEEP = f"{role('site_director', 'lab_operations')} OR {_MACHINE}"
_TEST = f"{role('site_director', 'lab_operations', 'safety_officer')} OR {_MACHINE}"
_ALL = f"{STAFF} OR {_WORKER} OR {_MACHINE}"
_OURS = f"{own()} OR {_ALL}"
_BY_TRIGGER = f"{SIGNED} AND pg_trigger_depth() > 0"

GUARDS = """
CREATE FUNCTION stores_service_order_sound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = OLD.state THEN RETURN NULL; END IF;
  IF NEW.state IN ('accepted', 'done', 'refused')
    AND NOT (sm_staff_roles() && ARRAY['site_director', 'lab_operations'] OR sm_system() IN ('setup', 'import')) THEN
    RAISE EXCEPTION 'answered by staff' USING ERRCODE = 'check_violation', CONSTRAINT = 'service_order_answered_by_staff';
  END IF;
  IF NEW.state IN ('done', 'refused', 'cancelled') AND EXISTS (
      SELECT 1 FROM stores_load l WHERE l.service_order_id = NEW.id AND l.state NOT IN ('handed_out', 'discarded')) THEN
    RAISE EXCEPTION 'a load of it is here' USING ERRCODE = 'check_violation', CONSTRAINT = 'service_order_loads_gone';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stores_service_order_sound AFTER UPDATE OF state ON stores_service_order
  FOR EACH ROW EXECUTE FUNCTION stores_service_order_sound();

-- Is the newest test of a steriliser, by the cycle that it went through, a positive one?
CREATE FUNCTION stores_under_suspicion(machine uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT i.state = 'positive' FROM stores_indicator i JOIN stores_cycle c ON c.id = i.cycle_id
    WHERE c.steriliser_id = machine AND (i.state = 'positive' OR i.state = 'negative' AND c.state = 'passed')
    ORDER BY c.started_at DESC, (i.state = 'positive') DESC LIMIT 1), false)
$$;

CREATE FUNCTION stores_load_sound() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ran stores_cycle%ROWTYPE;
BEGIN
  SELECT * INTO ran FROM stores_cycle c WHERE c.id = NEW.cycle_id;
  IF (TG_OP = 'INSERT' OR NEW.cycle_id <> OLD.cycle_id) AND ran.state <> 'running' THEN
    RAISE EXCEPTION 'the cycle is over' USING ERRCODE = 'check_violation', CONSTRAINT = 'load_cycle_running';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.service_order_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM stores_service_order o
      WHERE o.id = NEW.service_order_id AND o.organisation_id = NEW.organisation_id AND o.state = 'accepted') THEN
    RAISE EXCEPTION 'not an order of theirs that is accepted' USING ERRCODE = 'check_violation', CONSTRAINT = 'load_of_accepted_order';
  END IF;
  IF TG_OP = 'INSERT' OR NEW.state = OLD.state OR NEW.state NOT IN ('ready', 'handed_out') THEN RETURN NULL; END IF;
  IF NEW.released_because <> '' AND (NEW.state = 'handed_out'
      OR NEW.released_by = sm_actor() AND NEW.released_at >= NEW.quarantined_at AND NEW.released_at IS DISTINCT FROM OLD.released_at
      AND sm_staff_roles() && ARRAY['site_director', 'safety_officer']) THEN
    RETURN NULL;
  END IF;
  IF ran.state <> 'passed' OR NEW.quarantined_in_id = NEW.cycle_id
    OR EXISTS (SELECT 1 FROM stores_indicator i WHERE i.cycle_id = NEW.cycle_id AND i.state IN ('incubating', 'positive'))
    OR NEW.state = 'ready' AND stores_under_suspicion(ran.steriliser_id) THEN
    RAISE EXCEPTION 'no cycle proves it sterile' USING ERRCODE = 'check_violation', CONSTRAINT = 'load_proved_sterile';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stores_load_sound AFTER INSERT OR UPDATE ON stores_load FOR EACH ROW EXECUTE FUNCTION stores_load_sound();

ALTER TABLE metering_meter NO FORCE ROW LEVEL SECURITY;
INSERT INTO metering_meter (id, code, unit, name_ko, name_en) VALUES
  (gen_random_uuid(), 'services_run', 'run', '서비스 횟수', 'Services by runs'),
  (gen_random_uuid(), 'services_l', 'L', '서비스 리터', 'Services by litres'),
  (gen_random_uuid(), 'services_piece', 'piece', '서비스 개수', 'Services by pieces')
  ON CONFLICT (code) DO NOTHING;
ALTER TABLE metering_meter FORCE ROW LEVEL SECURITY;
"""
UNGUARDS = """
DROP TRIGGER stores_load_sound ON stores_load; DROP FUNCTION stores_load_sound();
DROP FUNCTION stores_under_suspicion(uuid);
DROP TRIGGER stores_service_order_sound ON stores_service_order; DROP FUNCTION stores_service_order_sound();
"""


def columns(table: str, *names: str) -> migrations.RunSQL:
    """What else is written there stays: only these columns may be changed by the serving role."""
    return migrations.RunSQL(
        f"REVOKE UPDATE ON {table} FROM sm_app; GRANT UPDATE ({', '.join(names)}) ON {table} TO sm_app",
        f"GRANT UPDATE ON {table} TO sm_app",
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("stores", "0010_services")]

    operations: ClassVar = [
        secure("stores_service", select=ANYONE, insert=_KEEP, update=_KEEP),
        secure("stores_steriliser", select=ANYONE, insert=_KEEP, update=_KEEP),
        secure("stores_load", select=_OURS, insert=_KEEP, update=_TEST),
        secure("stores_cycle", select=f"{_ALL} OR EXISTS (SELECT 1 FROM stores_load l WHERE l.cycle_id = stores_cycle.id)",
               insert=_KEEP, update=_KEEP),
        secure(
            "stores_indicator", select=f"{_ALL} OR EXISTS (SELECT 1 FROM stores_load l WHERE l.cycle_id = stores_indicator.cycle_id)",
            insert=_TEST, update=_TEST,
        ),
        secure(
            "stores_service_order", select=_OURS, insert=f"{own()} AND requested_by = {ACTOR} AND {WORKS} OR {_MACHINE}",
            update=f"{own()} AND {WORKS} OR {_KEEP}",
        ),
        secure(
            "stores_service_order_transition", select="EXISTS (SELECT 1 FROM stores_service_order o WHERE o.id = service_order_id)",
            insert=_BY_TRIGGER,
        ),
        secure("stores_load_transition", select="EXISTS (SELECT 1 FROM stores_load l WHERE l.id = load_id)", insert=_BY_TRIGGER),
        secure("stores_cycle_transition", select=_ALL, insert=_BY_TRIGGER),
        secure("stores_indicator_transition", select=_ALL, insert=_BY_TRIGGER),
        steps("stores_service_order", noun="service_order", moves=ORDER),
        steps("stores_load", noun="load", moves=LOAD),
        steps("stores_cycle", noun="cycle", moves=CYCLE_MOVES),
        steps("stores_indicator", noun="indicator", moves=TEST_MOVES),
        append_only(
            "stores_service_order_transition", "stores_load_transition", "stores_cycle_transition", "stores_indicator_transition",
        ),
        columns("stores_service", "name_ko", "name_en", "says_ko", "says_en", "offered"),
        columns("stores_steriliser", "name_ko", "name_en", "place_id", "instrument", "test_days", "active"),
        columns("stores_service_order", "state", "settled_because", "done_amount", "done_at"),
        columns("stores_cycle", "state", "ended_at", "celsius", "kilopascal", "minutes_held", "chemical", "failed_because"),
        columns("stores_indicator", "state", "read_at", "grew", "control_grew", "read_by"),
        columns(
            "stores_load", "state", "cycle_id", "quarantined_at", "quarantined_for", "quarantined_in_id", "released_at", "released_by",
            "released_because", "handed_to", "gone_at",
        ),
        migrations.RunSQL(GUARDS, UNGUARDS),
    ]
