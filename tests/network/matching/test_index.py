"""Needs find documents and people, across languages, and never what the reader may not see."""

import numpy as np
import pytest

from squaremile.network.matching.documents import Document, authorship
from squaremile.network.matching.index import index_of
from squaremile.network.matching.question import ask

from .collection import DOCUMENTS, PAIRS, PLAIN

INDEX = index_of(DOCUMENTS, PLAIN)
AUTHORS = authorship(INDEX.numbers, PAIRS)


def found(need, **options):
    return [f.document for f in INDEX.documents(ask(need, PLAIN), **options)]


def test_a_korean_need_finds_english_papers():
    assert found("김치 유산균 균주 개량", top=2) == ["김치", "kimchi"]


def test_an_english_need_finds_korean_pages():
    assert set(found("cathode material of a solid-state battery", top=2)) == {"battery", "전지"}


def test_people_come_with_their_evidence():
    first = INDEX.people(ask("전고체전지 양극재", PLAIN), AUTHORS, top=1)[0]
    assert (first.person, set(first.evidence)) == ("Park", {"battery", "전지"})


def test_everybody_is_ranked_when_nobody_is_left_out():
    assert {p.person for p in INDEX.people(ask("rice", PLAIN), AUTHORS, top=None)} == {"Kim", "Lee", "Park", "Choi"}


def test_what_the_reader_may_not_see_is_neither_found_nor_evidence():
    allowed = INDEX.allowed(["kimchi", "car-t", "rice", "unknown"])
    need = ask("전고체전지 battery kimchi", PLAIN)
    assert {f.document for f in INDEX.documents(need, top=10, allowed=allowed)} == {"kimchi"}
    people = INDEX.people(need, AUTHORS, top=None, allowed=allowed)
    assert {p.person for p in people} == {"Kim", "Lee", "Choi"}
    assert {d for p in people for d in p.evidence} <= {"kimchi", "car-t", "rice"}


@pytest.mark.parametrize("need", ["김치 발효", "kimchi fermentation of rice", "lithium"])
def test_uncounted_hidden_documents_are_as_if_they_were_not_there(need):
    """The scores of what one may see do not move when a rival's confidential text enters the index."""
    secret = [Document(f"secret {n}", f"kimchi fermentation rice lithium 김치 {n}", counted=False) for n in range(12)]
    both = index_of([*secret, *DOCUMENTS], PLAIN)
    authors = authorship(both.numbers, [*PAIRS, ("secret 1", "Kim"), ("secret 2", "Rival")])
    allowed = both.allowed(d.id for d in DOCUMENTS)
    question = ask(need, PLAIN)
    assert both.documents(question, 10, allowed) == INDEX.documents(question, 10)
    theirs = {p.person: p for p in both.people(question, authors, None, allowed)}
    ours = {p.person: p for p in INDEX.people(question, AUTHORS, None)}
    assert theirs == ours


def test_nobody_allowed_finds_nothing():
    nothing = np.zeros(INDEX.size, dtype=bool)
    assert INDEX.documents(ask("rice", PLAIN), allowed=nothing) == ()
    assert INDEX.people(ask("rice", PLAIN), AUTHORS, allowed=nothing) == ()


@pytest.mark.parametrize("need", ["", "  \n", "?!"])
def test_a_need_without_a_word_is_no_need(need):
    with pytest.raises(ValueError, match="no word"):
        ask(need, PLAIN)


def test_ids_come_once():
    with pytest.raises(ValueError, match="twice"):
        index_of([Document(1, "a b"), Document(1, "c d")], PLAIN)
