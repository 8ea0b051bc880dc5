"""Places to choose from, floor by floor, each with how it stands today."""

from collections.abc import Collection
from dataclasses import dataclass

from squaremile.residency.reads import floor_plan
from squaremile.residency.reads.floor_plan import Floor, Tile
from squaremile.spaces.reads.sites import sites


@dataclass(frozen=True, slots=True)
class Choice:
    """One place with a box beside it."""

    tile: Tile
    chosen: bool
    room: str
    sought: str
    """What a search goes through: code, name, room and holder in both languages."""


@dataclass(frozen=True, slots=True)
class FloorChoices:
    """A floor with its places."""

    name: str
    free: int
    choices: tuple[Choice, ...]


def floors(chosen: Collection[str]) -> list[FloorChoices]:
    """Every floor that has places to let; `chosen` are the codes that stand in the form."""
    return [_choices(name, floor, chosen) for name, floor in _floors()]


def floor_of() -> dict[str, str]:
    """The floor's name of every place that may be let, by its code."""
    return {tile.code: name for name, floor in _floors() for group in floor.groups for tile in group.tiles}


def _floors() -> list[tuple[str, Floor]]:
    known = sites()
    found = []
    for site in known:
        for floor in floor_plan.plan(site.code, site.zone).floors:
            before = [str(name) for name in (site.name if len(known) > 1 else None, floor.building) if name]
            if floor.groups:
                found.append((" · ".join([*before, str(floor.name)]), floor))
    return found


def _choices(name: str, floor: Floor, chosen: Collection[str]) -> FloorChoices:
    made = []
    for group in floor.groups:
        for tile in group.tiles:
            names = [group.name, tile.name, tile.said, *([tile.holder] if tile.holder else [])]
            sought = " ".join([tile.code, group.code, *(f"{each.ko} {each.en}" for each in names)]).lower()
            # A suite stands in the floor itself: its room is no further word.
            room = "" if group.code == floor.code else str(group.name)
            made.append(Choice(tile, tile.code in chosen, room, sought))
    return FloorChoices(name, sum(each.tile.look == "free" for each in made), tuple(made))
