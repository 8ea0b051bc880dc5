"""Works of OpenAlex, one a line or a page of results: https://docs.openalex.org/api-entities/works/work-object."""

from __future__ import annotations

from typing import Any

from squaremile.cli.imports.network import words
from squaremile.cli.imports.network.objects import at, listed, objects, said
from squaremile.cli.imports.network.records import Body, Reading, Someone, Work

KINDS = {
    "article": "article", "review": "review", "preprint": "preprint", "book": "book", "book-chapter": "book",
    "dissertation": "thesis", "letter": "article", "editorial": "article",
}  # fmt: skip
BODIES = {
    "education": "university", "healthcare": "hospital", "company": "company", "government": "public",
    "nonprofit": "association", "facility": "institute", "funder": "public",
}  # fmt: skip


def read(data: bytes, reading: Reading) -> None:
    """Titles, abstracts put together from their inverted index, authors with ORCID, institutions with ROR."""
    for row, record in enumerate(objects(data), 1):
        number = said(record, "id").rpartition("/")[2]
        if not number.startswith("W"):
            reading.say(row, "id", number, words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        title = said(record, "title") or said(record, "display_name")
        if not title:
            reading.say(row, "title", number, words.NO_TITLE, words.NO_TITLE_DO)
            continue
        keywords = [said(k, "display_name") or said(k, "keyword") for k in listed(record, "keywords")]
        work = Work(
            row, kind=KINDS.get(said(record, "type"), "other"), openalex=number[:20], language=said(record, "language")[:3],
            doi=reading.doi(row, said(record, "doi")), pmid=said(record, "ids", "pmid").rpartition("/")[2][:12],
            year=reading.year(row, said(record, "publication_year")), keywords="; ".join(filter(None, keywords))[:500],
            venue=said(record, "primary_location", "source", "display_name")[:300],
        )  # fmt: skip
        work.titled(title).abstracted(abstract(at(record, "abstract_inverted_index")))
        work.authors = [_author(reading, row, one) for one in listed(record, "authorships")]
        reading.works.append(work)


def abstract(index: Any) -> str:
    """The text behind an inverted index {word: [positions from 0]}; empty for none."""
    if not isinstance(index, dict):
        return ""
    places = {n: word for word, found in index.items() if isinstance(found, list) for n in found if isinstance(n, int)}
    return " ".join(places[n] for n in sorted(places))


def _author(reading: Reading, row: int, record: Any) -> Someone:
    name = said(record, "author", "display_name") or said(record, "raw_author_name")
    one = Someone(row, orcid=reading.orcid(row, said(record, "author", "orcid"))).named(name)
    place = next(iter(listed(record, "institutions")), None)
    if place is not None and said(place, "display_name"):
        one.home = Body(
            row, kind=BODIES.get(said(place, "type").lower(), "other"), ror=reading.ror(row, said(place, "ror")),
            country=said(place, "country_code").upper(),
        ).named(said(place, "display_name")[:200])  # fmt: skip
    return one
