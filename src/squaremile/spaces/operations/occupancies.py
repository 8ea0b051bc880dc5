"""Who has which bench, suite or desk, and for how long: hold, occupy, extend, release."""

from datetime import datetime
from uuid import UUID

from squaremile.core.reads import organisations
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.period import Period
from squaremile.published.spaces import PlaceExtended, PlaceHeld, PlaceOccupied, PlaceReleased
from squaremile.spaces import rules, words
from squaremile.spaces.models import Occupancy, OccupancyDetail
from squaremile.spaces.operations.places import found

TAKEN = {"occupancy_no_overlap": words.PLACE_TAKEN, "occupancy_no_overlap_around": words.AROUND_TAKEN,
         "occupancy_within_place": words.PLACE_GONE}
STEP = {"occupancy_step_allowed": words.STEP_NOT_ALLOWED}


@operation(
    "spaces.hold", ko="자리 배정하기", en="Hold a place", may=rules.assign,
    refuses=(words.PERIOD_EMPTY, words.NOT_RENTABLE, NOT_FOUND),
    constraints={**TAKEN, "occupancy_place_rentable": words.NOT_RENTABLE},
)
def hold(*, place: str, organisation: str, start: datetime, end: datetime, note_text: str = "") -> Occupancy:
    """Keep a place for an organisation (both by code) from `start` to `end`. Nobody else can then have it.

    A bench cannot be let while its suite is let as a whole, nor the other way round.
    """
    if start.tzinfo is None or end.tzinfo is None or end <= start:
        raise Invalid(words.PERIOD_EMPTY)
    return kept(place, organisations.organisation(organisation).id, Period(start, end), note_text)


def kept(place: str, holder: UUID, period: Period, note_text: str = "") -> Occupancy:
    """Hold a place inside another operation, for a company that need not be in the cluster yet."""
    where = found(place)
    if not (where.rentable and where.active):
        raise Refused(words.NOT_RENTABLE)
    held = Occupancy.objects.create(code=short_code("OC"), place=where, period=period, state="held")
    OccupancyDetail.objects.create(occupancy=held, organisation_id=holder, note=note_text.strip())
    note(subject=held, organisation=holder, place=place, period=held.period)
    publish(PlaceHeld(
        occupancy=held.id, code=held.code, place=where.id, place_code=where.code, organisation=holder,
        start=held.period.start, end=held.period.end,
    ))
    return held


@operation(
    "spaces.occupy", ko="입주시키기", en="Move in", may=rules.move_in,
    refuses=(words.OVER, words.MOVED_IN, NOT_FOUND), constraints={**TAKEN, **STEP},
)
def occupy(*, occupancy: str) -> Occupancy:
    """The holder moves in now. Before the held period has begun, it begins now, if the place is free."""
    detail, now = _locked(occupancy), clock.now()
    held = detail.occupancy
    if held.state == "occupied":
        raise Refused(words.MOVED_IN)
    if now >= held.period.end:
        raise Refused(words.OVER)
    held.period = Period(min(now, held.period.start), held.period.end)
    held.state, held.occupied_at = "occupied", now
    held.save(update_fields=["period", "state", "occupied_at"])
    note(subject=held, organisation=detail.organisation_id, place=held.place.code, period=held.period)
    publish(PlaceOccupied(
        occupancy=held.id, code=held.code, place=held.place_id, place_code=held.place.code,
        organisation=detail.organisation_id, at=now, end=held.period.end,
    ))
    return held


@operation(
    "spaces.extend", ko="연장하기", en="Extend", may=rules.prolong,
    refuses=(words.OVER, words.NOT_LONGER, NOT_FOUND), constraints=TAKEN,
)
def extend(*, occupancy: str, end: datetime) -> Occupancy:
    """The holder keeps the place until a later `end`, if nobody else has it by then."""
    detail = _locked(occupancy)
    held, was = detail.occupancy, detail.occupancy.period
    if end.tzinfo is None or end <= was.end:
        raise Invalid(words.NOT_LONGER, {"until": f"{was.end:%Y-%m-%d}"})
    held.period = Period(was.start, end)
    held.save(update_fields=["period"])
    note(subject=held, organisation=detail.organisation_id, place=held.place.code, before=was, after=held.period)
    publish(PlaceExtended(
        occupancy=held.id, code=held.code, place=held.place_id, place_code=held.place.code,
        organisation=detail.organisation_id, end=held.period.end, was_end=was.end,
    ))
    return held


@operation(
    "spaces.release", ko="비우기", en="Release", may=rules.free,
    refuses=(words.OVER, words.NOT_EARLIER, NOT_FOUND), constraints=STEP,
)
def release(*, occupancy: str, end: datetime | None = None) -> Occupancy:
    """The place is free from now, or from an `end` that lies ahead (until then the holder keeps it)."""
    detail, now = _locked(occupancy), clock.now()
    held, was = detail.occupancy, detail.occupancy.period
    ends = end if end is not None and end > max(now, was.start) else None
    if ends is not None and ends >= was.end:
        raise Invalid(words.NOT_EARLIER, {"until": f"{was.end:%Y-%m-%d}"})
    if ends is None:
        held.state, held.ended_at = "ended", now
    # A hold that never began keeps its period: it ended before it counted.
    cut = ends or min(now, was.end)
    held.period = Period(was.start, cut) if cut > was.start else was
    held.save(update_fields=["period", "state", "ended_at"])
    note(subject=held, organisation=detail.organisation_id, place=held.place.code, before=was, after=held.period)
    publish(PlaceReleased(
        occupancy=held.id, code=held.code, place=held.place_id, place_code=held.place.code,
        organisation=detail.organisation_id, end=ends or now, was_end=was.end,
    ))
    return held


def _locked(code: str) -> OccupancyDetail:
    """An occupancy that has not ended, with its holder, locked. What one may not see is Missing."""
    detail = (
        OccupancyDetail.objects.select_for_update(of=("self",)).select_related("occupancy__place")
        .filter(occupancy__code=code).first()
    )
    if detail is None:
        raise Missing(NOT_FOUND)
    if detail.occupancy.state == "ended":
        raise Refused(words.OVER)
    return detail
