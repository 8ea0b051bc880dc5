"""A chart as plain data: what it says, its axes with their units, its points. The browser draws it; the page has its table."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from squaremile.kernel.words import Text

LOOKS = ("mine", "other", "expected", "warn", "alarm", "info")
"""Each has a colour and a shape or dash of its own (chart_options.ts)."""
Label = Text | str


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its name, the unit, and the names of its categories where it has no scale."""

    name: Label
    unit: Label = ""
    values: tuple[Label, ...] = ()
    log: bool = False
    least: float | None = None
    most: float | None = None

    @property
    def heading(self) -> str:
        return f"{self.name} ({self.unit})" if str(self.unit) else str(self.name)

    def as_dict(self) -> dict[str, Any]:
        said: dict[str, Any] = {"name": str(self.name), "unit": str(self.unit)}
        if self.values:
            said["values"] = [str(value) for value in self.values]
        if self.log:
            said["log"] = True
        return said | {key: value for key, value in (("min", self.least), ("max", self.most)) if value is not None}


@dataclass(frozen=True, slots=True)
class Point:
    """One point; `y` None where the value is missing, which is not nought. `low` and `high` are ends of an interval."""

    x: float
    y: float | None
    low: float | None = None
    high: float | None = None
    name: Label = ""
    url: str = ""
    size: float | None = None

    def as_dict(self) -> dict[str, Any]:
        said: dict[str, Any] = {"x": self.x, "y": self.y}
        for key, value in (("low", self.low), ("high", self.high), ("size", self.size)):
            if value is not None:
                said[key] = value
        return said | {key: str(value) for key, value in (("name", self.name), ("url", self.url)) if str(value)}


@dataclass(frozen=True, slots=True)
class Series:
    name: Label
    look: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across the chart at a value of one axis."""

    on: str
    at: float
    name: Label


@dataclass(frozen=True, slots=True)
class Table:
    """The same as the chart: headings (is it a number?) and rows of texts."""

    head: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """`kind`: lines, points, bars, dots (both: categories down, values across), web.

    `says` is one sentence with what is to be seen, for those who cannot.
    """

    kind: str
    title: Label
    says: Label
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    table: Table
    marks: tuple[Mark, ...] = ()
    links: tuple[tuple[int, int, float], ...] = ()
    source: Label = ""
    tall: bool = field(default=False)

    @property
    def empty(self) -> bool:
        return not any(one.points for one in self.series)

    @property
    def aloud(self) -> str:
        return f"{self.title}. {self.says}"

    def as_dict(self) -> dict[str, Any]:
        """As the island reads it."""
        said: dict[str, Any] = {
            "kind": self.kind, "x": self.x.as_dict(), "y": self.y.as_dict(),
            "series": [
                {"name": str(one.name), "look": one.look, "points": [p.as_dict() for p in one.points]} for one in self.series
            ],
            "marks": [{"on": mark.on, "at": mark.at, "name": str(mark.name)} for mark in self.marks],
        }  # fmt: skip
        if self.links:
            said["links"] = [{"from": a, "to": b, "weight": w} for a, b, w in self.links]
        return said


def table(head: Sequence[tuple[Label, bool]], rows: Sequence[Sequence[object]]) -> Table:
    """A table of texts; None is said to be missing."""
    return Table(
        tuple((str(name), number) for name, number in head),
        tuple(tuple("–" if cell is None else str(cell) for cell in row) for row in rows),
    )
