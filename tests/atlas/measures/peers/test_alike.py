"""Peers by profile and size, checked against plain loops."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.atlas.measures.matrices.table import Matrix, matrix_from_rows
from squaremile.atlas.measures.peers.alike import peers
from squaremile.atlas.measures.refusing import Unmeasurable

TABLES = st.integers(2, 7).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 50), min_size=3, max_size=3), min_size=n, max_size=n)
).filter(lambda rows: all(sum(r) for r in rows) and all(sum(c) for c in zip(*rows, strict=True)))


def table(rows):
    return Matrix(tuple(f"r{i}" for i in range(len(rows))), ("a", "b", "c"), np.array(rows, dtype=float))


def cosine(one, other):
    return sum(x * y for x, y in zip(one, other, strict=True)) / math.sqrt(sum(x * x for x in one) * sum(y * y for y in other))


@given(TABLES)
def test_similarity_is_the_cosine_and_order_is_by_it(rows):
    found = peers(table(rows), "r0", k=99, most_ratio=1e9)
    assert found.candidates == len(rows) - 1 == len(found.peer) and found.left_out == 0
    for name, similarity, ratio in zip(found.peer, found.similarity, found.size_ratio, strict=True):
        other = rows[int(name[1:])]
        assert similarity == pytest.approx(cosine(rows[0], other), abs=1e-12)
        assert ratio == pytest.approx(sum(other) / sum(rows[0]))
    rounded = [round(s, 12) for s in found.similarity]
    assert rounded == sorted(rounded, reverse=True)


@given(TABLES, st.integers(2, 9))
def test_scaling_a_region_changes_its_size_alone(rows, times):
    plain = peers(table(rows), "r0", k=99, most_ratio=1e9)
    scaled = peers(table([[x * times for x in rows[0]], *rows[1:]]), "r0", k=99, most_ratio=1e9)
    assert dict(zip(scaled.peer, np.round(scaled.similarity, 9), strict=True)) == pytest.approx(
        dict(zip(plain.peer, np.round(plain.similarity, 9), strict=True)), abs=2e-9
    )


def test_only_like_sizes_are_peers_and_the_others_are_counted():
    found = peers(table([[10, 0, 0], [20, 20, 0], [5, 5, 0], [41, 0, 0], [2, 0, 0]]), "r0", most_ratio=4)
    assert found.peer == ("r2", "r1") and found.left_out == 2 and found.candidates == 2
    assert found.because == (("a",), ("a",))


def test_equals_are_ordered_by_size_then_name():
    found = peers(table([[4, 4, 4], [8, 8, 8], [5, 5, 5], [4, 4, 4], [4, 4, 4]]), "r0", k=4)
    assert found.peer == ("r3", "r4", "r2", "r1")


def test_refusals_say_the_nearest():
    with pytest.raises(Unmeasurable) as refused:
        peers(table([[1, 1, 1], [100, 1, 1], [500, 1, 1]]), "r0")
    assert "r1 (34 times)" in refused.value.remedy.en and "r1(34배)" in refused.value.remedy.ko
    with pytest.raises(Unmeasurable, match="one region only"):
        peers(matrix_from_rows(["x"], ["a"], [1.0]), "x")
    for more in ({"k": 0}, {"most_ratio": 0.5}, {"most_ratio": math.nan}):
        with pytest.raises(Unmeasurable, match="1 or more"):
            peers(table([[1, 1, 1], [1, 1, 1]]), "r0", **more)
    with pytest.raises(Unmeasurable, match="no region"):
        peers(table([[1, 1, 1], [1, 1, 1]]), "nowhere")
