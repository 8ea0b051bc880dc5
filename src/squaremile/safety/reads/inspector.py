"""What an inspector asks for, on one sheet: training, inspections, findings by age, permits, inventory, incidents."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models import Count, Max

from squaremile.kernel import clock
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Course, Inspection, TrainingRecord
from squaremile.safety.reads import findings, head_room, incidents, inspections, waste
from squaremile.safety.reads.areas import today
from squaremile.safety.reads.incidents import DrillRow

YEAR = timedelta(days=365)


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
class Sheet:
    """All of it, as of a moment. `permits` is None where no permits are kept here."""

    at: datetime
    trained: tuple[Trained, ...]
    done: tuple[Done, ...]
    ages: findings.Ages
    late: tuple[findings.FindingRow, ...]
    permits: int | None
    areas: tuple[head_room.Fullness, ...]
    incidents: tuple[incidents.IncidentRow, ...]
    drills: tuple[DrillRow, ...]
    generators: tuple[waste.GeneratorRow, ...]


def sheet() -> Sheet:
    """As the asker may see it. The same number of statements whatever the size, but for the areas."""
    return Sheet(
        clock.now(), tuple(_trained()), tuple(_done()), findings.ages(), tuple(row for row in findings.findings() if row.late),
        _permits(), tuple(head_room.building()), tuple(incidents.incidents()), tuple(incidents.drills()), tuple(waste.generators()),
    )


def _trained() -> list[Trained]:
    day = today()
    records = TrainingRecord.objects.filter(revoked_at=None)
    valid = records.filter(until__gte=day) | records.filter(until=None)
    people = dict(valid.values_list("version__course").annotate(Count("person", distinct=True)))
    every = dict(records.values_list("version__course").annotate(Count("id")))
    return [
        Trained(both(c.name_ko, c.name_en), people.get(c.id, 0), every.get(c.id, 0)) for c in Course.objects.order_by("code")
    ]


def _done() -> list[Done]:
    lately = Inspection.objects.filter(done_on__gt=today() - YEAR)
    counted = {
        code: (times, rooms, last)
        for code, times, rooms, last in lately.values_list("version__list__code")
        .annotate(Count("id"), Count("room", distinct=True), Max("done_on"))
    }
    owed = inspections.owed()
    return [
        Done(
            row.name, row.kind_said, *counted.get(row.code, (0, 0, None)), sum(o.list == row.code for o in owed),
            sum(o.list == row.code and o.standing == "overdue" for o in owed),
        )
        for row in inspections.lists()
    ]


def _permits() -> int | None:
    """How many permits are kept, where the register of permits is part of the house."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.safety_permit') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return None
        cursor.execute("SELECT count(*) FROM safety_permit")
        return int(cursor.fetchone()[0])
