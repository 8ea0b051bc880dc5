"""What stands in one place, added up: against the limit of each class (control areas), or as multiples of designated
quantities (지정수량). Amounts of everybody count, whoever owns them; one container counts in each of its classes; what
has no class is counted as unclassified and makes every sum an "at least"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from squaremile.kernel.words import Text
from squaremile.safety.policies.limits import CONDITION_WORDS, Limit, limit
from squaremile.safety.policies.packs import HazardClass, Pack, Threshold, worst
from squaremile.safety.policies.quantity import (
    GAS,
    KILOGRAMS_PER_POUND,
    VOLUME,
    WEIGHT,
    Amount,
    dimension,
    measured,
    said,
    weighed,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One container or line: what it is, how much, in which classes (none: unclassified). Density in kg a litre."""

    name: str
    amount: Amount
    state: str
    classes: tuple[str, ...]
    condition: str = "storage"
    in_cabinet: bool = False
    density: Decimal | None = None
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One item in one class: its amount in the class's unit; for designated quantities the multiple too."""

    name: str
    hazard: str
    amount: Decimal
    unit: str
    multiple: Decimal | None
    by_rule: bool
    """Turned from volume to weight, or back, by the code's own rule, as nobody knows the density."""
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The sum of one class against one of its limits."""

    hazard: str
    condition: str
    total: Decimal
    limit: Limit
    over: bool
    share: Decimal | None
    """Of the limit, in percent; None where it is not limited or nothing is allowed."""


@dataclass(frozen=True, slots=True)
class Summed:
    """The answer: lines, sums, verdict. `unclassified`: names of what could not be counted."""

    lines: tuple[Line, ...]
    unclassified: tuple[str, ...]
    arithmetic: Text
    certainty: str
    multiple: Decimal | None = None
    threshold: Threshold | None = None
    checks: tuple[Checked, ...] = field(default=())

    @property
    def over(self) -> bool:
        return any(each.over for each in self.checks)


def designated(rules: Pack, items: Iterable[Item]) -> Summed:
    """Σ amount / designated quantity, and the duty that begins there (위험물안전관리법).

    Of an item in several classes the one that weighs most counts, as the Act treats a mixture of properties.
    """
    lines, unclassified, sure = [], [], []
    for item in items:
        classes = [rules.classes[code] for code in item.classes]
        if not classes:
            unclassified.append(item.name)
            continue
        hazard_lines = [_multiple(rules, item, hazard) for hazard in classes]
        lines.append(max(hazard_lines, key=lambda line: line.multiple or 0))
        sure += [item.certainty, next(c.certainty for c in classes if c.code == lines[-1].hazard)]
    total = sum((line.multiple or Decimal(0) for line in lines), Decimal(0))
    threshold = max((t for t in rules.thresholds if t.first <= total), key=lambda t: t.first)
    terms = " + ".join(said(line.multiple or Decimal(0)) for line in lines) or "0"
    least_ko, least_en = ("이상" if unclassified else ""), ("at least " if unclassified else "")
    said_sum = Text(ko=f"{terms} = {said(total)} {least_ko}".strip(), en=f"{terms} = {least_en}{said(total)}")
    return Summed(
        tuple(lines), tuple(unclassified), said_sum, worst(*sure, threshold.certainty), multiple=total, threshold=threshold
    )


def control_area(
    rules: Pack, items: Sequence[Item], *, floor: int, sprinklered: bool = False, cabinets: bool = False
) -> Summed:
    """Every class against its figures: each use column alone, storage and use together against the storage figure, and
    outside cabinets apart from the total, as cabinet credit is only for what is really in the cabinet.

    `cabinets`: the area has approved cabinets; an item counts as inside where it says so.
    """
    lines = [
        (item, line) for item in items for code in item.classes for line in [_counted(rules, item, rules.classes[code])]
    ]
    unclassified = tuple(item.name for item in items if not item.classes)
    checks: list[Checked] = []
    groups: list[tuple[str, tuple[str, ...]]] = [(code, (code,)) for code in rules.classes if not rules.classes[code].together]
    groups += [(code, each.together) for code, each in rules.classes.items() if each.together]
    for code, members in groups:
        mine = [(item, line) for item, line in lines if line.hazard in members]
        for state in dict.fromkeys(_state(rules.classes[code], item) for item, _line in mine):
            some = [(item, line) for item, line in mine if _state(rules.classes[code], item) == state]
            checks += _checked(rules, rules.classes[code], state, some, floor, sprinklered, cabinets)
    worst_of = [check for check in checks if check.over] or checks
    top = max(worst_of, key=lambda c: (c.over, c.share or 0), default=None)
    arithmetic = _sentence(top) if top else Text(ko="한도가 있는 물질이 없습니다.", en="Nothing here is limited.")
    sure = worst(*(check.limit.certainty for check in checks), *(item.certainty for item in items)) if checks else "K"
    return Summed(tuple(line for _item, line in lines), unclassified, arithmetic, sure, checks=tuple(checks))


def _checked(
    rules: Pack, hazard: HazardClass, state: str, lines: Sequence[tuple[Item, Line]], floor: int, sprinklered: bool, cabinets: bool
) -> list[Checked]:
    def against(total: Decimal, condition: str, cabinet: bool) -> Checked:
        most = limit(rules, hazard, floor=floor, sprinklered=sprinklered, cabinet=cabinet, condition=condition, state=state)
        over = most.limit is not None and total > most.limit
        share = total / most.limit * 100 if most.limit else None
        return Checked(hazard.code, condition, total, most, over, share)

    whole = sum((line.amount for _item, line in lines), Decimal(0))
    outside = sum((line.amount for item, line in lines if not (cabinets and item.in_cabinet)), Decimal(0))
    checks = [against(whole, "storage", cabinets)]
    if cabinets:
        checks.append(against(outside, "storage", False))
    for condition in ("closed", "open"):
        used = sum((line.amount for item, line in lines if item.condition == condition), Decimal(0))
        if used:
            checks.append(against(used, condition, False))
    return checks


def _sentence(top: Checked) -> Text:
    words = CONDITION_WORDS[top.condition]
    if top.limit.limit is None:
        return top.limit.arithmetic
    mark = ">" if top.over else "≤"
    body = f"{said(top.total)} {top.limit.unit} {mark} {said(top.limit.limit)} {top.limit.unit}"
    return Text(ko=f"{top.hazard} {words.ko}: {body}", en=f"{top.hazard}, {words.en}: {body}")


def _state(hazard: HazardClass, item: Item) -> str:
    """The state whose figures count for an item: its own, else the class's first (pounds count liquids too)."""
    states: Mapping[str, str] = {row.state: row.state for row in hazard.rows}
    return states.get(item.state, hazard.rows[0].state)


def _counted(rules: Pack, item: Item, hazard: HazardClass) -> Line:
    row = next(r for r in hazard.rows if r.state == _state(hazard, item))
    amount, by_rule = _in_unit(rules, item, row.unit)
    return Line(item.name, hazard.code, amount, row.unit, None, by_rule, f"{said(amount)} {row.unit}")


def _multiple(rules: Pack, item: Item, hazard: HazardClass) -> Line:
    amount, by_rule = _in_unit(rules, item, hazard.unit)
    quantity = hazard.quantity or Decimal(1)
    multiple = amount / quantity
    arithmetic = f"{said(amount)} {hazard.unit} / {said(quantity)} {hazard.unit} = {said(multiple)}"
    return Line(item.name, hazard.code, amount, hazard.unit, multiple, by_rule, arithmetic)


def _in_unit(rules: Pack, item: Item, unit: str) -> tuple[Decimal, bool]:
    """The amount in the unit of a figure, and whether the code's rule stood in for a density.

    Raises Unreadable where a gas is measured against a weight or a volume: nothing turns one into the other here.
    """
    wanted = dimension(unit)
    if item.amount.dimension == wanted or GAS in (item.amount.dimension, wanted):
        return item.amount.to(unit), False
    if wanted == WEIGHT:
        kilograms, by_rule = weighed(item.amount, item.density, rules.pounds_per_gallon)
        return kilograms / (KILOGRAMS_PER_POUND if unit == "lb" else Decimal(1)), by_rule
    litres, by_rule = measured(item.amount, item.density, rules.pounds_per_gallon)
    return Amount(litres, VOLUME).to(unit), by_rule
