"""All that a file says for the atlas, and what is wrong with which row."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from squaremile.atlas.policies import identifiers
from squaremile.atlas.policies.records import Area, Bond, Doing, Entrant, Figure
from squaremile.cli.imports.atlas import words
from squaremile.core.sheets.report import Report
from squaremile.kernel.words import Text
from squaremile.network.policies import identifiers as registers

LONGEST_KEY = 300


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be read. `only` takes regions whose code begins so; `relations` is a second file."""

    mapping: dict[str, Any] = field(default_factory=dict)
    scheme: str = ""
    only: str = ""
    relations: Path | None = None
    suffix: str = ""
    published: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """One paper: where its authors are, by the source's keys of their organisations, and of what it is."""

    number: str
    year: str
    keys: tuple[str, ...]
    topics: tuple[Doing, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with points and a period that is counted by region: a trial at its locations, a grant at its organisation."""

    row: int
    period: str
    points: tuple[tuple[Decimal, Decimal], ...]
    measures: tuple[tuple[str, Decimal], ...]


@dataclass(slots=True)
class Reading:
    """What was read, counted."""

    report: Report
    entrants: list[Entrant] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    bonds: list[Bond] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    wrong: dict[int, Text] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    as_of: date | None = None

    def say(self, row: int, name: str, value: object, what: Text, todo: Text) -> None:
        """Something is wrong with a row; the first thing is told."""
        shown = "".join(c if c.isprintable() else "·" for c in str(value))[:60]
        self.wrong.setdefault(row, words.ROW.fill({"row": row, "field": name, "value": shown, "what": what, "todo": todo}))

    def take(self, one: Entrant) -> None:
        """An organisation, once: what a file says twice is counted as a repetition."""
        self.report.saw("organisations")
        if not (one.name_ko or one.name_en):
            self.say(one.row, "name", one.key, words.NO_NAME, words.NO_NAME_DO)
        if one.key in self.keys:
            self.report.skip("organisations", "duplicate")
            return
        self.keys.add(one.key)
        self.entrants.append(one)

    def number(self, row: int, name: str, text: str) -> Decimal | None:
        """A decimal number; none for nothing; noted as wrong where it is none, or is not finite."""
        bare = text.replace(",", "").strip()
        if not bare:
            return None
        try:
            found = Decimal(bare)
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite():
            self.say(row, name, text, words.BAD_NUMBER, words.BAD_NUMBER_DO)
            return None
        return found

    def whole(self, row: int, name: str, text: str) -> int | None:
        found = self.number(row, name, text)
        if found is not None and (found != found.to_integral_value() or not 0 <= found <= 2**31 - 1):
            self.say(row, name, text, words.BAD_NUMBER, words.BAD_NUMBER_DO)
            return None
        return None if found is None else int(found)

    def year(self, row: int, text: str) -> int | None:
        if not text.strip():
            return None
        found = identifiers.year(text)
        if found is None:
            self.say(row, "founded", text, words.BAD_YEAR, words.BAD_YEAR_DO)
        return found

    def day(self, row: int, name: str, text: str) -> date | None:
        if not text.strip():
            return None
        found = identifiers.day(text)
        if found is None:
            self.say(row, name, text, words.BAD_DAY, words.BAD_DAY_DO)
        return found

    def register(self, row: int, name: str, text: str) -> str:
        """A number of a register in its written form; empty for none; noted as wrong where it cannot be one."""
        if not text.strip():
            return ""
        found = {"ror": registers.ror, "openalex": identifiers.openalex, "lei": identifiers.lei}[name](text)
        if found is None:
            self.say(row, name, text, words.BAD_ID, words.BAD_ID_DO)
        return found or ""

    def chosen(self, row: int, name: str, text: str, known: Any, otherwise: str) -> str:
        """One of the values we know."""
        value = text.strip().casefold()
        if not value:
            return otherwise
        if value not in known:
            self.say(row, name, text, words.BAD_CHOICE, words.BAD_CHOICE_DO.fill({"known": ", ".join(k for k in known if k)}))
            return otherwise
        return value


@dataclass(slots=True)
class Bonds:
    """Ties added up over the records of one file: how often or how much, and by which evidence."""

    weight: dict[tuple[str, str, str, str], Decimal] = field(default_factory=dict)
    evidence: dict[tuple[str, str, str, str], list[str]] = field(default_factory=dict)

    def add(self, one: str, other: str, kind: str, period: str, number: str, weight: Decimal = Decimal(1), *, mutual: bool = False) -> None:
        if not one or not other or one == other or weight <= 0:
            return
        first, second = sorted((one, other)) if mutual else (one, other)
        place = (first, second, kind, period)
        self.weight[place] = self.weight.get(place, Decimal(0)) + weight
        self.evidence.setdefault(place, []).append(number)

    def made(self) -> list[Bond]:
        """In a fixed order, with at most a hundred numbers of evidence each."""
        return [
            Bond(one, other, kind, period, self.weight[place], tuple(self.evidence[place][:100]))
            for place in sorted(self.weight) for one, other, kind, period in [place]
        ]


def folded_key(*parts: str) -> str:
    """What a list without numbers calls an organisation: its name and address, letters alone."""
    return "|".join(" ".join(part.casefold().split()) for part in parts if part)[:LONGEST_KEY]


