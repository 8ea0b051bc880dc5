"""Which rooms admit which agents, what approves a protocol, and how long the book is kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.safety.policies.biosafety import KINDS, Admission, agreed, kept_until, level_needed, objections

LEVEL = st.integers(1, 4)


@pytest.mark.parametrize(("risk", "protocol", "needs"), [(1, 1, 1), (2, 1, 2), (1, 2, 2), (3, 2, 3)])
def test_the_level_is_the_stricter_of_both(risk, protocol, needs):
    assert level_needed(risk, protocol) == needs


@pytest.mark.parametrize(("room", "why"), [
    (Admission(None), ("no_level",)),
    (Admission(1, frozenset({"virus"}), True), ("level_low",)),
    (Admission(2, frozenset({"bacterium"}), True), ("kind_barred",)),
    (Admission(2, frozenset({"virus"}), False), ("modified_barred",)),
    (Admission(1, frozenset(), False), ("level_low", "kind_barred", "modified_barred")),
    (Admission(2, frozenset({"virus"}), True), ()),
])  # fmt: skip
def test_a_room_says_every_reason(room, why):
    assert objections("virus", modified=True, level=2, room=room) == why


@given(LEVEL, LEVEL, st.sampled_from(KINDS), st.booleans())
def test_a_higher_level_never_admits_less(low, more, kind, modified):
    room = Admission(low, frozenset(KINDS), True)
    better = Admission(min(4, low + more), frozenset(KINDS), True)
    for level in (1, 2, 3, 4):
        if not objections(kind, modified=modified, level=level, room=room):
            assert not objections(kind, modified=modified, level=level, room=better)


@pytest.mark.parametrize(("level", "seated", "approving", "may"), [
    (1, 0, 0, True), (2, 0, 0, False), (2, 5, 2, False), (2, 5, 3, True), (2, 4, 2, False), (3, 1, 1, True),
])  # fmt: skip
def test_from_level_two_more_than_half_agree(level, seated, approving, may):
    assert agreed(level, seated=seated, approving=approving) is may


def test_the_book_is_kept_for_five_years():
    assert kept_until(date(2027, 3, 1)) == date(2032, 3, 1)
    assert kept_until(date(2028, 2, 29)) == date(2033, 2, 28)
