"""Taking a slot."""

from datetime import datetime
from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import Reservation
from squaremile.booking.operations.queue import queue_for
from squaremile.booking.policies import quota, slots
from squaremile.booking.reads import reserving
from squaremile.core import gates
from squaremile.core.reads import people
from squaremile.core.words import NO_ORGANISATION, NOT_FOUND, PERSON_UNKNOWN, PROJECT_UNKNOWN
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import act_and_record, note, operation, publish
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.published.booking import ReservationHeld

RULES_OF_USE = (
    words.NOT_IN_SERVICE, words.FAULT_OPEN, words.NOT_QUALIFIED, words.QUALIFICATION_ENDS, words.OUTSIDE_HOURS,
    words.TOO_SHORT, words.TOO_LONG, words.OFF_STEP, words.IN_PAST, words.TOO_SOON, words.TOO_FAR,
    words.QUOTA_PERSON, words.QUOTA_COMPANY, words.PERIOD_EMPTY, NOT_FOUND,
)


@operation(
    "booking.reserve", ko="예약하기", en="Reserve an instrument", may=rules.reserve,
    refuses=(*RULES_OF_USE, NO_ORGANISATION, PERSON_UNKNOWN, PROJECT_UNKNOWN),
    constraints={"reservation_no_overlap": words.SLOT_TAKEN},
)
def reserve(
    *, equipment: str, start: datetime, end: datetime, organisation: str = "", project: str = "",
    purpose: str = "", assisted: bool = False, person: UUID | None = None,
) -> Reservation:
    """Take an instrument, with its linked instruments and buffers, from `start` to `end`.

    A company admin may book for a colleague (`person`). The slot is pending where the rules ask for approval or
    assistance. Nobody else can hold an overlapping slot: the database refuses it.
    """
    asking = require()
    company = people.booking_company(asking, organisation)
    holder = people.booking_person(asking, company, person)
    charged = people.project(company, project) if project else None
    slot = reserving.slot(
        code=equipment, person=holder, organisation=company, period=span(start, end), project=charged, assisted=assisted
    )
    if slot.shares or slot.linked or slot.project:
        # Before shares are counted: two requests of one owner must not pass together what each passes alone. And before a
        # gate queues for a project's budget: whoever waits for an instrument holds nothing that another waits for.
        queue_for([slot.equipment, *(link.id for link in slot.linked)])
    check(slot)
    gates.check("booking.reserve", slot)
    main = shape(slot, state="pending" if waits(slot.rules, assisted=assisted) else "confirmed")
    note(subject=main, organisation=company, equipment=equipment, period=slot.period, person=holder)
    publish(ReservationHeld(
        reservation=main.id, code=main.code, equipment=slot.equipment, organisation=company, person=holder,
        start=slot.period.start, end=slot.period.end, state=main.state,
    ))
    act_and_record((_SHAPE, _DETAIL), {
        "id": main.id, "code": main.code, "equipment": slot.equipment, "state": main.state, "now": main.created_at,
        "start": slot.period.start, "end": slot.period.end, "from": main.claimed.start, "until": main.claimed.end,
        "detail": uuid7(), "organisation": company, "person": holder,
        "project": charged, "purpose": purpose.strip(),
        "assisted": assisted,
    })  # fmt: skip
    main._state.adding = False
    take_linked(slot, main)
    return main


def waits(rules_of_use: slots.Rules, *, assisted: bool) -> bool:
    """Must staff agree first? Where the rules say so, or where their help is asked for."""
    return rules_of_use.needs_approval or (assisted and rules_of_use.offers_assistance)


def span(start: datetime, end: datetime) -> Period:
    """The asked period, or a clear refusal."""
    if start.tzinfo is None or end.tzinfo is None or end <= start:
        raise Invalid(words.PERIOD_EMPTY)
    return Period(start, end)


def check(slot: reserving.Slot, *, but: UUID | None = None) -> None:
    """Raise the first rule of use that the slot breaks. `but` is the reservation being moved.

    Where there are shares, the caller has queued for the instrument.
    """
    for breach in slot.breaches(clock.now()):
        raise Refused(breach.code, {"instrument": slot.name, **dict(breach.values)})
    for share in slot.shares:
        owner = {"person": slot.person if share.per == "person" else None, "organisation": slot.organisation}
        frame = Period(
            quota.window(share, slot.period.start, slot.zone).start, quota.window(share, slot.period.end, slot.zone).end
        )
        earlier = reserving.held(equipment=slot.equipment, frame=frame, but=but, **owner)
        for verdict in quota.judge(share, slot.period, earlier, slot.zone):
            if not verdict.fits:
                code = words.QUOTA_PERSON if share.per == "person" else words.QUOTA_COMPANY
                raise Refused(code, arithmetic=quota.arithmetic(verdict))


# The shape, its detail and the record go to the database in one statement: the busiest write of the house. The names
# are those of the two models.
_SHAPE = """
INSERT INTO booking_reservation (id, code, equipment_id, kind, period, claimed, state, created_at)
VALUES (%(id)s, %(code)s, %(equipment)s, 'booking', tstzrange(%(start)s, %(end)s), tstzrange(%(from)s, %(until)s),
  %(state)s, %(now)s)
"""
_DETAIL = """
INSERT INTO booking_reservation_detail
  (id, reservation_id, organisation_id, person_id, project_id, purpose, assisted, work_type, reason, sequence, starts_at)
VALUES (%(detail)s, %(id)s, %(organisation)s, %(person)s, %(project)s, %(purpose)s, %(assisted)s, '', '', 0, %(start)s)
"""


def shape(slot: reserving.Slot, *, state: str) -> Reservation:
    """The row that everyone will see, not written yet."""
    return Reservation(
        code=short_code("RS"), equipment_id=slot.equipment, kind="booking", period=slot.period,
        claimed=slots.claim(slot.period, slot.rules), state=state, created_at=clock.now(),
    )


def take_linked(slot: reserving.Slot, main: Reservation) -> None:
    """Write the shapes of the linked instruments. Where there are any, the caller has queued."""
    if slot.linked:
        Reservation.objects.bulk_create(
            Reservation(
                code=short_code("RS"), equipment_id=link.id, parent=main, kind="linked", period=main.period,
                claimed=main.claimed, state=main.state, created_at=main.created_at,
            )
            for link in slot.linked
        )
