"""Row security of booking, and the rules of a reservation's life that the database keeps by itself."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, ANYONE, STAFF, append_only, own, role, secure

_EDITORS = role("site_director", "lab_operations")
_STOPPERS = role("site_director", "lab_operations", "safety_officer")
_MINE_THROUGH_DETAIL = "EXISTS (SELECT 1 FROM booking_reservation_detail d WHERE d.reservation_id = {column})"
_OWN_SHAPE = _MINE_THROUGH_DETAIL.format(column="COALESCE(parent_id, booking_reservation.id)")
_COLLEAGUE = f"person_id IN (SELECT user_id FROM core_role_grant g WHERE {own('g.organisation_id')})"

LIFE = """
-- One instrument, one writer at a time: competing inserts queue here instead of deadlocking in the exclusion index.
CREATE FUNCTION booking_reservation_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.equipment_id::text, 7));
  RETURN NEW;
END $$;
CREATE TRIGGER booking_reservation_queue BEFORE INSERT OR UPDATE OF claimed, equipment_id, state
  ON booking_reservation FOR EACH ROW EXECUTE FUNCTION booking_reservation_queue();

-- Which steps a reservation may take; every step leaves a row.
CREATE FUNCTION booking_reservation_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.state = OLD.state THEN RETURN NULL; END IF;
    IF NOT (OLD.state, NEW.state) IN (
      ('pending', 'confirmed'), ('pending', 'declined'), ('pending', 'cancelled'),
      ('confirmed', 'in_use'), ('confirmed', 'cancelled'), ('confirmed', 'missed'), ('confirmed', 'done'),
      ('in_use', 'done')
    ) THEN
      RAISE EXCEPTION 'a reservation cannot go from % to %', OLD.state, NEW.state
        USING ERRCODE = 'check_violation', CONSTRAINT = 'reservation_step_allowed';
    END IF;
  END IF;
  INSERT INTO booking_reservation_transition (id, reservation_id, before, after, at, actor, operator)
  VALUES (gen_random_uuid(), NEW.id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.state ELSE '' END, NEW.state,
          clock_timestamp(), sm_actor(), sm_operator());
  RETURN NULL;
END $$;
CREATE TRIGGER booking_reservation_step AFTER INSERT OR UPDATE OF state
  ON booking_reservation FOR EACH ROW EXECUTE FUNCTION booking_reservation_step();

-- A slot without an owner cannot be committed.
CREATE FUNCTION booking_reservation_owned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public AS $$
BEGIN
  IF NEW.kind <> 'linked' AND NOT EXISTS (SELECT 1 FROM booking_reservation_detail WHERE reservation_id = NEW.id) THEN
    RAISE EXCEPTION 'reservation % has no detail', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reservation_has_detail';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER booking_reservation_owned AFTER INSERT ON booking_reservation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION booking_reservation_owned();
CREATE POLICY booking_reservation_detail_definer ON booking_reservation_detail FOR SELECT TO sm_owner USING (true);

-- The weekly feed reads by time within an instrument; the timeline asks what changed last.
CREATE INDEX reservation_by_time ON booking_reservation (equipment_id, upper(period), lower(period));
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("booking", "0001_initial"), ("core", "0002_security")]

    operations: ClassVar = [
        *(
            secure(f"booking_{table}", select=ANYONE, insert=_EDITORS, update=_EDITORS)
            for table in ("equipment_kind", "equipment_class", "equipment", "rules", "opening_hours", "quota", "manual")
        ),
        secure("booking_link", select=ANYONE, insert=_EDITORS, update=_EDITORS, delete=_EDITORS),
        secure("booking_equipment_history", select=STAFF, insert=_EDITORS),
        secure("booking_rules_history", select=STAFF, insert=_EDITORS),
        append_only("booking_equipment_history", "booking_rules_history"),
        secure(
            "booking_qualification",
            select=f"person_id = {ACTOR} OR {STAFF} OR {_COLLEAGUE}", insert=_STOPPERS, update=_STOPPERS,
        ),
        secure("booking_reservation", select=ANYONE, insert=f"{ACTOR} IS NOT NULL OR {STAFF}", update=_OWN_SHAPE),
        secure(
            "booking_reservation_detail",
            select=f"{own()} OR {STAFF}", insert=f"{own()} OR {STAFF}", update=f"{own()} OR {STAFF}",
        ),
        secure(
            "booking_reservation_transition",
            select=_MINE_THROUGH_DETAIL.format(column="reservation_id"), insert=ANYONE,
        ),
        append_only("booking_reservation_transition"),
        secure("booking_session", select=f"{own()} OR {STAFF}", insert=f"{own()} OR {STAFF}", update=f"{own()} OR {STAFF}"),
        secure("booking_fault", select=ANYONE, insert=f"{ACTOR} IS NOT NULL OR {STAFF}", update=_STOPPERS),
        secure("booking_fault_report", select=f"{own()} OR {STAFF}", insert=f"{own()} OR {STAFF}"),
        append_only("booking_fault_report"),
        migrations.RunSQL(LIFE, migrations.RunSQL.noop),
    ]
