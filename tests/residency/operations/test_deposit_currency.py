"""A sum is never said in a currency in which it did not come in."""

from datetime import date, timedelta

import pytest

from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.residency.models import Departure, Licence
from squaremile.residency.reads import deposits
from tests.residency.living import licensed, offered, signed_by_both
from tests.residency.papers import on_paper
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LATER = MONDAY + 10 * DAY


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def in_dollars(world, company: str, deposit: int = 0) -> None:
    now = clock.now()
    with world.as_("director"):
        prices = residency.publish_prices(name_ko="달러", name_en="", valid_from=date(2027, 1, 1), bench=1, currency="USD").code
    code = offered(world, company, "R201-B2", now, MONDAY + 300 * DAY, now + DAY, price_version=prices, deposit=deposit)
    with world.as_("hajin"):
        residency.answer_offer(licence=code, accept=True)
    signed_by_both(world, code, "hajin")
    if deposit:
        with world.as_("finance"):
            residency.record_deposit(licence=code, amount=deposit, paid_on=now.date())
    with world.as_("programme"):
        residency.start_licence(licence=code)


def leaves(world, company: str) -> Departure:
    with world.as_("hajin"):
        return residency.notify_exit(company=company, last_day=date(2027, 12, 31))


@pytest.mark.parametrize("terms", [True, False])
def test_what_was_paid_on_paper_does_not_become_dollars(world, terms):
    """Nor where nobody had set terms before, and those of the licence in dollars are the only ones."""
    company = on_paper(world, paid=(5_000_000,))
    with world.as_("programme"):
        if terms:
            residency.set_people_terms(company=company, seats=9, notice_months=1, deposit_minor=9_000_000)
    with clock.as_of(LATER):
        in_dollars(world, company)
        left = leaves(world, company)
        assert (left.deposit_minor, left.currency) == (5_000_000, "KRW")


def test_what_was_paid_under_a_licence_goes_back_though_the_newest_is_in_dollars(world):
    with world.as_("programme"):
        company = residency.open_record(organisation="HANBIT").code
    licensed(world, company, "R201-B1", "hajin", MONDAY + 30 * DAY)
    with world.as_("finance"):
        residency.record_deposit(licence=Licence.objects.get().code, amount=5_000_000, paid_on=MONDAY.date())
    with clock.as_of(LATER):
        in_dollars(world, company)
        left = leaves(world, company)
        assert (left.deposit_minor, left.currency) == (5_000_000, "KRW")
        with world.as_("finance"):
            assert deposits.in_others(left.company_id, left.currency) == []


def test_two_currencies_are_not_added(world):
    company = on_paper(world, paid=(5_000_000,))
    with world.as_("programme"):
        residency.set_people_terms(company=company, seats=9, notice_months=1, deposit_minor=9_000_000)
    with clock.as_of(LATER):
        in_dollars(world, company, deposit=100_000)
        left = leaves(world, company)
        assert (left.deposit_minor, left.currency) == (5_000_000, "KRW")
        with world.as_("finance"):
            assert deposits.in_others(left.company_id, left.currency) == ["USD"]
