"""Itineraries: as good as trying everything, never a clash, the same every time, and honest about what does not fit."""

from itertools import combinations, pairwise, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.scheduling.visits import drawn
from squaremile.network.policies.itinerary import DAY, LUNCH, WORTH, Day, Order, Terms, Wish, timed, way_of, why_not
from squaremile.network.policies.itinerary_bound import most_worth
from squaremile.network.policies.itinerary_first import first_plan
from squaremile.network.policies.itinerary_solver import plan
from squaremile.network.policies.travel import Travel

NINE, SIX = 540, 1080
PLACES = ("A", "B", "C")


def terms(days=1, *, lunch=0, ways=None, most=6, rest=0, ranks=(), end=SIX, step=30):
    return Terms(
        tuple(Day(n * DAY + NINE, n * DAY + end, lunch, n * DAY + 690, n * DAY + 780) for n in range(days)),
        Travel(entered=ways or {}, assumed=30), most, rest, "H", step, ranks,
    )


def best_by_trying(wishes, given_terms):
    """Worth less travel of the best plan, and the most wishes that fit: every order on every day, every place of the meal."""
    possible = [w for w in wishes if not why_not(w, given_terms)]
    best, most = None, 0
    for size in range(len(possible) + 1):
        for chosen in combinations(possible, size):
            for days in product(range(len(given_terms.days)), repeat=size):
                total = 0
                for day in range(len(given_terms.days)):
                    own = [w for w, d in zip(chosen, days, strict=True) if d == day]
                    ways = [way for order in permutations(own) if (way := _cheapest(day, order, given_terms)) is not None]
                    if not ways:
                        break
                    total += min(ways)
                else:
                    score = sum(w.priority for w in chosen) * WORTH - total
                    best, most = score if best is None else max(best, score), size
    return best, most


def _cheapest(day, order, given_terms):
    for after in range(len(order) + 1):
        for first in (True, False):
            if timed(Order(day, tuple(order), after, first), given_terms) is not None:
                return way_of(Order(day, tuple(order)), given_terms)
    return None


slots = st.integers(0, 17).map(lambda n: NINE + 30 * n)


@st.composite
def visits(draw):
    days = draw(st.integers(1, 2))
    wishes = []
    for n in range(draw(st.integers(1, 4))):
        windows = []
        for day in range(days):
            if draw(st.booleans()) or not windows:
                opens = draw(slots)
                windows.append((day * DAY + opens, day * DAY + opens + draw(st.sampled_from([30, 60, 120, 240]))))
        wishes.append(Wish(
            f"W{n}", draw(st.sampled_from([30, 60, 90])), tuple(windows), draw(st.integers(1, 5)), draw(st.sampled_from(PLACES))
        ))
    ways = {pair: draw(st.sampled_from([0, 30, 60])) for pair in combinations(("H", *PLACES), 2)}
    return wishes, terms(days, lunch=draw(st.sampled_from([0, 60])), ways=ways, most=draw(st.integers(1, 4)),
                         rest=draw(st.sampled_from([0, 30])))


@settings(max_examples=40, deadline=None)
@given(visits())
def test_is_as_good_as_trying_everything(visit):
    wishes, given_terms = visit
    made = plan(wishes, given_terms, effort=20)
    best, most = best_by_trying(wishes, given_terms)
    assert made.status == "optimal"
    assert made.score == best
    assert made.gap == 0
    assert len(wishes) - len(made.smallest_drop) == most


@settings(max_examples=30, deadline=None)
@given(visits())
def test_never_clashes(visit):
    wishes, given_terms = visit
    made = plan(wishes, given_terms, effort=5)
    by_code = {w.code: w for w in wishes}
    for day, bounds in enumerate(given_terms.days):
        own = sorted((s for s in made.stops if bounds.start <= s.start < bounds.start + DAY), key=lambda s: s.start)
        meetings = [s for s in own if s.code != LUNCH]
        assert len(meetings) <= given_terms.most_per_day
        assert len(own) - len(meetings) == bool(bounds.lunch)
        assert all(a.end <= b.start for a, b in pairwise(own))
        at, here = bounds.start, given_terms.base
        for n, stop in enumerate(meetings):
            way = given_terms.travel.minutes(here, stop.place)
            eaten = sum(s.end - s.start for s in own if s.code == LUNCH and at <= s.start < stop.start)
            assert stop.start >= at + way + eaten + (given_terms.rest if n and not eaten else 0), (day, stop)
            assert any(o <= stop.start and stop.end <= c for o, c in by_code[stop.code].windows)
            at, here = stop.end, stop.place
        if meetings:
            assert at + given_terms.travel.minutes(here, given_terms.base) <= bounds.end
    assert sorted(made.honoured + made.dropped) == sorted(by_code)


def test_the_same_visit_gives_the_same_plan():
    wishes = [Wish(f"W{n}", 60, ((NINE, SIX),), 1 + n % 5, PLACES[n % 3]) for n in range(7)]
    assert plan(wishes, terms(lunch=60), effort=2) == plan(wishes, terms(lunch=60), effort=2)


def test_names_the_fewest_wishes_to_drop():
    """Two who want the whole morning and one who wants the same hour: giving up one long one is not enough, two are."""
    wishes = [
        Wish("LONG", 180, ((NINE, NINE + 180),), 5, "A"), Wish("EARLY", 60, ((NINE, NINE + 60),), 1, "A"),
        Wish("LATER", 60, ((NINE + 90, NINE + 180),), 1, "A"),
    ]
    made = plan(wishes, terms(ways={("H", "A"): 0}))
    assert made.honoured == ("LONG",)
    assert set(made.dropped) == {"EARLY", "LATER"}
    assert made.smallest_drop == ("LONG",)


def test_says_why_a_wish_can_never_be_honoured():
    wishes = [
        Wish("NIGHT", 60, ((0, 120),), 5, "A"), Wish("HEAD", 30, ((NINE, SIX),), 5, "A", rank=5), Wish("PEER", 30, ((NINE, SIX),), 1, "A", rank=3),
    ]
    made = plan(wishes, terms(ranks=(2, 3)))
    assert made.impossible == (("NIGHT", "window"), ("HEAD", "rank"))
    assert made.honoured == ("PEER",)


def test_a_higher_priority_wins():
    wishes = [Wish("LOW", 60, ((NINE, NINE + 90),), 2, "A"), Wish("HIGH", 60, ((NINE, NINE + 90),), 4, "A")]
    assert plan(wishes, terms(ways={("H", "A"): 0})).honoured == ("HIGH",)


@pytest.mark.parametrize(("rest", "fits"), [(0, 2), (60, 2), (90, 1)])
def test_rest_lies_between_meetings(rest, fits):
    wishes = [Wish(f"W{n}", 60, ((NINE, NINE + 180),), 1, "A") for n in range(2)]
    assert len(plan(wishes, terms(ways={("H", "A"): 0}, rest=rest)).honoured) == fits


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_ceiling_of_a_large_visit_is_close(seed):
    """Three days, thirty hosts: what a plan without search reaches lies under the ceiling, and less than a twelfth below it."""
    wishes, given_terms = drawn(seed)
    worth = [w.priority * WORTH for w in wishes]
    reached = sum(w.priority * WORTH for order in first_plan(wishes, given_terms, worth) for w in order.wishes)
    bound = most_worth(wishes, given_terms, worth)
    assert reached <= bound <= 1.08 * reached
