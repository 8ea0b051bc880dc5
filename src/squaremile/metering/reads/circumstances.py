"""What evidence says of single uses: for those who look at them before they are billed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from squaremile.metering.models import UsageEvent


@dataclass(frozen=True, slots=True)
class Seen:
    """One event, and what was said of it."""

    origin: str
    meter: str
    subject: str
    start: datetime
    evidence: dict[str, Any]


def _seen(rows: Any) -> list[Seen]:
    found = rows.filter(corrects=None).select_related("meter").order_by("period", "origin")
    return [Seen(e.origin, e.meter.code, e.subject, e.period.start, e.evidence) for e in found]


def known(origins: Iterable[str]) -> list[Seen]:
    """By their origins, as far as the asker sees them. One statement."""
    return _seen(UsageEvent.objects.filter(origin__in=list(origins)))


def saying(key: str, organisation: UUID, *, start: datetime, end: datetime, before: datetime) -> list[Seen]:
    """What began in [start, end), was recorded before a moment, was not taken back, and whose evidence has the key. One statement."""
    return _seen(UsageEvent.objects.filter(
        organisation_id=organisation, recorded_at__lt=before, period__startswith__gte=start, period__startswith__lt=end,
        evidence__has_key=key, corrections=None,
    ))
