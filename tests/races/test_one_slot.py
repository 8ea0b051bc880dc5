"""Races over real HTTP on four workers: a slot has one holder, whatever arrives when; a crash loses nothing."""

import threading
import time
from http.client import HTTPException

import psycopg
import pytest

from squaremile.booking import operations as booking
from squaremile.kernel.scope import scope
from tests.races.ring import DELAYS, OVERLAPS, WHO, admin, count, lanes, slot, together
from tests.server import running
from tests.world import setup_scope

pytestmark = pytest.mark.slow
PAIRS_PER_DELAY = 170


def test_64_clients_one_slot(own_database, tokens, admin_url):
    with running(own_database) as server:
        body, answers, gate = slot(10), [], threading.Barrier(64)

        def fight(n):
            gate.wait()
            answers.append(server.request("POST", "/api/v1/reservations", tokens[WHO[n % 3]], body))

        lanes(fight, 64)
        codes = sorted(status for status, _ in answers)
        assert codes == [201] + [409] * 63
        assert {answer["code"] for status, answer in answers if status == 409} == {"booking.slot_taken"}
        assert count(admin(own_database, admin_url), OVERLAPS) == 0


def test_1020_pairs_at_six_delays(own_database, tokens, admin_url):
    """Two rivals ask for one slot, the second 0 to 100 ms after the first, 170 times each."""
    with running(own_database) as server:
        outcomes = []

        def pair(number, delay):
            body = slot(number)

            def ask(who, wait):
                time.sleep(wait)
                return server.request("POST", "/api/v1/reservations", tokens[who], body)[0]

            outcomes.append(sorted(together(lambda: ask("hana", 0), lambda: ask("sora", delay))))

        jobs = [(100 + n, delay / 1000) for n, delay in _schedule()]
        lanes(lambda lane: [pair(*job) for job in jobs[lane::4]], 4)
        assert len(outcomes) == PAIRS_PER_DELAY * len(DELAYS)
        assert [o for o in outcomes if o != [201, 409]] == []
        assert count(admin(own_database, admin_url), OVERLAPS) == 0


def test_linked_and_crossing_instruments_never_deadlock(own_database, tokens, admin_url):
    """Two instruments that need each other, booked crosswise by many: somebody wins, nobody gets a 500."""
    with scope(setup_scope()):
        booking.link(equipment="RACE-0", needs="RACE-1")
        booking.link(equipment="RACE-1", needs="RACE-0")
    with running(own_database) as server:
        answers = []

        def fight(n):
            for k in range(6):
                body = slot(30 + k, f"RACE-{n % 2}")
                answers.append(server.request("POST", "/api/v1/reservations", tokens[WHO[n % 3]], body)[0])

        lanes(fight, 16)
        assert set(answers) == {201, 409}
        assert answers.count(201) == 6
        assert count(admin(own_database, admin_url), OVERLAPS) == 0


def test_one_idempotency_key_makes_one_booking(own_database, tokens, admin_url):
    with running(own_database) as server:
        body, answers = slot(20), []

        def click(n):
            headers = {"Idempotency-Key": "one-double-click"}
            answers.append(server.request("POST", "/api/v1/reservations", tokens["hana"], body, **headers))

        lanes(click, 8)
        assert [status for status, _ in answers] == [201] * 8
        assert len({answer["code"] for _, answer in answers}) == 1


def test_a_crash_loses_no_acknowledged_booking_and_leaves_no_half(own_database, tokens, admin_url):
    with running(own_database) as server:
        acknowledged, stop = [], threading.Event()

        def book(lane):
            number = 1000 * (lane + 1)
            while not stop.is_set():
                number += 1
                try:
                    status, answer = server.request("POST", "/api/v1/reservations", tokens[WHO[lane % 3]], slot(number))
                except (OSError, ValueError, HTTPException):
                    return
                if status == 201:
                    acknowledged.append(answer["code"])

        def cut_the_power():
            while len(acknowledged) < 60:
                time.sleep(0.02)
            server.kill()
            stop.set()

        together(cut_the_power, *(lambda n=n: book(n) for n in range(6)))
    target = admin(own_database, admin_url)
    with psycopg.connect(target) as db:
        kept = {code for (code,) in db.execute("SELECT code FROM booking_reservation")}
    assert set(acknowledged) <= kept
    for half in (
        "SELECT count(*) FROM booking_reservation r LEFT JOIN booking_reservation_detail d ON d.reservation_id = r.id"
        " WHERE d.id IS NULL AND r.kind <> 'linked'",
        "SELECT count(*) FROM booking_reservation r LEFT JOIN booking_reservation_transition t ON t.reservation_id = r.id"
        " WHERE t.id IS NULL",
        "SELECT count(*) FROM booking_reservation r WHERE NOT EXISTS (SELECT 1 FROM core_activity a WHERE a.subject_id = r.id)",
        "SELECT count(*) FROM booking_reservation r WHERE NOT EXISTS (SELECT 1 FROM core_outbox_fact f"
        " WHERE f.name = 'ReservationHeld' AND f.payload->>'code' = r.code)",
    ):
        assert count(target, half) == 0
    with running(own_database) as again:
        assert again.request("POST", "/api/v1/reservations", tokens["hana"], slot(5))[0] == 201


def _schedule():
    return list(enumerate(delay for _ in range(PAIRS_PER_DELAY) for delay in DELAYS))
