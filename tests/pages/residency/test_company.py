"""Companies and the company record: each role, both languages, a rival, and what the list costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.residency import operations as residency
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def code(world):
    with world.as_("programme"):
        return residency.open_record(organisation="HANBIT", stage="seed").code


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, code, who, language):
    role, company = PEOPLE[who]
    keeps = role in ("site_director", "programme")
    sees = not company or company == "HANBIT"
    client = browser(world, who, language)
    expected = {
        "/residency/": 200 if not company else 403, f"/residency/companies/{code}/": 200 if sees else 404,
        f"/residency/companies/{code}/edit/": 200 if keeps else 403,
        f"/residency/companies/{code}/profile/": 200 if keeps or who == "hajin" else 404 if who == "sujin" else 403,
        "/residency/companies/open/": 200 if keeps else 403,
    }
    assert {address: client.get(address).status_code for address in expected} == expected


def test_a_record_is_opened_kept_and_shown(world):
    client = browser(world, "programme", "ko")
    opened = client.post("/residency/companies/open/", {"organisation": "HANBIT", "state": "resident", "country": "kr"})
    assert opened.status_code == 303
    page = opened["location"]
    assert client.post(f"{page}edit/", {"stage": "seed", "country": "KR", "founded_on": "2024-05-02"}).status_code == 303
    bare = client.post(f"{page}profile/", {"listed": "on"})
    assert bare.status_code == 409
    assert "소개 글이" in bare.content.decode()
    said = {"summary_ko": "오가노이드 독성 평가", "fields_said": "오가노이드, 독성", "listed": "on"}
    assert client.post(f"{page}profile/", said).status_code == 303
    shown = client.get(page).content.decode()
    for words in ("2024-05-02", "시드", "오가노이드 독성 평가", "오가노이드 · 독성", "공개 소개 고치기"):
        assert words in shown


def test_the_list_costs_the_same_for_one_and_three(world, code):
    costs = []
    client = browser(world, "programme")
    for names in ((), ("A", "B")):
        with world.as_("programme"):
            for name in names:
                core.add_organisation(code=name, name_ko=name, name_en=name)
                residency.open_record(organisation=name)
        client.get("/residency/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/residency/")
        costs.append(len(asked))
    assert costs[0] == costs[1]
