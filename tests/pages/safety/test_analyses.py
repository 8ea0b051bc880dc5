"""Pages of hazard analyses: each role, both languages, a rival, and the walk from the draft to the sheet on the wall."""

import pytest

from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.reads import analyses
from tests.pages.people import browser
from tests.parts.safety_analyses import STEPS
from tests.world import MONDAY, PEOPLE

KEEPERS = ("site_director", "safety_officer", "lab_operations")


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def code(world):
    with world.as_("hana"):
        return safety.draft_analysis(
            place="R201", steps=STEPS, emergency="119", responsible=world.people["hana"], name_en="Washing with acetone"
        ).code


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, code, who, language):
    role, company = PEOPLE[who]
    reads = bool(company) or role in (*KEEPERS, "auditor")
    hers = 403 if not reads else 404 if company == "SAEBOM" else 200
    again = 403 if not company else 404 if company == "SAEBOM" else 200
    expected = {
        "/safety/analyses/": 200 if reads else 403, "/safety/analyses/draft/": 200 if company else 403,
        f"/safety/analyses/{code}/": hers, f"/safety/analyses/{code}/again/": again, f"/safety/analyses/{code}/sheet.pdf": hers,
    }  # fmt: skip
    client = browser(world, who, language)
    assert {address: client.get(address).status_code for address in expected} == expected


def test_from_the_draft_to_the_wall(world):
    hana, officer = browser(world, "hana"), browser(world, "safety")
    said = {
        "place": "R201", "name_en": "Washing", "responsible": str(world.people["hana"]), "emergency": "119", "steps-TOTAL_FORMS": "2",
        "steps-INITIAL_FORMS": "0", "steps-0-does": "Wash with acetone", "steps-0-measure": "In the hood", "steps-0-ppe": ["goggles"],
    }  # fmt: skip
    assert hana.post("/safety/analyses/draft/", said | {"steps-0-does": ""}).status_code == 422
    assert hana.post("/safety/analyses/draft/", said | {"emergency": ""}).status_code == 422
    assert hana.post("/safety/analyses/draft/", said).status_code == 303
    with world.as_("hana"):
        code = analyses.analyses()[0].code
    page = f"/safety/analyses/{code}/"
    assert "Wash with acetone" in hana.get(f"{page}again/").content.decode()
    assert hana.post(f"{page}again/", said | {"steps-0-measure": "In the fume hood"}).status_code == 303
    assert officer.post(page, {"act": "approve"}).status_code == 409
    assert hana.post(page, {"act": "sign"}).status_code == 303
    assert officer.post(page, {"act": "return"}).status_code == 422
    assert officer.post(page, {"act": "approve"}).status_code == 303
    with world.as_("safety"):
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        asked = safety.ask_to_bring(substance="67-64-1", how_much="1 L", place="R201", organisation="HANBIT").code
        safety.settle_bringing(bringing=asked, approve=True, reason="x")
        safety.receive_container(substance="67-64-1", how_much="1 L", place="R201", organisation="HANBIT", bringing=asked)
    shown = hana.get(page).content.decode()
    assert "Out of date" in shown
    assert "New: Acetone 1 L" in shown
    assert "In the fume hood" in shown
    for language in ("ko", "en"):
        assert hana.get(f"{page}sheet.pdf?lang={language}").content.startswith(b"%PDF")
    assert hana.post(page, {"act": "end"}).status_code == 303
    assert "Work is over" in hana.get("/safety/analyses/").content.decode()
