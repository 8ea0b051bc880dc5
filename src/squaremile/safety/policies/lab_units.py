"""How much of a class of liquids a laboratory unit may hold (NFPA 45): by its fire hazard class, its floor area and its storey.

Limit = the lesser of (figure for 100 sq ft × area / 100) and the unit's most, × the storey's share, × a half for a teaching
laboratory, × a tenth in open use. Each factor is a row of the pack; a storey without a row has no limit that anybody could name.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from squaremile.kernel.words import Text
from squaremile.safety.policies import limits
from squaremile.safety.policies.limits import CONDITION_WORDS, Limit, Unlimitable, no_condition
from squaremile.safety.policies.packs import CONDITIONS, HazardClass, LabUnit, Modifier, Pack, UnitStorey, worst
from squaremile.safety.policies.quantity import said

HUNDRED = Decimal(100)
SQUARE_METRES_PER_SQUARE_FOOT = Decimal("0.09290304")
"""Exact by definition (the foot is 0.3048 m)."""


@dataclass(frozen=True, slots=True)
class Lab:
    """What counts of a laboratory unit: its class, its floor area, whether it is a teaching laboratory."""

    unit: str = ""
    square_feet: Decimal | None = None
    teaching: bool = False


UNKNOWN_LAB = Lab()


@lru_cache(maxsize=4096)
def most(
    rules: Pack, hazard: HazardClass, *, floor: int, sprinklered: bool = False, cabinet: bool = False,
    condition: str = "storage", state: str = "", lab: Lab = UNKNOWN_LAB,
) -> Limit:
    """The limit of a class by whichever rule the pack has: of a control area, or of a laboratory unit. Raises Unlimitable.

    Remembered: the same few hundred limits, each with its sentences, are asked for with every verdict.
    """
    if rules.kind == "laboratory_unit":
        return _of_unit(rules, hazard, floor, condition, lab)
    return limits.limit(rules, hazard, floor=floor, sprinklered=sprinklered, cabinet=cabinet, condition=condition, state=state)


def limited(rules: Pack, hazard: HazardClass) -> bool:
    """Whether a class has figures of its own: of laboratory units some count in a sum of several classes alone."""
    return rules.kind != "laboratory_unit" or any(row.hazard == hazard.code for unit in rules.units.values() for row in unit.limits)


def _of_unit(rules: Pack, hazard: HazardClass, floor: int, condition: str, lab: Lab) -> Limit:
    if condition not in CONDITIONS:
        raise no_condition(condition)
    unit = rules.units.get(lab.unit)
    if unit is None:
        known = ", ".join(rules.units)
        raise Unlimitable(Text(
            ko=f"실험 단위의 화재 위험 등급을 알아야 합니다. {known} 가운데 하나입니다",
            en=f"the laboratory unit's fire hazard class is not known: it is one of {known}"))
    if lab.square_feet is None or lab.square_feet <= 0:
        raise Unlimitable(Text(
            ko="실험 단위의 면적을 알아야 합니다", en="the laboratory unit's floor area is not known"))
    row = next((each for each in unit.limits if each.hazard == hazard.code), None)
    if row is None:
        groups = ", ".join(each.code for each in rules.classes.values() if hazard.code in each.together)
        raise Unlimitable(Text(
            ko=f"{rules.code}에는 {hazard.code}만의 수치가 없습니다. 함께 더하는 곳: {groups or '없음'}",
            en=f"{rules.code} has no figure for {hazard.code} alone; it counts in {groups or 'nothing'}"))
    storey = _storey(rules, unit, floor)
    by_area = row.density * lab.square_feet / HUNDRED
    total = min(by_area, row.most)
    body = f"min({said(row.density)} × {said(lab.square_feet)} / 100, {said(row.most)}) {row.unit}"
    ko, en = [f"{body} ({unit.label.ko})"], [f"{body} ({unit.label.en})"]
    sure = [row.certainty, storey.certainty, hazard.certainty]
    total *= storey.percent / HUNDRED
    ko.append(f"{said(storey.percent)} % ({floor}층)")
    en.append(f"{said(storey.percent)} % (storey {floor})")
    for code, holds in (("teaching", lab.teaching), ("open", condition == "open")):
        if holds:
            factor = _factor(rules, code, unit)
            total *= factor.factor
            ko.append(f"{said(factor.factor)} ({factor.label.ko})")
            en.append(f"{said(factor.factor)} ({factor.label.en})")
            sure.append(factor.certainty)
    tail = f" = {said(total)} {row.unit}"
    arithmetic = Text(
        ko=f"{CONDITION_WORDS[condition].ko}: {' × '.join(ko)}{tail}", en=f"{CONDITION_WORDS[condition].en}: {' × '.join(en)}{tail}"
    )
    return Limit(hazard.code, condition, total, row.unit, arithmetic, row.source, worst(*sure), None, 0)


def _storey(rules: Pack, unit: LabUnit, floor: int) -> UnitStorey:
    for each in unit.storeys:
        if floor != 0 and each.first <= floor <= each.last:
            return each
    raise Unlimitable(Text(
        ko=f"{rules.code}에는 {floor}층에 있는 {unit.code} 등급 실험 단위의 수치가 없습니다",
        en=f"{rules.code} has no figure for a unit of class {unit.code} on storey {floor}"))


def _factor(rules: Pack, code: str, unit: LabUnit) -> Modifier:
    found = rules.modifiers.get(code)
    if found is None or (found.unit and found.unit != unit.code):
        raise Unlimitable(Text(
            ko=f"{rules.code}에는 {unit.code} 등급 실험 단위의 {code} 수치가 없습니다",
            en=f"{rules.code} has no figure for {code} in a unit of class {unit.code}"))
    return found
