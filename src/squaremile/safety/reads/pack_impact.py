"""What would change here with another edition of a rule pack: its rows, the containers whose classes change, and the control
areas whose sums, limits or verdicts do.

Computed from the containers that the asker may see, by the same policies as every verdict: who answers for safety sees
everybody's, a company its own alone and what these come to, never what others keep.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Sum, When

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import Container
from squaremile.safety.models import Substance as SubstanceRow
from squaremile.safety.models.container import HERE
from squaremile.safety.policies.classing import Substance, classed
from squaremile.safety.policies.pack_change import Shift, shifts
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import Amount
from squaremile.safety.policies.sums import Item
from squaremile.safety.policies.verification import PackRow, changed, rows
from squaremile.safety.reads import areas, containers, rule_packs, stock, weighing
from squaremile.safety.reads.areas import AreaRow
from squaremile.safety.reads.containers import ContainerRow


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that differs; empty where it is new or gone."""

    key: str
    was: str
    now: str
    label: Text | None


@dataclass(frozen=True, slots=True)
class ClassChange:
    """One container whose classes change."""

    container: ContainerRow
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

    rows: tuple[RowChange, ...]
    containers: tuple[ClassChange, ...]
    substances: int
    areas: tuple[AreaChange, ...]
    everybody: bool

    @property
    def turned(self) -> int:
        """How many verdicts become others."""
        return sum(each.turned for each in self.areas)


def impact(before: Pack, after: Pack) -> Impact:
    """Of a pack that counts amounts everything; of one that holds duties its rows alone. Nine statements, however much stands
    here."""
    known = {row.key: row for pack in (before, after) for row in rows(pack)}
    lines = tuple(_row_change(known.get(key), key, was, now) for key, was, now in changed(before, after))
    everybody = rules.see_everyone(require())
    if not after.counts:
        return Impact(lines, (), 0, (), everybody)
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
    changes = [
        _area(area, was, now, [lot for room in area.rooms for lot in by_room[room.id]], plain)
        for area in areas.areas() if after.code in area.packs
    ]  # fmt: skip
    told = [each for each in changes if each.shifts or each.unclassified[0] != each.unclassified[1]]
    told.sort(key=lambda each: (-each.turned, each.area.code))
    return Impact(lines, tuple(listed), len(moved), tuple(told), everybody)


def _row_change(found: PackRow | None, key: str, was: str, now: str) -> RowChange:
    return RowChange(key, was, now, found.label if found else None)


def _area(area: AreaRow, was: Pack, now: Pack, lots: Sequence[Mapping[str, Any]], plain: Mapping[UUID, Substance]) -> AreaChange:
    before, after = _items(was, lots, plain), _items(now, lots, plain)
    blank = (sum(not i.classes or i.unsure for i in before), sum(not i.classes or i.unsure for i in after))
    return AreaChange(area, tuple(shifts(was, now, stock.place_of(area), before, after)), blank)


def _items(pack: Pack, lots: Iterable[Mapping[str, Any]], plain: Mapping[UUID, Substance]) -> list[Item]:
    """What stands in an area as a pack classes it."""
    made = []
    for lot in lots:
        known = plain[lot["substance_id"]]
        found = classed(pack, known)
        made.append(Item(
            known.name, Amount(lot["amount"], lot["dimension"]), known.phase, found.classes, lot["condition"], lot["inside"],
            found.density, found.certainty, found.unsure,
        ))  # fmt: skip
    return made
