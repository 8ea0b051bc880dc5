"""When somebody is reminded of a permit, how one stands, and that the standard kinds are sound."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.safety.policies.permits import BLOCKS, HELD_BY, due, standing
from squaremile.safety.policies.standard_permits import KINDS

DAY = date(2027, 3, 1)


@pytest.mark.parametrize(("left", "reached"), [(91, None), (90, 90), (31, 90), (30, 30), (8, 30), (7, 7), (0, 7), (-1, -1)])
def test_the_nearest_reminder_reached(left, reached):
    assert due(left, (90, 30, 7)) == reached


@given(st.integers(0, 400), st.lists(st.integers(0, 365), min_size=1, max_size=5))
def test_nearer_the_end_the_reminder_never_goes_back(left, remind):
    now, later = due(left + 1, remind), due(left, remind)
    assert later is not None or now is None
    if now is not None:
        assert later <= now


@pytest.mark.parametrize(("state", "issued", "days", "stands"), [
    ("recorded", 0, 10, "recorded"), ("in_force", 1, 10, "to_come"), ("in_force", 0, None, "in_force"), ("in_force", 0, 200, "in_force"),
    ("in_force", 0, 30, "soon"), ("in_force", 0, 0, "soon"), ("in_force", -9, -1, "expired"), ("ended", 0, 10, "ended"),
])  # fmt: skip
def test_how_it_stands(state, issued, days, stands):
    ends = None if days is None else DAY + timedelta(days=days)
    assert standing(state, DAY + timedelta(days=issued), ends, DAY, (90, 30, 7)) == stands


def test_the_standard_kinds_are_sound_and_sourced():
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert kind.held_by in HELD_BY
        assert set(kind.blocks) <= set(BLOCKS)
        assert kind.certainty in "ABCK"
        assert kind.read_in or kind.certainty == "K"
        assert kind.name.ko and kind.name.en and kind.authority.ko and kind.authority.en
