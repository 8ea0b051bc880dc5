"""Teams are as small as brute force finds them; the bound holds above that."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.matching import teams
from squaremile.network.matching.index import FoundPerson
from squaremile.network.matching.teams import covers, team

STRENGTHS = st.dictionaries(
    st.sampled_from("ABCDEFG"),
    st.dictionaries(st.integers(0, 5), st.sampled_from([0.5, 0.75, 1.0]), max_size=4),
    max_size=7,
)


def brute(strengths, wanted):
    for many in range(len(strengths) + 1):
        for chosen in combinations(strengths, many):
            if wanted <= {a for p in chosen for a in strengths[p]}:
                return many
    raise AssertionError


@given(STRENGTHS)
def test_no_smaller_team_exists(strengths):
    wanted = {a for held in strengths.values() for a in held}
    found = team(strengths, 6)
    assert len(found.members) == found.fewest == brute(strengths, wanted)
    assert found.uncovered == frozenset(range(6)) - wanted
    assert {a for _, adds in found.members for a in adds} == wanted


@given(STRENGTHS)
def test_the_bound_of_the_greedy_choice_is_one(strengths):
    wanted = frozenset(a for held in strengths.values() for a in held)
    sets = {p: frozenset(held) for p, held in strengths.items()}
    greedy = teams._greedy(sets, strengths, wanted)
    assert teams._bound(sets, wanted, len(greedy)) <= brute(strengths, wanted) <= len(greedy)


def test_many_aspects_are_covered_greedily_with_a_bound():
    strengths = {n: {n: 1.0, (n + 1) % 20: 1.0} for n in range(20)}
    found = team(strengths, 20)
    assert found.uncovered == frozenset()
    assert found.fewest <= len(found.members)


def test_a_limit_on_people_leaves_the_least_uncovered():
    found = team({"A": {0: 1.0}, "B": {1: 1.0, 2: 1.0}}, 3, most=1)
    assert (found.members, found.uncovered) == ((("B", frozenset({1, 2})),), frozenset({0}))


def test_of_equal_covers_the_stronger_is_chosen():
    assert team({"weak": {0: 0.5}, "strong": {0: 0.9}}, 1).members == (("strong", frozenset({0})),)


def test_whoever_comes_near_the_best_covers_an_aspect():
    ranking = [FoundPerson("A", 2.0, ()), FoundPerson("B", 1.0, ()), FoundPerson("C", 0.9, ())]
    assert covers([ranking, []]) == {"A": {0: 1.0}, "B": {0: 0.5}}
