"""The needs board and a need's page: each role, both languages, a rival, and what they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from tests.network.needs.asking import a_need
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, who, language):
    code = a_need(world, title_ko="비공개 수요", title_en="Unlisted need").code
    role, company = PEOPLE[who]
    client = browser(world, who, language)
    sees = company == "HANBIT" or role in ("site_director", "programme", "auditor")
    asks = role in ("company_admin", "scientist", "site_director", "programme")
    expected = {
        "/network/needs/": 200, "/network/needs/new/": 200 if asks else 403, f"/network/needs/{code}/": 200 if sees else 404,
        f"/network/needs/{code}/edit/": 403 if not asks else 200 if sees else 404,
    }
    assert {address: client.get(address).status_code for address in expected} == expected
    board = client.get("/network/needs/").content.decode()
    assert (("비공개 수요" if language == "ko" else "Unlisted need") in board) == sees


def test_visitors_are_led_to_sign_in(world):
    assert browser(world).get("/network/needs/")["location"] == "/accounts/login/?next=/network/needs/"


def test_a_listed_need_is_read_without_whose_it_is(world):
    code = a_need(world, listed=True).code
    page = browser(world, "sora").get(f"/network/needs/{code}/").content.decode()
    board = browser(world, "sora").get("/network/needs/").content.decode()
    for text in (page, board):
        assert "Compression test of cartilage" in text
        assert not any(secret in text for secret in ("ADC-99", "Hanbit", "한빛", "Hana", "/edit/", "/withdraw/"))


@pytest.mark.parametrize("who", ["programme", "hana", "sora"])
def test_the_board_costs_the_same_for_few_and_many(world, who):
    costs = []
    for more in (1, 2):
        for _ in range(more):
            a_need(world, listed=True)
        client = browser(world, who)
        client.get("/network/needs/")
        with CaptureQueriesContext(connection, ) as asked:
            client.get("/network/needs/")
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_a_need_goes_its_way_on_its_page(world):
    hana, office = browser(world, "hana"), browser(world, "programme")
    made = hana.post("/network/needs/new/", {
        "mode": "pilot", "title_ko": "시범 수요", "horizon_months": 6, "confidential_ko": "비밀", "draft": "on"})
    assert made.status_code == 303
    at = made["location"]
    assert hana.post(f"{at}open/").status_code == 303
    assert hana.post(f"{at}list/").status_code == 303
    assert hana.post(f"{at}edit/", {"mode": "pilot", "title_en": "A pilot", "horizon_months": 7}).status_code == 303
    assert hana.post(f"{at}move/", {"state": "matching"}).status_code == 403
    from squaremile.core import refs

    assert office.post(f"{at}assign/", {"director": refs.ref("person", world.people["director"])}).status_code == 303
    assert office.post(f"{at}move/", {"state": "matching"}).status_code == 303
    assert office.post(f"{at}move/", {"state": "follow_up"}).status_code == 409
    assert office.post(f"{at}close/", {"outcome": "no_go"}).status_code == 422
    assert office.post(f"{at}close/", {"outcome": "pilot", "reason": "x"}).status_code == 303
    assert office.post(f"{at}move/", {"state": "matching"}).status_code == 303
    assert hana.post(f"{at}unlist/").status_code == 303
    assert hana.post(f"{at}withdraw/", {"reason": "x"}).status_code == 303
    assert browser(world, "sora").post(f"{at}withdraw/").status_code == 404


def test_a_form_that_is_not_right_is_shown_again(world):
    page = browser(world, "hana").post("/network/needs/new/", {"mode": "pilot", "horizon_months": 0})
    assert page.status_code == 422
    page = browser(world, "hana").post("/network/needs/new/", {"mode": "pilot", "horizon_months": 5})
    assert (page.status_code, "network.need_title_needed" in page.content.decode()) == (409, True)
    page = browser(world, "programme").post("/network/needs/new/", {"mode": "pilot", "title_ko": "x", "horizon_months": 5})
    assert page.status_code == 422


def test_filters_and_an_overdue_clock(world):
    a_need(world)
    from datetime import timedelta

    with clock.as_of(MONDAY + timedelta(days=9)):
        page = browser(world, "programme").get("/network/needs/?mode=consult").content.decode()
        assert "1 need waits longer than was promised." in page
        assert "open for 9 days" in page
        for query in ("mode=pilot", "q=zzz", "whose=mine", "mode=nonsense"):
            answer = browser(world, "programme").get(f"/network/needs/?{query}")
            assert answer.status_code == 200
            assert ("연골 압축" in answer.content.decode() or "Compression" in answer.content.decode()) == (query == "mode=nonsense")
