"""Votes of documents for people."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.matching.documents import authorship
from squaremile.network.matching.ranking import Rules, vote

RULES = Rules()


def by_hand(scores, pairs, people, rules):
    order = sorted((n for n in range(len(scores)) if scores[n] > 0), key=lambda n: (-scores[n], n))
    share, depth, size = dict.fromkeys(people, 0.0), {p: [] for p in people}, dict.fromkeys(people, 0)
    level = sum(scores[n] for n in order[:10]) / max(len(order[:10]), 1)
    for rank, document in enumerate(order):
        writers = [p for d, p in pairs if d == document]
        worth = ((rules.constant + 1) / (rules.constant + 1 + rank)) ** rules.steepness
        worth *= min(1, scores[document] / level)
        for person in writers:
            share[person] += worth / len(writers)
            depth[person].append(worth)
    for document, person in pairs:
        size[person] += scores[document] > -np.inf
    wide = {p: share[p] / max(size[p], 1) ** rules.size_damping for p in people}
    deep = {p: sum(depth[p][: rules.best]) for p in people}
    widest, deepest = max(wide.values()) or 1, max(deep.values()) or 1
    return {p: wide[p] / widest + rules.best_weight * deep[p] / deepest for p in people if size[p]}


CASES = st.integers(1, 8).flatmap(
    lambda n: st.tuples(
        st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0, -np.inf]), min_size=n, max_size=n),
        st.lists(st.tuples(st.integers(0, n - 1), st.sampled_from("ABCD")), min_size=1, max_size=20, unique=True),
    )
)


@given(CASES)
def test_votes_are_counted_as_by_hand(case):
    scores, pairs = case
    authors = authorship({n: n for n in range(len(scores))}, pairs)
    held = np.asarray(scores, dtype=np.float32)
    people, found, evidence = vote(held, authors, held > -np.inf, RULES)
    expected = by_hand(scores, pairs, authors.names, RULES)
    got = {authors.names[p]: s for p, s in zip(people, found, strict=True)}
    assert got == pytest.approx(expected)
    assert all(scores[n] > -np.inf for spoken in evidence for n in spoken)
    assert list(found) == sorted(found, reverse=True)


def test_evidence_is_the_persons_best_documents_in_order():
    authors = authorship({n: n for n in range(8)}, [(n, "A") for n in range(8)])
    _, _, evidence = vote(np.arange(8, dtype=np.float32), authors)
    assert evidence == [[7, 6, 5, 4, 3]]


def test_a_document_that_says_nothing_speaks_for_nobody():
    authors = authorship({0: 0, 1: 1}, [(0, "A"), (1, "B")])
    people, found, evidence = vote(np.asarray([0, 1], dtype=np.float32), authors)
    assert (people.tolist(), found.tolist(), evidence) == ([1, 0], [1.5, 0.0], [[1], []])


def test_a_pair_given_twice_counts_once():
    assert authorship({1: 0}, [(1, "A"), (1, "A")]).people.tolist() == [0]


def test_an_unknown_document_is_named():
    with pytest.raises(KeyError, match="lost"):
        authorship({"known": 0}, [("lost", "A")])
