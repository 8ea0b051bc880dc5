"""Growth of the share: exact where counts are exact, fair to small counts, and silent where nothing grows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.trends.discoveries import q_values
from squaremile.atlas.measures.trends.growth import growth, shrunk
from squaremile.atlas.measures.trends.panel import Panel, panel, periods_of

YEARS = tuple(str(y) for y in range(2010, 2020))
FIELD = 10_000 * 1.08 ** np.arange(10)


def held(counts, field=FIELD):
    counts = np.atleast_2d(np.asarray(counts, dtype=float))
    return Panel(
        YEARS[: counts.shape[1]], tuple((str(n),) for n in range(len(counts))), counts, np.asarray(field, float)
    )


def test_a_series_that_grows_as_its_field_does_not_grow():
    found = growth(held(FIELD * 0.01))
    assert found.rate[0] == pytest.approx(0, abs=1e-12)
    assert found.p[0] == pytest.approx(1)


def test_a_known_rate_is_found_beyond_the_field():
    found = growth(held(FIELD * 0.002 * 1.15 ** np.arange(10)))
    assert found.rate[0] == pytest.approx(0.15, rel=1e-10)
    assert found.lo[0] < 0.15 < found.hi[0]


def test_two_halves_by_hand():
    """Periods 0 1 2, the field steady, counts 1 0 4: 4 e^2b - e^... solves (8 - 5 m) with p ∝ 1, e^b, e^2b; mean 1.6."""
    found = growth(held([1, 0, 4], [100, 100, 100]))
    z = 1 + found.rate[0]
    assert (z + 2 * z * z) / (1 + z + z * z) == pytest.approx(1.6, rel=1e-10)


def test_it_is_the_maximum_of_the_likelihood():
    counts = np.random.default_rng(0).poisson(20, (5, 10))
    found = growth(held(counts))
    time = np.arange(10)
    for row, rate in zip(counts, found.rate, strict=True):

        def likelihood(b, row=row):
            p = FIELD * np.exp(b * time)
            return (row * np.log(p / p.sum())).sum()

        best = np.log1p(rate)
        assert likelihood(best) >= max(likelihood(best - 1e-4), likelihood(best + 1e-4))


def test_counts_at_one_end_alone_have_no_rate_but_a_p_value():
    found = growth(held([[0] * 9 + [30], [0] * 10]))
    assert np.isnan(found.rate).all()
    assert found.p[0] < 1e-6
    assert np.isnan(found.p[1])
    assert found.as_dict()["rate"] == [None, None]


def test_stationary_series_are_not_called_growing():
    """4,000 series without a trend: at a false discovery rate of 5 % hardly any run reports one."""
    random = np.random.default_rng(1)
    runs = [(growth(held(random.poisson(FIELD * 0.001, (200, 10)))).q <= 0.05).any() for _ in range(20)]
    assert sum(runs) <= 3


def test_a_growing_one_among_them_is():
    random = np.random.default_rng(2)
    counts = random.poisson(FIELD * 0.001, (200, 10))
    counts[17] = random.poisson(FIELD * 0.001 * 1.3 ** np.arange(10))
    assert np.flatnonzero(growth(held(counts)).q <= 0.05).tolist() == [17]


def test_one_paper_that_becomes_four_does_not_top_the_table():
    random = np.random.default_rng(3)
    counts = random.poisson(5, (400, 10)).astype(float)
    counts[0] = [1, 0, 0, 0, 0, 0, 1, 1, 1, 1]
    counts[1] = [20] * 5 + [60] * 5
    ratio, prior = shrunk(held(counts, np.full(10, 5000.0)))
    assert ratio.argmax() == 1
    assert ratio[0] == pytest.approx((4 + prior) / (1 + prior))
    assert ratio[0] < 1.5
    assert shrunk(held(np.full((3, 10), 7.0), np.full(10, 21.0))) == (pytest.approx([1, 1, 1]), float("inf"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_q_values_are_those_of_benjamini_and_hochberg(p):
    q, ranked = q_values(p), sorted(p)
    for value, adjusted in zip(p, q, strict=True):
        by_hand = min(min(1.0, r * len(p) / (k + 1)) for k, r in enumerate(ranked) if r >= value)
        assert adjusted == pytest.approx(by_hand)


def test_unknown_p_values_are_no_tests():
    assert q_values([0.01, np.nan, 0.02]).tolist() == [pytest.approx(0.02), pytest.approx(np.nan, nan_ok=True), 0.02]


def test_years_have_no_gaps_and_other_periods_are_in_order():
    assert periods_of(["2021", "2019"]) == ("2019", "2020", "2021")
    assert periods_of(["2021Q2", "2021Q1"]) == ("2021Q1", "2021Q2")
    with pytest.raises(Unmeasurable):
        periods_of(["2021", "20"])


def test_rows_of_one_series_are_added_and_missing_years_are_zero():
    found = panel(["2019", "2021", "2021", "2020"], [["a", "a", "a", "b"]], [1, 2, 3, 4])
    assert (found.series, found.counts.tolist()) == ((("a",), ("b",)), [[1, 0, 5], [0, 4, 0]])
    assert found.field.tolist() == [1, 4, 5]


@pytest.mark.parametrize(
    ("rows", "total", "says"),
    [
        (([], [[]], []), None, "There are no rows."),
        ((["1", "2"], [["a", "a"]], [1, 2]), None, "There are only 2 periods."),
        ((["1", "2", "3"], [["a"] * 3], [1, -2, 3]), None, "Count number 2 is not a number of zero or more."),
        ((["1", "2", "3"], [["a"] * 3], [1, np.nan, 3]), None, "Count number 2 is not a number of zero or more."),
        ((["1", "2", "4"], [["a"] * 3], [1, 1, 1]), None, "In 3 the whole field is empty."),
        ((["1", "2", "3"], [["a"] * 3], [1, 1, 1]), {"1": 5.0, "3": 5.0}, "No total is given for 2."),
        (
            (["1", "2", "3"], [["a"] * 3], [1, 9, 1]),
            {"1": 5.0, "2": 5, "3": 5},
            "In 2 a series is larger than its field.",
        ),
    ],
)
def test_what_is_no_panel_is_refused(rows, total, says):
    with pytest.raises(Unmeasurable) as refused:
        panel(*rows, total)
    assert refused.value.text.en == says
