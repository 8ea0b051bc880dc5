"""Betweenness and closeness: published answers, every way counted one by one, and a real graph."""

import csv
import gzip
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest

from squaremile.atlas.measures.ties.graph import graph, sharing
from squaremile.atlas.measures.ties.paths import betweenness, betweenness_weighted, steps
from squaremile.atlas.measures.ties.standing import constraint, cores
from tests.atlas.measures.ties.graphs import FLORENCE, KITE, by_name, drawn, of


def shortest(held, length):
    """Exact distances and numbers of shortest ways between all pairs, by relaxing until nothing changes."""
    n = len(held)
    ties = {(i, int(held.near[k])): length(k) for i in range(n) for k in range(held.starts[i], held.starts[i + 1])}
    distance = {(i, j): Fraction(0) if i == j else None for i in range(n) for j in range(n)}
    for _ in range(n):
        for (u, v), d in ties.items():
            for s in range(n):
                if distance[s, u] is not None and (distance[s, v] is None or distance[s, u] + d < distance[s, v]):
                    distance[s, v] = distance[s, u] + d
    ways = {(i, i): 1 for i in range(n)}
    for s in range(n):
        for v in sorted((v for v in range(n) if distance[s, v] is not None and v != s), key=lambda v: distance[s, v]):
            ways[s, v] = sum(ways[s, u] for (u, w), d in ties.items()
                             if w == v and distance[s, u] is not None and distance[s, u] + d == distance[s, v])  # fmt: skip
    return distance, ways


def counted(held, length):
    """Betweenness by its definition."""
    n = len(held)
    distance, ways = shortest(held, length)
    found = [Fraction(0)] * n
    for s, t in combinations(range(n), 2):
        for v in range(n):
            if v in (s, t) or None in (distance[s, t], distance[s, v], distance[v, t]):
                continue
            if distance[s, v] + distance[v, t] == distance[s, t]:
                found[v] += Fraction(ways[s, v] * ways[v, t], ways[s, t])
    return [float(f / (Fraction((n - 1) * (n - 2), 2) or 1)) for f in found]


@pytest.mark.parametrize("seed", range(8))
def test_every_shortest_way_is_counted(seed):
    held = drawn(np.random.default_rng(seed), 14, 22)
    assert betweenness(held) == pytest.approx(counted(held, lambda k: Fraction(1)), abs=1e-14)
    weighted = counted(held, lambda k: Fraction(1, int(held.weight[k])))
    assert betweenness_weighted(held) == pytest.approx(weighted, abs=1e-14)


def test_equal_ways_are_equal_whatever_rounding_says():
    """From a to d three ties of 1/10, 1/5 and 3/10 = .6, and one by b of 1/3 + 4/15: equal, though not in floats."""
    held = graph(list("axyab"), list("xydbd"), [10, 5, 10 / 3, 3, 15 / 4])
    assert by_name(held, betweenness_weighted(held))["b"] == pytest.approx(
        by_name(held, betweenness_weighted(held))["x"] - 1 / 6
    )


def test_the_medici():
    """networkx's documentation and Wasserman & Faust: Medici .522, Guadagni .255."""
    between = by_name(of(FLORENCE), betweenness(of(FLORENCE)))
    assert between["Medici"] == pytest.approx(0.521978021978022, abs=1e-12)
    assert between["Guadagni"] == pytest.approx(0.254578754578755, abs=1e-12)
    assert between["Ridolfi"] == pytest.approx(0.113553113553114, abs=1e-12)


def test_krackhardts_kite():
    """Diane has most ties, Heather is between most, Fernando and Garth are nearest to all (Krackhardt 1990)."""
    held = of(KITE)
    between, close = (by_name(held, v) for v in steps(held))
    assert between["Heather"] == pytest.approx(0.388888888888889, abs=1e-12)
    assert between["Fernando"] == pytest.approx(0.231481481481481, abs=1e-12)
    assert close["Fernando"] == close["Garth"] == pytest.approx(9 / 14)
    assert close["Diane"] == pytest.approx(0.6)
    assert max(by_name(held, np.diff(held.starts)).items(), key=lambda item: item[1]) == ("Diane", 6)


def test_parts_that_are_not_connected():
    """Wasserman & Faust's correction: in a pair of five nodes each reaches 1 of 4."""
    held = graph(["a", "c", "d"], ["b", "d", "e"])
    assert by_name(held, steps(held)[1]) == pytest.approx({"a": 0.25, "b": 0.25, "c": 1 / 3, "d": 0.5, "e": 1 / 3})
    assert by_name(held, betweenness(held))["d"] == pytest.approx(1 / 6)


def test_two_nodes_have_nobody_between():
    assert betweenness(graph(["a"], ["b"])).tolist() == [0, 0]


def hospital(published):
    path = published.folder("openalex-sample") / "hospital_collaboration_2020_2023.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return sharing([r["collaborating_institution"] for r in rows], [r["work_id"] for r in rows])


NETWORKX = {
    "Carolinas Medical Center": (0.7112834505258678, 0.9366295264623955, 40, 0.010634328861934127),
    "University of California, San Francisco": (0.014303928733910322, 0.5672711935892029, 40, 0.026494861935344907),
    "Cleveland Clinic": (0.012538511871820028, 0.542995559144126, 39, 0.030948666390638917),
    "Levine Cancer Institute": (0.012174070040006032, 0.5356431700517722, 38, 0.08412548142515604),
    "University of Pennsylvania": (0.011190935851550812, 0.554639175257732, 39, 0.05146520411506598),
    "Levine Children's Hospital": (0.008292637151173973, 0.5161166538756715, 36, 0.05162602783899099),
}
"""Betweenness and closeness in steps, core number, constraint by weight, as networkx 3.6.1 has them."""


def test_a_real_graph_is_as_networkx_has_it(published):
    held = hospital(published)
    assert (len(held), held.ties, held.repeated) == (1346, 20415, 5115)
    between, close = steps(held)
    found = zip(held.names, between, close, cores(held), constraint(held), strict=True)
    for name, *values in found:
        if name in NETWORKX:
            assert values == pytest.approx(NETWORKX[name], abs=1e-12)
    assert between.sum() == pytest.approx(1.0693408125331942, abs=1e-12)
    assert [held.names[i] for i in np.argsort(-between)[:6]] == list(NETWORKX)
