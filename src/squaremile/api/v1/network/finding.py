"""Over the API: finding: the search box, glossary, saved searches, lists."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from squaremile.api.answers import Answer, Coded, Gone, Sentence, answered
from squaremile.api.endpoint import DELETE, PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.kernel.words import Text
from squaremile.network import operations as network
from squaremile.network.reads import finding as find

SOMEBODY = ("person", "lab", "company")


class Evidence(Coded):
    """A document that speaks for an answer, with the sentences that do."""

    kind: str = Field(examples=["publication"])
    title: Sentence
    year: int | None
    url: str
    sentences: list[str]


class Answered(Answer):
    """One answer: a document, or somebody for whom documents speak."""

    kind: str = Field(examples=["person"])
    code: str
    title: Sentence
    organisation: Sentence | None
    url: str
    score: float = Field(description="Only the order means something")
    concepts: list[Sentence] = Field(description="What question and answer share")
    evidence: list[Evidence]


class FoundAnswers(Answer):
    """Answers to a question. `indexed` is false while there is no index yet."""

    indexed: bool
    total: int
    items: list[Answered]


def _said(text: Text) -> Sentence:
    return Sentence(ko=text.ko, en=text.en)


def _evidence(hit: find.Hit) -> Evidence:
    return Evidence(
        code=hit.code, kind=hit.kind, title=_said(hit.title), year=hit.year, url=hit.url,
        sentences=["".join(piece.text for piece in quote.pieces) for quote in hit.quotes],
    )


def _document(hit: find.Hit) -> Answered:
    return Answered(
        kind=hit.kind, code=hit.code, title=_said(hit.title), organisation=_said(hit.home) if hit.home else None,
        url=hit.url, score=hit.score, concepts=[_said(c) for c in hit.concepts], evidence=[_evidence(hit)],
    )


def _somebody(kind: str, found: find.WhoFound) -> Answered:
    return Answered(
        kind=kind, code=found.who.code, title=_said(found.who.name), url=found.who.url, score=found.score,
        organisation=_said(found.home) if found.home else None, concepts=[_said(c) for c in found.concepts],
        evidence=[_evidence(hit) for hit in found.evidence],
    )


@router.get(
    "/network/find", response=FoundAnswers, summary="Find · 찾기", tags=["network"], operation_id="network_find"
)
def find_answers(
    request: HttpRequest, q: Annotated[str, Query(max_length=4000, description="A few words or a whole need, in Korean or English")],
    kind: Annotated[str, Query(max_length=20, description="person, lab, company, or a kind of document; all where left out")] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> HttpResponse:  # fmt: skip
    """People, labs, organisations and documents that answer a question, of those that the asker may see."""
    found = find.find(q.replace("\x00", " "), find.Wanted(kind="" if kind in SOMEBODY else kind), limit=limit)
    who = [_somebody(name, each) for name in SOMEBODY if kind in ("", name) for each in found.who.get(name, ())[:limit]]
    documents = [] if kind in SOMEBODY else [_document(hit) for hit in found.hits[:limit]]
    return answered(FoundAnswers(indexed=found.indexed, total=found.total, items=[*who, *documents]).model_dump_json())


class TermKept(Coded):
    """A term of the cluster's own glossary."""

    ko: str
    en: str
    broader: str


class SearchKept(Coded):
    """A saved search of one's own."""

    name: str
    question: str
    kind: str
    alerts: bool


class ShortListKept(Coded):
    """A short list of one's own."""

    name: str


class ShortListLineKept(Answer):
    """An entry of a short list."""

    subject: str
    subject_code: str
    note: str


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/network/terms", network.add_term, TermKept, status=201),
    Endpoint(PATCH, "/network/terms/{code}", network.edit_term, TermKept, code="term"),
    Endpoint(POST, "/network/terms/{code}/retire", network.retire_term, TermKept, code="term"),
    Endpoint(POST, "/network/searches", network.save_search, SearchKept, status=201),
    Endpoint(DELETE, "/network/searches/{code}", network.drop_search, Gone, code="search"),
    Endpoint(POST, "/network/lists", network.start_list, ShortListKept, status=201),
    Endpoint(DELETE, "/network/lists/{code}", network.drop_list, Gone, code="short_list"),
    Endpoint(POST, "/network/lists/{code}/lines", network.put_on_list, ShortListLineKept, code="short_list", status=201),
    Endpoint(POST, "/network/lists/{code}/lines/remove", network.take_off_list, Gone, code="short_list"),
)
