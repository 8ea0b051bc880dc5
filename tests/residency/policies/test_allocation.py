"""Allocation: never a hard rule broken, equal to trying everything on small cases, better than by hand."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.residency.policies.allocation import Contradicted, allocate, greedy, what_if
from squaremile.residency.policies.outline import outline
from squaremile.residency.policies.space import (
    WEIGHTS,
    Need,
    Plan,
    Problem,
    Spot,
    broken,
    head_room,
    moves,
    rent,
    score,
)

SECONDS = 5.0


@st.composite
def problems(draw, spots=9, companies=5):
    made = [
        Spot(f"p{n}", draw(st.sampled_from(["bench", "bay"])), f"r{n // 3}", f"f{n // 6}", f"a{n // 6}", 1 + (n // 3) % 2, n)
        for n in range(draw(st.integers(1, spots)))
    ]
    today = draw(st.lists(st.integers(-1, companies - 1), min_size=len(made), max_size=len(made)))
    needs, rivals = [], None
    for c in range(draw(st.integers(1, companies))):
        needs.append(Need(
            f"c{c}", {"bench": draw(st.integers(0, 2)), "bay": draw(st.integers(0, 1))},
            growth={"bench": draw(st.integers(0, 2))}, bsl=draw(st.integers(1, 2)),
            hazards={"flammable": draw(st.integers(0, 3))}, priority=draw(st.integers(1, 3)),
            has=frozenset(s.name for s, whose in zip(made, today, strict=True) if whose == c),
        ))
    # Of the first company, what it has may be promised to the second.
    if len(needs) > 1 and draw(st.booleans()):
        wanted = [s for s in made if s.kind == "bench" and s.bsl >= needs[1].bsl][: needs[1].counts["bench"]]
        needs[1] = replace(needs[1], pinned=frozenset(s.name for s in wanted), hazards={})
        rivals = ()
    limits = {(f"a{n}", "flammable"): draw(st.integers(0, 5)) for n in range(2)}
    rivals = rivals if rivals is not None else draw(st.lists(st.sampled_from([("c0", "c1"), ("c1", "c2"), ("c0", "c3")]), unique=True))
    friends = draw(st.lists(st.sampled_from([("c0", "c1"), ("c0", "c2")]), unique=True))
    return Problem(made, needs, limits, rivals, [pair for pair in friends if set(pair) <= {need.name for need in needs}])


@settings(max_examples=10, deadline=None)
@given(problems())
def test_it_never_breaks_a_hard_rule_nor_lies_about_its_worth(problem):
    try:
        found = allocate(problem, seconds=SECONDS, workers=1)
    except Contradicted:
        assert any(need.pinned for need in problem.needs)
        return
    assert broken(problem, found.plan) == []
    assert found.worth == score(problem, found.plan) <= found.bound
    assert set(found.unplaced) == {n.name for n in problem.needs} - found.plan.placed
    by_hand = greedy(problem)
    if not any(need.pinned for need in problem.needs):
        assert broken(problem, by_hand) == []
        assert found.worth >= score(problem, by_hand)


@settings(max_examples=10, deadline=None)
@given(problems(spots=4, companies=2))
def test_it_equals_trying_everything(problem):
    names = [n.name for n in problem.needs]
    best = None
    for labels in product([("", ""), *product(("given", "kept"), names)], repeat=len(problem.spots)):
        plan = Plan(
            {s.name: who for s, (how, who) in zip(problem.spots, labels, strict=True) if how == "given"},
            {s.name: who for s, (how, who) in zip(problem.spots, labels, strict=True) if how == "kept"},
        )
        if not broken(problem, plan):
            best = max(score(problem, plan), best) if best is not None else score(problem, plan)
    if best is None:
        with pytest.raises(Contradicted):
            allocate(problem, seconds=SECONDS, workers=1)
        return
    found = allocate(problem, seconds=SECONDS, workers=1)
    assert (found.worth, found.bound, found.gap, found.proved) == (best, best, 0, True)


ROW = [Spot(f"b{n}", "bench", f"r{n // 4}", "f1", f"a{n // 4}", 1 + n // 4, n) for n in range(8)]


@pytest.mark.parametrize(
    ("need", "why"),
    [
        (Need("x", {"suite": 1}), "kind"), (Need("x", {"bench": 5}, bsl=2), "bsl"),
        (Need("x", {"bench": 1}, hazards={"flammable": 9}), "hazard"),
    ],
)  # fmt: skip
def test_it_says_why_somebody_has_no_place(need, why):
    found = allocate(Problem(ROW, [need], {("a0", "flammable"): 5}), workers=1)
    assert (found.plan.given, found.unplaced) == ({}, {"x": why})


def test_who_comes_first_stays_and_the_other_is_told_that_it_is_full():
    found = allocate(Problem(ROW, [Need("low", {"bench": 5}), Need("high", {"bench": 5}, priority=5)]), workers=1)
    assert (found.plan.placed, found.unplaced) == ({"high"}, {"low": "full"})


def test_pins_are_kept_and_a_contradiction_is_said():
    kept = allocate(Problem(ROW, [Need("x", {"bench": 2}, pinned=frozenset({"b3", "b7"}))]), workers=1)
    assert kept.plan.of("x") == ["b3", "b7"]
    for needs, rivals in (
        ([Need("x", {"bench": 1}, bsl=2, pinned=frozenset({"b0"}))], ()),
        ([Need(n, {"bench": 1}, pinned=frozenset({"b0"})) for n in "xy"], ()),
        ([Need("x", {"bench": 1}, pinned=frozenset({"b0"})), Need("y", {"bench": 1}, pinned=frozenset({"b1"}))], [("x", "y")]),
        ([Need("x", {"bench": 1}, pinned=frozenset({"nowhere"}))], ()),
    ):
        with pytest.raises(Contradicted):
            allocate(Problem(ROW, needs, {}, rivals), workers=1)


def test_admitting_one_more_moves_somebody_only_where_it_must():
    def settled(*has: str) -> Problem:
        return Problem(ROW, [Need("old", {"bench": 2}, has=frozenset(has))], {("a1", "flammable"): 4})

    newcomer = Need("new", {"bench": 3}, bsl=2, hazards={"flammable": 3})
    easy = what_if(settled("b0", "b1"), newcomer, {"bench": 500_000})
    assert (easy.fits, easy.without_moves, easy.moves, easy.rent) == (True, True, [], 1_500_000)
    tight = what_if(settled("b6", "b7"), newcomer, {})
    assert (tight.fits, tight.without_moves, tight.rent) == (True, False, None)
    assert {who for who, _ in tight.moves} == {"old"}
    never = what_if(settled("b0", "b1"), Need("new", {"bench": 5}, bsl=2), {})
    assert (never.fits, never.why, never.places) == (False, "bsl", [])


@settings(max_examples=20, deadline=None)
@given(problems(spots=4, companies=2), st.integers(0, 200))
def test_friends_share_a_floor_where_that_is_worth_more(problem, beside):
    """Equal to trying everything for any weight of the wish; the outline above it is never below the best."""
    weights, names = replace(WEIGHTS, beside=beside), [n.name for n in problem.needs]
    problem = replace(problem, friends=[tuple(names)] if len(names) == 2 else [], rivals=())
    plans = (
        Plan({s.name: who for s, who in zip(problem.spots, labels, strict=True) if who})
        for labels in product(["", *names], repeat=len(problem.spots))
    )
    ungrown = replace(problem, needs=[replace(n, growth={}) for n in problem.needs])
    best = max((score(ungrown, plan, weights) for plan in plans if not broken(ungrown, plan)), default=None)
    above = outline(ungrown, weights, seconds=SECONDS, workers=1, seed=1)
    if best is None:
        with pytest.raises(Contradicted):
            allocate(ungrown, weights=weights, workers=1)
        return
    found = allocate(ungrown, weights=weights, workers=1)
    assert above is not None
    assert (found.worth, found.proved) == (best, True)
    assert above.bound >= best


def test_friends_move_together_only_where_the_wish_outweighs_the_move():
    spots = [Spot(f"b{n}", "bench", f"r{n}", f"f{n // 2}", f"a{n}") for n in range(4)]
    needs = [Need("x", {"bench": 1}, has=frozenset({"b0"})), Need("y", {"bench": 1}, has=frozenset({"b2"}))]
    apart = Problem(spots, needs, {}, (), [("x", "y")])
    for beside, shared in ((99, False), (101, True)):
        found = allocate(apart, weights=replace(WEIGHTS, beside=beside), workers=1)
        floors = [{spot.floor for spot in spots if found.plan.given.get(spot.name) == who} for who in "xy"]
        assert (floors[0] == floors[1], len(moves(apart, found.plan))) == (shared, int(shared))


def test_head_room_rent_and_moves():
    problem = Problem(ROW, [Need("x", {"bench": 1}, hazards={"flammable": 3}, has=frozenset({"b0"}))], {("a1", "flammable"): 4})
    plan = Plan({"b7": "x"})
    assert head_room(problem, plan) == {("a1", "flammable"): 1}
    assert head_room(problem, Plan({"b0": "x"})) == {("a1", "flammable"): 4, ("a0", "flammable"): -3}
    assert moves(problem, plan) == [("x", "b0")]
    assert rent({"bench": 2, "suite": 0}, {"bench": 7}) == 14
