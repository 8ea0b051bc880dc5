"""Clusters are those of the definition: against all pairs, in the plane and on the sphere, whatever the order."""

import math
from itertools import pairwise

import numpy as np
import pytest

import squaremile.atlas as atlas
from squaremile.atlas.measures.refusing import Unmeasurable

R = 6_371_008.8


def distances(a, b, plane):
    if plane:
        return np.hypot(a[:, None] - a, b[:, None] - b)
    up, across = np.radians(a), np.radians(b)
    half = (
        np.sin((up[:, None] - up) / 2) ** 2
        + np.cos(up[:, None]) * np.cos(up) * np.sin((across[:, None] - across) / 2) ** 2
    )
    return 2 * R * np.arcsin(np.sqrt(np.minimum(1, half)))


def by_definition(a, b, weight, eps, least, plane):
    """Cores, their sets, and each border point's distance to its nearest core: all pairs and a flood."""
    near = distances(a, b, plane) <= eps
    core = near @ weight >= least
    label = np.full(len(a), -1)
    for i in np.flatnonzero(core):
        if label[i] >= 0:
            continue
        stack = [i]
        while stack:
            j = stack.pop()
            if label[j] < 0:
                label[j] = i
                stack += np.flatnonzero(near[j] & core & (label < 0)).tolist()
    return near, core, label


def drawn(seed):
    rng = np.random.default_rng(seed)
    plane, n = bool(seed % 2), int(rng.integers(1, 80))
    if plane:
        a, b, eps = rng.uniform(0, 10, n), rng.uniform(0, 10, n), float(rng.uniform(0.2, 3))
        if seed % 4 == 1:
            a, b, eps = np.rint(a), np.rint(b), 1.0
    else:
        spread = float(10 ** rng.uniform(-1, 1.9))
        a = np.clip(rng.uniform(-90, 90) + rng.uniform(-1, 1, n) * spread, -90, 90)
        b = (rng.uniform(-180, 180) + rng.uniform(-1, 1, n) * spread * 2 + 180) % 360 - 180
        eps = min(spread * 111_000 * float(rng.uniform(0.05, 0.6)), 4_900_000)
    a[: n // 4], b[: n // 4] = a[0], b[0]
    return rng, a, b, eps, int(rng.integers(1, 8)), rng.integers(0, 4, n), plane


@pytest.mark.parametrize("seed", range(200))
def test_as_defined(seed):
    _, a, b, eps, least, weight, plane = drawn(seed)
    found = atlas.clusters(a, b, eps=eps, least=least, weight=weight, plane=plane)
    near, core, label = by_definition(a, b, weight, eps, least, plane)
    assert found.core.tolist() == core.tolist()
    pairs = {(label[i], found.labels[i]) for i in np.flatnonzero(core)}
    assert len(pairs) == len({p for p, _ in pairs}) == len({q for _, q in pairs}) == len(found.clusters)
    away = distances(a, b, plane)
    for i in np.flatnonzero(~core):
        reached = np.flatnonzero(near[i] & core)
        if not len(reached):
            assert found.labels[i] == -1
            continue
        closest = away[i][reached].min()
        assert found.labels[i] in found.labels[reached[away[i][reached] <= closest * (1 + 1e-9) + 1e-9]]


@pytest.mark.parametrize("seed", range(40))
def test_the_order_of_rows_changes_nothing(seed):
    rng, a, b, eps, least, weight, plane = drawn(seed)
    found = atlas.clusters(a, b, eps=eps, least=least, weight=weight, plane=plane)
    order = rng.permutation(len(a))
    again = atlas.clusters(a[order], b[order], eps=eps, least=least, weight=weight[order], plane=plane)
    assert again.labels.tolist() == found.labels[order].tolist()


def test_weights_are_rows():
    rng = np.random.default_rng(1)
    a, b, weight = rng.uniform(0, 5, 60), rng.uniform(0, 5, 60), rng.integers(1, 5, 60)
    weighed = atlas.clusters(a, b, eps=0.5, least=6, weight=weight, plane=True)
    rows = np.repeat(np.arange(60), weight)
    written_out = atlas.clusters(a[rows], b[rows], eps=0.5, least=6, plane=True)
    assert written_out.labels.tolist() == weighed.labels[rows].tolist()
    assert [c.weight for c in weighed.clusters] == [c.rows for c in written_out.clusters]


def test_across_the_180th_meridian_and_over_the_pole():
    assert atlas.clusters([0, 0], [179.99, -179.99], eps="3km", least=2).labels.tolist() == [0, 0]
    assert atlas.clusters([89.999, 89.999], [0, 180], eps="1km", least=2).labels.tolist() == [0, 0]
    assert atlas.clusters([0, 0], [180, -180], eps="1m", least=2).labels.tolist() == [0, 0]


def test_figures_of_a_cluster():
    found = atlas.clusters([0.0, 1, 0, 50], [0.0, 0, 1, 50], eps=1.5, least=3, weight=[1, 1, 2, 2], plane=True)
    (only,) = found.clusters
    assert (only.rows, only.weight, only.cores, only.centre) == (3, 4, 3, (0.25, 0.5))
    assert found.as_dict()["noise"] == 1


class TestOutlines:
    def test_convex_in_the_plane(self):
        found = atlas.clusters([0.0, 0, 2, 2, 1], [0.0, 2, 0, 2, 1], eps=2, least=1, plane=True)
        (feature,) = found.outlines()["features"]
        assert feature["geometry"] == {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
        assert feature["properties"] == {"cluster": 0, "rows": 5, "weight": 5, "cores": 5}

    def test_concave_follows_a_bay(self):
        steps = np.arange(0, 10.1, 0.5)
        a = np.concatenate([steps, np.zeros(21), np.full(21, 10.0)])
        b = np.concatenate([np.zeros(21), steps, steps])
        thick = np.concatenate([a, a + 0.25]), np.concatenate([b, b + 0.25])
        found = atlas.clusters(*thick, eps=0.8, least=2, plane=True)

        def area(hull):
            ring = np.array(found.outlines(hull)["features"][0]["geometry"]["coordinates"][0])
            x, y = ring[:-1].T
            return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)

        assert len(found.clusters) == 1
        assert area("convex") > 100
        assert 0 < area("concave") < 25

    def test_one_place_and_one_line(self):
        assert atlas.clusters([1, 1], [2, 2], eps=1, least=1).outlines()["features"][0]["geometry"] == {
            "type": "Point",
            "coordinates": [2, 1],
        }
        line = atlas.clusters([1.0, 2], [2.0, 2], eps=1, least=1, plane=True).outlines("concave")["features"][0][
            "geometry"
        ]
        assert line == {"type": "LineString", "coordinates": [[1, 2], [2, 2]]}

    def test_it_is_cut_at_the_180th_meridian(self):
        lat, lon = [0.0, 0.0, 0.1, 0.1], [179.95, -179.95, 179.95, -179.95]
        (feature,) = atlas.clusters(lat, lon, eps="20km", least=1).outlines()["features"]
        assert feature["geometry"]["type"] == "MultiPolygon"
        edges = [sorted({p[0] for p in part[0]}) for part in feature["geometry"]["coordinates"]]
        assert sorted(edges) == [[-180.0, pytest.approx(-179.95)], [pytest.approx(179.95), 180.0]]

    @pytest.mark.parametrize("seed", range(20))
    def test_a_convex_outline_holds_its_members(self, seed):
        rng = np.random.default_rng(seed)
        lat, lon = 36 + rng.normal(0, 0.05, 40), 127 + rng.normal(0, 0.05, 40)
        ring = np.array(
            atlas.clusters(lat, lon, eps="50km", least=1).outlines()["features"][0]["geometry"]["coordinates"][0]
        )
        for p, q in pairwise(ring):
            side = (q[0] - p[0]) * (lat - p[1]) - (q[1] - p[1]) * (lon - p[0])
            assert side.min() > -1e-6


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("no points", lambda: atlas.clusters([], [], eps=1, least=1)),
        ("no finite", lambda: atlas.clusters([math.nan], [1], eps=1, least=1)),
        ("no position", lambda: atlas.clusters([95], [195], eps=1, least=1)),
        ("whole one of 1", lambda: atlas.clusters([1], [1], eps=1, least=0)),
        ("no length", lambda: atlas.clusters([1], [1], eps="15 li", least=1)),
        ("5,000 km", lambda: atlas.clusters([1], [1], eps="5001km", least=1)),
        ("no whole number", lambda: atlas.clusters([1, 1], [1, 1], eps=1, least=1, weight=[1, 0.5])),
        ("no whole number", lambda: atlas.clusters([1, 1], [1, 1], eps=1, least=1, weight=[-1, 1])),
        ("1 weights", lambda: atlas.clusters([1, 1], [1, 1], eps=1, least=1, weight=[1])),
        ("convex or concave", lambda: atlas.clusters([1], [1], eps=1, least=1).outlines("round")),
    ],
)
def test_refusals_in_both_languages(words, call):
    with pytest.raises(Unmeasurable) as refused:
        call()
    assert words in refused.value.text.en
    assert "니다" in refused.value.text.ko
