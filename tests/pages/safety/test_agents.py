"""Pages of biological agents: each role, both languages, a rival, and a walk from the register to the book."""

from datetime import date
from decimal import Decimal

import pytest

from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.reads import agents, protocols
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE

KEEPERS = ("site_director", "safety_officer", "lab_operations")


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def held(world):
    with world.as_("safety"):
        safety.declare_room_biosafety(place="R201", biosafety_level=2, admits=["cell_line"])
        safety.seat_member(person=world.people["programme"])
    with world.as_("hana"):
        agent = safety.register_agent(kind="cell_line", risk_group=1, read_in="ATCC", name_ko="헬라세포", name_en="HeLa").code
        code = safety.draft_protocol(biosafety_level=1, agents=[agent], investigator=world.people["hana"], name_en="Culture").protocol.code
        safety.submit_protocol(protocol=code)
    with world.as_("safety"):
        safety.decide_protocol(protocol=code, approve=True, reason="BSL-1", ends_on=date(2028, 2, 29))
    with world.as_("hana"):
        holding = safety.bring_agent(agent=agent, place="R201", amount_held=Decimal(4), counted_in="vials").code
    return agent, code, holding


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, held, who, language):
    role, company = PEOPLE[who]
    agent, protocol, holding = held
    sees = company == "HANBIT" or role in (*KEEPERS, "auditor", "programme")
    keeps = bool(company) or role in KEEPERS
    hers = 200 if sees else 404
    expected = {
        "/safety/agents/": 200, "/safety/protocols/": 200, "/safety/biosafety/": 200,
        "/safety/agents/register/": 200 if keeps else 403, "/safety/agents/bring/": 200 if keeps else 403,
        "/safety/protocols/draft/": 200 if company or role in ("site_director", "safety_officer") else 403,
        "/safety/biosafety/rooms/": 200 if role in KEEPERS else 403,
        "/safety/biosafety/committee/": 200 if role in ("site_director", "safety_officer") else 403,
        f"/safety/agents/{agent}/": hers, f"/safety/protocols/{protocol}/": hers, f"/safety/holdings/{holding}/": hers,
    }  # fmt: skip
    client = browser(world, who, language)
    assert {address: client.get(address).status_code for address in expected} == expected
    assert ("HeLa" in client.get("/safety/agents/").content.decode() or "헬라" in client.get("/safety/agents/").content.decode()) is sees


def test_from_the_register_to_the_book(world):
    officer, hana, member = browser(world, "safety"), browser(world, "hana"), browser(world, "programme")
    room = {"place": "R201", "biosafety_level": "2", "admits": ["virus"], "admits_modified": "on"}
    assert officer.post("/safety/biosafety/rooms/", room).status_code == 303
    assert officer.post("/safety/biosafety/rooms/", room | {"place": "R201-B1"}).status_code == 422
    assert officer.post("/safety/biosafety/committee/", {"person": str(world.people["programme"])}).status_code == 303
    said = {"name_en": "AAV9", "kind": "virus", "risk_group": "2", "read_in": "NIH", "modified": "on"}
    assert hana.post("/safety/agents/register/", said).status_code == 422
    assert hana.post("/safety/agents/register/", said | {"made_of": "AAV / GFP"}).status_code == 303
    with world.as_("hana"):
        agent = agents.agents()[0].code
    bring = {"agent": agent, "place": "R201", "amount_held": "5", "counted_in": "vials"}
    refused = hana.post("/safety/agents/bring/", bring)
    assert (refused.status_code, "/safety/protocols/" in refused.content.decode()) == (409, True)
    draft = {"name_en": "AAV work", "biosafety_level": "2", "agents": [agent], "investigator": str(world.people["hana"]), "plan_of_work": "x"}
    assert hana.post("/safety/protocols/draft/", draft).status_code == 303
    with world.as_("hana"):
        page = f"/safety/protocols/{protocols.protocols()[0].code}/"
    assert hana.post(f"{page}amend/", draft | {"name_en": "AAV9 work"}).status_code == 303
    assert hana.post(page, {"act": "submit"}).status_code == 303
    assert officer.post(page, {"act": "approve", "reason": "ok", "ends_on": "2028-02-29"}).status_code == 409
    assert member.post(page, {"act": "opinion", "opinion": "for"}).status_code == 422
    assert member.post(page, {"act": "opinion", "opinion": "for", "reason": "sound"}).status_code == 303
    assert "1 of 1 members" in officer.get(page).content.decode()
    assert officer.post(page, {"act": "approve", "reason": "ok", "ends_on": "2028-02-29"}).status_code == 303
    assert hana.post("/safety/agents/bring/", bring).status_code == 303
    with world.as_("hana"):
        book = f"/safety/holdings/{agents.holdings()[0].code}/"
    assert hana.post(book, {"happened": "use", "amount_held": "9", "says": "x"}).status_code == 422
    assert hana.post(book, {"happened": "use", "amount_held": "1", "says": "transduction"}).status_code == 303
    shown = hana.get(book).content.decode()
    assert "transduction" in shown
    assert "2032-03-01" in shown
    assert officer.post("/safety/biosafety/committee/", {"leaves": "programme@example.org"}).status_code == 303
    assert "AAV9" not in member.get("/safety/agents/").content.decode()


def test_statements_do_not_grow_with_rows(world, held, django_assert_max_num_queries):
    client = browser(world, "hana")
    client.get("/safety/agents/")
    with world.as_("hana"):
        for n in range(4):
            safety.register_agent(kind="fungus", risk_group=1, read_in="ATCC", name_en=f"Strain {n}")
    for page in ("/safety/agents/", "/safety/protocols/"):
        with django_assert_max_num_queries(14):
            client.get(page)
