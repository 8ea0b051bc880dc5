"""The same request with the same key is done once."""

from django.db import connection

from squaremile.core import idempotency
from squaremile.kernel.scope import scope, system

SLOT = {"equipment": "CONFOCAL", "start": "2027-03-01T10:00:00+09:00", "end": "2027-03-01T11:00:00+09:00"}
OTHER = {**SLOT, "equipment": "CHILLER"}


def test_the_first_answer_is_given_again(calling, world):
    hana = calling("hana")
    first = hana("POST", "/reservations", SLOT, Idempotency_Key="morning")
    again = hana("POST", "/reservations", SLOT, Idempotency_Key="morning")
    assert (again.status_code, again.content) == (201, first.content)
    assert again["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first
    with world.as_("hana"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM booking_reservation")
        assert cursor.fetchone() == (1,)


def test_a_key_is_not_for_something_else(calling):
    hana = calling("hana")
    hana("POST", "/reservations", SLOT, Idempotency_Key="morning")
    said = hana("POST", "/reservations", OTHER, Idempotency_Key="morning")
    assert said.status_code == 422
    assert said.json()["code"] == "core.idempotency_key_reused"


def test_keys_are_each_persons_own(calling):
    calling("hana")("POST", "/reservations", SLOT, Idempotency_Key="morning")
    said = calling("sora")("POST", "/reservations", OTHER, Idempotency_Key="morning")
    assert said.status_code == 201
    assert "Idempotency-Replayed" not in said


def test_a_refusal_is_asked_anew(calling):
    """Nothing had happened, so nothing is kept."""
    hana, sora = calling("hana"), calling("sora")
    code = hana("POST", "/reservations", SLOT).json()["code"]
    assert sora("POST", "/reservations", SLOT, Idempotency_Key="try").status_code == 409
    hana("POST", f"/reservations/{code}/cancel")
    assert sora("POST", "/reservations", SLOT, Idempotency_Key="try").status_code == 201


def test_a_key_has_a_sane_length(calling):
    said = calling("hana")("POST", "/reservations", SLOT, Idempotency_Key="k" * 101)
    assert said.status_code == 422


def test_the_worker_forgets_after_a_week_and_nobody_else_may(calling, world):
    hana = calling("hana")
    hana("POST", "/reservations", SLOT, Idempotency_Key="old")
    hana("POST", "/reservations", OTHER, Idempotency_Key="new")
    with world.as_("hana"), connection.cursor() as cursor:
        cursor.execute("UPDATE core_idempotent_request SET at = now() - interval '8 days' WHERE key = 'old'")
        assert idempotency.forget() == 0
    with scope(system("worker")):
        assert idempotency.forget() == 1
    with world.as_("hana"), connection.cursor() as cursor:
        cursor.execute("SELECT key FROM core_idempotent_request")
        assert cursor.fetchall() == [("new",)]
