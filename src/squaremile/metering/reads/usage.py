"""What was used: one's own company's events, for staff everyone's. Row security decides."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from squaremile.metering.models import UsageEvent


@dataclass(frozen=True, slots=True)
class Usage:
    """One event. `quantity` counts the meter's `unit`."""

    id: UUID
    meter: str
    unit: str
    organisation: str
    project: str
    subject: str
    start: datetime
    end: datetime
    quantity: Decimal
    recorded_at: datetime


def part(
    *, most: int, after: UUID | None = None, organisation: str = "", since: datetime | None = None,
    until: datetime | None = None,
) -> list[Usage]:
    """At most `most` events in the order they were made, those that follow `after`; recorded in [since, until)."""
    chosen = Q()
    if after:
        chosen &= Q(id__gt=after)
    if organisation:
        chosen &= Q(organisation__code=organisation)
    if since:
        chosen &= Q(recorded_at__gte=since)
    if until:
        chosen &= Q(recorded_at__lt=until)
    rows = UsageEvent.objects.filter(chosen).select_related("meter", "organisation", "project").order_by("id")[:most]
    return [
        Usage(
            e.id, e.meter.code, e.meter.unit, e.organisation.code, e.project.code if e.project else "", e.subject,
            e.period.start, e.period.end, e.quantity, e.recorded_at,
        )
        for e in rows
    ]
