"""What evidence says of single uses: for those who look at them before they are billed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from squaremile.kernel import rows
from squaremile.metering.models import UsageEvent


@dataclass(frozen=True, slots=True)
class Seen:
    """One event, and what was said of it."""

    origin: str
    meter: str
    subject: str
    start: datetime
    evidence: dict[str, Any]


def _seen(events: Any) -> list[Seen]:
    found = events.filter(corrects=None).select_related("meter").order_by("period", "origin")
    return [Seen(e.origin, e.meter.code, e.subject, e.period.start, e.evidence) for e in found]


def known(origins: Iterable[str]) -> list[Seen]:
    """By their origins, as far as the asker sees them. One statement."""
    return _seen(UsageEvent.objects.filter(origin__in=list(origins)))


_SAYING = """
SELECT e.id FROM metering_usage_event e
 WHERE e.organisation_id = %s AND e.evidence ? %s AND e.corrects_id IS NULL AND e.recorded_at < %s AND lower(e.period) >= %s
   AND lower(e.period) < %s AND NOT EXISTS (SELECT 1 FROM metering_usage_event c WHERE c.corrects_id = e.id)
"""


def saying(key: str, organisation: UUID, *, start: datetime, end: datetime, before: datetime) -> list[Seen]:
    """What began in [start, end), was recorded before a moment, was not taken back, and whose evidence has the key. One statement,
    and another where there is any."""
    found = rows.ask(_SAYING, [organisation, key, before, start, end])
    return _seen(UsageEvent.objects.filter(id__in=[one for one, in found])) if found else []
