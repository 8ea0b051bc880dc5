"""What stands against a company sitting where somebody would put it by hand, in words with the arithmetic: for staff alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.words import Text, both
from squaremile.residency.models import Company, SpaceNeed
from squaremile.residency.policies.fitting import Beside, Misfit, TooLow, TooMuch, misfits
from squaremile.residency.policies.space import Need
from squaremile.residency.policies.space_terms import HAZARDS
from squaremile.residency.reads.allocation import Ground, ground
from squaremile.residency.reads.days import day_of, today
from squaremile.residency.reads.declared_needs import declared_biosafety
from squaremile.residency.words import fitting as words
from squaremile.spaces.reads import held, places


def unfit(
    company: str, takes: Sequence[str], day: date, leaves: Collection[str] = (), *, until: date | None = None, had: bool = False
) -> list[Text]:
    """Of places (by code) from a day on, which is today or later, and on each later day until the last one on which somebody else
    comes into their rooms and areas. Held as the allocation of that day would have it. `had`: it sits there already and stays for
    longer, so what is amiss today is no reason."""
    found: list[tuple[date, Misfit]] = []
    stands = held.places().held
    for site, codes in sorted(places.by_site(takes).items()):
        seat = Seat(company, site, codes, leaves, stands)
        before = _on(seat, today())[0] if had else []
        first, near = _on(seat, day)
        found += [(day, each) for each in first if each not in before]
        known = {_what(each) for each in first}
        for later in _changes(seat, near, day, until or day):
            new = [each for each in _on(seat, later)[0] if _what(each) not in known and each not in before]
            known |= {_what(each) for each in new}
            found += [(later, each) for each in new]
    others = {each.other for _day, each in found if isinstance(each, Beside)}
    rows = Company.objects.filter(code__in=others).select_related("organisation")
    names = {row.code: both(row.organisation.name_ko, row.organisation.name_en) for row in rows}
    said = ((when, _said(each, names)) for when, each in found)
    return [text if when == day else words.FROM_DAY.fill({"day": f"{when}", "what": text}) for when, text in said]


@dataclass(frozen=True, slots=True)
class Seat:
    """Who would sit where on one site, what it leaves for it, and who has which place."""

    company: str
    site: str
    takes: Sequence[str]
    leaves: Collection[str]
    stands: Sequence[held.Held]


def _on(seat: Seat, day: date) -> tuple[list[Misfit], set[UUID]]:
    """What stands against it on a day, and the places (by key) in whose rooms or areas it would sit."""
    base = ground(seat.site, day, [(seat.company, code) for code in seat.takes], newcomer=seat.company, whole=seat.takes)
    problem = replace(
        base.problem, rivals=base.rivals, needs=[_declared(need) if need.name == seat.company else need for need in base.problem.needs]
    )
    if all(need.name != seat.company for need in problem.needs):
        return [], set()
    taken = [spot for spot in problem.spots if spot.name in seat.takes]
    rooms, areas = {spot.room for spot in taken}, {spot.area for spot in taken}
    near = {base.places[spot.name] for spot in problem.spots if spot.room in rooms or spot.area in areas}
    return misfits(problem, seat.company, seat.takes, seat.leaves, _shared(seat, base)), near


def _shared(seat: Seat, base: Ground) -> set[tuple[str, str]]:
    """(other, room) for each room in which the company and another one sit today."""
    room_of, now = {base.places[spot.name]: spot.room for spot in base.problem.spots}, clock.now()
    names = {key: code for code, key in base.companies.items()}
    sits = {
        (names[each.holder], room_of[each.place]) for each in seat.stands
        if each.start <= now < each.end and each.holder in names and each.place in room_of
    }
    return {(other, room) for other, room in sits if (seat.company, room) in sits}


def _changes(seat: Seat, near: Collection[UUID], day: date, until: date) -> list[date]:
    return sorted({
        on for each in seat.stands
        if each.place in near and day < (on := day_of(each.start)) <= until
    })  # fmt: skip


def _what(found: Misfit) -> tuple[str, ...]:
    """What it is about, whatever the sums."""
    if isinstance(found, TooMuch):
        return (found.area, found.hazard)
    return ("level", found.place) if isinstance(found, TooLow) else ("beside", found.room, found.other)


def _declared(need: Need) -> Need:
    """Who has stated no need works at the level that it declared last."""
    whose = Company.objects.get(code=need.name)
    if SpaceNeed.objects.filter(company=whose).exists():
        return need
    return replace(need, bsl=declared_biosafety(whose.id) or need.bsl)


def together(found: Sequence[Text]) -> Text:
    return both(*(" · ".join(getattr(each, tongue) for each in found) for tongue in ("ko", "en")))


def _said(found: Misfit, names: dict[str, Text]) -> Text:
    if isinstance(found, TooLow):
        return words.TOO_LOW.fill({"place": found.place, "level": found.level, "works": found.works})
    if isinstance(found, Beside):
        return words.BESIDE.fill({"room": found.room, "other": names[found.other]})
    values = {
        "area": found.area, "hazard": HAZARDS[found.hazard], "others": found.others, "own": found.own,
        "sum": found.others + found.own, "most": found.most or 0,
    }
    return (words.UNSAID if found.most is None else words.TOO_MUCH).fill(values)
