"""The planner's board: what it draws, and that a drag is the form's operation with the form's refusals."""

import json

import pytest

from squaremile.network import operations as network
from squaremile.network.models import VisitStop
from tests.network.visits import staged
from tests.network.visits.staged import at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
FEED, PLACE = "/network/visits/DG-1/planner/board", "/network/visits/DG-1/planner/place"


@pytest.fixture
def staged_visit(world):
    with world.as_("programme"):
        staged.visit()


def put(client, **body):
    return client.post(PLACE, json.dumps(body), content_type="application/json", headers={"Accept": "application/json"})


def test_days_are_rows_and_wishes_wait_above_them(visit, world, staged_visit):
    with world.as_("programme"):
        network.add_stop(delegation="DG-1", code="VS-1", kind="meeting", wish="VW-2", start=at(14, day=1), end=at(15, day=1))
        network.add_stop(delegation="DG-1", code="VS-2", kind="ceremony", title_en="Signing", start=at(14, 30, day=1), end=at(16, day=1),
                         fixed=True)
    drawn = visit("programme", "en").get(FEED, headers={"Accept": "application/json"}).json()
    assert [(r["id"], r["locked_reason"], r["state"]) for r in drawn["resources"]] == [
        ("wishes", "2 wishes", "in_use"), ("2027-03-08", "0 stops", "free"), ("2027-03-09", "2 stops · 2 clash", "fault"),
    ]
    assert {(e["id"], e["resource"], e["start"][:16], e["look"], e["editable"]) for e in drawn["events"]} == {
        ("wish:VW-1", "wishes", "2027-03-08T09:00", "pending", True), ("wish:VW-3", "wishes", "2027-03-08T10:00", "pending", True),
        ("stop:VS-1", "2027-03-09", "2027-03-08T14:00", "fault", True), ("stop:VS-2", "2027-03-09", "2027-03-08T14:30", "fault", False),
    }


def test_a_drag_puts_a_wish_into_a_day_and_says_what_clashes(visit, world, staged_visit):
    client = visit("programme", "en")
    made = put(client, id="wish:VW-1", row="2027-03-09", start="2027-03-08T10:00:00", end="2027-03-08T11:00:00")
    assert made.status_code == 200
    assert made.json()["clashes"] == ["This is not a time when the host is free."]
    code = made.json()["id"].removeprefix("stop:")
    moved = put(client, id=f"stop:{code}", row="2027-03-08", start="2027-03-08T10:15:00", end="2027-03-08T11:30:00")
    assert moved.json() == {"id": f"stop:{code}", "clashes": []}
    with world.as_("programme"):
        stop = VisitStop.objects.get(code=code)
        assert (stop.period.start, stop.period.end, stop.language, stop.people.count()) == (at(10, 15), at(11, 30), "en", 3)


@pytest.mark.parametrize(("said", "status", "code"), [
    ({"id": "wish:VW-1", "row": "2027-03-10", "start": "2027-03-08T10:00", "end": "2027-03-08T11:00"}, 422, "network.outside_visit"),
    ({"id": "wish:VW-1", "row": "2027-03-08", "start": "2027-03-08T11:00", "end": "2027-03-08T11:00"}, 422, "network.span_empty"),
    ({"id": "wish:VW-9", "row": "2027-03-08", "start": "2027-03-08T10:00", "end": "2027-03-08T11:00"}, 404, "network.wish_unknown"),
    ({"id": "stop:VS-9", "row": "2027-03-08", "start": "2027-03-08T10:00", "end": "2027-03-08T11:00"}, 404, "network.stop_unknown"),
    ({"id": "day:VS-9", "row": "2027-03-08", "start": "2027-03-08T10:00", "end": "2027-03-08T11:00"}, 422, "core.bad_input"),
    ({"id": "wish:VW-1", "row": "soon", "start": "2027-03-08T10:00", "end": "2027-03-08T11:00"}, 422, "core.bad_input"),
    ([], 422, "core.bad_input"),
])
def test_what_the_form_refuses_is_refused(visit, staged_visit, said, status, code):
    answer = visit("programme").post(PLACE, json.dumps(said), content_type="application/json", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_time_that_the_clocks_leave_out_is_refused(visit, world):
    with world.as_("programme"):
        staged.delegation("DG-1", starts_on=staged.FIRST.replace(day=14), ends_on=staged.FIRST.replace(day=14))
        network.add_wish(delegation="DG-1", code="VW-1", title_en="Early")
    answer = put(visit("programme", "en"), id="wish:VW-1", row="2027-03-14", start="2027-03-14T02:15:00", end="2027-03-14T03:15:00")
    assert answer.status_code == 422
    assert "The clocks change then" in answer.json()["title"]


@pytest.mark.parametrize("who", ["hana", "sora", "auditor", "operator"])
def test_others_neither_see_nor_move(visit, staged_visit, who):
    assert visit(who).get(FEED).status_code == 403
    assert put(visit(who), id="wish:VW-1", row="2027-03-08", start="2027-03-08T10:00", end="2027-03-08T11:00").status_code == 403
