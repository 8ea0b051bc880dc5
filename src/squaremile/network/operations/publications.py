"""Publications and their authors."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import MANY, short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Authorship, Person, Publication
from squaremile.network.operations import entries, placards, weighing
from squaremile.network.policies import identifiers
from squaremile.network.words import directory as words
from squaremile.network.words import knowledge

SAID_BY_TABLE = {
    "publication_titled": knowledge.TITLE_NEEDED, "publication_kind_known": BAD_INPUT,
    "publication_year_sound": knowledge.YEARS_UNSOUND, "publication_doi_once": knowledge.PUBLICATION_TAKEN,
    "publication_pmid_once": knowledge.PUBLICATION_TAKEN, "publication_openalex_once": knowledge.PUBLICATION_TAKEN,
    "authorship_person_once": knowledge.AUTHOR_TWICE, "authorship_position_once": BAD_INPUT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Author:
    """A name as printed; `expert` is the code of who that is in the directory, where it is known."""

    name: str
    expert: str = ""


@operation(
    "network.add_publication", ko="출판물 올리기", en="Enter a publication", may=rules.keep_directory,
    refuses=(words.PERSON_UNKNOWN, knowledge.DOI_UNSOUND),
    constraints={
        "network_publication_code_key": CODE_TAKEN, "publication_code_fits": CODE_UNFIT, **SAID_BY_TABLE,
        # Every mention is counted by the machine: these cannot be broken by what is typed.
        "evidence_once": BAD_INPUT, "person_concept_once": BAD_INPUT,
    },
)
def add_publication(
    *, kind: str = "article", title_ko: str = "", title_en: str = "", code: str = "", abstract_ko: str = "",
    abstract_en: str = "", keywords: str = "", venue: str = "", year: int | None = None, language: str = "",
    doi: str = "", pmid: str = "", openalex: str = "", authors: list[Author] | None = None, source: str = "",
) -> Publication:
    """Enter a paper, patent or book with its authors in order; the concepts that it speaks of are counted at once."""
    made = Publication.objects.create(
        code=code or short_code("PB", MANY), kind=kind, title_ko=title_ko.strip(), title_en=title_en.strip(),
        abstract_ko=abstract_ko.strip(), abstract_en=abstract_en.strip(), keywords=keywords.strip(),
        venue=venue.strip(), year=year, language=language.strip().lower(), doi=sound_doi(doi), pmid=pmid.strip(),
        openalex=openalex.strip(), source=source, created_at=clock.now(),
    )
    _write_authors(made, authors or [])
    weighing.publication(made)
    weighing.people(made.authors.values_list("person", flat=True))
    placards.publication(made)
    note(subject=made)
    return made


@operation(
    "network.edit_publication", ko="출판물 고치기", en="Edit a publication", may=rules.keep_directory,
    refuses=(knowledge.PUBLICATION_UNKNOWN, words.PERSON_UNKNOWN, knowledge.DOI_UNSOUND), constraints=SAID_BY_TABLE,
)
def edit_publication(
    *, publication: str, kind: str | None = None, title_ko: str | None = None, title_en: str | None = None,
    abstract_ko: str | None = None, abstract_en: str | None = None, keywords: str | None = None,
    venue: str | None = None, year: int | None = None, language: str | None = None, doi: str | None = None,
    pmid: str | None = None, openalex: str | None = None, authors: list[Author] | None = None,
) -> Publication:
    """Change what is said of a publication; what is left out stays. `authors` replaces the whole list."""
    row = entries.found(Publication, publication, knowledge.PUBLICATION_UNKNOWN)
    said: dict[str, Any] = {
        "kind": kind, "title_ko": title_ko, "title_en": title_en, "abstract_ko": abstract_ko,
        "abstract_en": abstract_en, "keywords": keywords, "venue": venue, "year": year, "language": language,
        "doi": None if doi is None else sound_doi(doi), "pmid": pmid, "openalex": openalex,
    }  # fmt: skip
    before = list(row.authors.values_list("person", flat=True))
    changed = entries.write(row, said)
    if authors is not None:
        _write_authors(row, authors)
    weighing.publication(row)
    weighing.people([*before, *row.authors.values_list("person", flat=True)])
    placards.publication(row)
    note(subject=row, changed=changed)
    return row


@operation(
    "network.link_author", ko="저자와 사람 잇기", en="Say who an author is", may=rules.keep_directory,
    refuses=(knowledge.PUBLICATION_UNKNOWN, words.PERSON_UNKNOWN), constraints=SAID_BY_TABLE,
)
def link_author(*, publication: str, position: int, expert: str = "") -> Authorship:
    """Say which person of the directory stands at a position (from 1) among the authors; an empty code takes it back."""
    row = entries.found(Publication, publication, knowledge.PUBLICATION_UNKNOWN)
    one = row.authors.filter(position=position).first()
    if one is None:
        raise Missing(knowledge.PUBLICATION_UNKNOWN)
    before, one.person = one.person_id, entries.people([expert])[0] if expert else None
    one.save(update_fields=["person"])
    weighing.people([before, one.person_id])
    note(subject=row, position=position, expert=expert)
    return one


def sound_doi(text: str) -> str:
    """The DOI that was typed, empty for none; a refusal for what cannot be one."""
    if not text.strip():
        return ""
    found = identifiers.doi(text)
    if found is None:
        raise Invalid(knowledge.DOI_UNSOUND)
    return found


def _write_authors(row: Publication, authors: Sequence[Author]) -> None:
    wanted = [each.expert for each in authors if each.expert]
    known: dict[str, Person] = {each.code: each for each in entries.people(list(dict.fromkeys(wanted)))}
    row.authors.all().delete()
    Authorship.objects.bulk_create(
        Authorship(publication=row, position=n, name=each.name.strip()[:200], person=known.get(each.expert))
        for n, each in enumerate(authors, 1)
    )
