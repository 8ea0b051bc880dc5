"""Pages of incidents and waste: who may open them, a report in one sentence, and one walk through each."""

import pytest

from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.models import Drill, Finding, Incident, PlaceLock, WasteContainer, WastePickup
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE

KEEPERS = ("site_director", "safety_officer", "lab_operations")


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def spill(world):
    with world.as_("hana"):
        return safety.report_incident(what_happened="spilt", incident_kind="spill", place="R201", hurt=["Kim Hurt"]).code


@pytest.mark.parametrize(("who", "language"), [(who, ("en", "ko")[n % 2]) for n, who in enumerate(PEOPLE)])
def test_each_role_gets_what_is_hers(world, spill, who, language):
    role, company = PEOPLE[who]
    keeps, sees = role in KEEPERS, bool(company) or role in (*KEEPERS, "auditor")
    hers = 403 if not sees else 404 if company == "SAEBOM" else 200
    expected = {
        "/safety/incidents/": 200 if sees else 403, "/safety/incidents/report/": 403 if role == "auditor" else 200,
        "/safety/incidents/lock/": 200 if keeps else 403, f"/safety/incidents/{spill}/": hers, "/safety/drills/": 200 if sees else 403,
        "/safety/waste/": 200 if sees else 403, "/safety/waste/start/": 200 if company or keeps else 403,
        "/safety/waste/collect/": 200 if role in ("site_director", "lab_operations") else 403,
        "/safety/waste/generators/": 200 if keeps else 403, "/public/safety/near-miss/": 200,
    }  # fmt: skip
    client = browser(world, who, language)
    assert {address: client.get(address).status_code for address in expected} == expected


def test_anybody_reports(world):
    for client in (browser(world), browser(world, "hana")):
        assert client.get("/public/safety/near-miss/?room=R201").status_code == 200
        assert client.post("/public/safety/near-miss/", {"what_happened": ""}).status_code == 422
        answer = client.post("/public/safety/near-miss/", {"what_happened": "nearly", "place": "R201"}, follow=True)
        assert "Safety has it" in answer.content.decode()
    with world.as_("safety"):
        assert [(i.anonymous, i.organisation_id, i.people.count()) for i in Incident.objects.all()] == [(True, None, 0)] * 2
    assert browser(world, "finance").post("/safety/incidents/report/", {"what_happened": "slipped", "incident_kind": "injury"}).status_code == 303


def test_from_the_report_to_the_closed_incident(world, spill):
    officer, hana = browser(world, "safety"), browser(world, "hana")
    page = f"/safety/incidents/{spill}/"
    assert "Kim Hurt" in hana.get(page).content.decode()
    assert "Kim Hurt" not in browser(world, "auditor").get(page).content.decode()
    assert hana.post(page, {"act": "close"}).status_code == 403
    assert officer.post(page, {"act": "classify", "incident_kind": "spill", "notice_clocks": ["kr-lab-general"]}).status_code == 303
    assert officer.post(page, {"act": "notice", "notice_clock": "kr-lab-general", "authority_reference": "N-1"}).status_code == 303
    assert officer.post(page, {"act": "person", "incident_part": "injured", "person_name": "Lee Hurt", "days_lost": "2"}).status_code == 303
    assert officer.post("/safety/incidents/lock/", {"place": "R201", "why_locked": "fumes", "incident": spill}).status_code == 303
    assert officer.post(page, {"act": "investigate", "found_out": "slipped", "root_causes": "no tray\nwet floor"}).status_code == 303
    assert officer.post(page, {"act": "correct", "what_to_correct": "", "severity": "major", "due_on": "2027-03-09"}).status_code == 422
    assert officer.post(page, {"act": "correct", "what_to_correct": "a tray", "severity": "major", "due_on": "2027-03-09"}).status_code == 303
    assert officer.post(page, {"act": "close"}).status_code == 409
    desk = officer.get("/safety/incidents/").content.decode()
    assert "fumes" in desk
    assert "fumes" not in hana.get("/safety/incidents/").content.decode()
    with world.as_("safety"):
        held, fix = PlaceLock.objects.get().code, Finding.objects.get().code
    assert officer.post(f"/safety/locks/{held}/release/", {"looked_at": "air"}).status_code == 303
    assert hana.post(f"/safety/findings/{fix}/mend/", {"what_was_done": "tray"}).status_code == 303
    assert officer.post(f"/safety/findings/{fix}/verify/", {"approve": "yes"}).status_code == 303
    assert officer.post(page, {"act": "close"}).status_code == 303
    shown = officer.get("/safety/inspector/").content.decode()
    assert "Incidents and notices of the last year" in shown
    assert "Kim Hurt" not in shown


def test_drills(world):
    officer = browser(world, "safety")
    assert officer.post("/safety/drills/", {"drill_kind": "fire", "place": "JB-A", "planned_on": "2027-03-20"}).status_code == 303
    with world.as_("safety"):
        code = Drill.objects.get().code
    assert officer.post(f"/safety/drills/{code}/", {"people_counted": "41", "lessons": "signs"}).status_code == 303
    assert "signs" in browser(world, "hana").get("/safety/drills/").content.decode()


def test_waste_from_the_bench_to_the_bill(world):
    operator, hana = browser(world, "operator"), browser(world, "hana")
    assert operator.post("/safety/waste/generators/", {"name_en": "Centre", "waste_regime": "us"}).status_code == 303
    assert operator.post("/safety/waste/generators/", {"waste_regime": "us"}).status_code == 409
    with world.as_("hana"):
        from squaremile.safety.reads import waste

        generator = waste.may_use()[0][0]
    said = {"waste_stream": "organic", "contents": "acetone", "place": "R201", "waste_generator": generator}
    assert hana.post("/safety/waste/start/", said).status_code == 303
    with world.as_("hana"):
        code = WasteContainer.objects.get().code
    assert hana.post(f"/safety/waste/{code}/act/", {"act": "fill", "weight_kg": "x"}).status_code == 422
    assert hana.post(f"/safety/waste/{code}/act/", {"act": "fill", "weight_kg": "12.5"}).status_code == 303
    assert browser(world, "sora").post(f"/safety/waste/{code}/act/", {"act": "store"}).status_code == 404
    assert hana.post(f"/safety/waste/{code}/act/", {"act": "store"}).status_code == 303
    assert "Carry it there" in hana.get("/safety/waste/").content.decode()
    assert hana.post(f"/safety/waste/{code}/act/", {"act": "store"}).status_code == 409
    assert hana.post(f"/safety/waste/{code}/act/", {"act": "store", "place": "R202"}).status_code == 303
    assert "In store" in (shown := hana.get("/safety/waste/").content.decode())
    assert "202" in shown[shown.index(code):shown.index("In store")]
    paid = {"wastes": [code], "manifest": "M-1", "carrier": "Clean", "cost_minor": "90000"}
    assert operator.post("/safety/waste/collect/", paid).status_code == 303
    with world.as_("operator"):
        pickup = WastePickup.objects.get().code
    assert operator.post(f"/safety/waste-pickups/{pickup}/return/").status_code == 303
    assert "signed copy is back" in hana.get("/safety/waste/").content.decode()
