"""What no rule pack in force can count: containers whose substance has no class there, or a class that only its own company
stands for. Every sum over them is an "at least".

A company is told of its own; who answers for safety of everybody's. Row security decides, so that nobody learns from here
whether a neighbour has anything unclassified (docs/safety/head-room.md).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from squaremile.kernel.words import Text, both
from squaremile.safety.models import Container
from squaremile.safety.models.container import HERE
from squaremile.safety.policies.classing import classed
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import Amount
from squaremile.safety.policies.sums import Item, countable
from squaremile.safety.reads import areas, rule_packs, weighing
from squaremile.safety.words import unclassified as words


@dataclass(frozen=True, slots=True)
class Unclassified:
    """One substance in one area that one pack cannot count, in so many containers."""

    area: str
    area_name: Text
    pack: str
    substance: str
    name: Text
    why: Text
    containers: tuple[str, ...]
    unsure: bool
    """It is counted, as its own company says; and nobody else says so."""


def everywhere(*, only: Iterable[UUID] | None = None, organisation: UUID | None = None) -> list[Unclassified]:
    """By area and name. `only`: areas. Five statements, however much there is."""
    wanted = None if only is None else set(only)
    found = [each for each in areas.areas() if wanted is None or each.id in wanted]
    held = {each.pack.code: each.pack for each in rule_packs.held({code for area in found for code in area.packs})}
    by_room = {room.id: area for area in found for room in area.rooms}
    rows = Container.objects.filter(room_id__in=by_room, state__in=HERE).select_related("substance").order_by("code")
    if organisation is not None:
        rows = rows.filter(organisation_id=organisation)
    return _listed(list(rows), by_room, held)


def _listed(rows: Sequence[Container], by_room: dict[UUID, areas.AreaRow], held: dict[str, Pack]) -> list[Unclassified]:
    facts = weighing.facts({row.substance_id: row.substance for row in rows}.values())
    codes: dict[tuple[UUID, str, UUID], list[str]] = defaultdict(list)
    said: dict[tuple[UUID, str, UUID], tuple[Text, bool]] = {}
    substances = {row.substance_id: row.substance for row in rows}
    for row in rows:
        area, plain = by_room[row.room_id], facts[row.substance_id]
        for pack in (held[code] for code in area.packs if code in held):
            its = classed(pack, plain)
            key = (area.id, pack.code, row.substance_id)
            if its.classes and not its.unsure:
                item = Item("", Amount(row.amount, row.dimension), plain.phase, its.classes, row.condition, False, its.density)
                if countable(pack, item):
                    continue
                said[key] = (words.NO_DENSITY, False)
            else:
                said.setdefault(key, (its.why, its.unsure))
            codes[key].append(row.code)
    known = {area.id: area for area in by_room.values()}
    made = [
        Unclassified(
            known[area].code, known[area].name, pack, substances[key].code, both(substances[key].name_ko, substances[key].name_en),
            said[area, pack, key][0], tuple(codes[area, pack, key]), said[area, pack, key][1],
        )
        for area, pack, key in codes
    ]
    return sorted(made, key=lambda each: (each.area, each.name.ko, each.pack))


def codes(found: Iterable[Unclassified]) -> set[str]:
    """The containers among them."""
    return {code for each in found for code in each.containers}


NAMED = 5
"""Substances that a sentence names."""


def beside(room: UUID, organisation: UUID | None) -> Text | None:
    """What stands in the area of a room and cannot be counted there, in a sentence; None where there is nothing. Of one
    company, or of everybody where nobody is named, which is for those who answer for safety."""
    area = areas.of_room(room)
    if area is None:
        return None
    names = {each.substance: each.name for each in everywhere(only=[area.id], organisation=organisation)}
    if not names:
        return None
    some = list(names.values())[:NAMED]
    more = "…" if len(names) > NAMED else ""
    listed = Text(ko=", ".join(each.ko for each in some) + more, en=", ".join(each.en for each in some) + more)
    says = words.AT_LEAST if organisation is None else words.YOURS
    return says.fill({"n": len(names), "names": listed})
