"""Recording usage, once."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.period import Period
from squaremile.kernel.units import UNITS
from squaremile.metering import rules, words
from squaremile.metering.models import Meter, UsageEvent
from squaremile.published.metering import UsageRecorded


@operation(
    "metering.add_meter", ko="계량기 추가", en="Add a meter", may=rules.keep_meters, refuses=(words.UNIT_UNKNOWN,),
    constraints={"metering_meter_code_key": words.METER_EXISTS},
)
def add_meter(*, code: str, unit: str, name_ko: str, name_en: str) -> Meter:
    """Declare something that is counted, in a unit that the house knows."""
    if unit not in UNITS:
        raise Invalid(words.UNIT_UNKNOWN)
    meter = Meter.objects.create(code=code, unit=unit, name_ko=name_ko, name_en=name_en)
    note(subject=meter)
    return meter


@operation(
    "metering.record_usage", ko="사용량 기록", en="Record usage", may=rules.record, refuses=(words.METER_UNKNOWN,),
    constraints={"metering_usage_event_origin_key": words.ALREADY_RECORDED},
)
def record_usage(
    *, meter: str, organisation: UUID, subject: str, period: Period, quantity: Decimal, origin: str,
    project: UUID | None = None, person: UUID | None = None, evidence: dict[str, Any] | None = None,
) -> UsageEvent:
    """Append one event by hand. `origin` names its cause: the same cause is never counted twice."""
    event = count(
        meter=meter, organisation=organisation, subject=subject, period=period, quantity=quantity, origin=origin,
        project=project, person=person, evidence=evidence,
    )
    note(subject=event, organisation=organisation, meter=meter, quantity=str(quantity))
    return event


def count(
    *, meter: str, organisation: UUID, subject: str, period: Period, quantity: Decimal, origin: str,
    project: UUID | None = None, person: UUID | None = None, evidence: dict[str, Any] | None = None,
    corrects: UUID | None = None,
) -> UsageEvent:
    """For acts that use something: append the event as a part of the act, under its permission and in its audit entry.

    A person's use is counted by what she does (`booking.end_session`), never by what she says of it. A quantity below nothing
    takes back what the event named by `corrects` counted.
    """
    found = Meter.objects.filter(code=meter).first()
    if found is None:
        raise Invalid(words.METER_UNKNOWN)
    event = UsageEvent.objects.create(
        meter=found, organisation_id=organisation, project_id=project, person=person, subject=subject,
        period=period, quantity=quantity, evidence=evidence or {}, origin=origin, recorded_at=clock.now(),
        corrects_id=corrects,
    )
    publish(UsageRecorded(
        event=event.id, meter=meter, organisation=organisation, project=project, subject=subject,
        start=period.start, end=period.end, quantity=str(quantity),
    ))
    return event


def count_again(*, origin: str, evidence: dict[str, Any]) -> UsageEvent | None:
    """For acts that learn more of a use: what was counted is taken back, and counted once more with more evidence.

    None where nothing was counted under that origin. Nothing is changed: both are events of their own.
    """
    chain = UsageEvent.objects.filter(corrects=None).filter(Q(origin=origin) | Q(origin__startswith=f"{origin}#"))
    last = chain.select_related("meter").order_by("recorded_at", "id").last()
    if last is None or all(last.evidence.get(key) == value for key, value in evidence.items()):
        return last
    same = {
        "meter": last.meter.code, "organisation": last.organisation_id, "project": last.project_id, "person": last.person,
        "subject": last.subject, "period": last.period,
    }
    n = chain.count()
    quantity = last.quantity + sum((c.quantity for c in last.corrections.all()), Decimal(0))
    count(**same, quantity=-quantity, origin=f"{origin}#{n}-back", evidence=last.evidence, corrects=last.id)
    return count(**same, quantity=quantity, origin=f"{origin}#{n + 1}", evidence={**last.evidence, **evidence})
