"""What an inspector asks for, on one sheet: what is missing today, inspections, findings by age, training and hours, permits, door
signs, hazard analyses, biological agents with their books, incidents, waste, inventory."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Max

from squaremile.kernel import clock
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Course, Inspection, TrainingRecord
from squaremile.safety.reads import (
    agents,
    asked_for,
    findings,
    head_room,
    hours,
    incidents,
    inspections,
    protocols,
    waste,
)
from squaremile.safety.reads.areas import today
from squaremile.safety.reads.incidents import DrillRow

YEAR = timedelta(days=365)
BOOK = timedelta(days=5 * 366)
"""For how long the book of agents is kept."""


@dataclass(frozen=True, slots=True)
class Trained:
    """One course: how many people hold a record that counts today, and how many records there are."""

    course: Text
    people: int
    records: int


@dataclass(frozen=True, slots=True)
class Done:
    """One checklist: how often it was carried out in the last year, in how many rooms, last when, and what is overdue."""

    name: Text
    kind: Text
    times: int
    rooms: int
    last: date | None
    owed: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Book:
    """The lines of one agent's book that are kept: how many in the last five years, and the first and the last day."""

    name: Text
    company: Text
    lines: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of it, as of a moment. `kept`: the lists as their own pages have them; `asks`: what is missing in them."""

    at: datetime
    asks: tuple[asked_for.Ask, ...]
    kept: asked_for.Kept
    periods: tuple[hours.PeriodRow, ...]
    protocols: tuple[protocols.ProtocolRow, ...]
    books: tuple[Book, ...]
    trained: tuple[Trained, ...]
    done: tuple[Done, ...]
    ages: findings.Ages
    late: tuple[findings.FindingRow, ...]
    areas: tuple[head_room.Fullness, ...]
    incidents: tuple[incidents.IncidentRow, ...]
    drills: tuple[DrillRow, ...]
    generators: tuple[waste.GeneratorRow, ...]


def sheet() -> Sheet:
    """As the asker may see it. The same number of statements whatever the size, but for the areas."""
    kept = asked_for.kept()
    lately = tuple(row for row in kept.incidents if row.state != "closed" or row.reported_at > clock.now() - YEAR)
    return Sheet(
        clock.now(), tuple(asked_for.asks(kept)), kept, tuple(hours.by_period(kept.hours)), tuple(protocols.protocols()), tuple(_books()),
        tuple(_trained()), tuple(_done(kept.owed)), findings.ages(), tuple(row for row in kept.findings if row.late),
        tuple(head_room.building()), lately, tuple(incidents.drills()), tuple(waste.generators()),
    )


def _books() -> list[Book]:
    found: dict[tuple[str, str], list[tuple[agents.HoldingRow, date]]] = defaultdict(list)
    for holding, line in agents.book(since=today() - BOOK, until=today()):
        found[holding.agent, holding.organisation].append((holding, line.day))
    return [Book(its[0][0].name, its[0][0].company, len(its), its[0][1], its[-1][1]) for _, its in sorted(found.items())]


def _trained() -> list[Trained]:
    day = today()
    records = TrainingRecord.objects.filter(revoked_at=None)
    valid = records.filter(until__gte=day) | records.filter(until=None)
    people = dict(valid.values_list("version__course").annotate(Count("person", distinct=True)))
    every = dict(records.values_list("version__course").annotate(Count("id")))
    return [
        Trained(both(c.name_ko, c.name_en), people.get(c.id, 0), every.get(c.id, 0)) for c in Course.objects.order_by("code")
    ]


def _done(owed: Iterable[inspections.Owed]) -> list[Done]:
    lately = Inspection.objects.filter(done_on__gt=today() - YEAR)
    counted = {
        code: (times, rooms, last)
        for code, times, rooms, last in lately.values_list("version__list__code")
        .annotate(Count("id"), Count("room", distinct=True), Max("done_on"))
    }
    owed = list(owed)
    return [
        Done(
            row.name, row.kind_said, *counted.get(row.code, (0, 0, None)), sum(o.list == row.code for o in owed),
            sum(o.list == row.code and o.standing == "overdue" for o in owed),
        )
        for row in inspections.lists()
    ]
