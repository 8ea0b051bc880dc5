"""The Programme desk and one application before review: each role, both languages, and every act."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.residency.models import Application, Call, CompetitionFinding, Feasibility, FormVersion
from tests.pages.people import browser
from tests.residency.applying import begun, handed_in, opened_call
from tests.residency.forms import SAMPLE
from tests.world import MONDAY, PEOPLE

SEES = ("site_director", "programme", "safety_officer", "auditor")


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def call(world):
    return opened_call(world)


@pytest.fixture
def code(world, call):
    with world.as_("programme"):
        for organisation in ("HANBIT", "SAEBOM"):
            residency.open_record(organisation=organisation)
    return handed_in(call, competitors=[{"name": "한빛바이오"}], works=["radioisotopes"])


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, code, who, language):
    role = PEOPLE[who][0]
    client, holds = browser(world, who, language), role in ("site_director", "programme")
    expected = {
        "/residency/desk/": 200 if role in SEES else 403, "/residency/calls/": 200 if role in SEES else 403,
        f"/residency/applications/{code}/": 200 if role in SEES else 403, "/residency/calls/new/": 200 if holds else 403,
        "/residency/calls/forms/": 200 if holds else 403,
    }
    assert {address: client.get(address).status_code for address in expected} == expected
    verbs = ("screen", "return", "review", "competition", "competitors")
    acts = {act: client.post(f"/residency/applications/{code}/{act}/").status_code for act in verbs}
    if not holds:
        assert set(acts.values()) == {403}


def test_the_desk_says_what_stands_against_it(world, code):
    client = browser(world, "programme", "en")
    page = client.get("/residency/desk/").content.decode()
    for words in ("새싹바이오", "Prohibited work", "not judged", "Handed in"):
        assert words in page
    assert "새싹바이오" not in client.get("/residency/desk/?state=review").content.decode()
    shown = client.get(f"/residency/applications/{code}/").content.decode()
    for words in (
        "not possible at this site: radioisotopes", "founded 2024-05-02: 2 years 9 months on 2027-03-01 · limit 7 years", "에탄올",
        "0.5 L", "Chemicals (liquid) 0.5 L",
    ):
        assert words in shown


def test_a_draft_is_not_on_the_desk(world, call):
    draft = begun(call)
    client = browser(world, "programme", "ko")
    assert "새싹바이오" not in client.get("/residency/desk/").content.decode()
    assert client.get(f"/residency/applications/{draft}/").status_code == 404


def test_from_pre_screen_to_review(world, code):
    client, safety, page = browser(world, "programme", "ko"), browser(world, "safety", "ko"), f"/residency/applications/{code}/"
    assert client.post(f"{page}screen/", {"checks": ["complete"], "flags": "동위원소 계획"}).status_code == 303
    refused = client.post(f"{page}review/")
    assert refused.status_code == 409
    assert "자격이 있음" in refused.content.decode()
    assert "동위원소 계획" in client.get(page).content.decode()
    assert safety.post(f"{page}feasibility/", {"judgement": "conditional", "reasons": "용매가 많음"}).status_code == 409
    assert safety.post(f"{page}feasibility/", {"judgement": "conditional", "reasons": "용매가 많음", "conditions": "방폭 캐비닛"}).status_code == 303
    assert "방폭 캐비닛" in client.get(page).content.decode()
    every = ["complete", "eligible", "work_fits", "space_fits", "no_conflict"]
    client.post(f"{page}screen/", {"checks": every})
    assert client.post(f"{page}review/").status_code == 409, "radioisotopes are not possible at this site"
    director = browser(world, "director", "ko")
    assert "예외로 넘기기" in director.get(page).content.decode()
    assert director.post(f"{page}review/", {"exception": "이웃 기관의 시설을 쓰기로 함"}).status_code == 303
    assert "이웃 기관의 시설" in client.get(page).content.decode()
    assert "이웃 기관의 시설" not in safety.get(page).content.decode()
    with world.as_("programme"):
        assert Application.objects.get().state == "review"
        assert Feasibility.objects.count() == 1


def test_it_is_returned_with_a_reason(world, code):
    client, page = browser(world, "programme", "ko"), f"/residency/applications/{code}/"
    assert client.post(f"{page}return/", {"reason": "", "until": ""}).status_code == 422
    assert client.post(f"{page}return/", {"reason": "양을 다시", "until": "2026-01-01T00:00"}).status_code == 422
    assert client.post(f"{page}return/", {"reason": "양을 다시", "until": "2027-03-10T18:00"}).status_code == 303
    assert "양을 다시" in client.get(page).content.decode()


def test_competition_is_for_the_programme_alone(world, code):
    client, page = browser(world, "programme", "ko"), f"/residency/applications/{code}/"
    assert client.post(f"{page}competition/").status_code == 303
    assert "신청 기업이 경쟁사로 밝혔습니다" in client.get(page).content.decode()
    assert "신청 기업이 경쟁사로" not in browser(world, "safety", "ko").get(page).content.decode()
    with world.as_("programme"):
        finding = CompetitionFinding.objects.get().code
    assert client.post(f"{page}findings/{finding}/", {"settlement": "refused", "reason": ""}).status_code == 422
    assert client.post(f"{page}findings/{finding}/", {"settlement": "refused", "reason": "대표가 거절함"}).status_code == 303
    assert "대표가 거절함" in client.get(page).content.decode()


def test_a_call_is_written_opened_and_closed(world):
    client = browser(world, "programme", "en")
    upload = SimpleUploadedFile("form.json", json.dumps(SAMPLE).encode(), "application/json")
    assert client.post("/residency/calls/forms/", {"code": "STANDARD", "file": upload}).status_code == 303
    assert client.post("/residency/calls/forms/", {"code": "X", "file": SimpleUploadedFile("x.json", b"{")}).status_code == 422
    faulty = client.post("/residency/calls/forms/", {"code": "X", "file": SimpleUploadedFile("x.json", b"{}")})
    assert faulty.status_code == 422
    assert "at least one section" in faulty.content.decode()
    said = {"title_ko": "상시 공고", "form": "STANDARD", "eligibility": '[{"rule": "age_most", "years": 7}]'}
    assert client.post("/residency/calls/new/", said | {"eligibility": '[{"rule": "luck"}]'}).status_code == 422
    assert client.post("/residency/calls/new/", said).status_code == 303
    with world.as_("programme"):
        code = Call.objects.get().code
        assert FormVersion.objects.count() == 1
    assert client.post(f"/residency/calls/{code}/open/").status_code == 303
    assert client.post(f"/residency/calls/{code}/edit/", said | {"title_en": "Always open"}).status_code == 303
    assert "Always open" in client.get("/residency/calls/").content.decode()
    assert client.post(f"/residency/calls/{code}/close/").status_code == 303
    assert client.post(f"/residency/calls/{code}/burn/").status_code == 404


def test_the_desk_costs_the_same_for_one_and_three(world, code, call):
    client, costs = browser(world, "programme", "ko"), []
    for more in ((), ("b@other.example", "c@other.example")):
        for email in more:
            handed_in(call, email, f"기업 {email}")
        client.get("/residency/desk/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/residency/desk/")
        costs.append(len(asked))
    assert costs[0] == costs[1]
