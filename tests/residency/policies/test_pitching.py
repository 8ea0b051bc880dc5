"""The plan of pitches: no panel hears whom it must not, and nobody could plan better."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.residency.policies.assignment import SHORT, Judge, Paper
from squaremile.residency.policies.pitching import Slot, plan, worth_of

JUDGES = [Judge("R1", {"chip": 1.0}, 9), Judge("R2", {"gene": 1.0}, 9), Judge("R3", {}, 9)]
PAPERS = [Paper("A1", {"chip": 1.0}), Paper("A2", {"gene": 1.0}), Paper("A3", {})]


def slots(*panels):
    return [Slot(f"S{n}", tuple(panel), n) for n, panel in enumerate(panels)]


def test_each_goes_to_the_panel_that_knows_it():
    made = plan(PAPERS[:2], slots(["R2"], ["R1"]), JUDGES)
    assert made.placed == {"A1": "S1", "A2": "S0"}
    assert (made.left, made.nobody) == ((), ())


def test_a_conflict_turns_it_away_though_it_fits_best():
    made = plan(PAPERS[:1], slots(["R1", "R3"], ["R2"]), JUDGES, barred={("A1", "R3")})
    assert made.placed == {"A1": "S1"}


def test_whom_no_panel_may_hear_is_named():
    made = plan(PAPERS[:2], slots(["R1"], ["R1", "R2"]), JUDGES, barred={("A1", "R1")})
    assert (made.placed, made.left, made.nobody) == ({"A2": "S1"}, ("A1",), ("A1",))


def test_without_slots_everyone_is_left_and_none_is_barred():
    assert plan(PAPERS, [], JUDGES).left == ("A1", "A2", "A3")
    assert plan(PAPERS, [], JUDGES).nobody == ()
    assert plan([], slots(["R1"]), JUDGES).placed == {}


@settings(max_examples=30, deadline=None)
@given(
    panels=st.lists(st.sets(st.sampled_from(["R1", "R2", "R3"]), min_size=1), min_size=1, max_size=4),
    barred=st.sets(st.tuples(st.sampled_from(["A1", "A2", "A3"]), st.sampled_from(["R1", "R2", "R3"]))),
)
def test_equals_brute_force(panels, barred):
    free = slots(*(sorted(panel) for panel in panels))
    worth = worth_of(PAPERS, free, JUDGES)
    made = plan(PAPERS, free, JUDGES, barred=barred)
    chosen = {key: next(s for s in free if s.key == slot) for key, slot in made.placed.items()}
    assert all((key, r) not in barred for key, slot in chosen.items() for r in slot.panel)
    assert len(set(made.placed.values())) == len(made.placed)
    best = -10 * SHORT
    for columns in permutations([*range(len(free)), None, None, None], len(PAPERS)):
        points = 0
        for n, column in enumerate(columns):
            shut = column is None or any((PAPERS[n].key, r) in barred for r in free[column].panel)
            points += -SHORT if shut else int(worth[n, column])
        best = max(best, points)
    assert made.worth == best


def test_nobody_is_given_a_time_at_which_she_cannot_come():
    free = slots(["R1"], ["R3"])
    assert plan(PAPERS[:1], free, JUDGES, away={("A1", "S0")}).placed == {"A1": "S1"}
    made = plan(PAPERS[:1], free, JUDGES, away={("A1", "S0"), ("A1", "S1")})
    assert (made.placed, made.left, made.nobody) == ({}, ("A1",), ()), "a panel might hear her: it is the times that do not suit"
