"""Units of what meters count, with the words people read."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Unit:
    code: str
    label: Text
    one: str = ""
    """In English, of a single one, where that is another word."""


UNITS = {
    unit.code: unit
    for unit in (
        Unit("minute", Text(ko="분", en="min")),
        Unit("hour", Text(ko="시간", en="h")),
        Unit("run", Text(ko="회", en="runs"), "run"),
        Unit("piece", Text(ko="개", en="pcs"), "piece"),
        Unit("sample", Text(ko="시료", en="samples"), "sample"),
        Unit("g", Text(ko="g", en="g")),
        Unit("kg", Text(ko="kg", en="kg")),
        Unit("mL", Text(ko="mL", en="mL")),
        Unit("L", Text(ko="L", en="L")),
        Unit("kWh", Text(ko="kWh", en="kWh")),
        Unit("bench_day", Text(ko="벤치·일", en="bench-days"), "bench-day"),
        Unit("seat_day", Text(ko="좌석·일", en="seat-days"), "seat-day"),
        Unit("unit_day", Text(ko="대·일", en="unit-days"), "unit-day"),
        Unit("money", Text(ko="금액", en="money")),
    )
}

UNIT_DAYS = ("bench_day", "seat_day", "unit_day")
"""Units that count days of something held: two desks for three days are six seat-days."""
_SIZES = {"minute": ("h", Fraction(1, 60)), "hour": ("h", Fraction(1)), "g": ("kg", Fraction(1, 1000)), "kg": ("kg", Fraction(1)),
          "mL": ("L", Fraction(1, 1000)), "L": ("L", Fraction(1))}  # fmt: skip


def ratio(counted: str, wanted: str) -> Fraction | None:
    """How many of the unit wanted one of the unit counted is, exactly; None where they measure different things."""
    if counted == wanted:
        return Fraction(1)
    one, other = _SIZES.get(counted), _SIZES.get(wanted)
    return one[1] / other[1] if one and other and one[0] == other[0] else None


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure: so many of its dimension's base unit."""

    code: str
    base: str
    factor: Decimal


MEASURES = {
    measure.code.lower(): measure
    for measure in (
        Measure("kg", "kg", Decimal(1)), Measure("g", "kg", Decimal("0.001")), Measure("mg", "kg", Decimal("0.000001")),
        Measure("t", "kg", Decimal(1000)), Measure("lb", "kg", Decimal("0.45359237")),
        Measure("L", "L", Decimal(1)), Measure("mL", "L", Decimal("0.001")), Measure("uL", "L", Decimal("0.000001")),
        Measure("m3", "L", Decimal(1000)), Measure("gal", "L", Decimal("3.785411784")),
        Measure("W", "W", Decimal(1)), Measure("kW", "W", Decimal(1000)),
        Measure("A", "A", Decimal(1)),
        Measure("L/min", "L/min", Decimal(1)), Measure("m3/h", "L/min", Decimal(1000) / 60),
        Measure("piece", "piece", Decimal(1)),
    )
}  # fmt: skip
"""By code in small letters. Pound and US gallon: NIST Special Publication 811, appendix B."""


def measured(amount: Decimal | None, unit: str) -> tuple[Decimal, str] | None:
    """An amount in its base unit, with that unit; None where either cannot be read."""
    spelt = unit.strip().lower().replace("³", "3").replace("μ", "u").replace("µ", "u").replace("ℓ", "l")
    known = MEASURES.get(spelt)
    return None if known is None or amount is None else (amount * known.factor, known.base)
