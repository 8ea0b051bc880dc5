"""Row security of events and partnering: the cluster sees events and that seats are taken; who meets whom, the two."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import ACTOR, SIGNED, STAFF, WORKS, append_only, own, role, secure, system
from squaremile.kernel.state_steps import steps

LIAISON = role("site_director", "programme")
LOOKS_ON = f"{LIAISON} OR {role('auditor')}"
MACHINE = system("worker", "import", "setup")
KEEPS = f"{LIAISON} OR {MACHINE}"
# An inner look runs under its own row security: participants show themselves to themselves, and all to liaison staff.
SEEN = "EXISTS (SELECT 1 FROM network_event e WHERE e.id = event_id)"
_P = "EXISTS (SELECT 1 FROM network_participant p WHERE {0})"
_ME = f"p.user_id = {ACTOR} AND {WORKS}"
_OPENS = "p.id = participant_id OR p.event_id = network_profile.event_id AND p.state = 'registered'"
MOVES = (
    ("", "draft"), ("", "announced"), ("", "open"), ("draft", "announced"), ("draft", "open"), ("draft", "cancelled"),
    ("announced", "open"), ("announced", "cancelled"), ("open", "closed"), ("open", "running"), ("open", "cancelled"),
    ("closed", "open"), ("closed", "running"), ("closed", "cancelled"), ("running", "finished"),
    ("running", "cancelled"), ("finished", "running"),
)  # fmt: skip

CAPACITY = """
CREATE FUNCTION network_seat_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most integer;
BEGIN
  IF NEW.state <> 'going' THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.event_id::text, 40));
  SELECT capacity INTO most FROM network_event WHERE id = NEW.event_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the event is not there' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_capacity_kept';
  END IF;
  IF most IS NOT NULL
    AND (SELECT count(*) FROM network_seat WHERE event_id = NEW.event_id AND state = 'going') > most THEN
    RAISE EXCEPTION 'the event is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'event_capacity_kept';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER network_seat_counted AFTER INSERT OR UPDATE OF state ON network_seat
  FOR EACH ROW EXECUTE FUNCTION network_seat_counted();
"""
BOTH_SIDES = """
CREATE FUNCTION network_meeting_engages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO network_engagement (id, participant_id, slot_id, meeting_id, live, why)
    SELECT gen_random_uuid(), side, NEW.slot_id, NEW.id, NEW.state <> 'cancelled', ''
    FROM unnest(ARRAY[NEW.first_id, NEW.second_id]) AS side;
  ELSE
    UPDATE network_engagement SET slot_id = NEW.slot_id, live = NEW.state <> 'cancelled' WHERE meeting_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER network_meeting_engages AFTER INSERT OR UPDATE OF slot_id, state ON network_meeting
  FOR EACH ROW EXECUTE FUNCTION network_meeting_engages();
"""


def _undo(name: str, table: str) -> str:
    return f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}();"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0040_partnering")]

    operations: ClassVar = [
        secure(
            "network_event_invitation", select=f"{own()} OR {LOOKS_ON} OR {MACHINE}", insert=KEEPS,
        ),
        secure(
            "network_event",
            select=f"{ACTOR} IS NOT NULL AND state <> 'draft' AND (visibility = 'cluster' OR {STAFF} OR EXISTS (SELECT 1 FROM"
            f" network_event_invitation i WHERE i.event_id = network_event.id)) OR {LOOKS_ON} OR {MACHINE}",
            insert=KEEPS, update=KEEPS,
        ),
        secure("network_event_transition", select=SEEN, insert=SIGNED),
        append_only("network_event_transition"),
        steps("network_event", noun="event", moves=MOVES),
        secure(
            "network_seat", select=SEEN, insert=f"{ACTOR} IS NOT NULL AND {SEEN} AND {WORKS} OR {KEEPS}",
            update=f"EXISTS (SELECT 1 FROM network_seat_holder h WHERE h.seat_id = network_seat.id"
            f" AND h.person_id = {ACTOR}) AND {WORKS} OR {KEEPS}",
        ),
        secure(
            "network_seat_holder", select=f"person_id = {ACTOR} OR {LOOKS_ON} OR {MACHINE}",
            insert=f"person_id = {ACTOR} AND {WORKS} OR {KEEPS}", update=f"person_id = {ACTOR} AND {WORKS} OR {KEEPS}",
        ),
        migrations.RunSQL(CAPACITY, _undo("network_seat_counted", "network_seat")),
        secure("network_partnering", select=SEEN, insert=KEEPS, update=KEEPS),
        secure("network_meeting_slot", select=SEEN, insert=KEEPS, delete=KEEPS),
        secure("network_meeting_table", select=SEEN, insert=KEEPS, delete=KEEPS),
        secure(
            "network_participant", select=f"user_id = {ACTOR} OR {LOOKS_ON} OR {MACHINE}",
            insert=f"user_id = {ACTOR} AND {SEEN} AND {WORKS} OR {KEEPS}", update=f"user_id = {ACTOR} AND {WORKS} OR {KEEPS}",
        ),
        secure(
            "network_profile",
            select=f"{_P.format(_OPENS)} OR {MACHINE}",
            insert=f"{_P.format('p.id = participant_id AND ' + _ME)} OR {KEEPS}",
            update=f"{_P.format('p.id = participant_id AND ' + _ME)} OR {KEEPS}",
        ),
        secure(
            "network_meeting_request", select=f"{_P.format('p.id IN (asker_id, asked_id)')} OR {MACHINE}",
            insert=f"{_P.format('p.id = asker_id AND ' + _ME)} OR {KEEPS}",
            update=f"{_P.format('p.id IN (asker_id, asked_id) AND ' + _ME)} OR {KEEPS}",
        ),
        secure(
            "network_request_answer", select=f"{_P.format('p.id = answerer_id')} OR {MACHINE}",
            insert=f"{_P.format('p.id = answerer_id AND ' + _ME)} OR {KEEPS}",
            update=f"{_P.format('p.id = answerer_id AND ' + _ME)} OR {KEEPS}",
        ),
        secure(
            "network_meeting", select=f"{_P.format('p.id IN (first_id, second_id)')} OR {MACHINE}",
            insert=f"{_P.format('p.id IN (first_id, second_id) AND ' + _ME)} OR {KEEPS}",
            update=f"{_P.format('p.id IN (first_id, second_id) AND ' + _ME)} OR {KEEPS}",
        ),
        secure(
            "network_engagement",
            select=f"{_P.format('p.id = participant_id')} OR meeting_id IS NOT NULL AND EXISTS (SELECT 1 FROM"
            f" network_meeting m WHERE m.id = meeting_id) OR {MACHINE}",
            insert=f"{_P.format('p.id = participant_id AND ' + _ME)} OR meeting_id IS NOT NULL AND EXISTS (SELECT 1"
            f" FROM network_meeting m WHERE m.id = meeting_id) AND {WORKS} OR {KEEPS}",
            update=f"meeting_id IS NOT NULL AND EXISTS (SELECT 1 FROM network_meeting m WHERE m.id = meeting_id)"
            f" AND {WORKS} OR {KEEPS}",
            delete=f"meeting_id IS NULL AND ({_P.format('p.id = participant_id AND ' + _ME)} OR {KEEPS})",
        ),
        migrations.RunSQL(BOTH_SIDES, _undo("network_meeting_engages", "network_meeting")),
        secure(
            "network_meeting_feedback", select=f"{_P.format('p.id = participant_id')} OR {MACHINE}",
            insert=f"{_P.format('p.id = participant_id AND ' + _ME)} OR {KEEPS}",
            update=f"{_P.format('p.id = participant_id AND ' + _ME)} OR {KEEPS}",
        ),
        secure(
            "network_follow_up",
            select=f"EXISTS (SELECT 1 FROM network_meeting m WHERE m.id = meeting_id) OR {MACHINE}",
            insert=f"EXISTS (SELECT 1 FROM network_meeting m WHERE m.id = meeting_id) AND {WORKS} OR {KEEPS}",
            update=f"EXISTS (SELECT 1 FROM network_meeting m WHERE m.id = meeting_id) AND {WORKS} OR {KEEPS}",
        ),
    ]
