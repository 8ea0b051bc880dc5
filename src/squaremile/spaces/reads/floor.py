"""One floor as of a moment: what is drawn on the plan, and the same as a list."""

from dataclasses import dataclass
from datetime import datetime

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.spaces.policies.standing import Occupation
from squaremile.spaces.reads.inside import Spot, inside, occupied
from squaremile.spaces.reads.tree import Way, way


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """A floor with everything on it, from the outside in. Holders are named only to their own people and staff."""

    floor: Spot
    way: Way
    at: datetime
    spots: tuple[Spot, ...]
    occupation: Occupation

    @property
    def drawn(self) -> tuple[Spot, ...]:
        return tuple(spot for spot in self.spots if spot.outline)


def floor(code: str, at: datetime | None = None) -> FloorPlan:
    """The floor as of `at` (now). Raises Missing for anything that is not a floor. Two statements."""
    here, *spots = inside(code, at)
    if here.kind != "floor":
        raise Missing(NOT_FOUND)
    return FloorPlan(here, way(code), at or clock.now(), tuple(spots), occupied(spots))
