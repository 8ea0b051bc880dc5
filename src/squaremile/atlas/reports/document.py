"""What a report says, before it is a page or a paper: sentences, tables and charts, each tied to its evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from squaremile.kernel.words import Text

Cell = str | Text


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where figures come from. `id` is E1, E2, …; `rows` become a CSV file of every digit, `columns` its header."""

    id: str
    title: Text
    definition: Text
    formula: str
    source: str
    sha256: str
    as_of: str
    settings: str
    name: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence; its figures rest on `evidence` (none: it has no figure). `tone` is text or warning."""

    text: Text
    evidence: str = ""
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table as shown: `number` ones are set to the right."""

    title: Text
    number: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as shown: rounded, in words."""

    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    evidence: str
    more: int = 0
    """Rows that are in the CSV file alone."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: SVG text in each language; the table beside it is the grid that follows."""

    id: str
    title: Text
    svg: Mapping[str, str]
    evidence: str


Block = Said | Grid | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report."""

    id: str
    title: Text
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Desk:
    """Where sections are written: it numbers the evidence in the order in which it comes."""

    evidence: list[Evidence] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def keep(self, **told: Any) -> str:
        """Enter evidence; its id."""
        found = Evidence(id=f"E{len(self.evidence) + 1}", **told)
        self.evidence.append(found)
        return found.id

    def write(self, title: Text, blocks: Sequence[Block]) -> None:
        self.sections.append(Section(f"S{len(self.sections) + 1}", title, tuple(blocks)))


def said(value: Cell, language: str) -> str:
    """A cell in one language."""
    return value.say(language) if isinstance(value, Text) else value


def number(value: float | None, places: int = 0) -> str:
    """A figure as shown: thousands apart, so many decimals, and a dash where there is none."""
    if value is None or value != value:
        return "–"
    return f"{value:,.{places}f}".replace("-", "−")


def percent(value: float | None, places: int = 1) -> str:
    return "–" if value is None or value != value else f"{number(100 * value, places)} %"
