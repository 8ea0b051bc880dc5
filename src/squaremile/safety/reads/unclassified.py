"""What no rule pack in force can count: containers whose substance has no class there, or a class that only its own company
stands for. Every sum over them is an "at least".

A company is told of its own; who answers for safety of everybody's. Row security decides, so that nobody learns from here
whether a neighbour has anything unclassified (docs/safety/head-room.md).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import connection

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety import rules
from squaremile.safety.policies.classing import Substance as Known
from squaremile.safety.policies.classing import classed
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import Amount
from squaremile.safety.policies.sums import Item, countable
from squaremile.safety.reads import areas, rule_packs, weighing
from squaremile.safety.reads.areas import AreaRow
from squaremile.safety.reads.attached import Lot
from squaremile.safety.reads.rule_packs import Held
from squaremile.safety.reads.standing_kinds import Kinds, kinds
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
    """By area and name. `only`: areas."""
    return _in(areas.areas() if only is None else areas.these(only), organisation)


def _in(
    found: list[AreaRow], organisation: UUID | None, by: Iterable[Held] | None = None, there: Kinds | None = None,
) -> list[Unclassified]:
    """Five statements, however much there is: kinds of stock first, then the containers of those that no pack can count. `by`:
    the packs in force there, and `there`: what stands there, where they are at hand."""
    every = rule_packs.held({code for area in found for code in area.packs}) if by is None else by
    held = {each.pack.code: each.pack for each in every}
    by_room = {room.id: area for area in found for room in area.rooms}
    stands = kinds(by_room, organisation) if there is None else there
    substances, facts, known = stands.rows, stands.facts, {area.id: area for area in found}
    told = {
        (area, pack, substance, dimension): why
        for area, substance, dimension in {(by_room[room].id, substance, dimension) for room, substance, dimension in stands.here}
        if substance in facts for pack in known[area].packs if pack in held
        for why in [_why(held[pack], facts[substance], dimension)] if why is not None
    }
    if not told:
        return []
    codes = _codes(by_room, {substance for _area, _pack, substance, _dimension in told}, organisation)
    made = [
        Unclassified(
            known[area].code, known[area].name, pack, substances[key].code, both(substances[key].name_ko, substances[key].name_en), why,
            tuple(codes[area, key, dimension]), unsure,
        )
        for (area, pack, key, dimension), (why, unsure) in told.items()
    ]
    return sorted(made, key=lambda each: (each.area, each.name.ko, each.pack, each.containers))


_CODES = """
SELECT room_id, substance_id, dimension, code FROM safety_container
 WHERE room_id = ANY (%(rooms)s) AND substance_id = ANY (%(substances)s) AND state = ANY (ARRAY['received', 'opened']){whose} ORDER BY code
"""


def _codes(
    by_room: Mapping[UUID, AreaRow], substances: Iterable[UUID], organisation: UUID | None,
) -> dict[tuple[UUID, UUID, str], list[str]]:
    """The containers of some substances by area, substance and dimension. One statement, the same however many rooms there are:
    it is prepared."""
    codes: dict[tuple[UUID, UUID, str], list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            _CODES.format(whose="" if organisation is None else " AND organisation_id = %(company)s"),
            {"rooms": list(by_room), "substances": list(substances), "company": organisation},
        )
        for room, substance, dimension, code in cursor.fetchall():
            codes[by_room[room].id, substance, dimension].append(code)
    return codes


def _why(pack: Pack, plain: Known, dimension: str) -> tuple[Text, bool] | None:
    """Why a pack cannot count a substance measured so, and whether it counts it on its company's word alone; None where it can."""
    its = classed(pack, plain)
    if its.none:
        return None
    if not its.classes or its.unsure:
        return its.why, its.unsure
    one = Item("", Amount(Decimal(1), dimension), plain.phase, its.classes, density=its.density)
    return None if countable(pack, one) else (words.NO_DENSITY, False)


def count(found: Iterable[Unclassified]) -> int:
    """How many substances they are, in whichever packs and areas."""
    return len({each.substance for each in found})


def codes(found: Iterable[Unclassified]) -> set[str]:
    """The containers among them."""
    return {code for each in found for code in each.containers}


def _no_containers(
    area: AreaRow, organisation: UUID | None, every: Iterable[Held], weighed: Iterable[tuple[Lot, Known]] | None,
) -> dict[str, Text]:
    """Cylinders, packages on shelves and what was poured into waste, which no pack in force can count, by what it is."""
    if weighed is None or not weighing.alike(organisation):
        weighed = weighing.beside([area], of=organisation)
    held, whole = [each.pack for each in every if each.pack.code in area.packs], organisation is None and rules.see_everyone(require())
    return {
        plain.cas or plain.name: Text(ko=plain.name, en=plain.name)
        for lot, plain in weighed if lot.mine or whole
        if any(lot.amount is None or _why(pack, plain, lot.dimension) for pack in held)
    }


NAMED = 5
"""Substances that a sentence names."""


def beside(
    area: AreaRow | None, organisation: UUID | None, by: Iterable[Held] | None = None, there: Kinds | None = None,
    weighed: Iterable[tuple[Lot, Known]] | None = None,
) -> Text | None:
    """What stands in an area and cannot be counted there, in a sentence; None where there is nothing. Of one company and on the
    shelves that everybody may read, or of everybody where nobody is named, which is for those who answer for safety. `weighed`:
    what is no container there, where the asker has weighed the area for herself."""
    if area is None:
        return None
    every = rule_packs.held(area.packs) if by is None else by
    names = {each.substance: each.name for each in _in([area], organisation, every, there)}
    told = {one for name in names.values() for one in (name.ko, name.en)}
    names |= {key: name for key, name in _no_containers(area, organisation, every, weighed).items() if name.en not in told}
    if not names:
        return None
    some = list(names.values())[:NAMED]
    more = "…" if len(names) > NAMED else ""
    listed = Text(ko=", ".join(each.ko for each in some) + more, en=", ".join(each.en for each in some) + more)
    says = words.AT_LEAST if organisation is None else words.YOURS
    return says.fill({"n": len(names), "names": listed})
