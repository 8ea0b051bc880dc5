"""The published list of Cambridge's innovative firms: life science among them is concentrated at short distances."""

import csv

import pytest

from squaremile.atlas.measures.points.concentration import Trial, kd_test, m_test
from squaremile.atlas.measures.points.mfunction import m
from squaremile.atlas.measures.points.sites import marks, plane
from tests.atlas.measures.points import brute


def firms(published):
    with (published.folder("cambridge-lifesci") / "points_xy.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return plane([float(r["x"]) for r in rows], [float(r["y"]) for r in rows]), [r["type"] for r in rows]


def test_life_science_is_concentrated_up_to_half_a_kilometre(published):
    sites, kinds = firms(published)
    found = kd_test(sites, marks(kinds, "Life Sciences"), trial=Trial(199))
    assert (found.sites, found.references, found.p_value) == (428, 272, 0.005)
    assert (found.leaves[0].side, found.leaves[0].start) == ("above", 0.0)
    assert 400 < found.leaves[0].end < 650


def test_its_m_is_that_of_the_definition(published):
    sites, kinds = firms(published)
    held = marks(kinds, "Life Sciences")
    radii = [0.0, 100.0, 500.0, 1609.344]
    expected = brute.m(sites.xyz[:, :2].tolist(), held.weight, held.reference, held.neighbour, radii)
    found = m_test(sites, held, radii, trial=Trial(19))
    assert found.observed == pytest.approx(expected, rel=1e-12)
    assert m(sites, held, found.radii).tolist() == found.observed.tolist()


def test_life_science_and_technology_keep_apart(published):
    """Between the two types M is below 1 at a hundred metres: they share the city, not the street."""
    sites, kinds = firms(published)
    found = m_test(sites, marks(kinds, "Life Sciences", "Technology"), [100.0, 300.0], trial=Trial(199))
    assert (found.observed < 1).all()
    assert found.significant
    assert found.leaves[0].side == "below"
