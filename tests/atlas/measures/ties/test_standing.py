"""Cores, constraint, communities, coupling: by their definitions."""

from itertools import product

import numpy as np
import pytest

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.ties.communities import communities, modularity
from squaremile.atlas.measures.ties.coupling import association_strength, co_citation, coupling
from squaremile.atlas.measures.ties.graph import graph, sharing
from squaremile.atlas.measures.ties.standing import constraint, cores
from tests.atlas.measures.ties.graphs import FLORENCE, by_name, drawn, of
from tests.atlas.measures.ties.test_paths import hospital


def dense(held):
    return held.matrix.toarray()


@pytest.mark.parametrize("seed", range(10))
def test_a_core_is_what_is_left_after_peeling(seed):
    held = drawn(np.random.default_rng(seed), 20, 45)
    there, expected = dense(held) > 0, np.zeros(len(held), int)
    for k in range(1, 20):
        left = np.ones(len(held), bool)
        while (drop := left & (there[:, left].sum(axis=1) < k)).any():
            left &= ~drop
        expected[left] = k
    assert cores(held).tolist() == expected.tolist()


@pytest.mark.parametrize("seed", range(10))
def test_constraint_is_the_sum_that_defines_it(seed):
    held = drawn(np.random.default_rng(seed), 12, 25)
    a = dense(held)
    p = a / a.sum(axis=1, keepdims=True)
    expected = [
        sum(
            (p[i, j] + sum(p[i, q] * p[q, j] for q in range(len(a)) if q not in (i, j))) ** 2
            for j in range(len(a))
            if a[i, j]
        )
        for i in range(len(a))
    ]
    assert constraint(held) == pytest.approx(expected, rel=1e-12)


def test_a_star_and_a_triangle():
    star = graph(["hub"] * 4, list("abcd"))
    assert by_name(star, constraint(star)) == pytest.approx({"hub": 0.25, **dict.fromkeys("abcd", 1.0)})
    triangle = graph(list("abc"), list("bca"))
    assert constraint(triangle) == pytest.approx([1.125] * 3)


@pytest.mark.parametrize("seed", range(4))
def test_no_partition_of_a_small_graph_is_better(seed):
    held = drawn(np.random.default_rng(seed), 8, 13)
    found = communities(held, seed=seed)
    best = max(modularity(held, np.array(p)) for p in product(range(4), repeat=len(held)))
    assert found.modularity == pytest.approx(best, abs=1e-12)
    assert found.modularity == pytest.approx(modularity(held, found.member), abs=1e-15)


def test_modularity_is_the_sum_that_defines_it():
    held = drawn(np.random.default_rng(1), 12, 30)
    member, a = np.arange(12) % 3, dense(held)
    k, total = a.sum(axis=1), a.sum()
    expected = sum(
        (a[i, j] - k[i] * k[j] / total) / total for i in range(12) for j in range(12) if member[i] == member[j]
    )
    assert modularity(held, member) == pytest.approx(expected, abs=1e-14)


def test_two_cliques_are_two_communities_and_the_larger_is_first():
    left, right = "abcd", "vwxyz"
    pairs = [(i, j) for part in (left, right) for i in part for j in part if i < j] + [("d", "v")]
    held = graph([p[0] for p in pairs], [p[1] for p in pairs])
    assert by_name(held, communities(held).member) == {**dict.fromkeys(left, 1), **dict.fromkeys(right, 0)}


def test_the_same_seed_the_same_communities(published):
    held = hospital(published)
    assert communities(held, seed=3).member.tolist() == communities(held, seed=3).member.tolist()


def test_a_real_graph_is_parted_at_least_as_well_as_by_louvain_and_leiden(published):
    """Louvain .4391 and Leiden .4399 on the same ties without weights."""
    weighted = hospital(published)
    rows = np.repeat(np.arange(len(weighted)), np.diff(weighted.starts))
    once = rows < weighted.near
    names = np.array(weighted.names, dtype=object)
    held = graph(names[rows[once]].tolist(), names[weighted.near[once]].tolist())
    assert communities(held, seed=0).modularity >= 0.4399


def test_coupling_and_co_citation_by_hand():
    """Works 1 and 2 share two references, 2 and 3 one; the references a and b are cited together twice."""
    cites = np.array([[1, 1, 0], [1, 1, 1], [0, 0, 1]])
    assert coupling(cites).toarray().tolist() == [[0, 2, 0], [2, 0, 1], [0, 1, 0]]
    assert co_citation(cites).toarray().tolist() == [[0, 2, 1], [2, 0, 1], [1, 1, 0]]


def test_association_strength_is_one_by_chance():
    held = association_strength(np.array([[9, 4, 2], [4, 0, 2], [2, 2, 0]])).toarray()
    assert held[0, 1] == pytest.approx(4 * 16 / (6 * 6))
    assert held[1, 2] == pytest.approx(2 * 16 / (6 * 4))
    assert held.diagonal().tolist() == [0, 0, 0]
    assert association_strength(np.ones((4, 4))).toarray()[0, 1] == pytest.approx(4 / 3)
    with pytest.raises(Unmeasurable):
        association_strength(np.array([[0, -1], [-1, 0]]))


def test_rows_of_one_tie_are_added_and_loops_are_told():
    held = graph(["a", "b", "a", "c"], ["b", "a", "c", "c"], [1, 2, 5, 9])
    assert (held.names, held.ties, held.loops, held.repeated) == (("a", "b", "c"), 2, 1, 1)
    assert dense(held).tolist() == [[0, 3, 5], [3, 0, 0], [5, 0, 0]]


def test_sharing_counts_each_thing_once():
    held = sharing(["a", "a", "b", "a", "b", "c"], ["1", "1", "1", "2", "2", "9"])
    assert (held.names, dense(held).tolist(), held.repeated) == (("a", "b", "c"), [[0, 2, 0], [2, 0, 0], [0, 0, 0]], 1)


def test_florence_has_a_tree_like_edge():
    assert by_name(of(FLORENCE), cores(of(FLORENCE)))["Pazzi"] == 1
    assert by_name(of(FLORENCE), cores(of(FLORENCE)))["Strozzi"] == 2


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (([], []), "There is no tie between two different names."),
        ((["a"], ["a"]), "There is no tie between two different names."),
        ((["a", "b"], ["b", " "]), "Tie 2 lacks a name at one end."),
        ((["a"], ["b"], [0]), "The weight of tie 1 is not a number above zero."),
        ((["a", "a"], ["b", "c"], [1, np.nan]), "The weight of tie 2 is not a number above zero."),
        ((["a", "a"], ["b", "c"], [1, -2]), "The weight of tie 2 is not a number above zero."),
        ((["a", "a"], ["b", "c"], [np.inf, 2]), "The weight of tie 1 is not a number above zero."),
    ],
)
def test_what_is_no_graph_is_refused(rows, says):
    with pytest.raises(Unmeasurable) as refused:
        graph(*rows)
    assert refused.value.text.en == says
