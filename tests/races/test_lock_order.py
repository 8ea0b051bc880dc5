"""Locks in one order: whoever changes a booking waits for its instruments first, by key, holding nothing else."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import combinations_with_replacement

import psycopg
import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Equipment, Session
from squaremile.kernel.scope import scope
from tests.races.acts import ACTS, HOUR, Place, by, changing, done
from tests.races.ring import OVERLAPS, admin, count, together
from tests.world import World, setup_scope

DAY = timedelta(days=1)
TODAY = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
BUSIEST = ("reserve_series", "move", "shorten", "cancel", "start_session", "end_session", "block", "close_forgotten")
PAIRS = list(combinations_with_replacement(BUSIEST, 2))
_KEY = "hashtextextended(%s, 7)"
_WAITS = """
SELECT w.pid, (SELECT count(*) FROM pg_locks h WHERE h.pid = w.pid AND h.locktype = 'advisory' AND h.granted)
FROM pg_locks w WHERE w.locktype = 'advisory' AND NOT w.granted
AND w.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_LOCKED = """
SELECT (SELECT count(*) FROM {0}) - (SELECT count(*) FROM (SELECT 1 FROM {0} FOR UPDATE SKIP LOCKED) AS free)
"""


@pytest.fixture
def crossed(raced: World) -> World:
    """The two instruments need each other."""
    with scope(setup_scope()):
        booking.link(equipment="RACE-0", needs="RACE-1")
        booking.link(equipment="RACE-1", needs="RACE-0")
    return raced


@pytest.fixture
def outside(own_database: str, admin_url: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(admin(own_database, admin_url), autocommit=True) as db:
        yield db


def place(world: World, n: int, *, day: int = 1) -> Place:
    """Half hours that never meet: of another day, or on the other instrument."""
    early = TODAY + day * DAY + n * 3 * HOUR
    return Place(world, f"RACE-{n}", f"RACE-{1 - n}", early, early + DAY)


def test_every_operation_that_changes_what_is_booked_is_here():
    assert set(ACTS) == changing() | {"reserve_series"}


@pytest.mark.parametrize("name", sorted(ACTS))
def test_it_waits_for_the_first_instrument_holding_nothing(crossed: World, outside, name: str):
    act = ACTS[name](place(crossed, 0))
    waited = [_held_up(outside, act, key) for key in _keys()]
    # One that takes a single instrument waits for that one only; none holds the second while it waits for the first.
    assert waited in ([0, 1], [None, 0]), waited


@pytest.mark.parametrize("name", ["reserve_series", "move", "close_forgotten"])
def test_it_does_so_where_the_instruments_are_not_linked(raced: World, outside, name: str):
    act = ACTS[name](place(raced, 0))
    if name == "close_forgotten":
        raced_too = place(raced, 1)
        raced_too.book(start=raced_too.early)
    assert [_held_up(outside, act, key) for key in _keys()] == [0, 1]


def _keys() -> list[str]:
    """Both instruments, in the order in which they are to be waited for."""
    with scope(setup_scope()):
        return sorted(str(key) for key in Equipment.objects.filter(code__startswith="RACE").values_list("id", flat=True))


def _held_up(outside: psycopg.Connection, act, key: str) -> int | None:
    """How many instruments the act holds while it waits for this one; None where it does not need it."""
    outcome: list[Exception | None] = []
    outside.execute(f"SELECT pg_advisory_lock({_KEY})", [key])
    try:
        thread = threading.Thread(target=lambda: outcome.append(done(act, keep=False)))
        thread.start()
        while not (waits := outside.execute(_WAITS).fetchone()) and thread.is_alive():
            time.sleep(0.002)
        if waits:
            for table in ("booking_reservation", "booking_reservation_detail", "booking_session"):
                assert outside.execute(_LOCKED.format(table)).fetchone() == (0,), table
    finally:
        outside.execute(f"SELECT pg_advisory_unlock({_KEY})", [key])
        thread.join()
    assert outcome == [None]
    return waits[1] if waits else None


@pytest.mark.slow
def test_any_two_at_once_crosswise_both_finish(crossed: World, own_database: str, admin_url: str):
    """Every pair of acts, one on each instrument, each with a booking of its own: nothing hinders either."""
    failed = []
    for number, (one, other) in enumerate(PAIRS):
        acts = [ACTS[name](place(crossed, n, day=3 * number + 1)) for n, name in enumerate((one, other))]
        went_wrong = together(*(partial(done, act, keep=True) for act in acts))
        failed += [(one, other, error) for error in went_wrong if error is not None]
        _end_what_is_open(crossed, max(act.at for act in acts))
    assert failed == []
    assert count(admin(own_database, admin_url), OVERLAPS) == 0


def _end_what_is_open(world: World, at: datetime) -> None:
    """An instrument that is in use cannot be used by the next pair."""
    with by(world.person("operator"), at):
        for code in Session.objects.filter(ended_at=None).values_list("code", flat=True):
            booking.end_session(session=code)
