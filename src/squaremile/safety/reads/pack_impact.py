"""What would change here with another edition of a rule pack: its rows, the containers whose classes change, what is no container
and changes its class, and the control areas whose sums, limits or verdicts do.

Computed from what the asker may see, by the same policies as every verdict: who answers for safety sees everybody's, a company
its own, what stands on shelves that everybody may read, and what these come to, never what others keep.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Sum, When

from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Container
from squaremile.safety.models import Substance as SubstanceRow
from squaremile.safety.models.container import HERE
from squaremile.safety.policies.classing import Substance, classed
from squaremile.safety.policies.pack_change import Shift, shifts
from squaremile.safety.policies.pack_speech import Change, changes
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import Amount
from squaremile.safety.policies.sums import Item
from squaremile.safety.reads import areas, attached, containers, rule_packs, stock, weighing
from squaremile.safety.reads.areas import AreaRow
from squaremile.safety.reads.containers import ContainerRow

Beside = tuple[attached.Lot, Substance]


@dataclass(frozen=True, slots=True)
class ClassChange:
    """One container whose classes change."""

    container: ContainerRow
    was: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BesideChange:
    """One thing in an area that is no container, on a shelf, in a cylinder or in waste, and changes its classes."""

    area: AreaRow
    name: str
    was: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AreaChange:
    """One area in which the pack holds, with what comes out differently there, and how many lots have no class, then and now."""

    area: AreaRow
    shifts: tuple[Shift, ...]
    unclassified: tuple[int, int]

    @property
    def turned(self) -> int:
        return sum(each.turned for each in self.shifts)


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that would change. `everybody`: it counts everybody's stock, not the asker's alone."""

    rows: tuple[Change, ...]
    containers: tuple[ClassChange, ...]
    beside: tuple[BesideChange, ...]
    substances: int
    areas: tuple[AreaChange, ...]
    everybody: bool

    @property
    def turned(self) -> int:
        """How many verdicts become others."""
        return sum(each.turned for each in self.areas)


def impact(before: Pack, after: Pack) -> Impact:
    """Of a pack that counts amounts everything; of one that holds duties its rows alone. Twelve statements at most, however much
    stands here."""
    lines = tuple(changes(before, after))
    everybody = rules.see_everyone(require())
    if not after.counts:
        return Impact(lines, (), (), 0, (), everybody)
    was, now = rule_packs.as_here(before).pack, rule_packs.as_here(after).pack
    lots = list(
        Container.objects.filter(state__in=HERE)
        .annotate(inside=Case(When(cabinet__approved=True, cabinet__active=True, then=True), default=False, output_field=BooleanField()))
        .values("room_id", "substance_id", "condition", "inside", "dimension").annotate(amount=Sum("amount")).order_by()
    )
    plain = weighing.facts(SubstanceRow.objects.filter(id__in={each["substance_id"] for each in lots}))
    moved = {
        key: (old, new) for key, each in plain.items()
        for old, new in [(classed(was, each).classes, classed(now, each).classes)] if old != new
    }  # fmt: skip
    listed = [ClassChange(row, *moved[key]) for key, row in containers.of_substances(moved)] if moved else []
    by_room = defaultdict(list)
    for each in lots:
        by_room[each["room_id"]].append(each)
    found = [area for area in areas.areas() if after.code in area.packs]
    beside = _beside(found)
    differing = [
        _area(area, was, now, [lot for room in area.rooms for lot in by_room[room.id]], plain, [b for b in beside if b[0].area == area.id])
        for area in found
    ]  # fmt: skip
    told = [each for each in differing if each.shifts or each.unclassified[0] != each.unclassified[1]]
    told.sort(key=lambda each: (-each.turned, each.area.code))
    return Impact(lines, tuple(listed), _reclassed(found, was, now, beside), len(moved), tuple(told), everybody)


def _beside(found: Sequence[AreaRow]) -> list[Beside]:
    """What is no container, as far as the asker may read it: all of it for who answers for safety."""
    asking = require()
    everybody = rules.see_everyone(asking)
    if not found or not (everybody or (asking.actor and asking.organisations)):
        return []
    return [each for each in weighing.beside(found) if everybody or each[0].mine]


def _reclassed(found: Iterable[AreaRow], was: Pack, now: Pack, beside: Iterable[Beside]) -> tuple[BesideChange, ...]:
    by_id = {area.id: area for area in found}
    every = {
        BesideChange(by_id[lot.area], known.name or lot.key, old, new) for lot, known in beside
        for old, new in [(lot.item(was, known).classes, lot.item(now, known).classes)] if old != new
    }  # fmt: skip
    return tuple(sorted(every, key=lambda each: (each.area.code, each.name, each.was)))


def _area(
    area: AreaRow, was: Pack, now: Pack, lots: Sequence[Mapping[str, Any]], plain: Mapping[UUID, Substance], beside: Sequence[Beside],
) -> AreaChange:
    before, after = (
        _items(pack, lots, plain) + [lot.item(pack, known) for lot, known in beside] for pack in (was, now)
    )  # fmt: skip
    blank = (sum(not i.classes or i.unsure for i in before), sum(not i.classes or i.unsure for i in after))
    return AreaChange(area, tuple(shifts(was, now, stock.place_of(area), before, after)), blank)


def _items(pack: Pack, lots: Iterable[Mapping[str, Any]], plain: Mapping[UUID, Substance]) -> list[Item]:
    """The containers that stand in an area, as a pack classes them."""
    made = []
    for lot in lots:
        known = plain[lot["substance_id"]]
        found = classed(pack, known)
        made.append(Item(
            known.name, Amount(lot["amount"], lot["dimension"]), known.phase, found.classes, lot["condition"], lot["inside"],
            found.density, found.certainty, found.unsure,
        ))  # fmt: skip
    return made
