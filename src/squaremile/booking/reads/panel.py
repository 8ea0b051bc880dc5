"""The booking panel: may I take this time, what will it mean, and what else is there if not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from squaremile.booking.models import ReservationDetail
from squaremile.booking.policies import cancellation, slots
from squaremile.booking.reads import checklist, instruments, reserving
from squaremile.booking.reads.instruments import Instrument
from squaremile.core.reads import people
from squaremile.core.words import NO_ORGANISATION, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing, Refused
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class StandIn:
    """Another instrument of the class that the asker could take at that time."""

    code: str
    name: Text
    place_name: Text


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel shows beside the form. `claimed` is the period with its buffers."""

    instrument: Instrument
    period: Period
    claimed: Period
    needs: tuple[str, ...]
    waits: bool
    offers_assistance: bool
    free_until: datetime
    checklist: tuple[checklist.Check, ...]
    conflict: bool
    fits: tuple[Period, ...]
    """The next times of the same length, where this one cannot be had."""
    stand_ins: tuple[StandIn, ...]

    @property
    def may_book(self) -> bool:
        return all(check.open for check in self.checklist)


def panel(
    *, equipment: str, start: datetime, end: datetime, organisation: str = "", person: UUID | None = None,
    moving: str = "", project: str = "", assisted: bool = False,
) -> Panel:
    """The panel for a time on an instrument. `moving`: the code of one's own booking that is to be moved there.

    Raises Missing for an instrument or a booking that is not there, ValueError for a time that is none.
    """
    asking, period = require(), Period(start, end)
    one = instruments.by_code(equipment)
    if one is None:
        raise Missing(NOT_FOUND)
    holder = _moved(moving) if moving else None
    payer = holder.organisation_id if holder else company(organisation)
    slot = reserving.slot(
        code=equipment, person=holder.person_id if holder else person or asking.actor, organisation=payer,
        period=period, project=holder.project_id if holder else charged_to(payer, project),
        assisted=holder.assisted if holder else assisted, moving=moving,
    )
    but = holder.reservation_id if holder else None
    claimed = slots.claim(period, slot.rules)
    spans = instruments.taken(instruments.with_needs([one]), _window(one, period), but=but)
    busy = instruments.busy(one, spans)
    conflict = any(each.overlaps(claimed) for each in busy)
    checks = (
        *checklist.standing(slot), *checklist.timing(slot), *checklist.shares(slot, but=but),
        checklist.free(slot, not conflict), *checklist.of_others(slot),
    )
    refused = not all(check.open for check in checks)
    return Panel(
        instrument=one, period=period, claimed=claimed, needs=tuple(str(link.name) for link in slot.linked),
        waits=slot.rules.needs_approval, offers_assistance=slot.rules.offers_assistance,
        free_until=cancellation.free_until(period, slot.rules.cancel_free_minutes), checklist=checks,
        conflict=conflict, fits=tuple(_fits(one, busy, period)) if refused else (),
        stand_ins=tuple(stand_ins(one, [period])[period]) if refused else (),
    )


def company(code: str) -> UUID | None:
    """The company asked for by code; without a code the only one, or the first. Raises `access.no_organisation`."""
    asking = require()
    try:
        return people.booking_company(asking, code)
    except Refused as refused:
        if code or refused.code != NO_ORGANISATION:
            raise
        return checklist.company_of(asking)


def charged_to(payer: UUID | None, project: str) -> UUID | None:
    """The project by its code; nothing while there is none that fits the company."""
    try:
        return people.project(payer, project) if payer and project else None
    except Refused:
        return None


def _moved(code: str) -> ReservationDetail:
    found = ReservationDetail.objects.filter(reservation__code=code, reservation__kind="booking").first()
    if found is None:
        raise Missing(NOT_FOUND)
    return found


def _window(one: Instrument, period: Period) -> Period:
    """From now (or the asked time) to the horizon, with room for buffers."""
    horizon = clock.now() + timedelta(days=one.rules.horizon_days + 1)
    return Period(min(clock.now(), period.start) - timedelta(days=1), max(horizon, period.end + timedelta(days=1)))


def _fits(one: Instrument, busy: list[Period], period: Period) -> list[Period]:
    return slots.next_fits(
        busy, one.rules, one.hours, minutes=period.minutes, after=period.start, now=clock.now(), zone=one.zone
    )


def stand_ins(one: Instrument, periods: list[Period]) -> dict[Period, list[StandIn]]:
    """For each period, the others of the class that are in service, free, open and known to the asker.

    Two statements, however many periods and instruments. Shares and other domains' conditions are asked on booking.
    """
    others = [other for other in instruments.like(one) if other.bookable and other.trained]
    whole = Period(min(p.start for p in periods), max(p.end for p in periods))
    spans = instruments.taken(instruments.with_needs(others), whole.padded(timedelta(days=1), timedelta(days=1)))
    busy = {other.id: instruments.busy(other, spans) for other in others}
    now = clock.now()
    return {
        period: [
            StandIn(other.code, other.name, other.place_name) for other in others
            if not any(slots.breaches(period, other.rules, other.hours, now=now, zone=other.zone))
            and not any(b.overlaps(slots.claim(period, other.rules)) for b in busy[other.id])
        ]
        for period in periods
    }
