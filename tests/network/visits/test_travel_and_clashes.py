"""Ways, clashes and clocks."""

from datetime import UTC, date, datetime, timedelta

import pytest

from squaremile.network.policies import visit_clocks
from squaremile.network.policies.clashes import Bounds, Stop, clashes
from squaremile.network.policies.travel import Leg, Spot, Travel, great_circle_km

DAY = date(2027, 3, 1)
NINE = datetime(2027, 3, 1, 9, tzinfo=UTC)
TRAVEL = Travel(entered={("A", "B"): 20})
BOUNDS = Bounds({DAY: (NINE, NINE + timedelta(hours=9))}, most=3, ranks=(3,))


def stop(code, start, minutes=60, **more):
    begins = NINE + timedelta(minutes=start)
    return Stop(code, more.pop("kind", "meeting"), begins, begins + timedelta(minutes=minutes), DAY,
                people=frozenset(more.pop("people", ("us",))), **more)


def kinds(*stops):
    return [(c.kind, c.stops) for c in clashes(stops, TRAVEL, BOUNDS)]


def test_a_degree_of_longitude_at_the_equator():
    assert great_circle_km(Spot(0, 0), Spot(0, 1)) == pytest.approx(111.195, abs=0.001)


def test_entered_ways_win_and_count_both_directions():
    spots = {"A": Spot(42.36, -71.06), "C": Spot(42.37, -71.11)}
    travel = Travel(entered={("A", "B"): 20}, spots=spots)
    assert travel.leg("B", "A") == Leg(20, "entered")
    assert travel.leg("A", "A") == Leg(0, "same")
    assert travel.leg("A", "X") == Leg(30, "assumed")
    assert travel.leg("A", "C") == Leg(20, "estimated")


def test_nobody_is_in_two_places():
    assert kinds(stop("X", 0), stop("Y", 30)) == [("person", ("X", "Y"))]
    assert kinds(stop("X", 0, people=("us",)), stop("Y", 30, people=("them",))) == []


def test_no_room_is_used_twice():
    one = {"place": "A", "room": "R1"}
    assert kinds(stop("X", 0, people=("us",), **one), stop("Y", 30, people=("them",), **one)) == [("room", ("X", "Y"))]


def test_the_way_takes_its_time():
    found = clashes([stop("X", 0, place="A"), stop("Y", 70, place="B")], TRAVEL, BOUNDS)
    assert [(c.kind, c.needed, c.there) for c in found] == [("way", 20, 10)]
    assert kinds(stop("X", 0, place="A"), stop("Y", 80, place="B")) == []


def test_windows_ranks_and_bounds():
    outside = ((NINE + timedelta(hours=3), NINE + timedelta(hours=4)),)
    assert kinds(stop("X", 0, windows=outside)) == [("window", ("X",))]
    assert kinds(stop("X", 0, rank=5)) == [("rank", ("X",))]
    assert kinds(stop("X", 0, rank=4)) == []
    assert kinds(stop("X", 500)) == [("bounds", ("X",))]


def test_many_meetings_and_no_meal():
    assert kinds(*(stop(f"S{n}", 90 * n) for n in range(4))) == [("many", ("S0",)), ("meal", ("S0",))]


@pytest.mark.parametrize(("today", "done", "state"), [
    (date(2027, 2, 1), False, "ahead"), (date(2027, 2, 17), False, "soon"), (date(2027, 2, 20), False, "late"),
    (date(2027, 2, 20), True, "done"),
])  # fmt: skip
def test_clocks_run_against_the_visit(today, done, state):
    found = visit_clocks.due("briefing", "start", -10, starts_on=DAY, ends_on=DAY, today=today, done=done)
    assert (found.on, found.state) == (date(2027, 2, 19), state)
