"""Budgets, the rate-card editor, the simulator, the dashboard, and the fee beside a booking: as pages."""

import json
from datetime import timedelta
from urllib.parse import urlencode

import pytest

from squaremile.billing.models import Budget, Issuer, RateCardDraft, RateCardVersion
from squaremile.core.models import Project
from squaremile.kernel import clock
from tests.billing.making import CARD, at, issued, opened, used
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE, World

STAFF = ("site_director", "finance", "auditor")
EDIT = "/money/cards/OPEN-LAB/draft/"


@pytest.fixture
def months(world: World) -> World:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        used(world, "u:1", 97, at(3))
        used(world, "u:2", 60, at(4), whose="SAEBOM")
    return world


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(months: World, who: str, language: str):
    role, company = PEOPLE[who]
    with clock.as_of(MONDAY):
        assert browser(months, "finance").post(f"{EDIT}begin/").status_code == 303
        client = browser(months, who, language)
        staff = 200 if role in STAFF else 403
        keeper = 200 if role in ("site_director", "finance") else 403
        tried = urlencode({"of": "OPEN-LAB", "tried": "draft:OPEN-LAB", "quarter": "2026-10-01"})
        expected = {
            "/money/budgets/": 200 if role in (*STAFF, "company_admin") else 403, EDIT: staff, f"{EDIT}items/0/": keeper,
            f"{EDIT}items/new/": keeper, f"{EDIT}caps/0/": keeper, f"{EDIT}items/0/classes/new/": keeper, f"{EDIT}items/0/peaks/new/": keeper,
            "/money/simulator/": staff, f"/money/simulator/?{tried}": staff, "/money/overview/": staff, "/money/cards/OPEN-LAB/": 200,
            "/money/costs/": 200 if company else 403,
        }
        assert {path: client.get(path).status_code for path in expected} == expected


def test_a_budget_from_the_first_button_to_the_gate(months: World):
    hajin, finance, rival = (browser(months, who) for who in ("hajin", "finance", "sujin"))
    with clock.as_of(MONDAY):
        with months.as_("hajin"):
            project = Project.objects.filter(organisation_id=months.organisations["HANBIT"]).order_by("code").first()
        said = {"of": f"project:HANBIT:{project.code}", "span": "month", "first_day": "2027-03-01", "soft_limit": "50,000", "hard_limit": "60,000"}
        assert hajin.post("/money/budgets/", said | {"hard_limit": "1"}).status_code == 422
        assert hajin.post("/money/budgets/", said).status_code == 303
        with months.as_("finance"):
            code = Budget.objects.get().code
        assert "60,000" in hajin.get("/money/budgets/").content.decode()
        assert code not in rival.get("/money/budgets/").content.decode()
        assert rival.get(f"/money/budgets/{code}/").status_code == 404
        assert hajin.post("/money/budgets/bind/", {"binds": ["JB"]}).status_code == 403
        assert finance.post("/money/budgets/bind/", {"binds": ["JB"]}).status_code == 303
        with months.as_("finance"):
            assert Issuer.objects.get(code="JB").budgets_bind
        asked = {
            "equipment": "CONFOCAL", "start": "2027-03-01T11:00", "end": "2027-03-01T13:00", "project": project.code, "purpose": "",
        }
        hana = browser(months, "hana", "en")
        checks = hana.get(f"/book/new/checks?{urlencode(asked)}").content.decode()
        assert "₩90,000" in checks and "hard limit" in checks
        fee = hana.get("/book/fee?" + urlencode({
            "equipment": "CONFOCAL", "start": "2027-03-01T11:00+09:00", "end": "2027-03-01T12:00+09:00"})).json()["fee"]
        assert fee == "₩45,000 + tax ₩4,500"
        assert hajin.post(f"/money/budgets/{code}/", {"hard_limit": "200,000"}).status_code == 303
        assert "hard limit of ₩60,000" not in hana.get(f"/book/new/checks?{urlencode(asked)}").content.decode()
        assert hajin.post(f"/money/budgets/{code}/end/").status_code == 303


def test_a_draft_by_forms_to_the_published_version(months: World):
    finance = browser(months, "finance", "en")
    with clock.as_of(MONDAY):
        assert finance.post(f"{EDIT}begin/").status_code == 303
        page = finance.get(f"{EDIT}items/0/").content.decode()
        assert "₩45,000 per h" in page
        item = {
            "code": "CONFOCAL", "label_ko": "공초점 현미경", "label_en": "Confocal microscope", "meter": "equipment_minutes",
            "subjects": "CONFOCAL", "counted_in": "minute", "unit": "hour", "kind": "flat", "rate": "-5", "step": "15", "how": "up", "tax": "vat",
        }
        assert finance.post(f"{EDIT}items/0/", item).status_code == 303
        assert "$.versions[1].items[0].price.rate" in finance.get(f"{EDIT}items/0/").content.decode()
        assert "$.versions[1].items[0].price.rate" in finance.get(EDIT).content.decode()
        assert finance.post(f"{EDIT}publish/", {"effective_on": "2027-04-01"}).status_code == 422
        assert finance.post(f"{EDIT}items/0/", item | {"rate": "50,000", "assisted_rate": "20000", "discounts": "4 10"}).status_code == 303
        assert finance.post(f"{EDIT}items/0/classes/new/", {"name": "startup", "kind": "flat", "rate": "30000"}).status_code == 303
        peak = {"code": "NIGHT", "label_ko": "야간", "label_en": "Night", "begins": "20:00", "ends": "24:00", "factor": "0.5"}
        assert finance.post(f"{EDIT}items/0/peaks/new/", peak).status_code == 303
        assert finance.post(f"{EDIT}items/0/peaks/1/", peak | {"code": "GONE"}).status_code == 303
        assert finance.post(f"{EDIT}items/0/peaks/1/", {"drop": "1"}).status_code == 303
        page = finance.get(EDIT).content.decode()
        for said in ("₩50,000", "Class startup", "Night", "10 % off", "Rate item CONFOCAL › price › unit price"):
            assert said in page
        priced = finance.get(f"{EDIT}?subject=CONFOCAL&start=2027-04-02T10:00&minutes=60&payer_class=startup").content.decode()
        assert "30,000" in priced
        assert finance.post(f"{EDIT}publish/", {"effective_on": "2027-02-01"}).status_code == 409
        assert finance.post(f"{EDIT}publish/", {"effective_on": "2027-04-15"}).status_code == 303
        with months.as_("finance"):
            assert not RateCardDraft.objects.exists()
            newest = RateCardVersion.objects.get(number=2)
            assert (newest.since.isoformat(), newest.body["items"][0]["price"]) == ("2027-04-15", {"kind": "flat", "rate": 50000})
            assert newest.body["items"][0]["peak"][0]["factor"] == "0.5"


def test_json_in_and_out_and_what_is_no_card(months: World):
    finance = browser(months, "finance")
    with clock.as_of(MONDAY):
        assert finance.get(EDIT).status_code == 404
        finance.post(f"{EDIT}begin/")
        assert finance.post(f"{EDIT}json/", {"body": "{"}).status_code == 422
        assert finance.post(f"{EDIT}json/", {"body": "[]"}).status_code == 422
        said = CARD | {"versions": [CARD["versions"][0] | {"version": 7}]}
        assert finance.post(f"{EDIT}json/", {"body": json.dumps(said)}).status_code == 303
        assert "v7" in finance.get(EDIT).content.decode()
        assert finance.post(f"{EDIT}items/new/", {"code": "X", "kind": "flat"}).status_code == 422
        assert finance.post(f"{EDIT}caps/0/drop/").status_code == 303
        tax = {"code": "none", "category": "exempt"}
        assert finance.post(f"{EDIT}taxes/", tax).status_code == 303
        assert finance.post(f"{EDIT}head/", {
            "title_ko": "새", "title_en": "New", "currency": "KRW", "step": "10", "how": "down"}).status_code == 303
        with months.as_("finance"):
            body = RateCardDraft.objects.get().body
            assert (body["title"]["en"], body["versions"][-1]["taxes"]["none"], body["versions"][-1]["caps"]) == ("New", {"category": "exempt"}, [])
        assert finance.post(f"{EDIT}discard/").status_code == 303


def test_the_dashboard_and_the_simulator_say_the_figures(months: World):
    finance = browser(months, "finance", "en")
    with clock.as_of(MONDAY):
        issued(months)
    with clock.as_of(MONDAY + timedelta(days=40)):
        page = finance.get("/money/overview/").content.decode()
        assert "123,750" in page and "CONFOCAL" in page
        tried = urlencode({"of": "OPEN-LAB", "tried": "card:OPEN-LAB", "quarter": "2027-01-01"})
        assert "123,750" in finance.get(f"/money/simulator/?{tried}").content.decode()
