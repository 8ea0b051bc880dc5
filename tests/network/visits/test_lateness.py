"""A late day: slack and rests go first, fixed points stay, and what breaks is said."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.policies.lateness import Due, Moved, late

NINE = datetime(2027, 3, 1, 9, tzinfo=UTC)


def at(minutes):
    return NINE + timedelta(minutes=minutes)


def test_slack_is_eaten_first():
    stops = [Due("A", at(0), at(60)), Due("B", at(75), at(120), way=5), Due("C", at(180), at(200))]
    moved, over = late(stops, 20, at(540))
    assert [m.shift for m in moved] == [20, 10, 0]
    assert over == 0


def test_a_rest_gives_up_its_minutes():
    stops = [Due("A", at(0), at(60)), Due("R", at(60), at(90), rest=True), Due("B", at(90), at(120))]
    moved, _ = late(stops, 20, at(540))
    assert moved[1] == Moved("R", at(80), at(90), 20)
    assert moved[2].shift == 0


def test_a_fixed_point_stays_and_what_it_misses_is_said():
    stops = [Due("A", at(0), at(60)), Due("GOVERNOR", at(70), at(100), way=10, fixed=True), Due("B", at(100), at(130))]
    moved, _ = late(stops, 20, at(540))
    assert moved[1] == Moved("GOVERNOR", at(70), at(100), 0, missing=20)
    assert moved[2].shift == 0


def test_the_day_may_end_too_late():
    assert late([Due("A", at(480), at(540))], 20, at(540))[1] == 20


def test_a_delay_is_positive():
    with pytest.raises(ValueError):
        late([], 0, NINE)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(15, 90), st.integers(0, 20), st.booleans(), st.booleans()), max_size=8),
       st.integers(1, 180))
def test_nothing_moves_earlier_and_nothing_collides(days, minutes):
    stops, end = [], 0
    for n, (gap, length, way, fixed, rest) in enumerate(days):
        begins = end + way + gap
        stops.append(Due(str(n), at(begins), at(begins + length), way, fixed, rest and not fixed))
        end = begins + length
    moved, _ = late(stops, minutes, at(600))
    for stop, now in zip(stops, moved, strict=True):
        assert now.start >= stop.start
        assert now.shift <= minutes
        assert not (stop.fixed and now.start != stop.start)
        assert stop.rest or now.end - now.start == stop.end - stop.start
    for stop, before, now in zip(stops[1:], moved, moved[1:], strict=False):
        assert now.missing or now.start >= before.end + timedelta(minutes=stop.way)
