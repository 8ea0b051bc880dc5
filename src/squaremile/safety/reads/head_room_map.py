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
from squaremile.safety.policies.lab_units import limited, most
from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.packs import HazardClass, Pack
from squaremile.safety.policies.sums import Item, multiple_of
from squaremile.safety.reads import areas, rule_packs, stock, weighing
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


@dataclass(frozen=True, slots=True)
class Most:
    """The limit of one state of a class; None where nothing limits it."""

    state: str
    limit: Decimal | None
    unit: str


def choices() -> list[Choice]:
    """What may be looked at, by pack. Two statements."""
    held = rule_packs.held({code for each in areas.areas() for code in each.packs})
    found = []
    for each in held:
        if each.pack.kind == "designated_quantity":
            found.append(Choice(f"{each.pack.code}:{MULTIPLE}", TOTAL, each.pack.code))
        else:
            found += [
                Choice(f"{each.pack.code}:{code}", one.label, each.pack.code)
                for code, one in each.pack.classes.items() if limited(each.pack, one)
            ]
    return found


def by_class(chosen: Choice) -> list[AreaShare]:
    """Every area. Four statements, however many there are."""
    pack_code, _, hazard = chosen.key.partition(":")
    found, everyone = areas.areas(), rules.see_everyone(require())
    held = [each for each in rule_packs.held({code for each in found for code in each.packs}) if each.pack.code == pack_code]
    lines = weighing.lines(found, held)
    made = []
    for area in found:
        if not held or pack_code not in area.packs:
            made.append(AreaShare(area, None, "", None, None, None))
            continue
        pack, there = held[0].pack, [line for line in lines if line.area == area.id]
        own, rest = stock.parted(pack, there)
        sums = _sums(pack, hazard, area, [*own, *rest]) if everyone else _sums(pack, hazard, area, own, rest)
        shares = [
            _exactly(area, each, *totals) if everyone else _coarsely(area, each, *totals) for each, totals in sums
        ]  # fmt: skip
        made.append(max(shares, key=_fullness, default=AreaShare(area, None, "", None, None, None)))
    return made


def _fullness(share: AreaShare) -> tuple[int, int]:
    """Of several states of one class, each against a limit of its own, the fullest is shown; of a company's by what she is told."""
    return (-1 if share.step is None else share.step, share.percent or 0)


def _exactly(area: AreaRow, found: Most, total: Fraction) -> AreaShare:
    most, unit = found.limit, found.unit
    if most is None:
        return AreaShare(area, None, unit, None, None, None)
    if not most:
        return AreaShare(area, most, unit, 100 if total else 0, None, 4 if total else 0)
    share = total / Fraction(most)
    step = next((n for n, upto in enumerate(STEPS) if share <= Fraction(upto)), 4)
    return AreaShare(area, most, unit, round(share * 100), None, step)


def _coarsely(area: AreaRow, found: Most, own: Fraction, others: Fraction) -> AreaShare:
    """What is free beside one's own and the upper end of the others' fifth, in whole fifths. An empty area and one in which
    the others have a little are told alike, of every state that the class has figures for, whatever stands there."""
    most, unit = found.limit, found.unit
    if most is None:
        return AreaShare(area, None, unit, None, None, None)
    if not most:
        return AreaShare(area, most, unit, None, 0, 4)
    fifth = Fraction(most) / FIFTHS
    upper = (floor(others / fifth) + 1) * fifth
    free = max(0, floor((Fraction(most) - own - upper) / fifth))
    return AreaShare(area, most, unit, None, free, FIFTHS - 1 - free)


def _sums(pack: Pack, hazard: str, area: AreaRow, *parts: Sequence[Item]) -> list[tuple[Most, list[Fraction]]]:
    """Each limit of a class for storage, one for each state that it has figures for, and the sums of some items against it."""
    if hazard == MULTIPLE:
        top = max(threshold.first for threshold in pack.thresholds)
        return [(Most("", top, "×"), [multiple_of(pack, items) for items in parts])]
    try:
        every = [{check.which: check.exact for check in stock.checks_in(area, pack, items)} for items in parts]
        limits = [_most(pack, pack.classes[hazard], area, state) for state in _states(pack, hazard)]
    except (Unlimitable, KeyError):
        return []
    none = Fraction(0)
    return [(each, [sums.get((hazard, "storage", each.state, False), none) for sums in every]) for each in limits]


def _states(pack: Pack, hazard: str) -> list[str]:
    return list(dict.fromkeys(row.state for row in pack.classes[hazard].rows))


def _most(pack: Pack, hazard: HazardClass, area: AreaRow, state: str) -> Most:
    place = stock.place_of(area)
    found = most(
        pack, hazard, floor=place.storey, sprinklered=place.sprinklered, state=state, lab=place.lab,
        cabinet=place.cabinets and pack.kind == "control_area",
    )
    return Most(state, found.limit, found.unit)
