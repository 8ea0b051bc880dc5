"""What the worker may touch (forgotten bookings and sessions, notices), and reports by people of no company."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, STAFF, own, system

_WORKER = system("worker")
_OWN = f"{own()} OR {STAFF}"
_MINE = f"organisation_id IS NULL AND person = {ACTOR}"


def _policy(table: str, verb: str, rule: str) -> str:
    clauses = {
        "select": f"USING ({rule})", "insert": f"WITH CHECK ({rule})", "update": f"USING ({rule}) WITH CHECK ({rule})",
    }
    return f"ALTER POLICY {table}_{verb} ON {table} {clauses[verb]}"


_CHANGES = (
    ("booking_reservation_detail", "select", _OWN, f"{_OWN} OR {_WORKER}"),
    ("booking_reservation_detail", "update", _OWN, f"{_OWN} OR {_WORKER}"),
    ("booking_session", "select", _OWN, f"{_OWN} OR {_WORKER}"),
    ("booking_session", "update", _OWN, f"{_OWN} OR {_WORKER}"),
    ("booking_fault_report", "select", _OWN, f"{_OWN} OR {_MINE}"),
    ("booking_fault_report", "insert", _OWN, f"{_OWN} OR {_MINE}"),
    # Usage of a session that the worker ends is recorded by the worker.
    ("metering_usage_event", "select", _OWN, f"{_OWN} OR {_WORKER}"),
    ("metering_usage_event", "insert", _OWN, f"{_OWN} OR {_WORKER}"),
)

# A confirmed booking that is moved waits for approval again, where its instrument's rules ask for one.
_STEPS = """
CREATE OR REPLACE FUNCTION booking_reservation_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.state = OLD.state THEN RETURN NULL; END IF;
    IF NOT (OLD.state, NEW.state) IN (
      ('pending', 'confirmed'), ('pending', 'declined'), ('pending', 'cancelled'),
      ('confirmed', 'pending'), ('confirmed', 'in_use'), ('confirmed', 'cancelled'), ('confirmed', 'missed'),
      ('confirmed', 'done'), ('in_use', 'done')
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
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("booking", "0003_state_says"), ("metering", "0002_security")]

    operations: ClassVar = [
        migrations.RunSQL(_STEPS, migrations.RunSQL.noop),
        *(
            migrations.RunSQL(_policy(table, verb, after), _policy(table, verb, before))
            for table, verb, before, after in _CHANGES
        ),
    ]
