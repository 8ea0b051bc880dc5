"""POST /safety/can-bring: yes, no, it needs approval; and what is no question."""

import pytest

from tests.safety.shelves import lock, two_rooms

pytestmark = pytest.mark.django_db
BOTTLE = {"substance": "67-64-1", "how_much": "1 L", "place": "R201"}


@pytest.fixture(autouse=True)
def rooms(world):
    two_rooms(world)


def test_yes_approval_and_no(world, calling):
    hana = calling("hana")
    yes, waits = (hana("POST", "/safety/can-bring", BOTTLE | {"place": room}) for room in ("R201", "R202"))
    assert [(each.status_code, each.json()["answer"], each.json()["state"]) for each in (yes, waits)] == [
        (201, "yes", "answered"), (201, "needs_approval", "asked"),
    ]  # fmt: skip
    lock(world)
    no = hana("POST", "/safety/can-bring", BOTTLE).json()
    assert (no["answer"], no["told"]["barred"][0]["code"], no["told"]["ways_out"][0]["kind"]) == ("no", "safety.place_locked", "release")
    assert hana("POST", "/safety/containers", BOTTLE).json()["code"] == "safety.place_locked"


@pytest.mark.parametrize(("wrong", "status", "code"), [
    ({"substance": "unobtainium X"}, 404, "safety.substance_unknown"), ({"substance": "67-64-2"}, 422, "safety.cas_wrong"),
    ({"how_much": "viel"}, 422, "safety.amount_unreadable"), ({"how_much": "-1 L"}, 422, "safety.amount_unreadable"),
    ({"condition": "asleep"}, 422, "safety.condition_unknown"), ({"place": "R999"}, 404, "core.not_found"),
])  # fmt: skip
def test_what_is_no_question(calling, wrong, status, code):
    found = calling("hana")("POST", "/safety/can-bring", BOTTLE | wrong)
    assert (found.status_code, found.json()["code"]) == (status, code)
