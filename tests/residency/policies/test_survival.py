"""Length of stay: published examples by value, and counting by hand."""

from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.residency.policies.survival import Stay, at, curve, mean_within, median, plain

# Weeks in remission under 6-MP and placebo (E. J. Freireich et al., Blood 21 (1963) 699-716), the textbook example of
# Kalbfleisch and Prentice, Klein and Moeschberger (table 4.1B), and Kleinbaum and Klein.
SIX_MP = [(6, 1), (6, 1), (6, 1), (7, 1), (10, 1), (13, 1), (16, 1), (22, 1), (23, 1)]
SIX_MP += [(t, 0) for t in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
PLACEBO = [(t, 1) for t in (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)]
PUBLISHED = [
    # week, at risk, ended, share, error, log-log low and high (Stata's `sts list` of the same data)
    (6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516), (7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228),
    (10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894), (13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491),
    (16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049), (22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468),
    (23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801),
]  # fmt: skip


def made(pairs):
    return [Stay(float(t), bool(d)) for t, d in pairs]


def test_the_published_example_by_value():
    found = curve(made(SIX_MP))
    told = [
        (s.day, s.at_risk, s.ended, *(round(v, 4) for v in (s.share, s.error, s.low, s.high))) for s in found.steps
    ]
    assert told == PUBLISHED
    assert (found.stays, found.ended, found.seen_until, found.too_few) == (21, 9, 35, False)


def test_published_medians_and_restricted_mean():
    treated, placebo = curve(made(SIX_MP)), curve(made(PLACEBO))
    assert (median(treated).value, median(treated).low, median(treated).high) == (23, 13, None)
    assert (median(placebo).value, median(placebo).low, median(placebo).high) == (8, 4, 11)
    within = mean_within(treated, 35)
    assert round(within.value, 2) == 23.29  # R's `print(survfit(...), rmean = 35)`: 23.29, error 2.83
    assert round((within.high - within.value) / 1.959964, 2) == 2.83
    assert mean_within(treated, 36).value is None


def test_the_plain_interval_is_greenwoods():
    step = curve(made(SIX_MP)).steps[0]
    assert plain(step) == pytest.approx((0.8571 - 1.96 * 0.0764, 1.0), abs=2e-4)


LIVES = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 12), st.booleans()).map(
        lambda t: Stay(float(t[0] + t[1]), t[2], float(t[0]))
    ),
    min_size=1, max_size=12,
)  # fmt: skip


@given(LIVES)
def test_it_is_what_counting_day_by_day_gives(stays):
    """For each day: of those who were seen at its beginning, who was still here at its end."""
    found = curve(stays)
    last = found.steps[-1].day if found.steps and found.steps[-1].share == 0 else found.seen_until
    for day in range(int(last) + 1):
        factors = []
        for each in range(1, day + 1):
            here = [s for s in stays if s.entered <= each - 1 and s.lasted >= each]
            gone = [s for s in here if s.ended and s.lasted == each]
            factors.append(1 - len(gone) / len(here) if here else 1.0)
        assert at(found, day).value == pytest.approx(prod(factors))


@given(st.lists(st.integers(1, 30), min_size=1, max_size=15), st.integers(0, 31))
def test_when_all_are_seen_whole_it_is_the_share_of_those_who_stayed_longer(days, day):
    assert at(curve([Stay(float(d), True) for d in days]), day).value == pytest.approx(
        sum(d > day for d in days) / len(days)
    )


@given(LIVES, st.integers(1, 10))
def test_having_stayed_already_divides_the_curve(stays, after):
    whole, rest = curve(stays), curve(stays, after=float(after))
    before = at(whole, after).value
    for day in range(after, int(rest.seen_until) + 1):
        if before and not whole.broken and rest.stays:
            assert at(rest, day).value * before == pytest.approx(at(whole, day).value)


def test_a_late_record_does_not_make_stays_longer_than_they_are():
    """Of ten stays of 100 days and ten of 1,000, a record that begins on day 500 sees only the long ones."""
    seen = [Stay(1000.0, True, 500.0)] * 10
    assert median(curve([*seen, *[Stay(100.0, True)] * 10])).value == 100


def test_a_curve_that_broke_says_so():
    broken = curve([Stay(5.0, True), *[Stay(50.0, True, 10.0)] * 8])
    assert broken.broken
    assert broken.too_few
    assert curve([Stay(5.0, True)] * 4).too_few
    assert not curve([Stay(float(5 + i), True) for i in range(5)]).too_few
    assert at(curve([]), 3).value is None


def test_a_stay_is_seen_before_it_is_over():
    with pytest.raises(ValueError, match="before its last one"):
        Stay(5.0, True, 5.0)
