"""Counts of rooms: what should stand there against the labels that were scanned.

Row security parts them: a rival's container is an unknown label, as one that never was.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Count

from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.safety.models import StockCount
from squaremile.safety.words import counting as words

SHOWN = 300
"""Rows of each outcome that are listed; the numbers count all."""
_HELD = """
WITH scanned AS (SELECT label FROM safety_stock_scan WHERE count_id = %(count)s),
seen AS (
  SELECT s.label, c.id, c.code, c.substance_id, c.room_id, c.state, c.organisation_id,
         CASE WHEN c.id IS NULL THEN 'unknown'
              WHEN c.room_id = %(room)s AND c.state = ANY (ARRAY['received', 'opened']) THEN 'found' ELSE 'elsewhere' END AS outcome
    FROM scanned s LEFT JOIN safety_container c ON c.code = s.label
     AND (%(whose)s::uuid IS NULL OR c.organisation_id = %(whose)s::uuid)
  UNION ALL
  SELECT c.code, c.id, c.code, c.substance_id, c.room_id, c.state, c.organisation_id, 'missing'
    FROM safety_container c
   WHERE c.room_id = %(room)s AND c.state = ANY (ARRAY['received', 'opened'])
     AND (%(whose)s::uuid IS NULL OR c.organisation_id = %(whose)s::uuid)
     AND NOT EXISTS (SELECT 1 FROM scanned s WHERE s.label = c.code))
"""
_NUMBERS = _HELD + "SELECT outcome, count(*) FROM seen GROUP BY outcome"
_ROWS = _HELD + """, ranked AS (
  SELECT seen.*, row_number() OVER (PARTITION BY outcome ORDER BY label) AS n FROM seen WHERE outcome <> 'found')
SELECT r.outcome, r.label, COALESCE(b.name_ko, ''), COALESCE(b.name_en, ''), COALESCE(p.code, ''), COALESCE(r.state, ''),
       COALESCE(o.name_ko, ''), COALESCE(o.name_en, '')
  FROM ranked r LEFT JOIN safety_substance b ON b.id = r.substance_id LEFT JOIN spaces_place p ON p.id = r.room_id
  LEFT JOIN core_organisation o ON o.id = r.organisation_id
 WHERE r.n <= %(shown)s ORDER BY r.outcome, r.label
"""


@dataclass(frozen=True, slots=True)
class CountRow:
    """One count of the list. `found` and the others are numbers; None while it goes on and nobody has looked."""

    code: str
    room: str
    room_name: Text
    company: Text | None
    began_at: datetime
    closed_at: datetime | None
    scans: int
    result: dict[str, int] | None


@dataclass(frozen=True, slots=True)
class Held:
    """One label that needs somebody's eye. `room` is where it is registered; empty for an unknown label."""

    outcome: str
    label: str
    name: Text | None
    room: str
    gone: bool
    company: Text | None


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A count with what it found so far."""

    row: CountRow
    numbers: dict[str, int]
    held: tuple[Held, ...]

    def of(self, outcome: str) -> list[Held]:
        return [each for each in self.held if each.outcome == outcome]

    @property
    def missing(self) -> list[Held]:
        return self.of(words.MISSING)

    @property
    def elsewhere(self) -> list[Held]:
        return self.of(words.ELSEWHERE)

    @property
    def unknown(self) -> list[Held]:
        return self.of(words.UNKNOWN)


def counts(*, most: int = 50) -> list[CountRow]:
    """The latest first. One statement."""
    rows = StockCount.objects.select_related("room", "organisation").annotate(scanned=Count("scans")).order_by("-began_at")
    return [_row(each, each.scanned) for each in rows[:most]]


def numbers(found: StockCount) -> dict[str, int]:
    """How many of each outcome there are. One statement, however many labels were scanned."""
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, _values(found))
        told = dict(cursor.fetchall())
    return {outcome: told.get(outcome, 0) for outcome in words.OUTCOMES}


def count(code: str) -> Reconciled:
    """One with its outcomes: three statements. Of a closed one the numbers are those that were kept. Raises Missing."""
    found = StockCount.objects.select_related("room", "organisation").annotate(scanned=Count("scans")).filter(code=code).first()
    if found is None:
        raise Missing(words.COUNT_UNKNOWN)
    if found.closed_at is not None:
        return Reconciled(_row(found, found.scanned), dict(found.result or {}), ())
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, {**_values(found), "shown": SHOWN})
        held = tuple(
            Held(outcome, label, both(ko, en) if ko or en else None, room, state in ("disposed", "transferred"),
                 both(whose_ko, whose_en) if whose_ko or whose_en else None)
            for outcome, label, ko, en, room, state, whose_ko, whose_en in cursor.fetchall()
        )  # fmt: skip
    return Reconciled(_row(found, found.scanned), numbers(found), held)


def _values(found: StockCount) -> dict[str, Any]:
    return {"count": found.id, "room": found.room_id, "whose": found.organisation_id}


def _row(c: StockCount, scans: int) -> CountRow:
    whose = c.organisation
    return CountRow(
        c.code, c.room.code, both(c.room.name_ko, c.room.name_en), both(whose.name_ko, whose.name_en) if whose else None,
        c.began_at, c.closed_at, scans, c.result,
    )  # fmt: skip
