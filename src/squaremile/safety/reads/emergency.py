"""The emergency view: building, floor, room, with what whoever goes in has to know; and who is inside.

For those who answer for safety and, as a copy on a disk, for when the server is out of reach.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety import rules
from squaremile.safety.models import Holding, Incident, RoomBiosafety, RoomKeeper
from squaremile.safety.policies.door_signs import HAZARDS, Hazard, in_order
from squaremile.safety.reads import door_signs, entries, house, incidents
from squaremile.safety.reads.entries import InsideRow
from squaremile.safety.reads.house import Bottle, RoomPlace, ShutOffRow
from squaremile.safety.reads.incidents import LockRow
from squaremile.safety.words import agents as agent_words
from squaremile.safety.words import incidents as incident_words


@dataclass(frozen=True, slots=True)
class AgentHere:
    """A biological agent that is in a room."""

    name: Text
    kind: Text
    risk_group: int
    modified: bool


@dataclass(frozen=True, slots=True)
class OpenIncident:
    """An incident that is not closed."""

    code: str
    kind: Text
    since: datetime


@dataclass(frozen=True, slots=True)
class RoomView:
    """One room. `unremarkable`: there is nothing about it that anybody has to be told of."""

    place: RoomPlace
    hazards: tuple[Hazard, ...]
    level: int | None
    agents: tuple[AgentHere, ...]
    bottles: tuple[Bottle, ...]
    locks: tuple[LockRow, ...]
    incidents: tuple[OpenIncident, ...]
    people: tuple[InsideRow, ...]
    manager: str
    phone: str

    @property
    def unremarkable(self) -> bool:
        return not (self.hazards or self.level or self.agents or self.bottles or self.locks or self.incidents or self.people)


@dataclass(frozen=True, slots=True)
class FloorView:
    """One floor."""

    code: str
    name: Text
    rooms: tuple[RoomView, ...]

    @property
    def quiet(self) -> tuple[RoomView, ...]:
        return tuple(room for room in self.rooms if room.unremarkable)

    @property
    def told(self) -> tuple[RoomView, ...]:
        return tuple(room for room in self.rooms if not room.unremarkable)


@dataclass(frozen=True, slots=True)
class BuildingView:
    """One building, from the top down."""

    code: str
    name: Text
    floors: tuple[FloorView, ...]


@dataclass(frozen=True, slots=True)
class House:
    """All of it, as of a moment."""

    as_of: datetime
    buildings: tuple[BuildingView, ...]
    people: tuple[InsideRow, ...]
    shut_offs: tuple[ShutOffRow, ...]
    locks: tuple[LockRow, ...]


def view() -> House:
    """The house as it stands now. Some twenty-five statements, however large it is. Raises Forbidden."""
    if not rules.see_emergency(require()):
        raise Forbidden(NOT_ALLOWED)
    places, people, locks = house.rooms(), entries.inside(), incidents.locks()
    found = _Found(people, locks)
    buildings = tuple(
        BuildingView(code, rooms[0].building_name, tuple(_floors(rooms, found)))
        for code, rooms in ((code, list(some)) for code, some in groupby(places, key=lambda room: room.building))
    )
    return House(clock.now(), buildings, tuple(people), tuple(house.shut_offs()), tuple(locks))


class _Found:
    """Everything by room, read once."""

    def __init__(self, people: Iterable[InsideRow], locks: Iterable[LockRow]) -> None:
        self.hazards = door_signs.hazards_in()
        self.levels = {r.room_id: r.level for r in RoomBiosafety.objects.all()}
        self.keepers = {k.room_id: (k.manager, k.phone) for k in RoomKeeper.objects.all()}
        self.bottles: dict[UUID, list[Bottle]] = defaultdict(list)
        for bottle in house.bottles():
            self.bottles[bottle.place].append(bottle)
        self.agents: dict[UUID, dict[str, AgentHere]] = defaultdict(dict)
        for h in Holding.objects.filter(here=True).select_related("agent").order_by("-agent__risk_group", "agent__name_ko"):
            a = h.agent
            self.agents[h.room_id][a.code] = AgentHere(both(a.name_ko, a.name_en), agent_words.KINDS[a.kind], a.risk_group, a.modified)
        self.incidents: dict[UUID, list[OpenIncident]] = defaultdict(list)
        for i in Incident.objects.filter(room__isnull=False).exclude(state="closed").order_by("-reported_at"):
            self.incidents[i.room_id].append(OpenIncident(i.code, incident_words.KINDS[i.kind], i.reported_at))  # type: ignore[index]
        self.locks: dict[str, list[LockRow]] = defaultdict(list)
        for lock in locks:
            self.locks[lock.place].append(lock)
        self.people: dict[UUID, list[InsideRow]] = defaultdict(list)
        for each in people:
            self.people[each.place].append(each)

    def room(self, place: RoomPlace) -> RoomView:
        level = self.levels.get(place.id)
        hazards = in_order(self.hazards[place.id] | ({"biohazard"} if (level or 0) >= 2 else set()))
        return RoomView(
            place, tuple(HAZARDS[h] for h in hazards), level, tuple(self.agents[place.id].values()), tuple(self.bottles[place.id]),
            tuple(self.locks[place.code]), tuple(self.incidents[place.id]), tuple(self.people[place.id]),
            *self.keepers.get(place.id, ("", "")),
        )


def _floors(rooms: list[RoomPlace], found: _Found) -> Iterable[FloorView]:
    levels: dict[str, list[RoomPlace]] = defaultdict(list)
    for room in rooms:
        levels[room.floor].append(room)
    for code, some in sorted(levels.items(), key=lambda pair: (-pair[1][0].level, pair[0])):
        yield FloorView(code, some[0].floor_name, tuple(found.room(room) for room in some))
