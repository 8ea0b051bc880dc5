"""Budgets of a company that issuers of several currencies bill: each counts its own currency, and says what it does not count."""

from datetime import date, timedelta

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Budget, Issuer
from squaremile.billing.reads import budgets
from squaremile.booking import operations as booking
from squaremile.core.models import Project
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from tests.billing.making import CARD, FEBRUARY, at, issued, opened, used, worked
from tests.pages.people import browser
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
ITEMS = CARD["versions"][0]["items"]
# 30 dollars an hour on the cytometers, which the university's core bills.
DOLLARS = CARD | {"card": "CORE-USD", "currency": "USD", "document": {"step": "0.01", "how": "nearest"}, "versions": [
    CARD["versions"][0] | {"items": [ITEMS[1] | {"price": {"kind": "flat", "rate": 30}}], "caps": []}]}
WON = CARD | {"card": "WON", "versions": [CARD["versions"][0] | {"items": [ITEMS[0]]}]}
START = MONDAY + timedelta(hours=2)


@pytest.fixture
def project(world: World) -> str:
    """One hour for 45,000 won on the microscope and two for 60 dollars on the cytometer, in February."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        with world.as_("finance"):
            billing.publish_rate_card(card_body=WON)
            billing.edit_account(account=codes["HANBIT"], rate_card="WON", effective_on=FEBRUARY)
            billing.add_issuer(code="CORE", name_ko="코어", name_en="Core", currency="USD")
            billing.publish_rate_card(card_body=DOLLARS)
            billing.open_account(organisation=world.organisations["HANBIT"], issuer="CORE", rate_card="CORE-USD")
        with world.as_("hajin"):
            found = Project.objects.filter(organisation_id=world.organisations["HANBIT"]).order_by("code")[0]
        used(world, "u:won", 60, at(3), project=found.id)
        used(world, "u:usd", 120, at(4), subject="CYTO-1", project=found.id)
    return found.code


def made(world: World, project: str, currency: str, hard: int, **more: object) -> str:
    with world.as_("hajin"):
        said = {"span": "year", "first_day": date(2027, 1, 1), "hard_limit": hard, "currency": currency, **more}
        return billing.add_budget(organisation=world.organisations["HANBIT"], project=project, **said).code


def standing(world: World) -> dict[str, tuple[int, list[str], int]]:
    """Currency of the budget → spent, what it does not count, percent."""
    with world.as_("hajin"):
        return {
            row.budget.currency: (row.spent.minor, [f"{a.currency} {a.minor}" for a in row.aside], row.percent) for row in budgets.standings()
        }


def test_each_budget_counts_its_own_currency_and_names_the_other(world: World, project: str):
    with clock.as_of(MONDAY):
        made(world, project, "KRW", 100_000)
        made(world, project, "USD", 10_000)
        expected = {"KRW": (45_000, ["USD 6000"], 45), "USD": (6_000, ["KRW 45000"], 60)}
        assert standing(world) == expected
        issued(world)
        with world.as_("finance"):
            billing.confirm_usage(issuer="CORE", month=FEBRUARY)
        worked()
        assert standing(world) == expected


@pytest.mark.parametrize(("binds", "refused"), [(("JB",), False), (("CORE",), True), (("JB", "CORE"), True)])
def test_a_booking_is_refused_where_whoever_bills_it_says_so(world: World, project: str, binds: tuple[str, ...], refused: bool):
    """60 of 80 dollars are spent; an hour is 30. The won's own limit is passed already, and says nothing of dollars."""
    with clock.as_of(MONDAY):
        made(world, project, "USD", 8_000)
        made(world, project, "KRW", 45_000)
        with world.as_("finance"):
            for issuer in binds:
                billing.edit_issuer(issuer=issuer, budgets_bind=True)
        with world.as_("hana"):
            if refused:
                with pytest.raises(Refused, match="budget_passed") as passed:
                    booking.reserve(equipment="CYTO-2", start=START, end=START + timedelta(hours=1), project=project)
                assert "$80" in passed.value.text.en and "$60" in passed.value.text.en and "₩" not in passed.value.text.en
            else:
                booking.reserve(equipment="CYTO-2", start=START, end=START + timedelta(hours=1), project=project)


def test_a_limit_in_another_currency_says_that_it_does_not_count_the_booking(world: World, project: str):
    with clock.as_of(MONDAY):
        made(world, project, "KRW", 45_000)
        with world.as_("finance"):
            for code in Issuer.objects.values_list("code", flat=True):
                billing.edit_issuer(issuer=code, budgets_bind=True)
        with world.as_("hana"):
            booking.reserve(equipment="CYTO-2", start=START, end=START + timedelta(hours=1), project=project)
            with pytest.raises(Refused, match="budget_passed"):
                booking.reserve(equipment="CONFOCAL", start=START, end=START + timedelta(hours=1), project=project)
        client = browser(world, "hana", "en")
        asked = {"equipment": "CYTO-1", "start": "2027-03-02T12:00", "end": "2027-03-02T13:00", "project": project}
        seen = client.get("/book/new/checks", asked).content.decode()
        assert "budget is in KRW, and this booking is priced in USD" in seen


@pytest.mark.parametrize(("language", "said"), [("ko", "세지 않음"), ("en", "not counted")])
def test_the_page_makes_a_budget_in_a_currency_that_is_billed_and_says_what_it_leaves_out(
    world: World, project: str, language: str, said: str
):
    with clock.as_of(MONDAY):
        hajin = browser(world, "hajin", language)
        asked = {"of": f"project:HANBIT:{project}", "span": "year", "first_day": "2027-01-01", "hard_limit": "80.50", "currency": "USD"}
        assert hajin.post("/money/budgets/", asked | {"currency": "EUR"}).status_code == 422
        assert hajin.post("/money/budgets/", asked | {"currency": "KRW"}).status_code == 422
        assert hajin.post("/money/budgets/", asked).status_code == 303
        with world.as_("hajin"):
            assert Budget.objects.values_list("currency", "hard").get() == ("USD", 8_050)
        page = hajin.get("/money/budgets/").content.decode()
        assert said in page and "45,000" in page and "60.00" in page and "80.50" in page
