"""A month of two rivals, from confirmed usage to issued invoices."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Bill, BillException, BillLine, Charge, Close, Entry, Invoice, InvoiceLine, Posting
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from tests.billing.making import FEBRUARY, MARCH, at, bill_of, closed, issued, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def accounts(world: World) -> dict[str, str]:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        used(world, "u:1", 97, at(3))
        used(world, "u:2", 180, at(5), subject="CYTO-1")
        used(world, "u:3", 60, at(9), whose="SAEBOM")
    return codes


class TestClose:
    def test_a_month_to_the_won(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY):
            made = issued(world)
            with world.as_("finance"):
                assert Close.objects.get(id=made.id).state == "issued"
                mine = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
                # 97 min → 105 min × 45,000 = 78,750; 2 h × 60,000 + 1 h × 30,000 = 150,000.
                assert (mine.net, mine.tax, mine.gross, mine.rounding, mine.payable) == (228_750, 22_875, 251_625, -5, 251_620)
                assert sorted(i.code for i in Invoice.objects.all()) == ["JB-2027-000001", "JB-2027-000002"]
                assert sum(Posting.objects.values_list("amount", flat=True)) == 0
                assert {(p.book, p.amount) for p in Posting.objects.filter(entry__says=mine.code)} == {
                    ("receivable", 251_620), ("revenue:use", -228_750), ("tax", -22_875), ("rounding", 5),
                }
