"""What sponsors pay, as finance reads it, takes it along and asks for it by program."""

from decimal import Decimal
from urllib.parse import urlencode

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Voucher
from squaremile.billing.reads import claims
from squaremile.kernel import clock
from tests.billing.making import FEBRUARY
from tests.billing.sponsored import sponsored
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE, World

TO = "/money/sponsors/"


@pytest.fixture
def months(world: World) -> World:
    return sponsored(world)


@pytest.mark.parametrize("who", PEOPLE)
def test_it_is_for_those_who_see_the_money(months: World, who: str):
    sees = 200 if PEOPLE[who][0] in ("site_director", "finance", "auditor") else 403
    client = browser(months, who, "en")
    paths = (TO, f"{TO}claims.csv", f"{TO}claims.xlsx")
    assert [client.get(path).status_code for path in paths] == [sees] * 3


def test_a_sponsors_list_names_its_own_voucher_holders(months: World):
    finance = browser(months, "finance", "ko")
    with clock.as_of(MONDAY):
        with months.as_("finance"):
            assert [(one.sponsor, one.amount.minor, one.rest and one.rest.minor) for one in claims.claims(FEBRUARY, FEBRUARY)] == [
                ("Helix Foundation", 22_500, None), ("전북도", 50_000, 0),
            ]
        whole = finance.get(TO).content.decode()
        assert "50,000원" in whole and "22,500원" in whole and "제한 없음" in whole
        province = urlencode({"sponsor": "전북도", "span": "2027-Q1"})
        table = finance.get(f"{TO}claims.csv?{province}").content.decode()
        assert "50000" in table and "한빛" in table and "22500" not in table and "새봄" not in table
        assert "새봄" not in finance.get(f"{TO}?{province}").content.decode()
        assert finance.get(f"{TO}claims.xlsx?{province}")["Content-Type"].endswith("spreadsheetml.sheet")
        assert "50000" not in finance.get(f"{TO}claims.csv?span=2027-01").content.decode()
        assert "50000" in finance.get(f"{TO}claims.csv?span=2027-03&by=issued").content.decode()
        assert finance.get(f"{TO}?span=2027-99").status_code == finance.get(f"{TO}claims.csv?sponsor=nobody").status_code == 422


def test_a_voucher_of_no_issuer_is_found_here(months: World):
    with months.as_("finance"):
        made = billing.grant_voucher(
            organisation=months.organisations["HANBIT"], granted_as="subsidy", title_ko="옛 지원", title_en="Old", percent=Decimal(5),
            first_day=FEBRUARY, limit=7,
        )
        Voucher.objects.filter(code=made.code).update(issuer=None)
    page = browser(months, "finance", "en").get(TO).content.decode()
    assert made.code in page and "it lowers no bill" in page


def test_the_list_asks_as_few_statements_for_many_as_for_one(months: World, django_assert_max_num_queries):
    client = browser(months, "finance", "en")
    client.get(TO)
    with django_assert_max_num_queries(20):
        client.get(TO)
