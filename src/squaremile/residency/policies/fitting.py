"""Whether places that somebody types by hand fit a company: by the rules that no plan of an allocation breaks."""

from collections.abc import Collection
from dataclasses import dataclass

from squaremile.residency.policies.space import Plan, Problem, head_room, together, too_low


@dataclass(frozen=True, slots=True)
class TooLow:
    """A place whose biosafety level (`level`) is below the one that the company works at (`works`)."""

    place: str
    level: int
    works: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A room with a company in it that is to be kept apart from this one."""

    room: str
    other: str


@dataclass(frozen=True, slots=True)
class TooMuch:
    """A control area and a class of hazard: what it takes (None: nobody has said, so none), what the others there keep, and what
    the company would bring, each in the unit of the class."""

    area: str
    hazard: str
    most: int | None
    others: int
    own: int


Misfit = TooLow | Beside | TooMuch


def misfits(
    problem: Problem, company: str, takes: Collection[str], leaves: Collection[str] = (), shared: Collection[tuple[str, str]] = ()
) -> list[Misfit]:
    """What stands against the company having these places, beside all that everybody has: in the order of places, then rooms,
    then areas. Only what concerns the places that it takes; what was amiss before is no fault of theirs.
    `shared`: (other, room) where both sit already, and go on sitting.
    """
    need = next(need for need in problem.needs if need.name == company)
    given = {spot: each.name for each in problem.needs for spot in each.has}
    taken = [spot for spot in problem.spots if spot.name in takes]
    plan = Plan({name: whose for name, whose in given.items() if name not in leaves} | {spot.name: company for spot in taken})
    rooms, areas = {spot.room for spot in taken}, {spot.area for spot in taken}
    found: list[Misfit] = [TooLow(spot.name, spot.bsl, need.bsl) for spot in too_low(need, taken)]
    beside = [
        Beside(room, other if one == company else one)
        for one, other, room in together(problem, plan) if room in rooms and company in (one, other)
    ]
    found += [each for each in beside if (each.other, each.room) not in shared]
    for (area, hazard), left in sorted(head_room(problem, plan).items()):
        own, most = need.hazards.get(hazard, 0), problem.limits.get((area, hazard))
        if left < 0 and own and area in areas:
            found.append(TooMuch(area, hazard, most, (most or 0) - left - own, own))
    return found
