"""One place: what it is, how it stands, who has it when, what is in it."""

from dataclasses import dataclass
from datetime import datetime

from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.spaces import words
from squaremile.spaces.models import Occupancy, OccupancyDetail
from squaremile.spaces.policies.standing import Occupation
from squaremile.spaces.reads.inside import Spot, inside, occupied
from squaremile.spaces.reads.tree import Way, way


@dataclass(frozen=True, slots=True)
class OccupancyRow:
    """One occupancy. Others' are a span and a state: no code, no holder, no note."""

    period: Period
    state: str
    """held, occupied or ended, as of now."""
    code: str = ""
    holder: Text | None = None
    mine: bool = False
    moved_in: datetime | None = None
    note: str = ""

    @property
    def state_name(self) -> Text:
        return words.STATES[self.state]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """Everything the page of one place shows."""

    place: Spot
    way: Way
    children: tuple[Spot, ...]
    """What lies directly in it."""
    inside: Occupation
    """How full it is: of the places in it that can be rented."""
    occupancies: tuple[OccupancyRow, ...]
    """Running and to come for everyone; what has ended only to its own people and staff. Newest first."""


def place(code: str) -> PlacePage:
    """The page of a place. Raises Missing. Four statements."""
    here, *spots = inside(code)
    return PlacePage(
        here, way(code), tuple(spot for spot in spots if spot.depth == 1), occupied(spots), tuple(_occupancies(code))
    )


def _occupancies(code: str) -> list[OccupancyRow]:
    own, now = require().organisations, clock.now()
    found = list(Occupancy.objects.filter(place__code=code).order_by("-period"))
    details = {
        detail.occupancy_id: detail
        for detail in OccupancyDetail.objects.select_related("organisation").filter(occupancy__place__code=code)
    }
    rows = []
    for occupancy in found:
        state = "ended" if occupancy.ended_at or occupancy.period.end <= now else occupancy.state
        detail = details.get(occupancy.id)
        if detail is not None:
            name = Text(
                ko=detail.organisation.name_ko or detail.organisation.name_en,
                en=detail.organisation.name_en or detail.organisation.name_ko,
            )
            rows.append(OccupancyRow(
                occupancy.period, state, occupancy.code, name, detail.organisation_id in own, occupancy.occupied_at,
                detail.note,
            ))
        elif state != "ended":
            rows.append(OccupancyRow(occupancy.period, state))
    return rows
