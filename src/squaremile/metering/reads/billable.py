"""Usage as billing takes it: what an organisation used in a month, as far as it was recorded before a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class Billable:
    """One event. A correction has the span of what it corrects. `quantity` counts the meter's `unit`."""

    origin: str
    corrects: str
    meter: str
    unit: str
    subject: str
    start: datetime
    end: datetime
    quantity: Decimal
    project: UUID | None
    person: UUID | None
    nfec: str
    assisted: bool
    booked: int | None
    """Microseconds."""


_OF = """
SELECT e.origin, coalesce(c.origin, ''), m.code, m.unit, e.subject, lower(coalesce(c.period, e.period)),
       upper(coalesce(c.period, e.period)), e.quantity, e.project_id, e.person,
       coalesce(c.nfec, e.nfec), coalesce(c.assisted, e.assisted), CASE WHEN c.id IS NULL THEN e.booked ELSE c.booked END
FROM metering_usage_event e JOIN metering_meter m ON m.id = e.meter_id
LEFT JOIN metering_usage_event c ON c.id = e.corrects_id
WHERE e.organisation_id = %s AND e.recorded_at < %s
  AND lower(coalesce(c.period, e.period)) >= %s AND lower(coalesce(c.period, e.period)) < %s
"""
_BY_KEY = """
SELECT e.id, e.origin, '', m.code, m.unit, e.subject, lower(e.period), upper(e.period), e.quantity, e.project_id, e.person,
       e.nfec, e.assisted, e.booked
FROM metering_usage_event e JOIN metering_meter m ON m.id = e.meter_id WHERE e.id = ANY (%s)
"""
_LATE = """
SELECT DISTINCT date_trunc('month', lower(coalesce(c.period, e.period)) AT TIME ZONE %s)::date
FROM metering_usage_event e LEFT JOIN metering_usage_event c ON c.id = e.corrects_id
WHERE e.organisation_id = %s AND e.recorded_at >= %s AND e.recorded_at < %s AND lower(coalesce(c.period, e.period)) < %s
ORDER BY 1
"""
_LATE_WHOSE = """
SELECT DISTINCT e.organisation_id FROM metering_usage_event e LEFT JOIN metering_usage_event c ON c.id = e.corrects_id
WHERE e.recorded_at >= %s AND e.recorded_at < %s AND lower(coalesce(c.period, e.period)) < %s
"""
_WHOSE = """
SELECT organisation_id, count(*) FROM metering_usage_event
WHERE organisation_id = ANY (%s) AND recorded_at < %s AND lower(period) >= %s AND lower(period) < %s GROUP BY organisation_id
"""
# From one organisation to the next by index: there are many events of each.
_ANY = """
WITH RECURSIVE used (organisation_id) AS (
  (SELECT e.organisation_id FROM metering_usage_event e ORDER BY e.organisation_id LIMIT 1)
  UNION ALL
  SELECT (SELECT e.organisation_id FROM metering_usage_event e WHERE e.organisation_id > used.organisation_id ORDER BY 1 LIMIT 1)
    FROM used WHERE used.organisation_id IS NOT NULL)
SELECT organisation_id FROM used WHERE organisation_id IS NOT NULL
"""


def of(organisation: UUID, *, start: datetime, end: datetime, before: datetime) -> list[Billable]:
    """What began in [start, end) and was recorded before a moment. One statement, in no order."""
    with connection.cursor() as cursor:
        cursor.execute(_OF, [organisation, before, start, end])
        return [Billable(*row) for row in cursor.fetchall()]  # type: ignore[call-arg]


def by_key(keys: list[UUID]) -> dict[UUID, Billable]:
    """Events by their keys, as they were recorded. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_KEY, [keys])
        return {row[0]: Billable(*row[1:]) for row in cursor.fetchall()}  # type: ignore[call-arg]


def late_months(organisation: UUID, *, since: datetime, before: datetime, start: datetime, zone: str) -> list[Any]:
    """Months before `start`, by their first day, of which something was recorded in [since, before)."""
    with connection.cursor() as cursor:
        cursor.execute(_LATE, [zone, organisation, since, before, start])
        return [month for (month,) in cursor.fetchall()]


def late_users(*, since: datetime, before: datetime, start: datetime) -> set[UUID]:
    """Organisations of which something from before `start` was recorded in [since, before)."""
    with connection.cursor() as cursor:
        cursor.execute(_LATE_WHOSE, [since, before, start])
        return {organisation for (organisation,) in cursor.fetchall()}


def organisations() -> set[UUID]:
    """Of which anything was ever recorded."""
    with connection.cursor() as cursor:
        cursor.execute(_ANY)
        return {organisation for (organisation,) in cursor.fetchall()}


def users(of: Iterable[UUID], *, start: datetime, end: datetime, before: datetime) -> dict[UUID, int]:
    """Those of some organisations with usage in [start, end), and of how many events."""
    with connection.cursor() as cursor:
        cursor.execute(_WHOSE, [list(of), before, start, end])
        return dict(cursor.fetchall())
