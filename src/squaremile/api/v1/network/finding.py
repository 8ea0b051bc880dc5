"""Over the API: finding: the search box, glossary, saved searches, lists."""

from collections.abc import Mapping
from typing import Any, Self

from squaremile.api.answers import Answer, Coded
from squaremile.api.endpoint import DELETE, PATCH, POST, Endpoint
from squaremile.network import operations as network


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


class ListKept(Coded):
    """A short list of one's own."""

    name: str


class LineKept(Answer):
    """An entry of a short list."""

    subject: str
    subject_code: str
    note: str


class Gone(Answer):
    """It is gone."""

    gone: bool = True

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls()


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/network/terms", network.add_term, TermKept, status=201),
    Endpoint(PATCH, "/network/terms/{code}", network.edit_term, TermKept, code="term"),
    Endpoint(POST, "/network/terms/{code}/retire", network.retire_term, TermKept, code="term"),
    Endpoint(POST, "/network/searches", network.save_search, SearchKept, status=201),
    Endpoint(DELETE, "/network/searches/{code}", network.drop_search, Gone, code="search"),
    Endpoint(POST, "/network/lists", network.start_list, ListKept, status=201),
    Endpoint(DELETE, "/network/lists/{code}", network.drop_list, Gone, code="short_list"),
    Endpoint(POST, "/network/lists/{code}/lines", network.put_on_list, LineKept, code="short_list", status=201),
    Endpoint(POST, "/network/lists/{code}/lines/remove", network.take_off_list, Gone, code="short_list"),
)
