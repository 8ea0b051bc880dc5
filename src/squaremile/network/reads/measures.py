"""How a part of the network puts a KPI on the board: its declaration and its reading in one place.

    @measures(Kpi(code="…", name=Text(…), says=Text(…), formula=Text(…), source=Text(…), guard=Text(…)))
    def introductions(at: At) -> list[Value]: …

in a module that `reads/kpis.py` imports.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from squaremile.kernel.words import Text
from squaremile.network.policies.kpis import Kpi, declare


@dataclass(frozen=True, slots=True)
class At:
    """As of which day, and as known at which moment."""

    as_of: date
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Value:
    """One figure of a KPI: of a unit, over a base (how many agreements, needs …); `of` names a part of the whole,
    `part` is its code."""

    unit: str
    value: Decimal | None
    base: int
    of: Text | None = None
    part: str = ""


Measure = Callable[[At], list[Value]]
MEASURES: dict[str, Measure] = {}


def measures(kpi: Kpi) -> Callable[[Measure], Measure]:
    """Declare the KPI that the function reads."""
    declare(kpi)

    def kept(read: Measure) -> Measure:
        MEASURES[kpi.code] = read
        return read

    return kept
