"""Pages of inspections and findings: who may open them, and one walk from the phone to the closed finding."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from squaremile.core.models import StoredFile
from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.models import Finding, Inspection
from tests.pages.people import browser
from tests.parts.safety_inspections import ITEMS
from tests.world import MONDAY, PEOPLE

KEEPERS = ("site_director", "safety_officer", "lab_operations")
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def kept(world):
    with world.as_("safety"):
        safety.publish_inspection_list(
            code="DAILY", list_kind="daily", list_items=ITEMS, every_days={"high": 1}, read_in="지침", name_ko="일상점검", name_en="Daily check"
        )
        safety.set_room_risk(place="R201", grade="high", organisation="HANBIT")
    with world.as_("hana"):
        made = safety.carry_out_inspection(inspection_list="DAILY", place="R201", checked={"exits": "poor", "labels": "good"})
    with world.as_("safety"):
        return made.code, Finding.objects.get().code


@pytest.mark.parametrize(("who", "language"), [(who, ("ko", "en")[n % 2]) for n, who in enumerate(PEOPLE)])
def test_each_role_gets_what_is_hers(world, kept, who, language):
    role, company = PEOPLE[who]
    inspection, finding = kept
    keeps, sees = role in KEEPERS, company or role in (*KEEPERS, "auditor")
    hers = 403 if not sees else 404 if company == "SAEBOM" else 200
    acts = 403 if not (company or keeps) else 404 if company == "SAEBOM" else 200
    expected = {
        "/safety/inspections/": 200 if sees else 403, "/safety/findings/": 200 if sees else 403,
        "/safety/inspections/rooms/": 200 if keeps else 403, "/safety/inspections/lists/": 200 if sees else 403,
        "/safety/findings/raise/": 200 if company or keeps else 403, "/safety/inspector/": 200 if keeps or role == "auditor" else 403,
        f"/safety/inspections/{inspection}/": hers, f"/safety/findings/{finding}/": hers, "/safety/inspections/do/DAILY/R201/": acts,
    }  # fmt: skip
    client = browser(world, who, language)
    assert {address: client.get(address).status_code for address in expected} == expected


def test_from_the_phone_to_the_closed_finding(world, kept, settings, tmp_path):
    hana, officer = browser(world, "hana"), browser(world, "safety")
    address = "/safety/inspections/do/DAILY/R201/"
    assert hana.post(address, {"said-exits": "good"}).status_code == 422
    filled = {"form_token": "abc", "said-exits": "good", "said-labels": "poor", "remark-labels": "faded",
              "photo-labels": SimpleUploadedFile("label.png", PNG)}  # fmt: skip
    first = hana.post(address, filled)
    again = hana.post(address, filled | {"photo-labels": SimpleUploadedFile("label.png", PNG)})
    assert (first.status_code, again.status_code, first.url) == (303, 303, again.url)
    with world.as_("safety"):
        assert (Inspection.objects.count(), StoredFile.objects.count()) == (2, 1)
        found = Finding.objects.get(item="labels").code
    shown = hana.get(f"/safety/findings/{found}/").content.decode()
    assert "faded" in shown
    assert "/files/" in shown
    page = f"/safety/findings/{found}/"
    assert page in hana.get(first.url).content.decode()
    assert hana.post(f"{page}mend/", {"what_was_done": ""}).status_code == 422
    assert hana.post(f"{page}mend/", {"what_was_done": "new labels", "photo": SimpleUploadedFile("a.png", PNG)}).status_code == 303
    assert hana.post(f"{page}verify/", {"approve": "yes"}).status_code == 403
    assert officer.post(f"{page}assign/", {"responsible": "SAEBOM", "due_on": "2027-03-09"}).status_code == 422
    assert officer.post(f"{page}assign/", {"responsible": "HANBIT", "due_on": "2027-03-09"}).status_code == 303
    assert officer.post(f"{page}verify/", {"approve": "yes", "remark": "seen"}).status_code == 303
    assert found in officer.get("/safety/findings/?closed").content.decode()
    assert hana.post("/safety/findings/raise/", {"place": "R201", "what_is_wrong": "leak", "severity": "minor"}).status_code == 303


def test_lists_and_rooms(world, kept):
    officer = browser(world, "safety")
    assert "KR-PRECISE" in officer.get("/safety/inspections/lists/").content.decode()
    assert officer.post("/safety/inspections/lists/", {"shipped": "KR-PRECISE"}).status_code == 303
    assert officer.post("/safety/inspections/rooms/", {"place": "R202", "grade": "low", "diagnosed": "on"}).status_code == 303
    assert officer.post("/safety/inspections/rooms/", {"place": "R201-B1", "grade": "low"}).status_code == 422
    sheet = officer.get("/safety/inspector/").content.decode()
    assert "Daily check" in sheet
    assert "In-depth safety diagnosis" in officer.get("/safety/inspections/").content.decode()
    assert 'name="diagnosis_grade"' in officer.get("/safety/inspections/do/KR-PRECISE/R202/").content.decode()
