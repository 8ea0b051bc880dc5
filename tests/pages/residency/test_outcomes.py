"""Outcomes, surveys, impact reports and the forecast as pages: each role, both languages, a rival, a key, and what lists cost."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from squaremile.core import operations as core
from squaremile.core.models import Mail
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.reads import outcomes
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE

JUNE, DAY = date(2026, 6, 1), date(2026, 12, 31)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def hanbit(world):
    """Codes: Hanbit's record, an entry of it, a survey, and a report that is not published."""
    with world.as_("programme"):
        company = residency.open_record(organisation="HANBIT").code
        entry = residency.record_outcome(company=company, kind="jobs", happened_on=JUNE, counted=41).code
        survey = residency.open_outcome_survey(as_of=DAY, closes_on=date(2027, 6, 30)).code
        report = residency.freeze_impact_report(as_of=DAY, title_ko="성과 2026", title_en="Impact 2026").code
    return company, entry, survey, report


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, hanbit, who, language):
    company, entry, survey, report = hanbit
    role, _company = PEOPLE[who]
    keeps, sees = role in ("site_director", "programme"), role in ("site_director", "programme", "auditor")
    own = 200 if keeps or who == "hajin" else 404 if who == "sujin" else 403
    look = 200 if sees or who == "hajin" else 404 if who == "sujin" else 403
    client = browser(world, who, language)
    expected = {
        "/residency/outcomes/": 200 if sees else 403, "/residency/outcomes/definitions/": 200,
        "/residency/outcomes/record/": 200 if keeps or role == "company_admin" else 403,
        f"/residency/outcomes/{entry}/correct/": own, f"/residency/outcomes/{entry}/withdraw/": own,
        f"/residency/companies/{company}/outcomes/": look, f"/residency/surveys/{survey}/": look,
        f"/residency/surveys/{survey}/ask/": 200 if keeps else 403, "/residency/surveys/open/": 200 if keeps else 403,
        "/residency/impact/": 200, "/residency/impact/freeze/": 200 if keeps else 403,
        f"/residency/impact/{report}/": 200 if sees else 404, f"/residency/impact/{report}/figures/0/": 200 if sees else 404,
        "/residency/forecast/": 200 if sees or role == "finance" else 403,
        "/residency/forecast/price/": 200 if keeps or role == "finance" else 403,
        "/residency/forecast/record/": 200 if keeps else 403,
    }
    assert {address: client.get(address).status_code for address in expected} == expected


def test_an_outcome_is_recorded_corrected_and_withdrawn(world, hanbit):
    company, entry, _survey, _report = hanbit
    client = browser(world, "hajin", "ko")
    bare = client.post("/residency/outcomes/record/", {"company": company, "kind": "capital", "happened_on": "2026-06-01"})
    assert bare.status_code == 422
    assert "‘자금 유치’에는 금액이 있어야 합니다" in bare.content.decode()
    said = {"company": company, "kind": "capital", "happened_on": "2026-06-01", "money": "3000000000", "currency": "KRW",
            "funding_source": "venture", "evidence_url": "https://example.org/news"}  # fmt: skip
    assert client.post("/residency/outcomes/record/", said).status_code == 303
    corrected = client.post(f"/residency/outcomes/{entry}/correct/", {"happened_on": "2026-06-02", "counted": "42"})
    assert corrected["location"] == f"/residency/companies/{company}/outcomes/"
    shown = client.get(corrected["location"]).content.decode()
    for words in ("3,000,000,000 KRW", "https://example.org/news", "기업 신고", "42", f"{entry}의 정정"):
        assert words in shown
    newest = next(row.code for row in _standing(world, company) if row.kind == "jobs")
    assert client.post(f"/residency/outcomes/{newest}/withdraw/", {"reason": "잘못 적음"}).status_code == 303
    assert [row.kind for row in _standing(world, company)] == ["capital"]


def test_the_survey_is_answered_by_account_and_by_key(world, hanbit):
    _company, _entry, survey, _report = hanbit
    admin = browser(world, "hajin", "en")
    assert admin.post(f"/residency/surveys/{survey}/", {"jobs": "12", "recommend": "11"}).status_code == 422
    assert admin.post(f"/residency/surveys/{survey}/", {"jobs": "12", "may_publish": "on"}).status_code == 303
    assert "Your answers are on record" in admin.get(f"/residency/surveys/{survey}/").content.decode()
    staff = browser(world, "programme", "en")
    with world.as_("programme"):
        other = residency.open_record(organisation="SAEBOM", state="alumni").code
    asked = staff.post(f"/residency/surveys/{survey}/ask/", {"company": other, "email": "ceo@alumna.example"})
    assert asked.status_code == 303
    assert "1 of 2 companies answered" in staff.get(f"/residency/surveys/{survey}/").content.decode()
    with scope(system("worker")):
        link = next(w for w in Mail.objects.get(to="ceo@alumna.example").body.split() if "/door/enter/" in w)
    outside = Client(headers={"accept": "text/html", "accept-language": "ko"})
    inside = outside.get("/door/enter/" + link.partition("/door/enter/")[2])
    assert inside["location"] == f"/door/surveys/{survey}/"
    assert "새봄" in outside.get(inside["location"]).content.decode()
    assert outside.post(inside["location"], {"jobs": "7"}).status_code == 303
    assert [(row.kind, row.count) for row in _standing(world, other)] == [("jobs", 7)]


@pytest.mark.parametrize("then", ["https://example.org/", "//example.org/", "/door//example.org/", "/residency/"])
def test_a_key_leads_nowhere_but_behind_the_door(world, then):
    gone = Client(headers={"accept": "text/html"}).get("/door/enter/not-a-secret/", {"then": then})
    assert gone["location"] == "/door/"


def test_a_report_is_frozen_read_printed_and_published(world, hanbit):
    with world.as_("programme"):
        for number in range(3):
            core.add_organisation(code=f"C{number}", name_ko=f"기업{number}", name_en=f"C{number}")
            code = residency.open_record(organisation=f"C{number}").code
            residency.record_outcome(company=code, kind="jobs", happened_on=JUNE, counted=10)
        residency.record_outcome(
            company=code, kind="capital", happened_on=JUNE, money=Decimal(5), currency="KRW", funding_source="grant"
        )
    staff = browser(world, "programme", "en")
    assert staff.post("/residency/impact/freeze/", {"as_of": "2026-12-31"}).status_code == 409
    made = staff.post("/residency/impact/freeze/", {"as_of": "2026-12-31", "title_en": "Impact", "versions": "capital:1"})
    page = made["location"]
    shown = staff.get(page).content.decode()
    for words in ("71 people", "4 companies, 4 entries, 4 of them self-reported", "Withheld: fewer than three"):
        assert words in shown
    assert "5 KRW" not in shown
    for lang in ("ko", "en"):
        printed = staff.get(f"{page}report.pdf", {"lang": lang})
        assert printed.content[:5] == b"%PDF-"
        assert printed.content == staff.get(f"{page}report.pdf", {"lang": lang}).content
    reader = browser(world, "sora", "en")
    assert reader.get(page).status_code == 404
    assert staff.post(f"{page}publish/").status_code == 303
    assert "71 people" in reader.get(page).content.decode()
    behind = reader.get(f"{page}figures/{_position(world, page)}/").content.decode()
    assert "No company has agreed" in behind
    assert "OE-" not in behind


def test_the_forecast_says_when_records_are_too_few(world, hanbit):
    client = browser(world, "finance", "en")
    set_to = {"place_kind": "bench", "from_on": "2027-01-01", "monthly": "900000", "currency": "KRW"}
    assert client.post("/residency/forecast/price/", set_to).status_code == 303
    shown = client.get("/residency/forecast/").content.decode()
    for words in ("Stays that have ended: 0, too few", "None has been decided", "900,000 KRW", "0 of 2 places held now"):
        assert words in shown
    staff = browser(world, "programme", "ko")
    assert staff.post("/residency/forecast/record/", {"whole_from": "2020-01-01"}).status_code == 303
    assert "2020-01-01부터" in staff.get("/residency/forecast/").content.decode()


def test_lists_cost_the_same_for_one_and_three(world, hanbit):
    company, _entry, survey, _report = hanbit
    client, costs = browser(world, "programme"), []
    addresses = ("/residency/outcomes/", f"/residency/companies/{company}/outcomes/", f"/residency/surveys/{survey}/", "/residency/impact/")
    for more in range(2):
        if more:
            with world.as_("programme"):
                for number in range(2):
                    core.add_organisation(code=f"C{number}", name_ko=f"기업{number}", name_en=f"C{number}")
                    code = residency.open_record(organisation=f"C{number}").code
                    for whose in (company, code):
                        residency.record_outcome(company=whose, kind="ipo", happened_on=JUNE)
                    residency.ask_outcome_survey(survey=survey, company=code, email=f"c{number}@example.org")
                    residency.freeze_impact_report(as_of=JUNE, title_en="More")
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            costs.append(len(asked))
    assert costs[: len(addresses)] == costs[len(addresses) :]


def _standing(world, company):
    with world.as_("programme"):
        return outcomes.entries(company=company, standing_only=True)


def _position(world, page):
    from squaremile.residency.reads import impact

    with world.as_("programme"):
        figures = impact.report(page.rstrip("/").rpartition("/")[2]).figures
        return next(f.position for f in figures if f.definition.code == "jobs")
