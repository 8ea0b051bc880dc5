"""The ledger of hours that Korean law asks: person by person, and period by period and risk grade by grade."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from squaremile.core import refs
from squaremile.core.reads.people_directory import KIND, Present, present
from squaremile.kernel.words import Text
from squaremile.safety.models import HoursDuty, TrainingRecord
from squaremile.safety.policies.hours import GRADES, Duty, Owed, Taken, ledger
from squaremile.safety.words import training as words

PERIODS = 2
"""Periods of regular training that are shown: the present one and the one before it."""


@dataclass(frozen=True, slots=True)
class OwedRow:
    """One period's account. Figures in minutes; `certainty` says how sure the figure is, and it shuts nothing."""

    owed: Owed
    late: bool

    @property
    def kind_said(self) -> Text:
        return words.HOURS[self.owed.kind]

    @property
    def met(self) -> bool:
        return self.owed.left == 0


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Somebody and what she owes. `grade` is empty where nobody has said how she works."""

    ref: str
    name: Text
    company: Text | None
    grade: str
    rows: tuple[OwedRow, ...]

    @property
    def grade_said(self) -> Text | str:
        return words.GRADES[self.grade] if self.grade else ""

    @property
    def short(self) -> int:
        """Minutes that are still owed in all the periods shown."""
        return sum(row.owed.left for row in self.rows)

    @property
    def late(self) -> bool:
        return any(row.late for row in self.rows)


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One period of one risk grade: how many owe it, how many have met it, and how many minutes are missing."""

    grade: str
    kind: str
    starts_on: date
    due_on: date
    people: int
    met: int
    missing: int

    @property
    def grade_said(self) -> Text:
        return words.GRADES[self.grade]

    @property
    def kind_said(self) -> Text:
        return words.HOURS[self.kind]


def of_person(person: UUID, day: date) -> list[OwedRow] | None:
    """What one person owes; None where nobody has said how she works. Two statements."""
    duty = HoursDuty.objects.filter(person_id=person).first()
    return None if duty is None else _owed(duty, _taken([person])[person], day)


def everybody(day: date, *, company: str = "", short: bool = False) -> list[HoursRow]:
    """Everybody whom the asker may see; `short`: those who owe something. Three statements."""
    who = present(company)
    duties = {duty.person_id: duty for duty in HoursDuty.objects.filter(person_id__in=[each.id for each in who])}
    taken = _taken(duties)
    rows = [_row(each, duties.get(each.id), taken, day) for each in who]
    return [row for row in rows if not short or row.short]


def by_period(rows: Iterable[HoursRow]) -> list[PeriodRow]:
    """Regular training added up by risk grade and period, the riskiest grade and the newest period first."""
    found: dict[tuple[str, date, date], list[Owed]] = defaultdict(list)
    for row in rows:
        for each in row.rows:
            if each.owed.kind == "regular":
                found[(row.grade, each.owed.starts_on, each.owed.due_on)].append(each.owed)
    ordered = sorted(found.items(), key=lambda item: (GRADES.index(item[0][0]), -item[0][1].toordinal()))
    return [
        PeriodRow(grade, "regular", start, due, len(owed), sum(o.left == 0 for o in owed), sum(o.left for o in owed))
        for (grade, start, due), owed in ordered
    ]


def _row(who: Present, duty: HoursDuty | None, taken: dict[UUID, list[Taken]], day: date) -> HoursRow:
    rows = tuple(_owed(duty, taken.get(who.id, []), day)) if duty else ()
    return HoursRow(refs.ref(KIND, who.id), who.name, who.company, duty.grade if duty else "", rows)


def _owed(duty: HoursDuty, taken: list[Taken], day: date) -> list[OwedRow]:
    said = Duty(duty.grade, duty.employee, duty.diagnosed, duty.joined_on)
    return [OwedRow(each, each.late(day)) for each in ledger(said, taken, day, periods=PERIODS)]


def _taken(people: Iterable[UUID]) -> dict[UUID, list[Taken]]:
    found: dict[UUID, list[Taken]] = defaultdict(list)
    rows = TrainingRecord.objects.filter(person_id__in=list(people), revoked_at=None).exclude(version__course__counts_as="")
    for person, kind, minutes, on in rows.values_list("person_id", "version__course__counts_as", "minutes", "completed_on"):
        found[person].append(Taken(kind, minutes, on))
    return found
