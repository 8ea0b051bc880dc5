"""The outbox: every fact reaches every handler once, and none is lost."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection

from squaremile.booking import operations as booking
from squaremile.core import facts, outbox
from squaremile.kernel import clock
from squaremile.kernel.scope import require, scope, system
from squaremile.published.booking import ReservationHeld
from tests.world import MONDAY, World

TEN, ELEVEN = MONDAY + timedelta(hours=1), MONDAY + timedelta(hours=2)


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Only the handlers of the test, on Monday."""
    monkeypatch.setattr(outbox, "_handlers", {})
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def held(world: World):
    drained()
    with world.as_("hana"):
        return booking.reserve(equipment="CONFOCAL", start=TEN, end=ELEVEN)


def drained() -> None:
    """What the world's building published is out of the way."""
    while outbox.deliver():
        pass


def waiting() -> list[tuple[str, int, str]]:
    with scope(system("worker")), connection.cursor() as cursor:
        cursor.execute("SELECT name, attempts, error FROM core_outbox_fact WHERE delivered_at IS NULL ORDER BY id")
        return cursor.fetchall()


def test_a_handler_gets_the_fact_as_it_was_published_in_the_workers_scope(held):
    got = []

    @outbox.handles("ReservationHeld")
    def hear(fact):
        got.append((fact, require().system))

    assert outbox.deliver() == 1
    (fact, purpose), = got
    assert isinstance(fact, ReservationHeld)
    assert (fact.code, fact.start, fact.end) == (held.code, TEN, ELEVEN)
    assert isinstance(fact.organisation, UUID)
    assert purpose == "worker"
    assert outbox.deliver() == 0
    assert len(got) == 1


def test_one_failing_handler_is_tried_again_and_the_other_is_not(held):
    calls = {"well": 0, "ill": 0}

    @outbox.handles("ReservationHeld")
    def well(fact):
        calls["well"] += 1

    @outbox.handles("ReservationHeld")
    def ill(fact):
        calls["ill"] += 1
        if calls["ill"] == 1:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 / 0")

    outbox.deliver()
    (name, attempts, error), = waiting()
    assert (name, attempts) == ("ReservationHeld", 1)
    assert "ill" in error
    assert "division by zero" in error
    assert outbox.deliver() == 0, "it waits before the next try"
    with clock.as_of(MONDAY + timedelta(seconds=3)):
        assert outbox.deliver() == 1
    assert waiting() == []
    assert calls == {"well": 1, "ill": 2}


def test_a_failing_handler_leaves_nothing_behind(held, world: World):
    @outbox.handles("ReservationHeld")
    def ill(fact):
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO core_mail (id, \"to\", subject, body, calendar, method, origin, at, attempts,"
                           " error) VALUES (gen_random_uuid(), 'a@example.org', '', '', '', '', 'half', now(), 0, '')")
        raise ValueError("after the write")

    outbox.deliver()
    with scope(system("worker")), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_mail WHERE origin = 'half'")
        assert cursor.fetchone()[0] == 0


def test_a_failing_fact_steps_aside_for_those_after_it(held, world: World):
    heard = []

    @outbox.handles("ReservationHeld")
    def ill(fact):
        raise ValueError("never")

    @outbox.handles("ReservationCancelled")
    def hear(fact):
        heard.append(fact.code)

    with world.as_("hana"):
        booking.cancel(reservation=held.code)
    assert outbox.deliver() == 2
    assert heard == [held.code]
    assert [name for name, _, _ in waiting()] == ["ReservationHeld"]


def test_the_wait_grows_to_an_hour():
    waits = [outbox.wait_after(n) for n in (1, 2, 5, 30)]
    assert waits == [timedelta(seconds=2), timedelta(seconds=4), timedelta(seconds=32), timedelta(hours=1)]


def test_a_fact_of_a_newer_version_is_still_read(held):
    payload = {"fault": str(held.id), "code": "FA-1", "equipment": str(held.equipment_id), "unheard_of": 1}
    assert facts.rebuild("FaultResolved", payload).fault == held.id


def test_people_cannot_read_the_outbox(held, world: World):
    with world.as_("director"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_outbox_fact")
        assert cursor.fetchone()[0] == 0
