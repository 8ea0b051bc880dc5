"""Whether places that are typed by hand fit: the rules of allocation, one by one."""

from dataclasses import replace

from squaremile.residency.policies.fitting import Beside, TooLow, TooMuch, misfits
from squaremile.residency.policies.space import Need, Problem, Spot

SPOTS = [
    Spot("1a", "bench", "R1", "F1", "A1", bsl=1), Spot("1b", "bench", "R1", "F1", "A1", bsl=1),
    Spot("2a", "bench", "R2", "F1", "A1", bsl=2), Spot("3a", "bench", "R3", "F2", "A2", bsl=2),
]
THERE = Need("there", {"bench": 1}, hazards={"flammable": 30}, has=frozenset({"1a"}))
COMES = Need("comes", {"bench": 1}, bsl=2, hazards={"flammable": 25})
LIMITS = {("A1", "flammable"): 50, ("A2", "flammable"): 25}
PROBLEM = Problem(SPOTS, [THERE, COMES], LIMITS, rivals=[("comes", "there")])


def test_each_rule_says_its_own_arithmetic():
    assert misfits(PROBLEM, "comes", ["1b"]) == [
        TooLow("1b", 1, 2), Beside("R1", "there"), TooMuch("A1", "flammable", 50, 30, 25),
    ]


def test_what_fits_is_not_spoken_against():
    assert misfits(PROBLEM, "comes", ["3a"]) == []


def test_a_hazard_counts_once_an_area_and_only_where_it_comes():
    assert misfits(PROBLEM, "comes", ["2a"]) == [TooMuch("A1", "flammable", 50, 30, 25)]
    calm = replace(COMES, hazards={})
    assert misfits(replace(PROBLEM, needs=[THERE, calm], limits={}), "comes", ["2a"]) == []


def test_what_nobody_has_said_a_limit_of_is_not_nought():
    assert misfits(replace(PROBLEM, limits={}), "comes", ["3a"]) == [TooMuch("A2", "flammable", None, 0, 25)]


def test_what_it_leaves_is_no_longer_its_own():
    moving = replace(THERE, has=frozenset({"1a", "1b"}), hazards={"flammable": 60})
    problem = replace(PROBLEM, needs=[moving, replace(COMES, hazards={})])
    assert misfits(problem, "there", ["2a"], ["1a", "1b"]) == [TooMuch("A1", "flammable", 50, 0, 60)]
    assert misfits(replace(problem, needs=[moving, replace(COMES, has=frozenset({"3a"}))]), "comes", ["2a"], ["3a"]) == [
        TooMuch("A1", "flammable", 50, 60, 25)
    ]


def test_who_shares_one_room_already_is_kept_out_of_another():
    assert misfits(PROBLEM, "comes", ["1b"], shared={("there", "R2")})[1] == Beside("R1", "there")
    assert not any(isinstance(each, Beside) for each in misfits(PROBLEM, "comes", ["1b"], shared={("there", "R1")}))
