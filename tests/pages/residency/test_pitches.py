"""Pages of the day of pitches: the staff's schedule, the applicant's door, the panel's door without a name."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.residency.models import PitchSitting, PitchSlot
from tests.pages.people import browser
from tests.residency.applying import opened_call, secret
from tests.residency.reviewing import in_review, reviewer, round_of
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def entered(email):
    client = Client()
    client.get(reverse("door_enter", args=[secret(email)]))
    return client


@pytest.mark.parametrize(("lang", "title"), [("ko", "발표 심사"), ("en", "Pitches")])
def test_from_a_sitting_to_the_doors(world, lang, title):
    call = opened_call(world)
    codes = [in_review(world, call, f"ceo{n}@prospect{n}.example", name_ko=f"새싹{n}호") for n in range(2)]
    judge = reviewer(world, "judge@univ.example")
    found = round_of(world, call, assign=False, review_stage="pitch", quorum=1)
    staff, url = browser(world, "programme", lang), reverse("residency_pitches", args=[found])
    said = {"start": "2027-03-11T14:00", "pitch_count": "2", "pitch_minutes": "20", "pitch_pause": "5", "place": "R201", "panel": judge}
    assert title in staff.get(url).content.decode()
    assert staff.post(reverse("residency_pitch_add", args=[found]), said | {"panel": ""}).status_code == 422
    assert staff.post(reverse("residency_pitch_add", args=[found]), said | {"start": "2020-03-11T14:00"}).status_code == 422
    for name, data in (("add", said), ("plan", {}), ("invite", {})):
        assert staff.post(reverse(f"residency_pitch_{name}", args=[found]), data).status_code == 303
    with CaptureQueriesContext(connection) as few:
        page = staff.get(url).content.decode()
    assert "새싹0호" in page
    assert "14:20" in page
    assert "새싹0호" in staff.get(reverse("residency_round", args=[found])).content.decode()
    hers = entered("ceo0@prospect0.example").get(reverse("door_read", args=[codes[0]])).content.decode()
    assert "2027-03-11" in hers or "3월 11일" in hers or "Mar" in hers
    judges = entered("judge@univ.example").get(reverse("door_reviewer")).content.decode()
    assert "14:20" in judges
    assert "새싹" not in judges
    with world.as_("programme"):
        slot, sitting = PitchSlot.objects.get(application__code=codes[0]).code, PitchSitting.objects.get().code
        residency.open_pitch_sitting(review_round=found, start=MONDAY + timedelta(days=20), panel=[judge], link="https://b.example")
    with CaptureQueriesContext(connection) as more:
        staff.get(url)
    assert len(more) == len(few)
    assert staff.post(reverse("residency_pitch_place", args=[found, slot])).status_code == 303
    assert staff.post(reverse("residency_pitch_cancel", args=[found, sitting])).status_code == 303
    assert "취소" in entered("ceo0@prospect0.example").get(
        reverse("door_read", args=[codes[0]]), headers={"Accept-Language": "ko"}).content.decode()
    assert browser(world, "auditor").get(url).status_code == 200
    assert browser(world, "auditor").post(reverse("residency_pitch_plan", args=[found])).status_code == 403
    assert browser(world, "sora").get(url).status_code == 403
