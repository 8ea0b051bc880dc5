"""The floors of a site on a day: which place is free, kept or taken, by whom and until when, as far as the asker may know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import Departure, LicencePlace, Suspension
from squaremile.residency.reads.days import begin_of, today
from squaremile.residency.words import licences
from squaremile.residency.words import space as words
from squaremile.spaces.policies.standing import Occupation, Stay, occupation
from squaremile.spaces.reads.inside import Spot, inside, rented

TAKEN = "taken"
"""To a company, another's place is taken: neither whose it is, nor whether it is kept or used, nor until when."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Why a company will be gone by a day."""

    on: date
    why: Text


@dataclass(frozen=True, slots=True)
class Tile:
    """One place that can be let, on the day asked for. What the asker may not know is empty."""

    code: str
    name: Text
    kind: Text
    look: str
    """free, held, occupied, mine or taken."""
    said: Text
    holder: Text | None = None
    company: str = ""
    licence: str = ""
    licence_said: Text | None = None
    kept_until: date | None = None
    """An offer stands until then: unanswered, the place is free the day after."""
    begins: date | None = None
    """A hold that has not begun on the day asked for."""
    ends: date | None = None
    """The last day of the licence, or of the hold."""
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Places side by side: those of one room, suite or bay."""

    name: Text
    kind: Text
    code: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Floor:
    """One floor with its rooms, and how full it is."""

    code: str
    name: Text
    building: Text | None
    groups: tuple[Group, ...]
    occupation: Occupation


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """Every floor of a site on one day. `mine` counts the places of the asker's own companies."""

    day: date
    floors: tuple[Floor, ...]
    occupation: Occupation
    mine: int


def plan(site: str, zone: ZoneInfo, day: date | None = None) -> FloorPlan:
    """The site on a day, today where none is given. Four statements, whatever the size. Raises Missing."""
    on = day or today()
    at = None if on == today() else begin_of(on) + timedelta(hours=12)
    spots = inside(site, at)
    told = _Told(at or begin_of(on) + timedelta(hours=12), on, zone)
    buildings = {spot.code: spot.name for spot in spots if spot.kind == "building"}
    around = {spot.code: spot for spot in spots}
    levels = sorted((s for s in spots if s.kind == "floor"), key=lambda s: (s.parent, -(s.level or 0), s.code))
    floors = tuple(
        _floor(each, spots, around, told, buildings.get(each.parent) if len(buildings) > 1 else None) for each in levels
    )
    tiles = [tile for floor in floors for group in floor.groups for tile in group.tiles]
    return FloorPlan(on, floors, _counted(tiles), sum(tile.look == "mine" for tile in tiles))


class _Told:
    """What stands beside a place: its licence and offer, and who has given or been given notice. Row security hides the
    rest."""

    def __init__(self, at: datetime, day: date, zone: ZoneInfo) -> None:
        self.at, self.day, self.zone = at, day, zone
        self.staff = rules.see_companies(require())
        self.places: dict[str, LicencePlace] = {}
        found = LicencePlace.objects.select_related("licence__company", "licence__offer", "place").filter(
            live=True, period__endswith__gt=at
        )
        for mine in found.order_by("-period"):
            self.places[mine.place.code] = mine
        self.notices: dict[UUID, Notice] = {}
        for end in Suspension.objects.filter(state__in=("noticed", "suspended", "terminated")):
            last = end.ended_on or end.cure_on
            self.notices[end.company_id] = Notice(last, words.NOTICES[end.state])
        # Who is in residence again has cleared the exit of an earlier stay.
        for leaving in Departure.objects.filter(Q(state="noticed") | Q(state="cleared") & ~Q(company__state="resident")):
            self.notices[leaving.company_id] = Notice(leaving.last_day, words.NOTICES["leaving"])

    def tile(self, spot: Spot) -> Tile:
        stay = spot.standing.stay
        if stay is None:
            return Tile(spot.code, spot.name, spot.kind_name, "free", words.LOOKS["free"])
        if stay.holder is None or not (self.staff or stay.mine):
            return Tile(spot.code, spot.name, spot.kind_name, TAKEN, words.LOOKS[TAKEN])
        look = "mine" if stay.mine else spot.standing.state
        said = words.LOOKS["held" if spot.standing.state == "held" else look]
        return self._known(spot, stay, look, said)

    def _known(self, spot: Spot, stay: Stay, look: str, said: Text) -> Tile:
        under = self.places.get(spot.code)
        if under is not None and under.period.start != stay.period.start:
            under = None
        offer = getattr(under.licence, "offer", None) if under else None
        return Tile(
            spot.code, spot.name, spot.kind_name, look, said, stay.holder,
            under.licence.company.code if under else "", under.licence.code if under else "",
            licences.STATES[under.licence.state] if under else None,
            self._day(offer.until) if offer and offer.state == "open" else None,
            None if stay.period.contains(self.at) else stay.period.start.astimezone(self.zone).date(),
            self._last(stay.period), self.notices.get(under.licence.company_id) if under else None,
        )

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def _last(self, period: Period) -> date:
        return self._day(period.end - timedelta(microseconds=1))


def _floor(floor: Spot, spots: Iterable[Spot], around: dict[str, Spot], told: _Told, building: Text | None) -> Floor:
    groups: dict[str, list[Tile]] = {}
    for spot in rented(spots):
        if spot.floor == floor.code:
            groups.setdefault(spot.parent, []).append(told.tile(spot))
    made = tuple(
        Group(around[code].name, around[code].kind_name, code, tuple(tiles)) for code, tiles in groups.items()
    )
    return Floor(floor.code, floor.name, building, made, _counted(tile for group in made for tile in group.tiles))


def _counted(tiles: Iterable[Tile]) -> Occupation:
    """A place of one's own counts as occupied or held like any other."""
    return occupation(
        "free" if tile.look == "free" else "held" if tile.look == "held" or tile.begins else "occupied" for tile in tiles
    )
