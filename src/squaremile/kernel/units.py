"""Units of what meters count, with the words people read."""

from dataclasses import dataclass
from decimal import Decimal

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Unit:
    code: str
    label: Text


UNITS = {
    unit.code: unit
    for unit in (
        Unit("minute", Text(ko="분", en="min")),
        Unit("hour", Text(ko="시간", en="h")),
        Unit("run", Text(ko="회", en="runs")),
        Unit("piece", Text(ko="개", en="pcs")),
        Unit("bench_day", Text(ko="벤치·일", en="bench-days")),
    )
}


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
