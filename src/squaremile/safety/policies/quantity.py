"""Amounts of substances: what people write ("20 L", "5 lb"), kept exact, and turned from unit to unit.

Volumes of liquids, weights and volumes of gas are three different things: between a volume of liquid and a weight stands
its density, and where nobody knows it, the code's own rule (10 lb a gallon, IBC 307.1). A gas is measured at normal
temperature and pressure (NTP: 21 °C, 101.325 kPa).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from math import lcm

from squaremile.kernel.units import MEASURES
from squaremile.kernel.words import Text

LITRES_PER_GALLON = MEASURES["gal"].factor
"""US liquid gallon, exact by definition (231 cubic inches)."""
KILOGRAMS_PER_POUND = MEASURES["lb"].factor
"""Avoirdupois pound, exact by definition."""
LITRES_PER_CUBIC_FOOT = Decimal("28.316846592")

_VOLUME = {
    "l": Decimal(1), "ml": Decimal("0.001"), "ul": Decimal("0.000001"), "µl": Decimal("0.000001"), "cl": Decimal("0.01"),
    "dl": Decimal("0.1"), "hl": Decimal(100), "gal": LITRES_PER_GALLON, "gallon": LITRES_PER_GALLON,
    "gallons": LITRES_PER_GALLON, "qt": LITRES_PER_GALLON / 4, "pt": LITRES_PER_GALLON / 8,
    "litre": Decimal(1), "litres": Decimal(1), "liter": Decimal(1), "liters": Decimal(1), "리터": Decimal(1),
}  # fmt: skip
_WEIGHT = {
    "kg": Decimal(1), "g": Decimal("0.001"), "mg": Decimal("0.000001"), "t": Decimal(1000), "lb": KILOGRAMS_PER_POUND,
    "lbs": KILOGRAMS_PER_POUND, "pound": KILOGRAMS_PER_POUND, "pounds": KILOGRAMS_PER_POUND,
    "oz": KILOGRAMS_PER_POUND / 16, "킬로그램": Decimal(1), "그램": Decimal("0.001"),
}  # fmt: skip
_GAS = {
    "cf": LITRES_PER_CUBIC_FOOT, "cuft": LITRES_PER_CUBIC_FOOT, "ft3": LITRES_PER_CUBIC_FOOT, "ft³": LITRES_PER_CUBIC_FOOT,
    "scf": LITRES_PER_CUBIC_FOOT, "m3": Decimal(1000), "m³": Decimal(1000), "nm3": Decimal(1000),
}  # fmt: skip
VOLUME, WEIGHT, GAS = "volume", "weight", "gas"
_KINDS = {VOLUME: "부피", WEIGHT: "무게", GAS: "기체의 부피"}
_TABLES = {VOLUME: _VOLUME, WEIGHT: _WEIGHT, GAS: _GAS}
_AMOUNT = re.compile(r"\s*([0-9][0-9,]*\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+)\s*([^\s0-9][^\s]*)?\s*")


class Unreadable(ValueError):
    """An amount that cannot be read: no number, a negative one, or a unit nobody knows. `text`: why, in both languages."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in the base unit of its dimension: litres of liquid, kilograms, or litres of gas at NTP."""

    base: Decimal
    dimension: str

    def exactly(self, unit: str) -> Fraction:
        """In a unit of the same dimension, with nothing rounded. Raises Unreadable for another one."""
        (top, under), per = self.base.as_integer_ratio(), _ratio(unit, self.dimension)
        return Fraction(top * per.denominator, under * per.numerator)

    def to(self, unit: str) -> Decimal:
        """The same, to 28 digits: for showing, never for comparing."""
        return decimal_of(self.exactly(unit))


def ratio(one: Decimal, other: Decimal) -> Fraction:
    """One number over another, with nothing rounded."""
    (top, under), (low, over) = one.as_integer_ratio(), other.as_integer_ratio()
    return Fraction(top * over, under * low)


def added_up(parts: Iterable[Fraction]) -> Fraction:
    """Their sum, as `sum` has it, made smallest once and not with every part."""
    top, under = 0, 1
    for part in parts:
        numerator, denominator = part.numerator, part.denominator
        if denominator != under:
            common = lcm(under, denominator)
            top, numerator, under = top * (common // under), numerator * (common // denominator), common
        top += numerator
    return Fraction(top, under)


def decimal_of(exact: Fraction) -> Decimal:
    """A fraction to 28 digits."""
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def per_unit(unit: str, kind: str) -> Decimal:
    """Base units in one of `unit`. Raises Unreadable where it measures something else."""
    factor = _TABLES[kind].get(unit.casefold())
    if factor is None:
        raise Unreadable(Text(ko=f"{unit}: {_KINDS[kind]}의 단위가 아닙니다", en=f"{unit} does not measure a {kind}"))
    return factor


@lru_cache(maxsize=256)
def _ratio(unit: str, kind: str) -> Fraction:
    return Fraction(per_unit(unit, kind))


@lru_cache(maxsize=256)
def dimension(unit: str) -> str:
    """Whether a unit measures a volume, a weight or a gas. Raises Unreadable."""
    name = unit.strip().casefold()
    for found, table in _TABLES.items():
        if name in table:
            return found
    raise Unreadable(Text(ko=f"알 수 없는 단위 {unit!r}", en=f"unknown unit {unit!r}"))


def amount(number: Decimal | int | str, unit: str) -> Amount:
    """So much of a unit. Raises Unreadable for a negative number, no number, or an unknown unit."""
    try:
        value = Decimal(str(number).replace(",", ""))
    except InvalidOperation as wrong:
        raise Unreadable(Text(ko=f"{number!r}: 숫자가 아닙니다", en=f"{number!r} is no number")) from wrong
    if not value.is_finite() or value < 0:
        raise Unreadable(Text(ko=f"{number}: 양이 아닙니다", en=f"{number} is no amount"))
    kind = dimension(unit)
    return Amount(value * _TABLES[kind][unit.strip().casefold()], kind)


def read(text: str, unit: str = "") -> Amount:
    """An amount as people write it, "20 L", "1,000 cf"; `unit` where the text gives a number alone. Raises Unreadable."""
    found = _AMOUNT.fullmatch(text)
    if found is None or not (found[2] or unit):
        raise Unreadable(Text(ko=f"{text!r}: 단위가 있는 양이 아닙니다", en=f"{text!r} is no amount with a unit"))
    return amount(found[1], found[2] or unit)


def weighed(volume: Amount, density: Decimal | Fraction | None, pounds_per_gallon: Decimal | None) -> tuple[Fraction, bool]:
    """Kilograms of a volume of liquid: by its density (kg a litre), or by the code's rule where nobody knows it.

    Returns the weight and whether the rule was used. Raises Unreadable where there is neither.
    """
    if density is not None:
        return Fraction(volume.base) * Fraction(density), False
    if pounds_per_gallon is None:
        raise Unreadable(Text(
            ko="부피를 무게로 바꿀 밀도가 없습니다", en="a volume becomes a weight by the density, which is not given"))
    return volume.exactly("gal") * Fraction(pounds_per_gallon) * Fraction(KILOGRAMS_PER_POUND), True


def measured(weight: Amount, density: Decimal | Fraction | None, pounds_per_gallon: Decimal | None) -> tuple[Fraction, bool]:
    """Litres of a weight of liquid, the other way round."""
    if density is not None:
        return Fraction(weight.base) / Fraction(density), False
    if pounds_per_gallon is None:
        raise Unreadable(Text(
            ko="무게를 부피로 바꿀 밀도가 없습니다", en="a weight becomes a volume by the density, which is not given"))
    return weight.exactly("lb") / Fraction(pounds_per_gallon) * Fraction(LITRES_PER_GALLON), True


def said(value: Decimal) -> str:
    """A number as people read it: no trailing zeros, no exponent, at most six digits after the point."""
    rounded = value.quantize(Decimal("0.000001")) if value.as_tuple().exponent < -6 else value  # type: ignore[operator]
    return f"{rounded.normalize():f}"
