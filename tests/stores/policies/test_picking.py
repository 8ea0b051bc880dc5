"""First expiring first, prices of a day, and what two readings say was taken."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.kernel.money import Money
from squaremile.stores.policies import reading
from squaremile.stores.policies.picking import OnShelf, pick
from squaremile.stores.policies.pricing import Price, cost, on

DAY = date(2027, 3, 1)
SHELVES = st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(-5, 40)), max_size=6).map(
    lambda rows: [OnShelf(n, count, None if days is None else DAY + timedelta(days)) for n, (count, days) in enumerate(rows)]
)


def test_what_expires_first_goes_first_and_what_has_expired_stays():
    shelves = [OnShelf("never", 5, None), OnShelf("late", 2, DAY + timedelta(9)), OnShelf("today", 1, DAY), OnShelf("gone", 9, DAY - timedelta(1))]
    assert pick(shelves, 4, DAY) == [("today", 1), ("late", 2), ("never", 1)]
    assert pick(shelves, 8, DAY) == [("today", 1), ("late", 2), ("never", 5)]
    assert pick(shelves, 9, DAY) is None
    assert pick(shelves, 0, DAY) == []


@settings(max_examples=30)
@given(SHELVES, st.integers(0, 40))
def test_it_picks_all_or_none_and_never_more_than_there_is(shelves, wanted):
    there = {s.lot: s.on_hand for s in shelves if s.good_until is None or s.good_until >= DAY}
    picked = pick(shelves, wanted, DAY)
    if sum(there.values()) < wanted:
        assert picked is None
    else:
        assert sum(count for _, count in picked) == wanted
        assert all(0 < count <= there[lot] for lot, count in picked)


def test_the_price_of_a_day_is_the_one_that_began_last():
    prices = [Price(DAY, Decimal("1000"), "KRW"), Price(DAY + timedelta(10), Decimal("1200.5"), "KRW")]
    assert on(prices, DAY - timedelta(1)) is None
    assert on(prices, DAY + timedelta(9)) == prices[0]
    assert on(reversed(prices), DAY + timedelta(10)) == prices[1]
    assert cost(prices[1], 3) == Money(3602, "KRW")  # 3,601.5, half up, rounded once


def test_what_was_taken_is_the_difference_of_two_readings():
    before = {"A": 3, "B": 1}
    assert reading.taken(before, {"A": 1, "B": 1}) == {"A": 2}
    assert reading.taken(before, {"B": 4}) == {"A": 3}, "what was put in is no taking"
    assert reading.of("phone").contents("BAR", before, {"A": 2}) == {"A": 1, "B": 1}
    assert reading.of("rfid").contents("BAR", before, {"A": 2}) is None, "no driver, no guess"
