"""Recording usage in bulk: what is taken over from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.period import Period
from squaremile.metering import rules, words
from squaremile.metering.models import Meter, UsageEvent
from squaremile.published.metering import UsageRecorded


@dataclass(frozen=True, slots=True)
class Used:
    """One event to append: as `metering.record_usage` takes it."""

    organisation: UUID
    subject: str
    period: Period
    quantity: Decimal
    origin: str
    project: UUID | None = None
    person: UUID | None = None
    evidence: dict[str, Any] = field(default_factory=dict)


@operation(
    "metering.record_usages", ko="사용량 한꺼번에 기록", en="Record usage in bulk", may=rules.keep_meters,
    refuses=(words.METER_UNKNOWN,), constraints={"metering_usage_event_origin_key": words.ALREADY_RECORDED},
)
def record_usages(*, meter: str, rows: Sequence[Used]) -> int:
    """Append many events of one meter, all or none. Each cause counts once, here as everywhere; all are published."""
    found = Meter.objects.filter(code=meter).first()
    if found is None:
        raise Invalid(words.METER_UNKNOWN)
    made = UsageEvent.objects.bulk_create(
        (
            UsageEvent(
                meter=found, organisation_id=row.organisation, project_id=row.project, person=row.person,
                subject=row.subject, period=row.period, quantity=row.quantity, evidence=row.evidence,
                origin=row.origin, recorded_at=clock.now(),
            )
            for row in rows
        ),
        batch_size=500,
    )
    note(subject=found, count=len(made))
    for event in made:
        publish(UsageRecorded(
            event=event.id, meter=meter, organisation=event.organisation_id, project=event.project_id,
            subject=event.subject, start=event.period.start, end=event.period.end, quantity=str(event.quantity),
        ))
    return len(made)
