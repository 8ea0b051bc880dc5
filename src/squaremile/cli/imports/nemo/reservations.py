"""NEMO's reservations: which still stand, which lost their slot to an overlap, and what each was before it was moved.

Source: NEMO counts a reservation as live when it is neither cancelled, missed nor shortened (its coincidence check).
Moving one cancels it and makes a new one, linked by ``descendant``; we keep that chain as the live one's history.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.context import Context
from squaremile.cli.imports.nemo.equipment import Fleet
from squaremile.cli.imports.nemo.fields import Fields
from squaremile.cli.imports.nemo.maintenance import Maintenance
from squaremile.cli.imports.nemo.people import Person
from squaremile.cli.imports.overlaps import Claim, settle
from squaremile.kernel.period import Period


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a reservation was before it was moved or shortened."""

    external_id: str
    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Reservation:
    """``missed`` ones were never used and hold no slot. ``during`` lists maintenance that overlaps it."""

    external_id: str
    equipment: str
    via: str | None
    person: str
    made_by: str | None
    made_at: datetime | None
    project: str | None
    span: Period
    missed: bool
    title: str
    note: str
    answers: str
    history: tuple[Earlier, ...]
    during: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisplacedReservation:
    """A live reservation that is not booked because ``by`` were made first."""

    reservation: Reservation
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bookings:
    """Live reservations that stand, missed ones, and those displaced."""

    standing: tuple[Reservation, ...]
    missed: tuple[Reservation, ...]
    displaced: tuple[DisplacedReservation, ...]


def _ancestors(context: Context) -> dict[str, Fields]:
    """For each reservation the one it replaced."""
    replaced: dict[str, Fields] = {}
    for _, fields in context.records("reservation"):
        successor = context.target(fields, "descendant", "reservation")
        if successor is not None:
            replaced.setdefault(successor, fields)
    return replaced


def _history(start: str, replaced: dict[str, Fields]) -> tuple[Earlier, ...]:
    """Oldest first; a chain that bites its own tail is cut where it does."""
    line: dict[str, Earlier] = {}
    current = start
    while (before := replaced.get(current)) is not None and before.id not in line and before.id != start:
        line[before.id] = Earlier(before.id, before.moment("start"), before.moment("end"))
        current = before.id
    return tuple(reversed(line.values()))


def _reason(context: Context, fields: Fields, equipment: str | None, people: set[str]) -> str | None:
    """Why a reservation is not taken, or nothing."""
    if fields.flag("cancelled"):
        return "cancelled"
    if fields.flag("shortened"):
        return "shortened"
    if equipment is None:
        return "unknown_equipment" if fields.raw("tool") is not None else "no_target"
    if context.target(fields, "user", "user") not in people:
        return "unknown_person"
    return None if fields.span() else "no_span"


def _reservation(
    context: Context, fields: Fields, fleet: Fleet, outages: dict[str, list[Maintenance]], history: tuple[Earlier, ...]
) -> Reservation:
    tool = context.target(fields, "tool", "tool") or ""
    equipment, person, span = fleet.standing_for[tool], context.target(fields, "user", "user"), fields.span()
    assert person is not None and span is not None  # _reason let it through
    answers = fields.text("question_data")
    return Reservation(
        external_id=fields.id,
        equipment=equipment,
        via=tool if tool != equipment else None,
        person=person,
        made_by=context.target(fields, "creator", "user"),
        made_at=fields.moment("creation_time"),
        project=context.target(fields, "project", "project"),
        span=span,
        missed=fields.flag("missed"),
        title=fields.text("title"),
        note="\n".join(part for part in (fields.text("note"), fields.text("additional_information")) if part),
        answers=answers,
        history=history,
        during=tuple(each.external_id for each in outages[equipment] if each.span.overlaps(span)),
    )


def _rank(fields: Fields) -> tuple[int, ...]:
    """The stated rule: lowest pk first; without a pk, the order in the file, after those that have one."""
    pk = fields.record.pk
    number = int(pk) if pk is not None and pk.isdecimal() else None
    return (1, fields.record.position) if number is None else (0, number, fields.record.position)


def plan_reservations(
    context: Context, fleet: Fleet, people: tuple[Person, ...], maintenance: tuple[Maintenance, ...]
) -> Bookings:
    """Everything read ends as standing, missed, displaced, kept (spaces) or skipped with a reason."""
    known = {each.external_id for each in people}
    outages: defaultdict[str, list[Maintenance]] = defaultdict(list)
    for window in maintenance:
        for equipment in window.equipment:
            outages[equipment].append(window)
    replaced = _ancestors(context)
    live: dict[str, Reservation] = {}
    missed: list[Reservation] = []
    claims: list[Claim] = []
    for external_id, fields in context.records("reservation"):
        tool = context.target(fields, "tool", "tool") or ""
        reason = _reason(context, fields, fleet.standing_for.get(tool), known)
        if reason == "no_target" and fields.raw("area") is not None:
            continue  # a booking of a space: the kept section counts it
        if reason is not None:
            context.report.skip("reservation", reason)
            continue
        mine = _reservation(context, fields, fleet, outages, _history(external_id, replaced))
        if mine.missed:
            missed.append(mine)
        else:
            live[external_id] = mine
            claims.append(Claim(external_id, mine.equipment, mine.span, _rank(fields)))
    settled = settle(claims)
    displaced = tuple(
        DisplacedReservation(live[each.claim.key], tuple(holder.key for holder in each.by))
        for each in settled.displaced
    )
    standing = tuple(live[claim.key] for claim in settled.kept)
    context.report.plan("reservation", len(standing) + len(missed))
    context.report.skip("reservation", "displaced", len(displaced))
    bookings = Bookings(standing, tuple(missed), displaced)
    _findings(context, bookings, fleet, people, {each.external_id: each for each in maintenance})
    return bookings


def _findings(
    context: Context,
    bookings: Bookings,
    fleet: Fleet,
    people: tuple[Person, ...],
    maintenance: dict[str, Maintenance],
) -> None:
    """Both parties of every overlap by name, so that staff can call them."""
    equipment, names = fleet.names(), {each.external_id: each for each in people}
    standing = {each.external_id: each for each in bookings.standing}

    def when(span: Period) -> str:
        start, end = span.start.astimezone(context.zone), span.end.astimezone(context.zone)
        return f"{start:%Y-%m-%d %H:%M} – {end:%Y-%m-%d %H:%M}"

    def who(person: str) -> str:
        found = names[person]
        return f"{found.name} <{found.email}>" if found.email else found.name

    for each in bookings.displaced:
        loser = each.reservation
        for holder in (standing[key] for key in each.by):
            values = {
                "equipment": equipment[loser.equipment],
                "loser": who(loser.person),
                "loser_when": when(loser.span),
                "holder": who(holder.person),
                "holder_when": when(holder.span),
            }
            said = words.DISPLACED.fill(values)
            context.report.find("displaced", loser.external_id, said, [holder.external_id])
    for booking in bookings.standing:
        if booking.project is None:
            context.report.find("no_project", booking.external_id, words.NO_PROJECT)
        for key in booking.during:
            values = {
                "equipment": equipment[booking.equipment],
                "person": who(booking.person),
                "when": when(booking.span),
                "outage_when": when(maintenance[key].span),
            }
            said = words.IN_MAINTENANCE.fill(values)
            context.report.find("in_maintenance", booking.external_id, said, [key])
