"""Booking by programs: the same operation, its refusals as problem documents."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import MONDAY

TEN, ELEVEN, NOON = (f"2027-03-01T{hour}:00:00+09:00" for hour in (10, 11, 12))
SLOT = {"equipment": "CONFOCAL", "start": TEN, "end": ELEVEN}


def test_books(calling):
    said = calling("hana")("POST", "/reservations", {**SLOT, "purpose": "세포 관찰"})
    assert said.status_code == 201
    held = said.json()
    assert held.pop("code").startswith("RS-")
    assert held == {
        "state": "confirmed",
        "equipment": "CONFOCAL",
        "start": "2027-03-01T01:00:00Z",
        "end": "2027-03-01T02:00:00Z",
    }


def test_needs_few_statements(calling):
    """Who asks, the key, everything about the slot, the training it needs, the rows with what they leave behind, the kept answer."""
    hana = calling("hana")
    with CaptureQueriesContext(connection) as queries:
        said = hana("POST", "/reservations", SLOT, Idempotency_Key="one")
    # A test runs inside a transaction and a scope of its own: the savepoint and its return are not the server's.
    of_test = [q for q in queries if "SAVEPOINT" in q["sql"] or q["sql"].startswith("SELECT set_config")]
    assert len(of_test) == 3
    # The gates of training, permits and unpaid bills ask one each.
    assert len(queries) - len(of_test) == 9
    assert f'db;desc="{len(queries)}"' in said["Server-Timing"]


def test_a_whole_life(calling):
    hana = calling("hana")
    code = hana("POST", "/reservations", SLOT).json()["code"]
    assert (
        hana("PATCH", f"/reservations/{code}", {"start": ELEVEN, "end": NOON}).json()["start"] == "2027-03-01T02:00:00Z"
    )
    shorter = hana("POST", f"/reservations/{code}/shorten", {"end": "2027-03-01T11:30:00+09:00"})
    assert shorter.json()["end"] == "2027-03-01T02:30:00Z"
    assert hana("POST", f"/reservations/{code}/cancel").json()["state"] == "cancelled"


def test_a_session(calling):
    from squaremile.kernel import clock

    hana = calling("hana")
    code = hana("POST", "/reservations", SLOT).json()["code"]
    with clock.as_of(MONDAY + timedelta(hours=1)):
        begun = hana("POST", f"/reservations/{code}/sessions")
        assert begun.status_code == 201
        assert begun.json()["ended_at"] is None
    with clock.as_of(MONDAY + timedelta(hours=1, minutes=30)):
        ended = hana("POST", f"/sessions/{begun.json()['code']}/end")
    assert ended.json()["ended_at"] == "2027-03-01T01:30:00Z"


def test_a_refusal_is_a_problem_in_both_languages(calling):
    calling("hana")("POST", "/reservations", SLOT)
    said = calling("sora")("POST", "/reservations", SLOT, Accept_Language="en")
    assert said.status_code == 409
    assert said["Content-Type"] == "application/problem+json"
    problem = said.json()
    assert problem["code"] == "booking.slot_taken"
    assert problem["title"] == problem["detail"]["en"]
    assert problem["detail"]["ko"] == "그 시간에는 이미 다른 예약이나 정비가 있습니다."
    assert problem["type"] == "urn:squaremile:refusal:booking.slot_taken"


@pytest.mark.parametrize(
    ("language", "title"), [("ko", "입력을 확인해 주십시오."), ("en", "Please check what you entered.")]
)
def test_speaks_the_language_asked_for(calling, language, title):
    assert calling("hana")("POST", "/reservations", {}, Accept_Language=language).json()["title"] == title


def test_a_refusal_leaves_nothing_behind(calling):
    hana = calling("hana")
    hana("POST", "/reservations", SLOT)
    assert hana("POST", "/reservations", SLOT).status_code == 409
    assert hana("GET", "/me").status_code == 200


def test_an_admin_books_for_a_colleague_by_address(calling):
    assert calling("hajin")("POST", "/reservations", {**SLOT, "person": "hana@example.org"}).status_code == 201


def test_a_rivals_person_is_as_unknown_as_nobody(calling):
    hajin = calling("hajin")
    rival = hajin("POST", "/reservations", {**SLOT, "person": "sora@example.org"})
    nobody = hajin("POST", "/reservations", {**SLOT, "person": "nobody@example.org"})
    assert rival.status_code == nobody.status_code == 404
    assert rival.content == nobody.content


def test_a_rivals_booking_is_as_missing_as_none(calling):
    code = calling("hana")("POST", "/reservations", SLOT).json()["code"]
    theirs = calling("sora")("POST", f"/reservations/{code}/cancel")
    none = calling("sora")("POST", "/reservations/RS-00000000/cancel")
    assert theirs.status_code == none.status_code == 404
    assert theirs.content == none.content
