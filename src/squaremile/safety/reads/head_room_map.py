"""One class in every control area, for the map of the house: how much of its limit is used, or for a company how much is
certainly free.

Who answers for safety is told the share to the percent. A company is told fifths: what the others have is put on a grid of
fifths of the limit, which is a function of the tenths that "can I bring this?" tells already (docs/safety/head-room.md). No
figure of the map says more than that answer does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.policies.limits import Unlimitable, limit
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.sums import Item, control_area, designated
from squaremile.safety.reads import areas, rule_packs, weighing
from squaremile.safety.reads.areas import AreaRow

FIFTHS = 5
MULTIPLE = "multiple"
"""Stands for the sum of a pack of designated quantities, which has no classes of its own to choose."""
TOTAL = Text(ko="지정수량 배수의 합", en="Sum of multiples")
STEPS = (Decimal("0.25"), Decimal("0.5"), Decimal("0.8"), Decimal(1))
"""Up to which share of a limit each colour goes; the last colour is above."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One class of one pack that is in force somewhere."""

    key: str
    label: Text
    pack: str


@dataclass(frozen=True, slots=True)
class AreaShare:
    """One area. `percent` for those who see everyone's; `fifths` that are certainly free for a company. Neither where nothing
    limits the class, or the pack is not in force. `step`: which colour, from plenty (0) to over or full (4)."""

    area: AreaRow
    limit: Decimal | None
    unit: str
    percent: int | None
    fifths: int | None
    step: int | None


def choices() -> list[Choice]:
    """What may be looked at, by pack. Two statements."""
    held = rule_packs.held({code for each in areas.areas() for code in each.packs})
    found = []
    for each in held:
        if each.pack.kind == "designated_quantity":
            found.append(Choice(f"{each.pack.code}:{MULTIPLE}", TOTAL, each.pack.code))
        else:
            found += [Choice(f"{each.pack.code}:{code}", one.label, each.pack.code) for code, one in each.pack.classes.items()]
    return found


def by_class(chosen: Choice) -> list[AreaShare]:
    """Every area. Four statements, however many there are."""
    pack_code, _, hazard = chosen.key.partition(":")
    found, everyone = areas.areas(), rules.see_everyone(require())
    held = [each for each in rule_packs.held({code for each in found for code in each.packs}) if each.pack.code == pack_code]
    lines = weighing.lines(found, held)
    made = []
    for area in found:
        there = [line for line in lines if line.area == area.id]
        own, rest = [x.item for x in there if x.mine], [x.item for x in there if not x.mine]
        if not held or pack_code not in area.packs:
            made.append(AreaShare(area, None, "", None, None, None))
            continue
        most, unit = _limit(held[0].pack, hazard, area)
        if most is None:
            made.append(AreaShare(area, None, unit, None, None, None))
        elif everyone:
            made.append(_exactly(area, most, unit, _sum(held[0].pack, hazard, [*own, *rest], area)))
        else:
            sums = (_sum(held[0].pack, hazard, items, area) for items in (own, rest))
            made.append(_coarsely(area, most, unit, *sums))
    return made


def _exactly(area: AreaRow, most: Decimal, unit: str, total: Fraction) -> AreaShare:
    if not most:
        return AreaShare(area, most, unit, 100 if total else 0, None, 4 if total else 0)
    share = total / Fraction(most)
    step = next((n for n, upto in enumerate(STEPS) if share <= Fraction(upto)), 4)
    return AreaShare(area, most, unit, round(share * 100), None, step)


def _coarsely(area: AreaRow, most: Decimal, unit: str, own: Fraction, others: Fraction) -> AreaShare:
    """What is free beside one's own and the upper end of the others' fifth, in whole fifths. An empty area and one in which
    the others have a little are told alike."""
    if not most:
        return AreaShare(area, most, unit, None, 0, 4)
    fifth = Fraction(most) / FIFTHS
    upper = (floor(others / fifth) + 1) * fifth
    free = max(0, floor((Fraction(most) - own - upper) / fifth))
    return AreaShare(area, most, unit, None, free, FIFTHS - 1 - free)


def _sum(pack: Pack, hazard: str, items: Sequence[Item], area: AreaRow) -> Fraction:
    if hazard == MULTIPLE:
        return designated(pack, items).exact
    checks = control_area(pack, items, floor=area.storey, sprinklered=area.sprinklered, cabinets=area.cabinets).checks
    its = [c.exact for c in checks if c.hazard == hazard and c.condition == "storage" and not c.outside]
    return max(its, default=Fraction(0))


def _limit(pack: Pack, hazard: str, area: AreaRow) -> tuple[Decimal | None, str]:
    if hazard == MULTIPLE:
        return max(threshold.first for threshold in pack.thresholds), "×"
    try:
        found = limit(pack, pack.classes[hazard], floor=area.storey, sprinklered=area.sprinklered, cabinet=area.cabinets)
    except (Unlimitable, KeyError):
        return None, ""
    return found.limit, found.unit
