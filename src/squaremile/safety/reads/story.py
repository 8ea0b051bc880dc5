"""What safety has to tell of a company's time here, as far as the asker may see it: row security narrows every source."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q

from squaremile.kernel.words import Text, both
from squaremile.safety.models import AgentLine, Container, Finding, Incident, Permit, TrainingRecord
from squaremile.safety.models.agent import COMING, GOING
from squaremile.safety.words import incidents, inspections
from squaremile.safety.words import story as words


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened, on a day or at a moment. What came in or went is summed up by day."""

    on: date | datetime
    what: Text
    about: str = ""


def story(organisation: UUID) -> Iterator[Told]:
    """Containers, agents, trainings, permits, incidents, findings. Seven statements."""
    yield from _stock(organisation)
    trained = TrainingRecord.objects.filter(organisation=organisation, revoked_at=None).values_list(
        "completed_on", "version__course__name_ko", "version__course__name_en"
    )
    for day, ko, en, count in trained.annotate(count=Count("person", distinct=True)).order_by():
        yield Told(day, words.TRAINED.fill({"course": both(ko, en), "count": count}))
    for permit in Permit.objects.filter(organisation=organisation).select_related("kind"):
        kind = both(permit.kind.name_ko, permit.kind.name_en)
        yield Told(permit.issued_on, words.PERMIT.fill({"kind": kind, "number": permit.number}), permit.code)
    for incident in Incident.objects.filter(organisation=organisation):
        values = {"kind": incidents.KINDS[incident.kind], "state": incidents.STATES[incident.state]}
        yield Told(incident.reported_at, words.INCIDENT.fill(values), incident.code)
    for found in Finding.objects.filter(Q(organisation=organisation) | Q(detail__responsible=organisation)):
        values = {"title": both(found.title_ko, found.title_en), "state": inspections.STATES[found.state]}
        yield Told(found.found_on, words.FINDING.fill(values), found.code)


def _stock(organisation: UUID) -> Iterator[Told]:
    own = Container.objects.filter(organisation=organisation)
    for column, said in (("received_on", words.RECEIVED), ("gone_on", words.GONE)):
        for day, count in own.exclude(**{column: None}).values_list(column).annotate(count=Count("id")).order_by():
            yield Told(day, said.fill({"count": count}))
    lines = AgentLine.objects.filter(holding__organisation=organisation, act__in=(*COMING, *GOING))
    sums = dict[tuple[date, bool], int]()
    for day, act, count in lines.values_list("day", "act").annotate(count=Count("id")).order_by():
        sums[day, act in COMING] = sums.get((day, act in COMING), 0) + count
    for (day, came), count in sums.items():
        yield Told(day, (words.AGENTS_CAME if came else words.AGENTS_WENT).fill({"count": count}))
