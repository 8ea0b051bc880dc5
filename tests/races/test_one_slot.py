"""Races over real HTTP on four workers: a slot has one holder, whatever arrives when; a crash loses nothing."""

import threading
import time
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.kernel.scope import scope
from tests.server import running
from tests.world import World, setup_scope

pytestmark = pytest.mark.slow
WHO = ("hana", "haeun", "sora")
PAIRS_PER_DELAY = 170
DELAYS = (0, 5, 10, 25, 50, 100)


@pytest.fixture
def tokens(committed_world: World) -> dict[str, str]:
    """A writing token for each scientist; and an instrument whose booking day is long."""
    with scope(setup_scope()):
        booking.add_rules(code="RACE", name_ko="경주", name_en="Race", horizon_days=400, step_minutes=1, min_minutes=1)
        for n in range(2):
            booking.add_equipment(
                code=f"RACE-{n}",
                name_ko="경주 장비",
                name_en="Raced",
                kind="chiller",
                rules_of_use="RACE",
                place="R202",
            )
    made = {}
    for who in WHO:
        with committed_world.as_(who):
            made[who] = core.create_token(name="race", ability="write").secret
    return made


BASE = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(hours=1)
"""One moment for the whole run: slots of different numbers never meet, however long it takes."""


def slot(number: int, equipment: str = "RACE-0") -> dict[str, str]:
    start = BASE + timedelta(minutes=2 * number)
    return {"equipment": equipment, "start": start.isoformat(), "end": (start + timedelta(minutes=2)).isoformat()}


def count(database: str, sql: str) -> int:
    with psycopg.connect(database) as db:
        return db.execute(sql).fetchone()[0]


OVERLAPS = """
SELECT count(*) FROM booking_reservation a JOIN booking_reservation b
  ON a.id < b.id AND a.equipment_id = b.equipment_id AND a.claimed && b.claimed
WHERE a.state IN ('pending', 'confirmed', 'in_use', 'done') AND b.state IN ('pending', 'confirmed', 'in_use', 'done')
"""


def admin(own_database: str, admin_url: str) -> str:
    from urllib.parse import urlsplit

    return urlsplit(admin_url)._replace(path=urlsplit(own_database).path).geturl()


def test_64_clients_one_slot(own_database, tokens, admin_url):
    with running(own_database) as server:
        body, answers, gate = slot(10), [], threading.Barrier(64)

        def fight(n):
            gate.wait()
            answers.append(server.request("POST", "/api/v1/reservations", tokens[WHO[n % 3]], body))

        _all(fight, 64)
        codes = sorted(status for status, _ in answers)
        assert codes == [201] + [409] * 63
        assert {answer["code"] for status, answer in answers if status == 409} == {"booking.slot_taken"}
        assert count(admin(own_database, admin_url), OVERLAPS) == 0


def test_1020_pairs_at_six_delays(own_database, tokens, admin_url):
    """Two rivals ask for one slot, the second 0 to 100 ms after the first, 170 times each."""
    with running(own_database) as server:
        outcomes = []

        def pair(number, delay):
            body, answers = slot(number), []

            def ask(who, wait):
                time.sleep(wait)
                answers.append(server.request("POST", "/api/v1/reservations", tokens[who], body)[0])

            rivals = [
                threading.Thread(target=ask, args=("hana", 0)),
                threading.Thread(target=ask, args=("sora", delay)),
            ]
            for rival in rivals:
                rival.start()
            for rival in rivals:
                rival.join()
            outcomes.append(sorted(answers))

        lanes = [
            [(100 + n, delay / 1000) for k, (n, delay) in enumerate(_schedule()) if k % 4 == lane] for lane in range(4)
        ]
        _all(lambda lane: [pair(*job) for job in lanes[lane]], 4)
        assert len(outcomes) == PAIRS_PER_DELAY * len(DELAYS)
        assert [o for o in outcomes if o != [201, 409]] == []
        assert count(admin(own_database, admin_url), OVERLAPS) == 0


def test_linked_and_crossing_instruments_never_deadlock(own_database, tokens, committed_world, admin_url):
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

        _all(fight, 16)
        assert set(answers) == {201, 409}
        assert answers.count(201) == 6
        assert count(admin(own_database, admin_url), OVERLAPS) == 0


def test_one_idempotency_key_makes_one_booking(own_database, tokens, admin_url):
    with running(own_database) as server:
        body, answers = slot(20), []

        def click(n):
            headers = {"Idempotency-Key": "one-double-click"}
            answers.append(server.request("POST", "/api/v1/reservations", tokens["hana"], body, **headers))

        _all(click, 8)
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
                except (OSError, ValueError):
                    return
                if status == 201:
                    acknowledged.append(answer["code"])

        lanes = [threading.Thread(target=book, args=(n,)) for n in range(6)]
        for lane in lanes:
            lane.start()
        while len(acknowledged) < 60:
            time.sleep(0.02)
        server.kill()
        stop.set()
        for lane in lanes:
            lane.join()
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


def _all(work, lanes):
    threads = [threading.Thread(target=work, args=(n,)) for n in range(lanes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
