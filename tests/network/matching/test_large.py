"""Two stages: candidates by words, then the candidates with everything."""

from squaremile.network.matching.documents import Document
from squaremile.network.matching.fusion import best_first
from squaremile.network.matching.index import index_of
from squaremile.network.matching.large import candidates, reader
from squaremile.network.matching.question import ask

from .collection import DOCUMENTS, PLAIN

MANY = [*DOCUMENTS, *(Document(n, f"filler text number {n}") for n in range(60))]
NEEDS = ["김치 발효", "battery cathode"]


def test_a_small_collection_is_read_whole():
    assert reader(MANY, NEEDS, PLAIN).second is None


def test_candidates_come_first_and_everybody_is_scored():
    found = reader(MANY, NEEDS, PLAIN, limit=30)
    assert 0 < len(found.places) <= 30
    scores = found.scores(NEEDS[1])
    assert len(scores) == len(MANY)
    order = best_first(scores).tolist()
    assert set(order[: len(found.places)]) == set(found.places.tolist())
    assert {MANY[n].id for n in order[:2]} == {"battery", "전지"}


def test_the_limit_holds_whatever_is_asked():
    assert len(candidates(index_of(MANY, PLAIN), [ask(need, PLAIN) for need in NEEDS], 5)) == 5
