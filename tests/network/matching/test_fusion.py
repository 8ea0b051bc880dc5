"""Levels, sums and orders."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.matching.fusion import best_first, levelled, reciprocal, weighted

SCORES = st.lists(st.integers(0, 5), min_size=1, max_size=40).map(lambda n: np.asarray(n, dtype=np.float32))


@given(SCORES, st.integers(1, 50))
def test_the_first_are_the_first_of_all(scores, most):
    assert best_first(scores, most).tolist() == best_first(scores).tolist()[:most]


@given(SCORES)
def test_ties_keep_their_order(scores):
    assert best_first(scores).tolist() == sorted(range(len(scores)), key=lambda n: (-scores[n], n))


def test_what_is_not_allowed_is_left_out():
    assert best_first(np.asarray([1, -np.inf, 2], dtype=np.float32)).tolist() == [2, 0]
    assert best_first(np.asarray([-np.inf, 3], dtype=np.float32), 2).tolist() == [1]


def test_the_level_is_the_mean_of_the_ten_best():
    scores = np.arange(30, dtype=np.float32)
    assert levelled(scores)[20] == np.float32(20 / 24.5)
    assert levelled(scores, scores < 20)[20] == np.float32(20 / 14.5)
    assert levelled(np.zeros(3, dtype=np.float32)).tolist() == [0, 0, 0]


def test_sums_weigh():
    one, two = np.asarray([1, 0], dtype=np.float32), np.asarray([0, 1], dtype=np.float32)
    assert weighted([(1.0, one), (0.5, two)]).tolist() == [1.0, 0.5]


def test_reciprocal_ranks_add():
    found = reciprocal([np.asarray([2, 0]), np.asarray([2])], 3)
    assert np.allclose(found, [1 / 62, 0, 2 / 61])
