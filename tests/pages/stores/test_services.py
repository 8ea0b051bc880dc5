"""Pages of services and sterilisers: each role, both languages, a rival, and a walk from the request to the hand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from tests.pages.people import browser
from tests.parts import stores_services
from tests.world import MONDAY, PEOPLE

KEEPERS = ("site_director", "lab_operations")


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def made(world):
    """The rival's week: two requests, a load in a cycle that runs, another kept back, an indicator."""
    codes: dict[str, str] = {}
    stores_services.week(world, codes, {})
    return codes


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, made, who, language):
    role, company = PEOPLE[who]
    keeps, staff = (200 if role in KEEPERS else 403), (403 if company else 200)
    hers = 404 if company == "HANBIT" else 200
    expected = {
        "/stores/services/": 200, "/stores/services/ask/": 200 if company else 403, "/stores/services/add/": keeps,
        "/stores/services/LN2/": keeps, f"/stores/service-orders/{made['service order']}/": hers, f"/stores/loads/{made['load']}/": hers,
        f"/stores/loads/{made['kept load']}/": hers, "/stores/sterilisers/": staff, "/stores/sterilisers/AUTO/": staff,
        "/stores/sterilisers/add/": keeps, f"/stores/cycles/{made['cycle']}/": staff,
    }  # fmt: skip
    client = browser(world, who, language)
    assert {address: client.get(address).status_code for address in expected} == expected


def test_from_the_request_to_the_hand(world, made):
    hana, operator, safety = (browser(world, who) for who in ("hana", "operator", "safety"))
    cycle = f"/stores/cycles/{made['cycle']}/"
    assert hana.post("/stores/services/ask/", {"service": "AUTOCLAVE", "service_amount": "0"}).status_code == 422
    answer = hana.post("/stores/services/ask/", {"service": "AUTOCLAVE", "service_amount": "1"})
    order = answer.headers["Location"]
    code = order.rstrip("/").rpartition("/")[2]
    assert operator.post(order, {"act": "accept"}).status_code == 303
    assert operator.post(cycle, {"act": "load", "service_order": code, "load_says": "tips of hers"}).status_code == 303
    assert operator.post(cycle, {"act": "end", "passed": "yes", "chemical": "changed"}).status_code == 422
    measured = {"passed": "yes", "chemical": "changed", "celsius": "121.3", "minutes_held": "20"}
    assert operator.post(cycle, {"act": "end", **measured}).status_code == 303
    page = hana.get("/stores/services/").content.decode()
    assert "tips of hers" in page
    assert "Awaits its result" in page
    assert safety.post(cycle, {"act": "read", "indicator": made["indicator"], "grew": "on", "control_grew": "on"}).status_code == 303
    page = hana.get("/stores/services/").content.decode()
    assert "In quarantine" in page
    assert stores_services.TEXTS["load_says"] not in page
    with world.as_("hana"):
        from squaremile.stores.reads import loads

        (load,) = loads.loads()
    address = f"/stores/loads/{load.code}/"
    assert operator.post(address, {"act": "out", "handed_to": "Hana Kim"}).status_code == 200, "no such button on what is kept back"
    assert operator.post(address, {"act": "release", "reason": "fine"}).status_code == 200, "nor is it hers to decide"
    assert safety.post(address, {"act": "release", "reason": "dry heat before"}).status_code == 303
    assert "dry heat before" in hana.get(address).content.decode()
    assert operator.post(address, {"act": "out", "handed_to": "Hana Kim"}).status_code == 303
    assert "Done" in hana.get(order).content.decode()
    assert "Loads in quarantine" in browser(world, "sora").get("/safety/").content.decode()


def test_machines_and_what_is_on_offer(world, made):
    operator, director = browser(world, "operator"), browser(world, "director")
    assert operator.post("/stores/sterilisers/AUTO/", {"act": "set", "test_days": "14", "active": "on"}).status_code == 303
    assert operator.post("/stores/sterilisers/AUTO/", {"act": "start", "program": "121"}).status_code == 200, "it runs already"
    said = {"steriliser_kind": "washer", "name_en": "Washer 2", "place": "R201", "test_days": ""}
    made_at = director.post("/stores/sterilisers/add/", said).headers["Location"]
    assert director.post(made_at, {"act": "start", "program": "90 °C, 10 min"}).status_code == 303
    assert "Washer 2" in director.get("/stores/sterilisers/").content.decode()
    said = {"service_kind": "glass_wash", "service_unit": "piece", "name_en": "Glass-wash", "code": "WASH"}
    assert [operator.post("/stores/services/add/", said).status_code for _ in range(2)] == [303, 409]
    assert operator.post("/stores/services/WASH/", {"name_en": "Glass-wash", "says_en": "Rinse it"}).status_code == 303
    assert "Rinse it" not in browser(world, "hana").get("/stores/services/").content.decode(), "it is not offered now"


def test_the_same_statements_at_one_and_at_three_rows(world, made):
    from squaremile.stores import operations as stores

    client = browser(world, "operator")

    def counts():
        found = []
        for page in ("/stores/services/", "/stores/sterilisers/", "/stores/sterilisers/AUTO/", f"/stores/cycles/{made['cycle']}/"):
            with CaptureQueriesContext(connection) as asked:
                client.get(page)
            found.append(len(asked))
        return found

    counts()
    before = counts()
    with world.as_("operator"):
        for n in range(2):
            said = {"service_order": made["accepted service order"], "load_says": f"again {n}"}
            stores.load_cycle(sterile_cycle=made["cycle"], **said)
            stores.incubate_indicator(sterile_cycle=made["cycle"], indicator_lot=f"B{n}")
            machine = stores.add_steriliser(steriliser_kind="autoclave", place="R201", name_ko=f"멸균기 {n}").code
            cycle = stores.start_cycle(steriliser=machine, program="121").code
            stores.load_cycle(sterile_cycle=cycle, **said)
            stores.end_cycle(sterile_cycle=cycle, passed=False, reason="온도 미달")
    assert counts() == before
