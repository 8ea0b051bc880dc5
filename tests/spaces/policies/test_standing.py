"""How a place stands at a moment."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.kernel.period import Period
from squaremile.spaces.policies.standing import Occupation, Standing, Stay, occupation, standing
from tests.world import MONDAY

DAY = timedelta(days=1)


def stay(first: int, last: int, moved_in: int | None = None) -> Stay:
    return Stay(
        Period(MONDAY + first * DAY, MONDAY + last * DAY), None if moved_in is None else MONDAY + moved_in * DAY
    )


@pytest.mark.parametrize(
    ("stays", "state", "free_from"),
    [
        ([], "free", None),
        ([stay(-5, 0, -5)], "free", None),
        ([stay(-5, 5, -5)], "occupied", 5),
        ([stay(-5, 5)], "held", 5),
        ([stay(-5, 5, 1)], "held", 5),
        ([stay(3, 9)], "held", 9),
        ([stay(5, 9), stay(-5, 5, -5)], "occupied", 9),
        ([stay(-5, 5, -5), stay(6, 9)], "occupied", 5),
    ],
    ids=["nothing", "ended just now", "moved in", "not yet moved in", "moved in later", "to come", "one after another",
         "free between"],
)
def test_examples(stays, state, free_from):
    found = standing(stays, MONDAY)
    assert (found.state, found.free_from) == (state, None if free_from is None else MONDAY + free_from * DAY)


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(1, 30)), max_size=6))
def test_from_the_moment_it_is_free_nothing_is_in_the_way(spans):
    stays = [stay(first, first + days, first) for first, days in spans]
    found = standing(stays, MONDAY)
    if found == Standing("free"):
        assert all(s.period.end <= MONDAY for s in stays)
    else:
        assert found.free_from is not None
        assert not any(s.period.contains(found.free_from) for s in stays)


@pytest.mark.parametrize(
    ("states", "percent"), [([], None), (["free"], 0), (["occupied", "held", "free"], 33), (["occupied"] * 3, 100),
                            (["occupied", *["free"] * 7], 13)],
)
def test_the_share_goes_with_its_base(states, percent):
    found = occupation(states)
    assert (found.percent, found.rentable) == (percent, len(states))
    assert found.free + found.held + found.occupied == found.rentable
    assert occupation([]) == Occupation()
