"""The board of KPIs, and the figures that were made public. A part adds its own by a module named in `PARTS`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import connection

from squaremile.kernel import clock
from squaremile.kernel.words import Text
from squaremile.network.policies.kpis import REGISTRY, Kpi
from squaremile.network.reads import kpi_agreements, kpi_liaison, kpi_needs
from squaremile.network.reads.days import today
from squaremile.network.reads.measures import MEASURES, At, Value
from squaremile.network.words.agreements import UNIT_NAMES

PARTS = (kpi_agreements, kpi_liaison, kpi_needs)
"""Imported for what they declare."""


@dataclass(frozen=True, slots=True)
class Line:
    """A KPI with its figures, as of a day."""

    kpi: Kpi
    values: tuple[Value, ...]
    as_of: date
    known_at: datetime


@dataclass(frozen=True, slots=True)
class PublicValue:
    """A published figure: `value` is None where it is withheld over too small a base."""

    unit: str
    value: Decimal | None
    base: int | None
    """None where the value is withheld: of a count, the base would be the value."""
    of: Text | None


@dataclass(frozen=True, slots=True)
class PublicLine:
    """A KPI that is public, with its newest publication."""

    kpi: Kpi
    values: tuple[PublicValue, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """What was made public last; empty lines before the first."""

    as_of: date | None
    published_at: datetime | None
    lines: tuple[PublicLine, ...]


def board(as_of: date | None = None, *, only: Iterable[str] | None = None) -> list[Line]:
    """Every KPI as of a day (today), as known now."""
    at = At(min(as_of or today(), today()), clock.now())
    wanted = set(REGISTRY if only is None else only)
    return [Line(kpi, tuple(MEASURES[code](at)), at.as_of, at.known_at) for code, kpi in REGISTRY.items() if code in wanted]


def publication() -> Publication:
    """The newest published figures, for everybody: from the one function that gives out aggregates alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kpi, unit, part, value, base, as_of, published_at FROM network_public_figures() ORDER BY kpi, unit, part"
        )
        rows = cursor.fetchall()
    lines = []
    for code, kpi in REGISTRY.items():
        values = tuple(PublicValue(unit, value, base, UNIT_NAMES.get(part or unit)) for name, unit, part, value, base, *_ in rows if name == code)
        if kpi.public and values:
            lines.append(PublicLine(kpi, values))
    return Publication(rows[0][5] if rows else None, rows[0][6] if rows else None, tuple(lines))
