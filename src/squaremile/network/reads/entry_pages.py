"""What stands on the pages of the directory: shared rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from squaremile.kernel.words import Text, both
from squaremile.network.models import Lab, Partner, Person, Publication, ResearchProject, Technology
from squaremile.network.words import directory as words
from squaremile.network.words import knowledge

NOTHING = Text(ko="", en="")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with a page of its own, and a word about it."""

    code: str
    name: Text
    says: Text = NOTHING


@dataclass(frozen=True, slots=True)
class ConceptRow:
    """A term in both languages, with how many publications support it."""

    code: str
    name: Text
    publications: int
    weight: float
    share: int
    """Of the heaviest concept beside it, in per cent: how long its bar is."""


@dataclass(frozen=True, slots=True)
class AuthorRow:
    """A name as printed; `code` where the person has a page that the asker may see."""

    name: str
    code: str
    position: int


@dataclass(frozen=True, slots=True)
class PublicationRow:
    code: str
    title: Text
    venue: str
    year: int | None
    kind: Text
    doi: str
    authors: tuple[AuthorRow, ...]


@dataclass(frozen=True, slots=True)
class TechnologyRow:
    code: str
    name: Text
    trl: int
    problem: Text
    transferred_on: date | None


def named(row: Partner | Lab | Person | None, says: Text = NOTHING) -> Named | None:
    """None for what is not there or not the asker's to see."""
    return Named(row.code, both(row.name_ko, row.name_en), says) if row is not None else None


def person_row(row: Person) -> Named:
    role = both(row.role_ko, row.role_en)
    return Named(row.code, both(row.name_ko, row.name_en), role if role.ko else words.PERSON_KINDS[row.kind])


def project_row(row: ResearchProject) -> Named:
    years = f"{row.first_year}–{row.last_year}"
    return Named(row.code, both(row.title_ko, row.title_en), Text(ko=years, en=years))


def technology_row(row: Technology) -> TechnologyRow:
    return TechnologyRow(
        row.code, both(row.name_ko, row.name_en), row.trl, both(row.problem_ko, row.problem_en), row.transferred_on
    )


def author_rows(row: Publication) -> tuple[AuthorRow, ...]:
    """Of a publication whose `authors__person` are prefetched. A person who is hidden is a name alone."""
    return tuple(
        AuthorRow(a.name, a.person.code if a.person and not a.person.hidden else "", a.position)
        for a in sorted(row.authors.all(), key=lambda each: each.position)
    )


def publication_row(row: Publication) -> PublicationRow:
    return PublicationRow(
        row.code, both(row.title_ko, row.title_en), row.venue, row.year, knowledge.PUBLICATION_KINDS[row.kind], row.doi,
        author_rows(row),
    )


def concept_rows(rows: Iterable[Any]) -> tuple[ConceptRow, ...]:
    """(code, ko, en, publications, weight), the heaviest first."""
    found = list(rows)
    most = max((float(weight) for *_, weight in found), default=1.0)
    return tuple(
        ConceptRow(code, both(ko, en), count, float(weight), round(100 * float(weight) / most))
        for code, ko, en, count, weight in found
    )
