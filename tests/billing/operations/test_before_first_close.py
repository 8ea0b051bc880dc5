"""What came before an issuer's first close was settled by it, and my costs and the preview say what the close bills."""

from datetime import date, timedelta

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.reads import evidence, preview, so_far
from squaremile.kernel import clock
from tests.billing.making import CARD, MARCH, at, bill_of, closed, issued, opened, used
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
APRIL, APRIL_DAY = date(2027, 4, 1), MONDAY + 32 * DAY


@pytest.fixture
def accounts(world: World) -> dict[str, str]:
    """All recorded at once, right before the first close, as an import does it."""
    with clock.as_of(MONDAY - timedelta(minutes=10)):
        codes = opened(world)
        used(world, "u:january", 60, at(12, month=1))
        used(world, "u:february", 60, at(3))
    return codes


def compared(world: World, code: str, month: date) -> int:
    """Of a company with one account: its own page, and finance's of the same minute."""
    with world.as_("hajin"):
        (mine,) = so_far.so_far()
    with world.as_("finance"):
        (dry,) = (bill for bill in preview.of("JB", month).bills if bill.account == code)
    assert (mine.net, mine.tax, mine.gross, mine.payable) == (dry.net, dry.tax, dry.gross, dry.payable)
    return dry.net.minor


def test_a_second_bill_asks_nothing_of_the_time_before_the_first_close(world: World, accounts: dict[str, str]):
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(MONDAY + 3 * DAY):
        used(world, "u:late", 60, at(4))
        used(world, "u:january:late", 60, at(13, month=1))
        used(world, "u:march", 60, at(2, 9, month=3))
        assert compared(world, accounts["HANBIT"], MARCH) == 90_000
    with clock.as_of(APRIL_DAY):
        closed(world, MARCH)
        with world.as_("finance"):
            charges = evidence.of_bill(bill_of(world, month=MARCH).id, "KRW")
            assert sorted(c.origin for c in charges) == ["u:late", "u:march"], "what came late of a closed month is asked for"


def test_a_month_that_is_not_closed_yet_is_its_own_to_bill(world: World, accounts: dict[str, str]):
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(APRIL_DAY):
        used(world, "u:march", 60, at(20, month=3))
        used(world, "u:late", 60, at(4))
        with world.as_("finance"):
            billing.add_contract(
                account=accounts["HANBIT"], kind="rent", title_ko="자리", title_en="Bench", first_day=date(2027, 3, 1), month_amount=100_000,
            )
        used(world, "u:april", 60, at(1, month=4))
        assert compared(world, accounts["HANBIT"], APRIL) == 2 * 45_000 + 100_000


def test_a_first_bill_that_comes_later_is_previewed_as_her_own_page_has_it(world: World):
    with clock.as_of(MONDAY - timedelta(minutes=10)):
        with world.as_("finance"):
            billing.add_issuer(code="JB", name_ko="전북 센터", name_en="Jeonbuk centre", registration="123-45-67891")
            billing.publish_rate_card(card_body=CARD)
        used(world, "u:january", 60, at(12, month=1))
        used(world, "u:february", 60, at(3))
    with clock.as_of(MONDAY):
        closed(world)
    with clock.as_of(MONDAY + 3 * DAY):
        with world.as_("finance"):
            mine = billing.open_account(
                organisation=world.organisations["HANBIT"], issuer="JB", rate_card="OPEN-LAB", contact="new@example.org"
            ).code
        used(world, "u:march", 60, at(2, 9, month=3))
        assert compared(world, mine, MARCH) == 2 * 45_000, "with the closed month that she had no bill of"


def test_what_a_draft_holds_that_she_is_not_shown_yet_is_not_asked_for_twice(world: World, accounts: dict[str, str]):
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(APRIL_DAY - 2 * DAY):
        used(world, "u:late", 60, at(4))
    with clock.as_of(APRIL_DAY):
        closed(world, MARCH)
        used(world, "u:april", 60, at(1, month=4))
        assert compared(world, accounts["HANBIT"], APRIL) == 45_000
