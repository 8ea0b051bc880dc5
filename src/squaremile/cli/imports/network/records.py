"""What every kind of file is read into: organisations, people, works; and what is wrong with which record."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

from squaremile.cli.imports.network import words
from squaremile.core.sheets.report import Report
from squaremile.kernel.words import Text
from squaremile.network.policies import identifiers

_HANGUL = re.compile(r"[ㄱ-ㆎ가-힣]")


def korean(text: str) -> bool:
    return bool(_HANGUL.search(text))


class Named:
    """Something with a name in two columns, which its record holds."""

    name_ko: str
    name_en: str

    def named(self, name: str) -> Self:
        """In the column of its script; the first one stays."""
        if korean(name):
            self.name_ko = self.name_ko or name
        else:
            self.name_en = self.name_en or name
        return self


@dataclass(slots=True)
class Body(Named):
    """An organisation as the file names it."""

    row: int
    kind: str = "other"
    name_ko: str = ""
    name_en: str = ""
    also: str = ""
    country: str = ""
    city_ko: str = ""
    city_en: str = ""
    website: str = ""
    ror: str = ""
    latitude: str = ""
    longitude: str = ""
    business_number: str = ""


@dataclass(slots=True)
class Someone(Named):
    """A person as the file names her; `home` is where she works now."""

    row: int
    orcid: str = ""
    name_ko: str = ""
    name_en: str = ""
    also: str = ""
    role_ko: str = ""
    role_en: str = ""
    bio_ko: str = ""
    bio_en: str = ""
    website: str = ""
    email: str = ""
    kind: str = "researcher"
    home: Body | None = None


@dataclass(slots=True)
class Work:
    """A publication; `authors` in order, with an ORCID iD where the file has one."""

    row: int
    kind: str = "article"
    title_ko: str = ""
    title_en: str = ""
    abstract_ko: str = ""
    abstract_en: str = ""
    keywords: str = ""
    venue: str = ""
    year: int | None = None
    language: str = ""
    doi: str = ""
    pmid: str = ""
    openalex: str = ""
    authors: list[Someone] = field(default_factory=list)
    partial: bool = False
    """The file names only some of the authors (ORCID names whose profile it is)."""

    def titled(self, title: str) -> Work:
        """In the column of its script; a Korean title in an English paper does not take the English one's place."""
        flat = " ".join(title.split()).rstrip(".")
        if korean(flat):
            self.title_ko = self.title_ko or flat[:500]
        else:
            self.title_en = self.title_en or flat[:500]
        return self

    def abstracted(self, text: str) -> Work:
        flat = "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
        if korean(flat):
            self.abstract_ko = self.abstract_ko or flat
        else:
            self.abstract_en = self.abstract_en or flat
        return self


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one record, counted from 1."""

    row: int
    field: str
    value: str
    what: Text
    todo: Text

    @property
    def text(self) -> Text:
        shown = "".join(c if c.isprintable() else "·" for c in self.value)[:60]
        return words.ERROR_LINE.fill(
            {"row": self.row, "field": self.field, "value": shown, "what": self.what, "todo": self.todo}
        )


@dataclass(slots=True)
class Reading:
    """All that a file says."""

    report: Report
    bodies: list[Body] = field(default_factory=list)
    people: list[Someone] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)

    def say(self, row: int, name: str, value: object, what: Text, todo: Text) -> None:
        self.wrong.append(Wrong(row, name, str(value), what, todo))

    def orcid(self, row: int, text: str) -> str:
        """The iD in its written form; empty for none; noted as wrong where its check digit is."""
        if not text.strip():
            return ""
        found = identifiers.orcid(text)
        if found is None:
            self.say(row, "orcid", text, words.BAD_ORCID, words.BAD_ORCID_DO)
        return found or ""

    def ror(self, row: int, text: str) -> str:
        if not text.strip():
            return ""
        found = identifiers.ror(text)
        if found is None:
            self.say(row, "ror", text, words.BAD_ROR, words.BAD_ROR_DO)
        return found or ""

    def doi(self, row: int, text: str) -> str:
        if not text.strip():
            return ""
        found = identifiers.doi(text)
        if found is None:
            self.say(row, "doi", text, words.BAD_DOI, words.BAD_DOI_DO)
        return found or ""

    def year(self, row: int, text: str) -> int | None:
        """The year at the beginning of a date; none where nothing is written."""
        if not text.strip():
            return None
        found = re.match(r"\D{0,3}(\d{4})(?!\d)", text.strip())
        if found is None or not 1500 <= int(found[1]) <= 2200:
            self.say(row, "year", text, words.BAD_YEAR, words.BAD_YEAR_DO)
            return None
        return int(found[1])
