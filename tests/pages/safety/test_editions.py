"""Editions of rule packs on their pages: for each role, in both languages; handed in, compared, taken into force."""

from datetime import timedelta
from itertools import cycle

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.policies.packs import shipped
from squaremile.safety.reads import areas, pack_editions, rule_packs
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE

IBC = shipped()["us-ibc"][-1].text
STRICTER = IBC.replace('edition = "IBC/IFC 2018-2024 family"', 'edition = "local amendment"').replace("percent = 75", "percent = 10", 1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def code(world):
    with world.as_("safety"):
        area = safety.declare_area(building="JB-A", storey=2, name_ko="2층", rooms=["R201", "R202"]).code
        safety.put_pack_in_force(area=area, pack="us-ibc", since=MONDAY.date())
        made = safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        for company, place, much in (("HANBIT", "R201", "10 gal"), ("SAEBOM", "R202", "8 gal")):
            safety.receive_container(substance=made.code, how_much=much, place=place, organisation=company)
        return safety.offer_pack_edition(pack="us-ibc", text=STRICTER).code


@pytest.mark.parametrize(("who", "language"), list(zip(PEOPLE, cycle(("ko", "en", "ko")))))
def test_each_role_gets_what_is_hers(world, code, who, language):
    role, _company = PEOPLE[who]
    watches = role in ("site_director", "safety_officer", "lab_operations", "auditor")
    client = browser(world, who, language)
    built_in = pack_editions.code_of(shipped()["us-ibc"][-1])
    expected = {
        "/safety/figures/us-ibc/editions/": 200, "/safety/figures/kr-lmo/": 200, "/safety/figures/kr-lmo/editions/": 200,
        f"/safety/figures/us-ibc/editions/{code}/": 200 if watches else 404, f"/safety/figures/us-ibc/editions/{built_in}/": 200,
        f"/safety/figures/us-ibc/editions/{code}/file/": 200 if watches else 404, "/safety/figures/nowhere/editions/": 404,
    }  # fmt: skip
    assert {address: client.get(address).status_code for address in expected} == expected


def test_it_is_handed_in_compared_and_taken(world, code):
    officer = browser(world, "safety", "en")
    upload = SimpleUploadedFile("us-ibc.toml", STRICTER.replace("percent = 10", "percent = 20", 1).encode())
    answer = officer.post("/safety/figures/us-ibc/editions/", {"file": upload})
    assert answer.status_code == 303
    page = officer.get(answer.headers["Location"]).content.decode()
    assert all(said in page for said in ("storey 2", "20 % of the figures", "R201", "18 / 90", "18 / 24"))
    page = officer.get(f"/safety/figures/us-ibc/editions/{code}/").content.decode()
    assert ("2 verdicts would turn" in page, "18 / 12" in page, "Turns" in page) == (True, True, True)
    taken = officer.post(f"/safety/figures/us-ibc/editions/{code}/", {"since": areas.today().isoformat()})
    assert taken.status_code == 303
    with world.as_("safety"):
        assert rule_packs.held(["us-ibc"])[0].pack.edition == "local amendment"
    hers = browser(world, "hana", "en").get(f"/safety/figures/us-ibc/editions/{pack_editions.code_of(shipped()['us-ibc'][-1])}/")
    page = hers.content.decode()
    assert ("10 / 12" in page, "10 / 90" in page, "18 /" in page) == (True, True, False)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_wrong_file_is_refused_beside_the_form(world, code, language):
    officer = browser(world, "safety", language)
    for text, says in ((b"[pack", "code"), (b"\xff\xfe", "UTF-8"), (STRICTER.replace("percent = 10", "percent = 1000").encode(), "1000 %")):
        answer = officer.post("/safety/figures/us-ibc/editions/", {"file": SimpleUploadedFile("x.toml", text)})
        assert answer.status_code == 422
        assert says in answer.content.decode() or text == b"[pack"
    past = officer.post(f"/safety/figures/us-ibc/editions/{code}/", {"since": "2020-01-01"})
    assert past.status_code == 422
    refused = browser(world, "hana", language)
    assert refused.post(f"/safety/figures/us-ibc/editions/{code}/", {"since": "2027-05-01"}).status_code == 403


@pytest.mark.parametrize(("language", "says"), [
    ("ko", "선반, 가스 용기, 폐기물: 등급이 달라지는 것 (1)"), ("en", "On shelves, in gas cylinders and in waste"),
])  # fmt: skip
def test_waste_whose_class_changes_is_listed(world, code, language, says):
    with world.as_("safety"):
        safety.add_waste_generator(code="WG", waste_regime="us", name_ko="센터")
    with world.as_("hana"):
        into = safety.start_waste(waste_generator="WG", place="R201", waste_stream="organic", contents="아세톤 폐액").code
        made = safety.receive_container(substance="67-64-1", how_much="1 gal", place="R201").code
        safety.dispose_container(container=made, waste=into)
    with world.as_("safety"):
        named = '\n[[substance]]\ncas = "67-64-1"\nko = "아세톤"\nen = "acetone"\nclass = "flammable-IA"\ncertainty = "B"\nsource = "S30"\n'
        offered = safety.offer_pack_edition(pack="us-ibc", text=IBC + named).code
        safety.take_pack_edition(pack="us-ibc", edition=offered, since=areas.today() + timedelta(days=30))
    for who, listed in (("safety", True), ("hana", True), ("sora", False), ("finance", False)):
        page = browser(world, who, language).get(f"/safety/figures/us-ibc/editions/{offered}/").content.decode()
        assert (says in page) is listed, who
