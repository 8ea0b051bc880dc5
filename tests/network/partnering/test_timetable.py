"""Timetables: never a clash, as good as trying everything, nobody left out, the same for the same seed."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.network.policies.partnering import (
    CROWDED_OUT,
    NEVER_TOGETHER,
    TABLES_FULL,
    TOO_MANY,
    Hall,
    Wish,
    clashes,
    served_by,
    simple_bounds,
)
from squaremile.network.policies.partnering_bound import aim
from squaremile.network.policies.partnering_slots import greedy, repair, timetable
from squaremile.network.policies.partnering_tables import tables


@st.composite
def halls(draw, people=5, slots=3, wishes=5):
    n, s = draw(st.integers(2, people)), draw(st.integers(1, slots))
    pairs = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(lambda p: p[0] < p[1])
    chosen = draw(st.lists(pairs, max_size=wishes, unique=True))
    made = tuple(Wish(a, b, draw(st.integers(1, 3))) for a, b in chosen)
    away = draw(st.frozensets(st.tuples(st.integers(0, n - 1), st.integers(0, s - 1)), max_size=n * s // 2))
    return Hall(n, s, draw(st.integers(1, 2)), made, away)


def brute(hall):
    """The best (people served, weight) there is, by trying every slot for every wish."""
    best = (0, 0)
    for tried in product((None, *range(hall.slots)), repeat=len(hall.wishes)):
        slot_of = {w: s for w, s in enumerate(tried) if s is not None}
        table_of, used = {}, dict.fromkeys(range(hall.slots), 0)
        for w, s in slot_of.items():
            table_of[w] = used[s]
            used[s] += 1
        if not clashes(hall, slot_of, table_of):
            best = max(best, (served_by(hall, slot_of), sum(hall.wishes[w].weight for w in slot_of)))
    return best


@settings(max_examples=60, deadline=None)
@given(halls())
def test_small_ones_are_as_good_as_trying_everything(hall):
    found = timetable(hall, seconds=5)
    assert (found.served, found.weight) == brute(hall)
    assert (found.served_bound, found.weight_bound) == (found.served, found.weight)
    assert found.gap == 0


@settings(max_examples=40, deadline=None)
@given(halls(people=12, slots=5, wishes=24), st.integers(0, 9))
def test_never_a_clash_and_bounds_hold(hall, seed):
    for slot_of in (greedy(hall, seed), timetable(hall, seconds=1, seed=seed).slot_of):
        repair(hall, slot_of, seed)
        table_of, _ = tables(hall, slot_of, (0,) * hall.slots)
        assert clashes(hall, slot_of, table_of) == []
        worth = served_by(hall, slot_of), sum(hall.wishes[w].weight for w in slot_of)
        bound, counted = aim(hall), simple_bounds(hall)
        assert worth[0] <= bound.served <= counted[0]
        assert worth[0] < bound.served or worth[1] <= bound.weight


@settings(max_examples=20, deadline=None)
@given(halls(people=8, slots=4, wishes=12), st.integers(0, 9))
def test_the_same_seed_gives_the_same_timetable(hall, seed):
    assert timetable(hall, seconds=2, seed=seed) == timetable(hall, seconds=2, seed=seed)


def test_nobody_is_left_out_who_could_be_met_even_if_it_costs_weight():
    """Two heavy meetings of popular people would fill the only slot of person 3; she is served first."""
    hall = Hall(4, 1, 2, (Wish(0, 1, 9), Wish(0, 2, 1), Wish(1, 3, 1)))
    found = timetable(hall)
    assert found.served == 4
    assert found.slot_of == {1: 0, 2: 0}
    assert [(one.wish, one.reason) for one in found.dropped] == [(0, TOO_MANY)]


@pytest.mark.parametrize(("hall", "reason"), [
    (Hall(2, 2, 1, (Wish(0, 1),), frozenset({(0, 0), (1, 1)})), NEVER_TOGETHER),
    (Hall(3, 1, 2, (Wish(0, 1), Wish(0, 2))), TOO_MANY),
    (Hall(4, 1, 1, (Wish(0, 1), Wish(2, 3))), TABLES_FULL),
    (Hall(3, 2, 2, (Wish(0, 1), Wish(1, 2), Wish(0, 2))), CROWDED_OUT),
])  # fmt: skip
def test_what_cannot_be_met_says_why(hall, reason):
    found = timetable(hall)
    assert {one.reason for one in found.dropped} == {reason}
    assert len(found.dropped) == 1


def test_contradictory_wishes_drop_the_smallest_set():
    """A star of five wishes into two slots: three must go, whichever; and the numbers are told."""
    found = timetable(Hall(6, 2, 9, tuple(Wish(0, n) for n in range(1, 6))))
    assert len(found.dropped) == 3
    assert {(one.reason, one.person, one.wanted, one.there) for one in found.dropped} == {(TOO_MANY, 0, 5, 2)}


def test_fixed_meetings_keep_their_tables():
    hall = Hall(4, 2, 1, (Wish(0, 1), Wish(2, 3)), frozenset(), taken=((0, 1),))
    found = timetable(hall)
    assert len(found.slot_of) == 1
    assert set(found.slot_of.values()) == {1}


def test_people_stay_where_they_sit():
    """One person with four meetings in a row keeps her table; next morning does not count."""
    hall = Hall(5, 4, 5, tuple(Wish(0, n) for n in range(1, 5)))
    found = timetable(hall, day_of=(0, 0, 1, 1))
    assert found.changes == 0
    assert len({found.table_of[w] for w in found.slot_of}) <= 2


def test_a_chain_of_moves_finds_room():
    """Greedy puts the first pair where only the second could go; the second is placed by moving it."""
    hall = Hall(3, 2, 1, (Wish(0, 1), Wish(1, 2)), frozenset({(2, 1)}))
    slot_of = {0: 0}
    repair(hall, slot_of)
    assert slot_of == {0: 1, 1: 0}


@pytest.mark.parametrize("wishes", [(Wish(0, 0),), (Wish(0, 7),), (Wish(0, 1, 0),)])
def test_nonsense_is_refused(wishes):
    with pytest.raises(ValueError, match="wish"):
        Hall(2, 1, 1, wishes)
    with pytest.raises(ValueError, match="negative"):
        Hall(-1, 1, 1, ())
