"""Pages of permits and permit packs: each role, both languages, a rival, the walk of one permit, and the packs' contents."""

import csv
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.reads import permits
from squaremile.spaces import operations as spaces
from squaremile.stores import operations as stores
from tests.pages.people import browser
from tests.pages.safety.test_agents import held as agents_held
from tests.world import MONDAY, PEOPLE

KEEPERS = ("site_director", "safety_officer", "lab_operations")
PACKS = ("cambridge-biosafety", "fire-inventory", "lmo-notification")
held = agents_held


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def codes(world):
    with world.as_("safety"):
        safety.adopt_permit_kinds()
        cluster = safety.record_permit(permit_kind="kr-hazmat-small", permit_number="A-1", issued_on=date(2027, 2, 1)).code
    with world.as_("hajin"):
        own = safety.record_permit(permit_kind="kr-waste", permit_number="HB-77", issued_on=date(2027, 2, 1)).code
    return cluster, own


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, codes, who, language):
    role, company = PEOPLE[who]
    cluster, own = codes
    sees = company == "HANBIT" or role in (*KEEPERS, "auditor", "programme")
    takes = bool(company) or role in (*KEEPERS, "auditor")
    expected = {
        "/safety/permits/": 200, "/safety/permits/kinds/": 200, f"/safety/permits/{cluster}/": 200,
        f"/safety/permits/{own}/": 200 if sees else 404,
        "/safety/permits/record/": 200 if company or role in KEEPERS else 403,
        "/safety/permits/kinds/declare/": 200 if role in KEEPERS else 403, "/safety/permits/needs/": 200 if role in KEEPERS else 403,
        "/safety/permits/packs/": 200 if takes else 403, "/safety/permits/packs/lmo-notification.csv": 200 if takes else 403,
    }  # fmt: skip
    client = browser(world, who, language)
    assert {address: client.get(address).status_code for address in expected} == expected
    assert ("HB-77" in client.get("/safety/permits/").content.decode()) is sees


def test_the_walk_of_a_permit(world):
    officer, admin = browser(world, "safety"), browser(world, "hajin")
    assert officer.post("/safety/permits/kinds/").status_code == 303
    kind = {"code": "mine", "name_en": "Mine", "held_by": "company", "remind_days": "30, 7", "blocks": ["access"], "hazards": "lmo, virus"}
    assert officer.post("/safety/permits/kinds/declare/", kind | {"remind_days": "x"}).status_code == 422
    assert officer.post("/safety/permits/kinds/declare/", kind).status_code == 303
    assert officer.post("/safety/permits/needs/", {"permit_kind": "mine"}).status_code == 303
    assert officer.post("/safety/permits/needs/", {"permit_kind": "mine"}).status_code == 409
    said = {"permit_kind": "mine", "permit_number": "M-1", "issued_on": "2027-02-01", "valid_until": "2027-03-20"}
    paper = SimpleUploadedFile("paper.pdf", b"%PDF-1.7 x", content_type="application/pdf")
    assert admin.post("/safety/permits/record/", said | {"permit_number": " "}).status_code == 422
    assert admin.post("/safety/permits/record/", said | {"upload": paper}).status_code == 303
    with world.as_("hajin"):
        row = permits.permits()[0]
    page = f"/safety/permits/{row.code}/"
    assert "paper.pdf" in admin.get(page).content.decode()
    assert admin.post(page, {"act": "confirm"}).status_code == 403
    assert officer.post(page, {"act": "refuse", "reason": ""}).status_code == 422
    assert officer.post(page, {"act": "confirm"}).status_code == 303
    assert "Ends soon" in admin.get("/safety/permits/").content.decode()
    assert admin.post(page, {"act": "end", "reason": "given back"}).status_code == 303
    assert "M-1" not in admin.get("/safety/permits/").content.decode()
    assert "M-1" in admin.get("/safety/permits/?all").content.decode()
    assert officer.post("/safety/permits/needs/", {"ends": "mine"}).status_code == 303


def lines(client, address):
    return list(csv.reader(client.get(address).content.decode("utf-8-sig").splitlines()))


def test_packs_hold_ones_own_alone_and_say_what_they_are_of(world, codes, held):
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="1층", name_en="Ground", sprinklered=True, rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=date(2020, 1, 1))
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        safety.receive_container(substance="67-64-1", how_much="1 gal", place="R201", organisation="HANBIT")
        safety.receive_container(substance="67-64-1", how_much="2 gal", place="R201", organisation="SAEBOM")
        safety.add_substance(phase="liquid", name_en="=HYPERLINK()", name_ko="이상")
    hana, rival, officer = browser(world, "hana", "en"), browser(world, "sora", "en"), browser(world, "safety", "en")
    totals = {}
    for who, client in (("hana", hana), ("rival", rival), ("officer", officer)):
        rows = lines(client, "/safety/permits/packs/fire-inventory.csv?lang=en")
        totals[who] = sorted({row[2] for row in rows if row and "IB" in row[0] and row[1] == "Storage"})
        assert rows[1] == ["As of", "2027-03-01 09:00 KST"]
        assert rows[3][0] == "Rule packs"
        assert "us-ibc (" in rows[3][1]
    assert totals == {"hana": ["1.000 gal"], "rival": ["2.000 gal"], "officer": ["3.000 gal"]}
    theirs = lines(officer, "/safety/permits/packs/fire-inventory.csv?lang=en&organisation=SAEBOM")
    assert sorted({row[2] for row in theirs if row and "IB" in row[0] and row[1] == "Storage"}) == ["2.000 gal"]
    for kind in PACKS:
        for language in ("ko", "en"):
            paper = hana.get(f"/safety/permits/packs/{kind}.pdf?lang={language}")
            assert paper.content.startswith(b"%PDF")
    shown = [hana, officer, rival]
    told = ["HeLa" in client.get("/safety/permits/packs/cambridge-biosafety.csv?lang=en").content.decode() for client in shown]
    assert told == [True, True, False]
    assert "HeLa" in officer.get("/safety/permits/packs/cambridge-biosafety.csv?organisation=HANBIT&lang=en").content.decode()
    assert "HeLa" not in officer.get("/safety/permits/packs/cambridge-biosafety.csv?organisation=SAEBOM&lang=en").content.decode()
    lmo = lines(hana, "/safety/permits/packs/lmo-notification.csv?lang=en")
    assert any(row[:4] == ["Waste generator notice and disposal contract (Korea)", "HB-77", "Hanbit Bio", "Waits for confirmation"] for row in lmo)
    assert any(row[0].startswith("Notice of an LMO") and row[3] == "not recorded" for row in lmo if row)
    assert rival.get("/safety/permits/packs/lmo-notification.csv?organisation=HANBIT").status_code == 404
    assert hana.get("/safety/permits/packs/none.csv").status_code == 404


def test_a_pack_takes_suites_areas_and_suppliers_from_what_is_kept(world, codes):
    """A company's own suites alone; the officer's of one company the same; what has no area says so."""
    with world.as_("director"):
        for place, whose in (("R201-B1", "HANBIT"), ("R201-B2", "SAEBOM")):
            spaces.hold(place=place, organisation=whose, start=MONDAY, end=MONDAY + timedelta(days=90))
    with world.as_("operator"):
        stores.add_item(name_en="Gloves", package="box", supplier="Gwangju Supply")
    page = "/safety/permits/packs/cambridge-biosafety.csv?lang=en"
    found = {who: lines(browser(world, who, "en"), page) for who in ("hana", "sora", "safety")}
    suites = {who: {row[1] for row in rows if len(row) == 5 and row[1] in ("R201-B1", "R201-B2")} for who, rows in found.items()}
    assert suites == {"hana": {"R201-B1"}, "sora": {"R201-B2"}, "safety": {"R201-B1", "R201-B2"}}
    assert ["Gwangju Supply", "1"] in found["hana"] and any(row[:1] == ["Postal address"] for row in found["hana"])
    theirs = lines(browser(world, "safety", "en"), f"{page}&organisation=SAEBOM")
    assert not any("R201-B1" in row for row in theirs)
