"""Who may see and write what of the stores: the catalogue is everybody's, what a company takes and pays is its own and staff's.
And what the database itself refuses: stock below nothing, what is recalled or expired, and settling one's own dispute."""

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
    own_as,
    role,
    secure,
    system,
)
from squaremile.kernel.state_steps import steps
from squaremile.stores.models.item import LOT_MOVES
from squaremile.stores.models.opening import CHARGE_MOVES
from squaremile.stores.models.opening import MOVES as OPENING_MOVES

_MACHINE = system("setup", "import")
_WORKER = system("worker")
_KEEP = f"{role('site_director', 'lab_operations')} OR {_MACHINE}"
_PRICE = f"{role('site_director', 'lab_operations', 'finance')} OR {_MACHINE}"
_RECALL = f"{role('site_director', 'lab_operations', 'safety_officer')} OR {_MACHINE}"
_OURS = f"{own()} OR {STAFF} OR {_WORKER} OR {_MACHINE}"
_BY_TRIGGER = f"{SIGNED} AND pg_trigger_depth() > 0"
_KEPT_BY_TRIGGER = f"({ANYONE}) AND {WORKS} AND pg_trigger_depth() > 0"
_MY_DOOR = f"EXISTS (SELECT 1 FROM stores_opening o WHERE o.id = opening_id AND o.state::text = 'open'::text AND o.person = {ACTOR})"
_SEEN_DOOR = "EXISTS (SELECT 1 FROM stores_opening o WHERE o.id = opening_id)"

GUARDS = """
CREATE FUNCTION stores_movement_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lot stores_lot%ROWTYPE;
BEGIN
  SELECT * INTO lot FROM stores_lot l WHERE l.id = NEW.lot_id;
  -- What was scanned at an open door is gone, whatever became of its lot meanwhile: the taking was asked instead.
  IF NEW.kind = 'issue' AND NEW.opening_id IS NULL AND lot.state = 'recalled' THEN
    RAISE EXCEPTION 'the lot is recalled' USING ERRCODE = 'check_violation', CONSTRAINT = 'movement_lot_not_recalled';
  END IF;
  IF NEW.kind = 'issue' AND NEW.opening_id IS NULL AND lot.good_until < NEW.day THEN
    RAISE EXCEPTION 'the lot has expired' USING ERRCODE = 'check_violation', CONSTRAINT = 'movement_lot_not_expired';
  END IF;
  IF NEW.quantity > 0 THEN
    INSERT INTO stores_stock AS s (id, lot_id, stock_point_id, on_hand)
      VALUES (gen_random_uuid(), NEW.lot_id, NEW.stock_point_id, NEW.quantity)
      ON CONFLICT (lot_id, stock_point_id) DO UPDATE SET on_hand = s.on_hand + NEW.quantity;
    RETURN NULL;
  END IF;
  UPDATE stores_stock s SET on_hand = s.on_hand + NEW.quantity
    WHERE s.lot_id = NEW.lot_id AND s.stock_point_id = NEW.stock_point_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there was never any of it' USING ERRCODE = 'check_violation', CONSTRAINT = 'stock_never_negative';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stores_movement_kept AFTER INSERT ON stores_movement FOR EACH ROW EXECUTE FUNCTION stores_movement_kept();

CREATE FUNCTION stores_taking_usable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.quantity > 0 AND EXISTS (SELECT 1 FROM stores_lot l WHERE l.id = NEW.lot_id AND l.state = 'recalled') THEN
    RAISE EXCEPTION 'the lot is recalled' USING ERRCODE = 'check_violation', CONSTRAINT = 'movement_lot_not_recalled';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stores_taking_usable AFTER INSERT OR UPDATE ON stores_taking FOR EACH ROW EXECUTE FUNCTION stores_taking_usable();

CREATE FUNCTION stores_charge_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'disputed' AND OLD.state = 'charged' AND now() > OLD.dispute_until AND sm_system() <> 'setup' THEN
    RAISE EXCEPTION 'the window is over' USING ERRCODE = 'check_violation', CONSTRAINT = 'charge_dispute_in_time';
  END IF;
  IF NEW.state IN ('credited', 'upheld') AND NOT sm_staff_roles() && ARRAY['site_director', 'lab_operations', 'finance'] THEN
    RAISE EXCEPTION 'staff settle a dispute' USING ERRCODE = 'check_violation', CONSTRAINT = 'charge_settled_by_staff';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stores_charge_settled AFTER UPDATE OF state ON stores_charge FOR EACH ROW EXECUTE FUNCTION stores_charge_settled();
"""
UNGUARDS = """
DROP TRIGGER stores_taking_usable ON stores_taking; DROP FUNCTION stores_taking_usable();
DROP TRIGGER stores_charge_settled ON stores_charge; DROP FUNCTION stores_charge_settled();
DROP TRIGGER stores_movement_kept ON stores_movement; DROP FUNCTION stores_movement_kept();
"""


def columns(table: str, *names: str) -> migrations.RunSQL:
    """What else is written there stays: only these columns may be changed by the serving role."""
    return migrations.RunSQL(
        f"REVOKE UPDATE ON {table} FROM sm_app; GRANT UPDATE ({', '.join(names)}) ON {table} TO sm_app",
        f"GRANT UPDATE ON {table} TO sm_app",
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("stores", "0001_initial"), ("safety", "0051_weighing"), ("metering", "0004_first_meter")]

    operations: ClassVar = [
        secure("stores_item", select=ANYONE, insert=_KEEP, update=_KEEP),
        secure("stores_item_price", select=ANYONE, insert=_PRICE),
        secure("stores_stock_point", select=ANYONE, insert=_KEEP, update=_KEEP),
        secure("stores_lot", select=ANYONE, insert=_KEEP, update=_RECALL),
        steps("stores_lot", noun="lot", moves=LOT_MOVES),
        secure("stores_lot_transition", select=ANYONE, insert=_BY_TRIGGER),
        secure("stores_lot_cost", select=f"{STAFF} OR {_MACHINE}", insert=_KEEP),
        secure("stores_stock", select=ANYONE, insert=_KEPT_BY_TRIGGER, update=_KEPT_BY_TRIGGER),
        secure(
            "stores_movement", select=_OURS,
            insert=f"{_KEEP} OR {_WORKER} OR {own()} AND person = {ACTOR} AND kind::text = 'issue'::text AND {_MY_DOOR} AND {WORKS}",
        ),
        secure(
            "stores_opening", select=_OURS, insert=f"{own()} AND person = {ACTOR} AND {WORKS} OR {_MACHINE}",
            update=f"{own()} AND person = {ACTOR} AND {WORKS} OR {_KEEP} OR {_WORKER}",
        ),
        steps("stores_opening", noun="opening", moves=OPENING_MOVES),
        secure("stores_opening_transition", select=_SEEN_DOOR, insert=_BY_TRIGGER),
        secure("stores_taking", select=_SEEN_DOOR, insert=f"{_MY_DOOR} AND {WORKS}", update=f"{_MY_DOOR} AND {WORKS}"),
        secure(
            "stores_charge", select=_OURS, insert=f"{own()} AND {WORKS} OR {_KEEP} OR {_WORKER}",
            update=f"{own_as('company_admin')} OR {_PRICE}",
        ),
        steps("stores_charge", noun="charge", moves=CHARGE_MOVES),
        secure(
            "stores_charge_transition", select="EXISTS (SELECT 1 FROM stores_charge c WHERE c.id = charge_id)", insert=_BY_TRIGGER,
        ),
        append_only(
            "stores_item_price", "stores_lot_cost", "stores_movement", "stores_lot_transition", "stores_opening_transition",
            "stores_charge_transition",
        ),
        # Anybody may hold a row while she counts; only a movement's trigger writes it.
        migrations.RunSQL(
            f"ALTER POLICY stores_stock_update ON stores_stock USING ({ANYONE}) WITH CHECK ({_KEPT_BY_TRIGGER})", migrations.RunSQL.noop,
        ),
        columns("stores_lot", "state"),
        columns("stores_stock", "on_hand"),
        columns("stores_opening", "state", "closed_at", "after"),
        columns("stores_taking", "quantity"),
        columns("stores_charge", "state", "disputed_because", "settled_because"),
        migrations.RunSQL(GUARDS, UNGUARDS),
    ]
