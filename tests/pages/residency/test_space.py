"""The allocation desk and a company's space: each role, and the way from a need to a plan that is accepted."""

import pytest

from squaremile.core import outbox
from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.residency.models import Licence, Move, SpacePlan, SpaceRequest
from squaremile.residency.reads import licences
from tests.pages.people import browser
from tests.parts.residency_licences import in_force
from tests.world import MONDAY, PEOPLE

DESK = "/residency/allocation/"


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def codes(world):
    with world.as_("programme"):
        made = {name: residency.open_record(organisation=name).code for name in ("SAEBOM", "HANBIT")}
    in_force(world, "SAEBOM", "R202-D1", "sujin", permitted_use="배양")
    return made


@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, codes, who):
    role, company = PEOPLE[who]
    client, desk = browser(world, who, "ko"), role in ("site_director", "programme", "lab_operations", "auditor")
    assert client.get(DESK).status_code == (200 if desk else 403)
    assert client.get(f"/residency/companies/{codes['SAEBOM']}/space/").status_code == (404 if company == "HANBIT" else 200)
    acts = (f"{DESK}ask/", f"{DESK}seating/", f"/residency/companies/{codes['SAEBOM']}/space/move/")
    if role not in ("site_director", "programme"):
        assert {client.post(act).status_code for act in acts} == {403}


def test_from_a_need_to_an_accepted_plan(world, codes):
    client = browser(world, "programme", "en")
    space = f"/residency/companies/{codes['HANBIT']}/space/"
    assert client.post(f"{space}need/", {"n_bench": "2", "h_flammable": "0", "urgency": "7"}).status_code == 303
    assert "2027-03-31" in client.get(DESK).content.decode()
    assert client.post(f"{DESK}ask/", {"on_day": "2027-02-01"}).status_code == 422
    assert client.post(f"{DESK}ask/", {"on_day": "2027-06-01", "pins": f"R201-B1={codes['HANBIT']}"}).status_code == 303
    with world.as_("programme"):
        plan = SpacePlan.objects.get().code
    address = f"/residency/space-plans/{plan}/"
    assert "being drawn" in client.get(address).content.decode()
    while outbox.deliver():
        pass
    page = client.get(address).content.decode()
    for said in ("proved best", "R201-B1, R201-B2", "R202-D1", "Accept the whole plan"):
        assert said in page, said
    terms = {"until_day": "2027-03-20", "last_day": "2029-05-31", "permitted_use": "배양", "people_a_place": "2"}
    assert client.post(f"{address}accept/", terms).status_code == 422
    with world.as_("programme"):
        listed = licences.prices()[0].code
    assert client.post(f"{address}accept/", {**terms, "price_version": listed}).status_code == 303
    with world.as_("programme"):
        assert Licence.objects.get(company__code=codes["HANBIT"]).state == "offered"


def test_a_company_asks_and_the_staff_answer_and_move(world, codes):
    space = f"/residency/companies/{codes['SAEBOM']}/space/"
    own, staff = browser(world, "sujin", "ko"), browser(world, "director", "ko")
    said = {"space_wish": "other", "n_bench": "1", "by_day": "2027-06-01", "says": "창가 자리가 필요합니다"}
    assert own.post(f"{space}ask/", said).status_code == 303
    with world.as_("sujin"):
        code = SpaceRequest.objects.get().code
    assert "창가 자리가 필요합니다" in staff.get(DESK).content.decode()
    assert staff.post(f"/residency/space-requests/{code}/answer/", {"granted": "yes", "says": "6월부터"}).status_code == 303
    assert staff.post(f"{space}move/", {"on_day": "2027-06-01", "leaves": "R202-D1", "takes": "R201-B1"}).status_code == 303
    with world.as_("sujin"):
        move = Move.objects.get().code
    page = own.get(space).content.decode()
    for words in ("6월부터", "R202-D1 → R201-B1", "2027-06-01"):
        assert words in page
    assert "R201-B1" not in browser(world, "hajin", "ko").get(f"/residency/companies/{codes['HANBIT']}/space/").content.decode()
    assert staff.post(f"/residency/moves/{move}/carry-out/").status_code == 409
    assert staff.post(f"/residency/moves/{move}/cancel/").status_code == 303
