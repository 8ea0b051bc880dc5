"""BM25 equals its formula, and does not feel what is not counted."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.matching.bm25 import K1, B, collect, scores, statistics

TEXTS = st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=8), min_size=1, max_size=8)


def textbook(texts, question):
    mean = sum(map(len, texts)) / len(texts)
    found = []
    for text in texts:
        held, total = Counter(text), 0.0
        for term, weight in question.items():
            having = sum(term in t for t in texts)
            idf = math.log(1 + (len(texts) - having + 0.5) / (having + 0.5))
            slack = K1 * (1 - B + B * len(text) / mean)
            total += weight * idf * held[term] * (K1 + 1) / (held[term] + slack)
        found.append(total)
    return found


@given(TEXTS)
def test_it_is_the_textbook_formula(texts):
    question = {"a": 1.0, "b": 0.5, "z": 3.0}
    held = collect(texts)
    assert scores(held, statistics(held), question) == pytest.approx(textbook(texts, question), rel=1e-5)


@given(TEXTS, TEXTS)
def test_uncounted_documents_change_no_score(seen, hidden):
    question = {"a": 1.0, "f": 2.0}
    alone, together = collect(seen), collect([*seen, *hidden])
    counted = np.asarray([True] * len(seen) + [False] * len(hidden))
    ours = scores(together, statistics(together, counted), question)[: len(seen)]
    assert ours == pytest.approx(scores(alone, statistics(alone), question), rel=1e-5)


def test_an_empty_collection_answers():
    held = collect([])
    assert scores(held, statistics(held), {"a": 1.0}).shape == (0,)
