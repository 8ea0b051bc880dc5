"""Two places at one scale, newcomers, and the cited figures."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.atlas.measures.matrices.quotient import lq
from squaremile.atlas.measures.matrices.table import matrix_from_rows
from squaremile.atlas.measures.peers.newcomers import totals, what_if
from squaremile.atlas.measures.peers.reference import CERTAINTIES, comparable, reference_figures
from squaremile.atlas.measures.peers.twins import EARTH_M, MILE_M, Points, twin
from squaremile.atlas.measures.refusing import Unmeasurable


def offset(lat, lon, east_m, north_m):
    """Degrees of a point so many metres away from a middle."""
    return (
        lat + np.degrees(np.asarray(north_m) / EARTH_M),
        lon + np.degrees(np.asarray(east_m) / (EARTH_M * np.cos(np.radians(lat)))),
    )


@given(st.floats(-70, 70), st.floats(-179, 179), st.lists(st.tuples(st.integers(-1500, 1500), st.integers(-1500, 1500)), min_size=1, max_size=20))
def test_metres_are_kept_at_any_latitude(lat, lon, metres):
    """The same pattern in Jeonju and in Cambridge is the same picture."""
    east, north = np.array(metres, dtype=float).T
    found = twin(
        Points("here", *offset(lat, lon, east, north), middle=(lat, lon)),
        Points("there", *offset(42.36, -71.09, east, north), middle=(42.36, -71.09)), side_m=2000,
    )  # fmt: skip
    wanted = (np.abs(east) <= 1000) & (np.abs(north) <= 1000)
    for half in (found.one, found.other):
        assert half.index.tolist() == np.flatnonzero(wanted).tolist() and half.points == len(metres)
        assert half.x_m == pytest.approx(east[wanted], abs=1e-4) and half.y_m == pytest.approx(north[wanted], abs=1e-4)


def test_the_border_belongs_to_the_square():
    at = offset(35.8, 127.1, [500.0, 500.02, -500.0], [0.0, 0.0, 500.0])
    found = twin(Points("a", *at, middle=(35.8, 127.1)), Points("b", [0.0], [0.0]), side_m=1000)
    assert found.one.index.tolist() == [0, 2]
    assert (found.other.inside, found.scale_m) == (1, 200.0)


def test_a_place_on_the_antimeridian_is_one_place():
    found = twin(Points("a", [0.0, 0.0, 0.0], [179.999, -179.999, 180.0]), Points("b", [0.0], [0.0]))
    assert found.one.inside == 3 and abs(found.one.longitude) == pytest.approx(180)


@pytest.mark.parametrize(
    ("points", "side", "said"),
    [
        (Points("a", [], []), MILE_M, "no points"),
        (Points("a", [1.0], [1.0, 2.0]), MILE_M, "as many latitudes"),
        (Points("a", [127.0], [35.0]), MILE_M, "no place on Earth"),
        (Points("a", [np.nan], [35.0]), MILE_M, "no place on Earth"),
        (Points("a", [1.0], [1.0]), 0.5, "between 1 m"),
        (Points("a", [1.0], [1.0]), 1e6, "between 1 m"),
    ],
)
def test_twins_that_are_refused(points, side, said):
    with pytest.raises(Unmeasurable, match=said):
        twin(points, Points("b", [0.0], [0.0]), side_m=side)


ROWS = [("J", "bio", 4.0), ("J", "food", 16.0), ("B", "bio", 60.0), ("B", "it", 20.0)]


def test_newcomers_change_what_is_computed_from_the_changed_table():
    before = matrix_from_rows(*zip(*ROWS, strict=True))
    found = what_if(before, "J", [("bio", 5.0), ("robots", 2.0)])
    after = matrix_from_rows(*zip(*ROWS, ("J", "bio", 5.0), ("J", "robots", 2.0), strict=True))
    rows = {a: n for n, a in enumerate(found.activity)}
    assert set(rows) == {"bio", "food", "robots"}
    for activity, n in rows.items():
        assert found.lq_after[n] == pytest.approx(lq(after).lq[after.region("J"), after.activities.index(activity)])
    assert found.lq_before[rows["bio"]] == pytest.approx((4 / 20) / (64 / 100))
    assert np.isnan(found.lq_before[rows["robots"]]) and found.crossed == ("robots",)
    assert (found.total_before, found.total_after) == (20.0, 27.0)
    assert (found.rank_before[rows["robots"]], found.rank_after[rows["bio"]]) == (1, 2)


@given(st.lists(st.tuples(st.sampled_from(["bio", "food", "it"]), st.integers(1, 30)), min_size=1, max_size=5))
def test_who_comes_and_leaves_changes_nothing(coming):
    table = matrix_from_rows(*zip(*ROWS, strict=True))
    both = [*coming, *((a, -v) for a, v in coming)]
    found = what_if(table, "J", both)
    assert found.value_after.tolist() == found.value_before.tolist() and found.crossed == ()


@pytest.mark.parametrize(
    ("newcomers", "said"),
    [([], "who comes"), ([("bio", 0.0)], "other than 0"), ([("", 1.0)], "other than 0"), ([("bio", -9.0)], "More cannot leave"),
     ([("bio", float("nan"))], "other than 0")],
)  # fmt: skip
def test_newcomers_that_are_refused(newcomers, said):
    with pytest.raises(Unmeasurable, match=said):
        what_if(matrix_from_rows(*zip(*ROWS, strict=True)), "J", newcomers)


def test_totals_are_one_indicator():
    found = totals(matrix_from_rows(*zip(*ROWS, strict=True)))
    assert found.activities == ("total",) and dict(zip(found.regions, found.values[:, 0], strict=True)) == {"B": 80.0, "J": 20.0}


def test_cited_figures_say_whence_and_how_sure():
    figures = reference_figures()
    assert len({f.id for f in figures}) == len(figures) >= 20
    for each in figures:
        assert each.certainty in CERTAINTIES and each.source and each.definition_version
        assert all(t.ko and t.en for t in (each.place, each.measure, each.unit, each.definition)), each.id
        assert np.isfinite(each.value) and each.value > 0
    held = {f.id: f for f in figures}
    assert held["cambridge-square-share"].value == held["cambridge-square"].value / held["cambridge-listed"].value
    assert comparable(held["boston-jll-2016"], held["san-francisco-jll-2016"])
    assert not comparable(held["kendall-120"], held["cambridge-square"])
