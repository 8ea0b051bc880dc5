"""What stands in one place, added up: against the limit of each class (control areas), or as multiples of designated
quantities (지정수량). Amounts of everybody count, whoever owns them; one container counts in each of its classes; what
has no class is counted as unclassified and makes every sum an "at least"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from functools import lru_cache

from squaremile.kernel.words import Text
from squaremile.safety.policies.lab_units import UNKNOWN_LAB, Lab, limited, most
from squaremile.safety.policies.limits import CONDITION_WORDS, Limit
from squaremile.safety.policies.packs import HazardClass, Pack, Row, Threshold, worst
from squaremile.safety.policies.quantity import (
    GAS,
    VOLUME,
    WEIGHT,
    Amount,
    added_up,
    decimal_of,
    dimension,
    measured,
    per_unit,
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
    density: Decimal | Fraction | None = None
    certainty: str = ""
    unsure: bool = False
    """Counted in its classes, and among the unclassified too: its own company alone says what it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item in one class. What people read of it is worked out when it is read: a verdict over a building reads none of it."""

    name: str
    hazard: str
    unit: str
    measured: Fraction
    """The amount in the class's unit."""
    by_rule: bool
    """Turned from volume to weight, or back, by the code's own rule, as nobody knows the density."""
    quantity: Decimal | None = None
    """The designated quantity, where the pack counts in multiples of it."""

    @property
    def exact(self) -> Fraction:
        """What sums take: the amount, or the multiple. A third is a third, and three of them are one."""
        return self.measured if self.quantity is None else self.measured / Fraction(self.quantity)

    @property
    def amount(self) -> Decimal:
        return decimal_of(self.measured)

    @property
    def multiple(self) -> Decimal | None:
        return None if self.quantity is None else decimal_of(self.exact)

    @property
    def arithmetic(self) -> str:
        amount = f"{said(self.amount)} {self.unit}"
        return amount if self.quantity is None else f"{amount} / {said(self.quantity)} {self.unit} = {said(decimal_of(self.exact))}"


@dataclass(frozen=True, slots=True)
class Checked:
    """The sum of one class against one of its limits."""

    hazard: str
    condition: str
    limit: Limit
    state: str = ""
    outside: bool = False
    """Only what stands outside approved cabinets."""
    exact: Fraction = Fraction(0)
    """The total with nothing rounded."""

    @property
    def total(self) -> Decimal:
        return decimal_of(self.exact)

    @property
    def over(self) -> bool:
        return self.limit.limit is not None and self.exact > Fraction(self.limit.limit)

    @property
    def share(self) -> Decimal | None:
        """Of the limit, in percent; None where it is not limited or nothing is allowed."""
        return self.total / self.limit.limit * 100 if self.limit.limit else None

    @property
    def which(self) -> tuple[str, str, str, bool]:
        """The check it is, whatever the amounts: for holding two sums of one area side by side."""
        return self.hazard, self.condition, self.state, self.outside


@dataclass(frozen=True, slots=True)
class Summed:
    """The answer: lines, sums, verdict. `unclassified`: names of what could not be counted."""

    lines: tuple[Line, ...]
    unclassified: tuple[str, ...]
    arithmetic: Text
    certainty: str
    multiple: Decimal | None = None
    threshold: Threshold | None = None
    exact: Fraction = Fraction(0)
    """Of designated quantities: the sum of multiples with nothing rounded."""
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
        classes = [rules.classes[code] for code in dict.fromkeys(item.classes)]
        if not classes:
            unclassified.append(item.name)
            continue
        unclassified += [item.name] if item.unsure else []
        lines.append(_heaviest(rules, item, classes))
        sure += [item.certainty, next(c.certainty for c in classes if c.code == lines[-1].hazard)]
    exact = added_up(line.exact for line in lines)
    threshold = max((t for t in rules.thresholds if Fraction(t.first) <= exact), key=lambda t: t.first)
    total = decimal_of(exact)
    terms = " + ".join(said(line.multiple or Decimal(0)) for line in lines) or "0"
    least_ko, least_en = ("이상" if unclassified else ""), ("at least " if unclassified else "")
    said_sum = Text(ko=f"{terms} = {said(total)} {least_ko}".strip(), en=f"{terms} = {least_en}{said(total)}")
    return Summed(
        tuple(lines), tuple(unclassified), said_sum, worst(*sure, threshold.certainty), multiple=total, threshold=threshold, exact=exact
    )


def multiple_of(rules: Pack, items: Iterable[Item]) -> Fraction:
    """The same sum alone, with nothing rounded: what one class has in its own unit is added up before it is divided."""
    amounts: dict[str, Decimal] = {}
    parts = list[Fraction]()
    for item in items:
        if len(item.classes) == 1 and dimension(rules.classes[item.classes[0]].unit) == item.amount.dimension:
            code = item.classes[0]
            amounts[code] = WHOLE.add(amounts.get(code, NONE), item.amount.base)
        elif item.classes:
            parts.append(max(_multiple(rules, item, rules.classes[code]).exact for code in item.classes))
    for code, base in amounts.items():
        (top, under), once = base.as_integer_ratio(), _once(rules.classes[code])
        parts.append(Fraction(top * once.denominator, under * once.numerator))
    return added_up(parts)


@lru_cache(maxsize=1024)
def _once(hazard: HazardClass) -> Fraction:
    """The designated quantity of a class in the base unit of its dimension."""
    return Fraction(per_unit(hazard.unit, dimension(hazard.unit))) * Fraction(hazard.quantity or Decimal(1))


NONE = Decimal(0)
WHOLE = Context(prec=400, traps=[Inexact])
"""Adds amounts and rounds nothing; it would say so."""


def _heaviest(rules: Pack, item: Item, classes: Iterable[HazardClass]) -> Line:
    return max((_multiple(rules, item, hazard) for hazard in classes), key=lambda line: line.exact)


def countable(rules: Pack, item: Item) -> bool:
    """Whether its unit can be turned into that of every class it is in."""
    multiples = rules.kind == "designated_quantity"
    hazards = (rules.classes[code] for code in item.classes)
    return all(_turns(rules, item, hazard.unit if multiples else _figures(hazard, item).unit) for hazard in hazards)


def _turns(rules: Pack, item: Item, unit: str) -> bool:
    """Whether `_in_unit` finds a way, without going it."""
    wanted, had = dimension(unit), item.amount.dimension
    return had == wanted or (GAS not in (had, wanted) and (item.density is not None or rules.pounds_per_gallon is not None))


def sharing(rules: Pack, classes: Iterable[str]) -> tuple[str, ...] | None:
    """The classes that count in the same checks as these; None where everything counts in one sum."""
    if rules.kind == "designated_quantity":
        return None
    wanted = set(classes)
    groups = [each.together for each in rules.classes.values() if wanted & set(each.together)]
    return tuple(sorted(wanted.union(*groups)))


def control_area(
    rules: Pack, items: Sequence[Item], *, floor: int, sprinklered: bool = False, cabinets: bool = False, lab: Lab = UNKNOWN_LAB
) -> Summed:
    """Every class against its figures: each use column alone, storage and use together against the storage figure, and
    outside cabinets apart from the total, as cabinet credit is only for what is really in the cabinet.

    `cabinets`: the area has approved cabinets; an item counts as inside where it says so. `lab`: what counts where the pack
    is of laboratory units, which know no cabinets. Raises Unlimitable where the pack has no figure for such a place.
    """
    lines, checks = _against(rules, items, _Place(floor, sprinklered, cabinets and rules.kind == "control_area", lab))
    unclassified = tuple(item.name for item in items if not item.classes or item.unsure)
    worst_of = [check for check in checks if check.over] or checks
    top = max(worst_of, key=lambda c: (c.over, c.share or 0), default=None)
    arithmetic = _sentence(top, bool(unclassified)) if top else Text(ko="한도가 있는 물질이 없습니다.", en="Nothing here is limited.")
    sure = worst(*(check.limit.certainty for check in checks), *(item.certainty for item in items)) if checks else "K"
    return Summed(tuple(lines), unclassified, arithmetic, sure, checks=tuple(checks))


def checks_of(
    rules: Pack, items: Sequence[Item], *, floor: int, sprinklered: bool = False, cabinets: bool = False, lab: Lab = UNKNOWN_LAB
) -> tuple[Checked, ...]:
    """The checks of `control_area` alone."""
    _lines, checks = _against(rules, items, _Place(floor, sprinklered, cabinets and rules.kind == "control_area", lab))
    return tuple(checks)


@dataclass(frozen=True, slots=True)
class _Place:
    floor: int
    sprinklered: bool
    cabinets: bool
    lab: Lab


def _against(rules: Pack, items: Sequence[Item], place: _Place) -> tuple[list[Line], list[Checked]]:
    """Every item in every of its classes, and the sums of each class and of those that count together."""
    lines, checks = list[Line](), list[Checked]()
    by_class: dict[str, list[tuple[Item, Line]]] = {}
    for item in items:
        for code in dict.fromkeys(item.classes):
            lines.append(_counted(rules, item, rules.classes[code]))
            by_class.setdefault(code, []).append((item, lines[-1]))
    alone = [each for each in rules.classes.values() if not each.together and each.code in by_class and limited(rules, each)]
    groups: list[tuple[HazardClass, tuple[str, ...]]] = [(each, (each.code,)) for each in alone]
    groups += [(each, each.together) for each in rules.classes.values() if each.together]
    for hazard, members in groups:
        by_state: dict[str, list[tuple[Item, Line]]] = {}
        for code in members:
            for item, line in by_class.get(code, ()):
                by_state.setdefault(_state(hazard, item), []).append((item, line))
        for state, some in by_state.items():
            checks += _checked(rules, hazard, state, some, place)
    return lines, checks


def _checked(
    rules: Pack, hazard: HazardClass, state: str, lines: Sequence[tuple[Item, Line]], place: _Place
) -> list[Checked]:
    def against(exact: Fraction, condition: str, cabinet: bool, outside: bool = False) -> Checked:
        at_most = most(
            rules, hazard, floor=place.floor, sprinklered=place.sprinklered, cabinet=cabinet, condition=condition, state=state,
            lab=place.lab,
        )
        return Checked(hazard.code, condition, at_most, state, outside, exact)

    checks = [against(added_up(line.exact for _item, line in lines), "storage", place.cabinets)]
    if place.cabinets:
        loose = added_up(line.exact for item, line in lines if not item.in_cabinet)
        checks.append(against(loose, "storage", False, outside=True))
    for condition in ("closed", "open"):
        used = added_up(line.exact for item, line in lines if item.condition == condition)
        if used:
            checks.append(against(used, condition, False))
    return checks


def _sentence(top: Checked, at_least: bool = False) -> Text:
    words = CONDITION_WORDS[top.condition]
    if top.limit.limit is None:
        return top.limit.arithmetic
    mark = ">" if top.over else "≤"
    body = f"{said(top.total)} {top.limit.unit} {mark} {said(top.limit.limit)} {top.limit.unit}"
    least = ("적어도 ", "at least ") if at_least else ("", "")
    return Text(ko=f"{top.hazard} {words.ko}: {least[0]}{body}", en=f"{top.hazard}, {words.en}: {least[1]}{body}")


def _state(hazard: HazardClass, item: Item) -> str:
    """The state whose figures count for an item: its own, else the class's first (pounds count liquids too)."""
    states: Mapping[str, str] = {row.state: row.state for row in hazard.rows}
    return states.get(item.state, hazard.rows[0].state)


def _figures(hazard: HazardClass, item: Item) -> Row:
    state = _state(hazard, item)
    return next(row for row in hazard.rows if row.state == state)


def _counted(rules: Pack, item: Item, hazard: HazardClass) -> Line:
    row = _figures(hazard, item)
    exact, by_rule = _in_unit(rules, item, row.unit)
    return Line(item.name, hazard.code, row.unit, exact, by_rule)


def _multiple(rules: Pack, item: Item, hazard: HazardClass) -> Line:
    exact, by_rule = _in_unit(rules, item, hazard.unit)
    return Line(item.name, hazard.code, hazard.unit, exact, by_rule, hazard.quantity or Decimal(1))


def _in_unit(rules: Pack, item: Item, unit: str) -> tuple[Fraction, bool]:
    """The amount in the unit of a figure, and whether the code's rule stood in for a density.

    Raises Unreadable where a gas is measured against a weight or a volume: nothing turns one into the other here.
    """
    wanted = dimension(unit)
    if item.amount.dimension == wanted or GAS in (item.amount.dimension, wanted):
        return item.amount.exactly(unit), False
    turn, into = (weighed, WEIGHT) if wanted == WEIGHT else (measured, VOLUME)
    base, by_rule = turn(item.amount, item.density, rules.pounds_per_gallon)
    return base / Fraction(per_unit(unit, into)), by_rule
