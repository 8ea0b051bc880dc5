"""The heat of the training matrix: company by company and course by course, how many of those who need it have it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from squaremile.kernel.words import Text
from squaremile.safety.reads.training import CourseRow, PersonRow

STEPS = (50, 75, 90, 100)
"""Percent from which a cell is a step cooler; a hundred is the coolest, and a gap never looks like none."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """Of `needed` people who need the course, so many have it today."""

    course: str
    needed: int
    counts: int
    ending: int

    @property
    def percent(self) -> int | None:
        """Rounded down; None where nobody needs it."""
        return self.counts * 100 // self.needed if self.needed else None

    @property
    def step(self) -> int | None:
        """0 (hottest) to 4."""
        return None if self.percent is None else sum(self.percent >= step for step in STEPS)


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One company, or the staff where `company` is empty."""

    company: Text | None
    cells: tuple[HeatCell, ...]


def heat(courses: Sequence[CourseRow], people: Iterable[PersonRow]) -> list[HeatRow]:
    """By company, in the order of the people; only courses that somebody's role asks for have figures."""
    rows: dict[str, list[PersonRow]] = {}
    for person in people:
        rows.setdefault(person.company.ko if person.company else "", []).append(person)
    return [HeatRow(of[0].company, tuple(_cell(course.code, n, of) for n, course in enumerate(courses))) for of in rows.values()]


def _cell(code: str, n: int, people: Sequence[PersonRow]) -> HeatCell:
    asked = [person.cells[n] for person in people if person.cells[n].needed]
    return HeatCell(
        code, len(asked), sum(cell.standing.counts for cell in asked), sum(cell.standing.state == "ending" for cell in asked)
    )
