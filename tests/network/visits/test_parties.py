"""A delegation that travels in parties: each its own way, together where everybody is wanted; as good as trying everything."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.network.policies.itinerary import DAY, LUNCH, WORTH, Terms, Wish, comes, starts, why_not
from squaremile.network.policies.itinerary_solver import plan
from tests.network.visits.test_itinerary import NINE, PLACES, SIX, slots, terms

PARTIES = ("RED", "BLUE")


def in_parties(given_terms: Terms) -> Terms:
    return Terms(given_terms.days, given_terms.travel, given_terms.most_per_day, given_terms.rest, given_terms.base, given_terms.step,
                 given_terms.ranks, PARTIES)


def way_of_day(day, held, given_terms):
    """Minutes on the way of one party's day with these (start, wish), None where it cannot be so: written anew, for comparison."""
    if len(held) > given_terms.most_per_day:
        return None
    ordered = sorted(held, key=lambda pair: pair[0])
    far = given_terms.travel.minutes
    stops = [(day.start, given_terms.base, False)]
    free, total = [], 0
    for start, wish in [*ordered, (day.end, None)]:
        at, here, met = stops[-1]
        target = wish.place if wish else given_terms.base
        way = far(here, target)
        rest = given_terms.rest if met and wish else 0
        if start < at + way + rest:
            return None
        free.append((at, way, start - rest))
        total += way
        if wish:
            stops.append((start + wish.minutes, wish.place, True))
    if day.lunch and not any(_eats(day, at, way, until, last=n == len(free) - 1) for n, (at, way, until) in enumerate(free)):
        return None
    return total if held else 0


def _eats(day, at, way, until, *, last):
    """The meal fits on a leg, before the way or after it; after the last meeting it is eaten where one is."""
    before = max(at, day.lunch_from)
    if before <= day.lunch_until and before + day.lunch + way <= until:
        return True
    after = max(at + way, day.lunch_from)
    return not last and after <= day.lunch_until and after + day.lunch <= until


def best_by_trying(wishes, given_terms):
    """Every start of every wish, or none of it."""
    possible = [w for w in wishes if not why_not(w, given_terms)]
    best = None
    for chosen in product(*[(None, *starts(w, given_terms)) for w in possible]):
        ways = [
            way_of_day(bounds, [
                (at[1], w) for at, w in zip(chosen, possible, strict=True) if at and at[0] == number and comes(w, track)
            ], given_terms)
            for number, bounds in enumerate(given_terms.days) for track in given_terms.tracks
        ]
        if all(way is not None for way in ways):
            score = sum(w.priority for at, w in zip(chosen, possible, strict=True) if at) * WORTH - sum(ways)
            best = score if best is None else max(best, score)
    return best


@st.composite
def visits(draw):
    wishes = []
    for n in range(draw(st.integers(2, 4))):
        opens = draw(slots)
        wishes.append(Wish(
            f"W{n}", draw(st.sampled_from([60, 90])), ((opens, opens + draw(st.sampled_from([90, 150, 210]))),), draw(st.integers(1, 5)),
            draw(st.sampled_from(PLACES)), party=draw(st.sampled_from(("", *PARTIES))),
        ))
    ways = {pair: draw(st.sampled_from([0, 30, 60])) for pair in (("H", "A"), ("H", "B"), ("H", "C"), ("A", "B"), ("A", "C"), ("B", "C"))}
    return wishes, in_parties(terms(lunch=draw(st.sampled_from([0, 60])), ways=ways, most=draw(st.integers(1, 3)),
                                    rest=draw(st.sampled_from([0, 30]))))


@settings(max_examples=40, deadline=None)
@given(visits())
def test_parties_are_planned_as_well_as_trying_everything(visit):
    wishes, given_terms = visit
    made = plan(wishes, given_terms, effort=20)
    assert made.status == "optimal"
    assert made.score == best_by_trying(wishes, given_terms)
    by_code = {w.code: w for w in wishes}
    for bounds, track in product(given_terms.days, given_terms.tracks):
        own = [(s.start, by_code[s.code]) for s in made.stops if s.code != LUNCH and comes(by_code[s.code], track)]
        assert way_of_day(bounds, own, given_terms) is not None
        meals = [s for s in made.stops if s.code == LUNCH and s.party == track]
        assert len(meals) == bool(bounds.lunch)
        everything = sorted([(s.start, s.end) for s in meals] + [(at, at + w.minutes) for at, w in own])
        assert all(a[1] <= b[0] for a, b in pairwise(everything))


def test_two_parties_are_in_two_places_at_once_and_everybody_in_one():
    at_ten = ((600, 660),)
    wishes = [Wish("RED-1", 60, at_ten, 3, "A", party="RED"), Wish("BLUE-1", 60, at_ten, 3, "B", party="BLUE"), Wish("ALL", 60, at_ten, 5, "C")]
    alone = plan(wishes[:2], in_parties(terms()))
    assert set(alone.honoured) == {"RED-1", "BLUE-1"}
    assert plan(wishes, in_parties(terms())).honoured == ("RED-1", "BLUE-1")
    assert plan([w for w in wishes if w.code != "BLUE-1"], in_parties(terms())).honoured == ("ALL",)


def test_nobody_travels_in_that_party():
    wishes = [Wish("X", 60, ((NINE, SIX),), party="GREEN"), Wish("Y", 60, (), party="RED"), Wish("Z", 60, ((DAY, 2 * DAY),), party="RED")]
    assert plan(wishes, in_parties(terms())).impossible == (("X", "party"), ("Y", "party"), ("Z", "window"))


@pytest.mark.parametrize("party", ["", "RED"])
def test_one_party_alone_is_everybody(party):
    wishes = [Wish(f"W{n}", 60, ((NINE, SIX),), 1 + n, PLACES[n % 3], party=party) for n in range(4)]
    together = plan(wishes, terms(lunch=60), effort=20)
    one = Terms(terms(lunch=60).days, terms().travel, 6, 0, "H", 30, (), ("RED",))
    apart = plan(wishes, one, effort=20)
    assert (apart.score, apart.travel_minutes, set(apart.honoured)) == (together.score, together.travel_minutes, set(together.honoured))
