"""Assignment of reviewers: equal to brute force on small cases, never over a bar or a capacity, bound met."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.residency.policies.assignment import MATCH, SHORT, Judge, Paper, assign, greedy, matches

TOPICS = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 3), min_size=1)


@st.composite
def cases(draw):
    papers = [Paper(f"p{i}", draw(TOPICS)) for i in range(draw(st.integers(1, 4)))]
    judges = [Judge(f"j{i}", draw(TOPICS), draw(st.integers(0, 3))) for i in range(draw(st.integers(1, 4)))]
    pairs = [(p.key, j.key) for p in papers for j in judges]
    barred = draw(st.sets(st.sampled_from(pairs), max_size=4))
    return papers, judges, draw(st.integers(1, 2)), barred, draw(st.sampled_from((0, 10, 120)))


def best(papers, judges, each, barred, even):
    """Every assignment there is, the worth of the best."""
    points, place = matches(papers, judges), {j.key: n for n, j in enumerate(judges)}
    options = []
    for paper in papers:
        open_to = [j.key for j in judges if (paper.key, j.key) not in barred]
        options.append([c for size in range(each + 1) for c in combinations(open_to, size)])
    worth = []
    for chosen in product(*options):
        load = [sum(j.key in c for c in chosen) for j in judges]
        if all(n <= j.capacity for n, j in zip(load, judges, strict=True)):
            gained = sum(int(points[i, place[key]]) for i, c in enumerate(chosen) for key in c)
            lacking = sum(each - len(c) for c in chosen)
            worth.append(gained - even * sum(n * n for n in load) - SHORT * lacking)
    return max(worth)


@given(cases())
def test_it_equals_brute_force_and_the_bound_proves_it(case):
    papers, judges, each, barred, even = case
    made = assign(papers, judges, each=each, barred=barred, even=even)
    assert made.objective == best(papers, judges, each, barred, even) == made.bound
    assert made.gap == 0
    assert not set(made.pairs) & barred
    assert len(set(made.pairs)) == len(made.pairs)
    assert all(made.load[j.key] <= j.capacity for j in judges)
    counts = {p.key: sum(a == p.key for a, _ in made.pairs) for p in papers}
    assert {k: each - n for k, n in counts.items() if n < each} == dict(made.short)
    simple = greedy(papers, judges, each=each, barred=barred, even=even, bound=made.bound)
    assert simple.objective <= made.objective
    assert not set(simple.pairs) & barred
    assert all(simple.load[j.key] <= j.capacity for j in judges)


@given(cases())
def test_the_order_of_the_input_changes_nothing(case):
    papers, judges, each, barred, even = case
    assert assign(papers, judges, each=each, barred=barred, even=even) == assign(
        papers[::-1], judges[::-1], each=each, barred=sorted(barred, reverse=True), even=even
    )


def test_what_was_given_stays_and_counts():
    papers = [Paper("a", {"x": 1}), Paper("b", {"x": 1})]
    judges = [Judge("j", {"x": 1}, 2), Judge("k", {"x": 1}, 2), Judge("l", {"y": 1}, 2)]
    made = assign(papers, judges, each=2, given={("a", "l"), ("b", "l")})
    assert sorted(made.pairs) == [("a", "j"), ("b", "k")] or sorted(made.pairs) == [("a", "k"), ("b", "j")]
    assert made.load == {"j": 1, "k": 1, "l": 2}


def test_an_even_load_is_worth_a_weaker_match():
    papers = [Paper(f"p{i}", {"x": 1}) for i in range(4)]
    judges = [Judge("expert", {"x": 1}, 9), Judge("near", {"x": 1, "y": 0.2}, 9)]
    assert assign(papers, judges, each=1, even=0).load == {"expert": 4, "near": 0}
    assert assign(papers, judges, each=1, even=10).load == {"expert": 2, "near": 2}


@pytest.mark.parametrize("judges", [[], [Judge("j", {"x": 1}, 0)]])
def test_where_nobody_can_it_says_who_is_short(judges):
    made = assign([Paper("a", {"x": 1})], judges, each=3)
    assert (made.pairs, made.short, made.objective, made.bound) == ((), {"a": 3}, -3 * SHORT, -3 * SHORT)


def test_a_perfect_match_is_the_same_mixture():
    assert matches([Paper("a", {"x": 2, "y": 2})], [Judge("j", {"x": 1, "y": 1}, 1)])[0, 0] == MATCH
