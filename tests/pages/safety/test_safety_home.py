"""Safety home, sessions, hours, gates, figures and classes as pages: who is shown what, and what their forms do."""

from datetime import date, timedelta

import pytest

from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.models import AreaPack
from squaremile.safety.reads import storeys
from squaremile.web.pages.safety import home_sections
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE

KEEPERS = ("site_director", "safety_officer", "lab_operations")
SESSION = {"course": "DRILL", "start": "2027-03-02T10:00", "end": "2027-03-02T12:00", "most": "1", "place": "R201", "trainer": ""}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def course(world):
    with world.as_("safety"):
        safety.publish_course(code="DRILL", minutes=120, signed_off=True, name_ko="소방 훈련", name_en="Drill", counts_as="regular")
        safety.need_course(course="DRILL", role="scientist")


@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, course, who):
    role, company = PEOPLE[who]
    watches = role in (*KEEPERS, "auditor", "company_admin")
    stock = company or role in (*KEEPERS, "auditor")
    expected = {
        "/safety/": 200, "/safety/training/training-sessions/": 200, "/safety/training/gates/": 200, "/safety/figures/": 200,
        "/safety/figures/us-ibc/": 200, "/safety/figures/none/": 404, "/safety/substance-classes/": 200 if stock else 403,
        "/safety/training/hours/": 200 if watches else 403, "/safety/training/hours/export/": 200 if watches else 403,
    }  # fmt: skip
    client = browser(world, who, "ko" if company else "en")
    assert {address: client.get(address).status_code for address in expected} == expected


def test_every_section_has_a_page_and_is_shown_to_those_it_is_for(world, course):
    for who in ("director", "hana"):
        with world.as_(who):
            shown = home_sections.shown()
            assert {one.section.key for one in shown} == {e.key for e in home_sections.sections() if PEOPLE[who][0] in e.roles}
            assert all(one.url for one in shown)


def test_home_says_what_presses(world, course):
    with world.as_("hana"):
        made = safety.add_substance(phase="liquid", name_en="Our brew")
        safety.enter_classes(substance=made.code, scheme="us-ibc", hazards=["combustible-II"], read_in="SDS", read_on=date(2027, 2, 1))
        safety.ask_to_bring(substance=made.code, how_much="1 L", place="R202")
    with world.as_("safety"):
        safety.set_hours_duty(person=world.people["hana"], grade="high", employee=True, diagnosed=True, joined_on=date(2026, 1, 5))
    officer, hana, sora = (browser(world, who, "en").get("/safety/").content.decode() for who in ("safety", "hana", "sora"))
    for said in ("Our brew", "Hanbit Bio", "0 / 2", "Hana Kim"):
        assert said in officer
    assert "Not taken" in hana and "Our brew" in hana and "Saebom" not in hana
    assert "Our brew" not in sora and "Hanbit" not in sora and "Hana" not in sora


def test_a_storey_with_more_areas_than_a_pack_allows_is_flagged(world):
    """Three are allowed on the second storey; a fourth was in force before the pack said so."""
    with world.as_("safety"):
        for n in range(3):
            safety.declare_area(building="JB-A", storey=2, name_ko=f"구역 {n}", code=f"CA-{n}")
            safety.put_pack_in_force(area=f"CA-{n}", pack="us-ibc", since=date(2020, 1, 1))
        assert storeys.too_full() == []
        fourth = safety.declare_area(building="JB-A", storey=2, name_ko="구역 3")
        AreaPack.objects.create(area=fourth, pack="us-ibc", since=date(2020, 1, 1))
        assert [(row.storey, row.areas, row.most) for row in storeys.too_full()] == [(2, 4, 3)]
    assert "storey 2: 4 control areas, 3 allowed" in browser(world, "safety", "en").get("/safety/").content.decode()


def test_a_session_from_announcement_to_attendance(world, course):
    officer, hana, sora = (browser(world, who, "en") for who in ("safety", "hana", "sora"))
    page = "/safety/training/training-sessions/"
    assert hana.post(page, SESSION).status_code == 403
    assert officer.post(page, SESSION | {"end": "2027-03-02T09:00"}).status_code == 422
    assert officer.post(page, SESSION).status_code == 303
    code = hana.get(page).content.decode().partition("/training-sessions/TS-")[2].partition("/")[0]
    one = f"{page}TS-{code}/"
    assert hana.post(one, {"act": "sign_up"}).status_code == 303
    assert hana.post(one, {"act": "sign_up"}).status_code == 409
    assert "Wait for a place" in sora.get(one).content.decode() and "Hana Kim" not in sora.get(one).content.decode()
    assert sora.post(one, {"act": "sign_up"}).status_code == 303
    assert hana.post(one, {"act": "give_up"}).status_code == 303
    assert "Coming" in sora.get(one).content.decode()
    assert "Sora Lee" not in hana.get(one).content.decode()
    with clock.as_of(MONDAY + timedelta(days=2)):
        asked = officer.get(one).content.decode()
        ref = asked.partition('name="present" value="')[2].partition('"')[0]
        assert officer.post(one, {"act": "attend", "present": [ref]}).status_code == 303
        assert "Attended" in officer.get(one).content.decode()
        assert "Signed off by a trainer" in sora.get("/safety/training/").content.decode()


def test_hours_are_set_seen_and_exported(world, course):
    admin, rival = browser(world, "hajin", "en"), browser(world, "sujin", "en")
    page = admin.get("/safety/training/hours/").content.decode()
    ref = page.rpartition("Hana Kim")[0].rpartition('<option value="')[2].partition('"')[0]
    said = {"person": ref, "grade": "high", "employee": "on", "joined_on": "2026-01-05"}
    assert admin.post("/safety/training/hours/", said | {"joined_on": "2030-01-01"}).status_code == 422
    assert admin.post("/safety/training/hours/", said).status_code == 303
    assert rival.post("/safety/training/hours/", said).status_code == 422
    shown = admin.get("/safety/training/hours/?short=1").content.decode()
    assert "High-risk laboratory" in shown and "Late" not in rival.get("/safety/training/hours/").content.decode()
    rows = admin.get("/safety/training/hours/export/").content.decode("utf-8-sig").splitlines()
    assert rows[1].startswith("Hana Kim,Hanbit Bio,High-risk laboratory,Training for newcomers,2026-01-05,2026-07-05,240,0,240,K")
    assert len(rows) == 4
    assert len(rival.get("/safety/training/hours/export/").content.decode("utf-8-sig").splitlines()) == 1


def test_gates_are_declared_and_ended(world, course):
    officer, hana = browser(world, "safety", "en"), browser(world, "hana", "en")
    page = "/safety/training/gates/"
    for kind, what, scheme in (("access", "R201", ""), ("class", "flammable-IB", "us-ibc"), ("instrument", "CHILLER", ""), ("place", "R202", "")):
        said = {"course": "DRILL", "kind": kind, "what": what, "scheme": scheme}
        assert hana.post(page, said).status_code == 403
        assert officer.post(page, said).status_code == 303
        assert officer.post(page, said).status_code == 409
    assert "us-ibc flammable-IB" in hana.get(page).content.decode()
    assert officer.post(page, {"act": "end", "course": "DRILL", "kind": "access", "what": "R201"}).status_code == 303
    assert officer.post(page, {"course": "DRILL", "kind": "class", "what": "sleepy", "scheme": "us-ibc"}).status_code == 422


def test_figures_are_verified_and_classes_agreed(world):
    officer, hana, operator = (browser(world, who, "en") for who in ("safety", "hana", "operator"))
    page, said = "/safety/figures/us-ibc/", {"row": "floor:1:1", "read_in": "IBC 2021", "read_on": "2027-02-01"}
    assert "I have read it there" in officer.get(f"{page}?row=floor:1:1").content.decode()
    assert "I have read it there" not in hana.get(f"{page}?row=floor:1:1").content.decode()
    assert [c.post(page, said).status_code for c in (hana, operator, officer, officer)] == [403, 403, 303, 409]
    assert "IBC 2021" in hana.get(page).content.decode() and "Safety An" in officer.get(page).content.decode()
    with world.as_("hana"):
        made = safety.add_substance(phase="liquid", name_en="Our brew")
        safety.enter_classes(substance=made.code, scheme="us-ibc", hazards=["combustible-II"], read_in="Sheet 7", read_on=date(2027, 2, 1))
    page, said = "/safety/substance-classes/", {"substance": made.code, "scheme": "us-ibc", "hazard": ["combustible-II"]}
    waiting = officer.get(f"{page}?waiting=1").content.decode()
    assert "Our brew" in waiting and "Hana Kim" in waiting and "Sheet 7" in waiting
    assert "Our brew" not in browser(world, "sora", "en").get(page).content.decode()
    assert [c.post(page, said).status_code for c in (hana, operator)] == [403, 403]
    assert officer.post(page, said | {"hazard": ["combustible-IIIA"]}).status_code == 409
    assert officer.post(page, said).status_code == 303
    assert "Nothing waits for safety" in officer.get(f"{page}?waiting=1").content.decode()
    assert "Agreed" in hana.get(page).content.decode()


def test_what_an_inspector_would_ask_for_stands_on_the_home_and_on_her_sheet(world, course):
    """An age is no lateness: a finding 20 days old with a later day is not over; an expired permit is said to be."""
    with world.as_("safety"):
        safety.adopt_permit_kinds()
        safety.set_room_risk(place="R201", grade="high", organisation="HANBIT")
        made = safety.record_permit(permit_kind="kr-hazmat-small", permit_number="A-1", issued_on=date(2027, 2, 1), valid_until=date(2027, 3, 10))
        found = safety.raise_finding(place="R201", what_is_wrong="A blocked exit", due_on=date(2027, 3, 30))
    with clock.as_of(MONDAY + timedelta(days=20)):
        officer = browser(world, "safety", "en")
        home, sheet = (officer.get(page).content.decode() for page in ("/safety/", "/safety/inspector/"))
        for page in (home, sheet):
            assert "Expired permits: 1" in page and "Overdue findings" not in page and "days over" not in page
        assert "8–30 days old: 1" in home and "An inspector today would ask for…" in home
        assert made.code in sheet and "A-1" in sheet and "Expired" in sheet
        assert found.code in officer.get("/safety/findings/?age=month").content.decode()
        assert found.code not in officer.get("/safety/findings/?age=week").content.decode()
        assert "Expired permits" not in browser(world, "hana", "en").get("/safety/").content.decode()
    with clock.as_of(MONDAY + timedelta(days=31)):
        assert "Overdue findings: 1" in browser(world, "safety", "en").get("/safety/").content.decode()
        assert "기한이 지난 지적 사항: 1" in browser(world, "safety", "ko").get("/safety/inspector/").content.decode()


def test_a_permit_that_is_needed_and_that_nobody_holds_is_missing(world):
    officer = browser(world, "safety", "en")
    with world.as_("safety"):
        safety.adopt_permit_kinds()
        assert "Nothing is missing or over its day." in officer.get("/safety/inspector/").content.decode()
        safety.need_permit(permit_kind="ma-generator-id", organisation="HANBIT")
        safety.need_permit(permit_kind="kr-lmo-facility")
    for page in ("/safety/", "/safety/inspector/"):
        shown = officer.get(page).content.decode()
        assert "Permits that are needed and that nobody holds: 1" in shown and "hazardous waste generator ID (Hanbit Bio)" in shown
        assert "Permits needed to bring some materials in, which nobody holds: 1" in shown
        assert "Nothing is missing" not in shown
