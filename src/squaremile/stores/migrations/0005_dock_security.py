"""Who may see and write what of orders, recalls, parcels and cylinders; and the meter of cylinder days."""

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
from squaremile.stores.models.cylinder import MOVES as CYLINDER
from squaremile.stores.models.order import MOVES as ORDER
from squaremile.stores.models.parcel import MOVES as PARCEL

_MACHINE = system("setup", "import")
_WORKER = system("worker")
_KEEP = f"{role('site_director', 'lab_operations')} OR {_MACHINE}"
_DECIDE = f"{role('site_director', 'lab_operations', 'finance')} OR {_MACHINE}"
_RECALL = f"{role('site_director', 'lab_operations', 'safety_officer')} OR {_MACHINE}"
_OURS = f"{own()} OR {STAFF} OR {_WORKER} OR {_MACHINE}"
_BY_TRIGGER = f"{SIGNED} AND pg_trigger_depth() > 0"
_SEEN_ORDER = "EXISTS (SELECT 1 FROM stores_order o WHERE o.id = order_id)"
_ASKED_ORDER = f"EXISTS (SELECT 1 FROM stores_order o WHERE o.id = order_id AND o.state::text = 'requested'::text AND o.requested_by = {ACTOR})"

GUARDS = """
CREATE FUNCTION stores_order_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('approved', 'declined') AND NOT (
      NEW.organisation_id IS NULL AND sm_staff_roles() && ARRAY['site_director', 'lab_operations', 'finance']
      OR NEW.organisation_id IS NOT NULL AND 'company_admin:' || NEW.organisation_id::text = ANY (sm_held()::text[])) THEN
    RAISE EXCEPTION 'decided by whoever pays' USING ERRCODE = 'check_violation', CONSTRAINT = 'order_decided_by_hers';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stores_order_decided AFTER UPDATE OF state ON stores_order FOR EACH ROW EXECUTE FUNCTION stores_order_decided();

CREATE FUNCTION stores_receipt_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stores_order_line l SET received = l.received + NEW.pieces WHERE l.id = NEW.line_id;
  RETURN NULL;
END $$;
CREATE TRIGGER stores_receipt_kept AFTER INSERT ON stores_receipt FOR EACH ROW EXECUTE FUNCTION stores_receipt_kept();

ALTER TABLE metering_meter NO FORCE ROW LEVEL SECURITY;
INSERT INTO metering_meter (id, code, unit, name_ko, name_en)
  VALUES (gen_random_uuid(), 'cylinder_days', 'unit_day', '가스 용기 대여일', 'Days of gas cylinders')
  ON CONFLICT (code) DO NOTHING;
ALTER TABLE metering_meter FORCE ROW LEVEL SECURITY;
"""
UNGUARDS = """
DROP TRIGGER stores_receipt_kept ON stores_receipt; DROP FUNCTION stores_receipt_kept();
DROP TRIGGER stores_order_decided ON stores_order; DROP FUNCTION stores_order_decided();
"""


def columns(table: str, *names: str) -> migrations.RunSQL:
    """What else is written there stays: only these columns may be changed by the serving role."""
    return migrations.RunSQL(
        f"REVOKE UPDATE ON {table} FROM sm_app; GRANT UPDATE ({', '.join(names)}) ON {table} TO sm_app",
        f"GRANT UPDATE ON {table} TO sm_app",
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("stores", "0004_dock")]

    operations: ClassVar = [
        secure(
            "stores_order", select=_OURS,
            insert=f"organisation_id IS NOT NULL AND {own()} AND requested_by = {ACTOR} AND {WORKS} OR {_KEEP}",
            update=f"{own_as('company_admin')} OR {_DECIDE}",
        ),
        steps("stores_order", noun="order", moves=ORDER),
        secure("stores_order_transition", select=_SEEN_ORDER, insert=_BY_TRIGGER),
        secure(
            "stores_order_line", select=_SEEN_ORDER, insert=f"{_ASKED_ORDER} AND {WORKS} OR {_MACHINE}",
            update=f"({_KEEP}) AND pg_trigger_depth() > 0",
        ),
        secure(
            "stores_receipt", select="EXISTS (SELECT 1 FROM stores_order_line l WHERE l.id = line_id)", insert=_KEEP,
        ),
        secure("stores_recall", select=ANYONE, insert=_RECALL),
        secure("stores_parcel", select=_OURS, insert=_KEEP, update=_KEEP),
        steps("stores_parcel", noun="parcel", moves=PARCEL),
        secure(
            "stores_parcel_transition", select="EXISTS (SELECT 1 FROM stores_parcel p WHERE p.id = parcel_id)", insert=_BY_TRIGGER,
        ),
        secure("stores_cylinder", select=_OURS, insert=_KEEP, update=f"{_KEEP} OR {_WORKER}"),
        steps("stores_cylinder", noun="cylinder", moves=CYLINDER),
        secure(
            "stores_cylinder_transition", select="EXISTS (SELECT 1 FROM stores_cylinder c WHERE c.id = cylinder_id)", insert=_BY_TRIGGER,
        ),
        append_only(
            "stores_order_transition", "stores_receipt", "stores_recall", "stores_parcel_transition", "stores_cylinder_transition",
        ),
        columns("stores_order", "state", "approved_by", "settled_because", "ordered_as"),
        columns("stores_order_line", "received"),
        columns(
            "stores_parcel", "organisation_id", "person", "state", "place_id", "cooled_at", "handed_to", "signature", "gone_at", "reason",
        ),
        columns("stores_cylinder", "state", "place_id", "counted_to", "returned_on"),
        migrations.RunSQL(GUARDS, UNGUARDS),
    ]
