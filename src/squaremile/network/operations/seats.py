"""Coming to an event: a seat or a place on the waiting list, giving it back, arriving."""

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Event, Seat, SeatHolder
from squaremile.network.operations import event_letters as letters
from squaremile.network.operations.events import locked
from squaremile.network.words import partnering as words

ONCE = {
    "event_capacity_kept": words.EVENT_FULL, "seat_holder_once": words.RSVP_ALREADY, "seat_turn_once": words.RSVP_ALREADY,
}  # fmt: skip
DOOR_OPEN = ("open", "closed", "running", "finished")


@operation(
    "network.rsvp", ko="참석 신청", en="Ask for a seat", may=rules.attend,
    refuses=(words.NOT_OPEN, words.RSVP_ALREADY, words.REGISTER_INSTEAD, NOT_FOUND), constraints=ONCE,
)
def rsvp(*, event: str) -> Seat:
    """A seat at an event; where all are taken, a place on the waiting list, which moves up in order."""
    found = locked(event)
    if found.kind == "partnering":
        raise Refused(words.REGISTER_INSTEAD)
    seat = take_seat(found, may_wait=True)
    note(subject=found, state=seat.state)
    return seat


@operation(
    "network.cancel_rsvp", ko="참석 취소", en="Give a seat back", may=rules.attend,
    refuses=(words.RSVP_NONE, words.NOT_OPEN, NOT_FOUND), constraints=ONCE,
)
def cancel_rsvp(*, event: str) -> Seat:
    """Give the seat back, or stop waiting. The first who waits has it at once."""
    found = locked(event)
    if found.state not in ("announced", "open", "closed", "running"):
        raise Refused(words.NOT_OPEN)
    holder = SeatHolder.objects.select_related("seat").filter(event=found, person_id=require().actor).first()
    if holder is None or holder.seat.state == "cancelled":
        raise Refused(words.RSVP_NONE)
    leave_seat(found, holder)
    note(subject=found)
    return holder.seat


def take_seat(event: Event, *, may_wait: bool) -> Seat:
    """The asker's seat. The caller has queued for the event; the database counts again."""
    if event.state != "open":
        raise Refused(words.NOT_OPEN)
    person = require().actor
    holder = SeatHolder.objects.select_related("seat").filter(event=event, person_id=person).first()
    if holder is not None and holder.seat.state != "cancelled":
        raise Refused(words.RSVP_ALREADY)
    taken = Seat.objects.filter(event=event)
    going = taken.filter(state="going").count()
    full = event.capacity is not None and going >= event.capacity
    # Nobody overtakes those who wait, even where a seat is free for a moment.
    waits = may_wait and (full or taken.filter(state="waiting").exists())
    last = taken.order_by("-turn").values_list("turn", flat=True).first() or 0
    state = "waiting" if waits else "going"
    if holder is None:
        seat = Seat.objects.create(event=event, state=state, turn=last + 1)
        SeatHolder.objects.create(  # type: ignore[misc]
            code=short_code("GU"), seat=seat, event=event, person_id=person, asked_at=clock.now()
        )
    else:
        seat = holder.seat
        seat.state, seat.turn = state, last + 1
        seat.save(update_fields=["state", "turn"])
    if state == "going" and person is not None:
        letters.tell_confirmed(event, person)
    return seat


def leave_seat(event: Event, holder: SeatHolder) -> None:
    """Free the seat and move the waiting list up."""
    holder.seat.state = "cancelled"
    holder.seat.save(update_fields=["state"])
    letters.promote(event)


def guest(code: str) -> SeatHolder:
    """Whoever has this badge and comes. Raises Missing."""
    holder = SeatHolder.objects.select_related("event", "seat").filter(code=code, seat__state="going").first()
    if holder is None:
        raise Missing(NOT_FOUND)
    return holder


@operation(
    "network.check_in", ko="도착 확인", en="Check somebody in", may=rules.liaise,
    refuses=(words.NOT_OPEN, words.CHECKED_IN, NOT_FOUND),
)
def check_in(*, guest_code: str) -> SeatHolder:
    """Somebody has arrived: by the code on her badge."""
    holder = guest(guest_code)
    if holder.event.state not in DOOR_OPEN:
        raise Refused(words.NOT_OPEN)
    if holder.checked_in_at is not None:
        raise Refused(words.CHECKED_IN)
    holder.checked_in_at, holder.checked_in_by_id = clock.now(), require().actor
    holder.save(update_fields=["checked_in_at", "checked_in_by"])
    note(subject=holder.event, guest=holder.code)
    return holder


@operation(
    "network.undo_check_in", ko="도착 확인 되돌리기", en="Undo a check-in", may=rules.liaise,
    refuses=(words.NOT_CHECKED_IN, NOT_FOUND),
)
def undo_check_in(*, guest_code: str) -> SeatHolder:
    """It was a slip: she has not arrived."""
    holder = guest(guest_code)
    if holder.checked_in_at is None:
        raise Refused(words.NOT_CHECKED_IN)
    holder.checked_in_at = holder.checked_in_by_id = None
    holder.save(update_fields=["checked_in_at", "checked_in_by"])
    note(subject=holder.event, guest=holder.code, undone=True)
    return holder
