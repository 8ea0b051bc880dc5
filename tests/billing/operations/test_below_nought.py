"""A bill below nought is issued, and what it owes its payer goes to what is open, to later invoices, or back."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import BillException, Invoice, Match, Posting
from squaremile.billing.reads import deposits, money, statement
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import scope, system
from tests.billing.making import MARCH, at, closed, issued, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
APRIL_DAY = MONDAY + timedelta(days=32)


def test_what_it_owes_pays_what_is_open_and_the_rest_goes_back(world: World):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        account = opened(world)["HANBIT"]
        used(world, "u:1", 97, at(3))
        with world.as_("finance"):
            rent = billing.add_contract(
                account=account, kind="rent", title_ko="벤치", title_en="Bench", month_amount=1_000_000, first_day=date(2027, 2, 1)
            )
    with clock.as_of(MONDAY):
        issued(world)
        with world.as_("finance"):
            first = Invoice.objects.get()
            assert first.payable == 1_186_620
            billing.record_payment(account=account, amount=500_000, paid_on=MONDAY.date(), bank_reference="1차")
            billing.change_contract(contract=rent.code, month_amount=0, effective_on=date(2027, 2, 1))
    with clock.as_of(APRIL_DAY):
        made = closed(world, MARCH)
        with world.as_("finance"):
            billing.clear_exception(bill_exception=BillException.objects.get(kind="negative").code, remark="임대료 환급")
            billing.show_bills(close=made.code)
    with clock.as_of(APRIL_DAY + timedelta(days=6)):
        with scope(system("worker")):
            billing.accept_silent()
        with world.as_("finance"):
            billing.release_close(close=made.code)
        worked()
        with world.as_("finance"):
            below = Invoice.objects.get(kind="invoice", payable__lt=0)
            assert (below.payable, deposits.left_of_credit(below)) == (-1_100_000, 1_100_000 - 686_620)
            assert statement.invoice(first.code).open.minor == statement.invoice(below.code).open.minor == 0
            assert {row.open.minor for row in money.accounts()} == {0} and sum(amount.minor for _, amount in money.ageing()) == 0
            assert [(one.source, one.code, one.left.minor) for one in deposits.holdings(account)] == [("invoice", below.code, 413_380)]
            back = {"account": account, "paid_on": APRIL_DAY.date(), "bank_reference": "환급", "invoice": below.code}
            with pytest.raises(Refused, match="refund_short"):
                billing.refund(**back, amount=413_381)
            billing.refund(**back, amount=413_380)
            with pytest.raises(IntegrityError, match="more than is left"), transaction.atomic():
                Match.objects.create(invoice=first, credit_note=below, organisation_id=first.organisation_id, amount=1, at=clock.now())
            owed = Posting.objects.filter(book="receivable", organisation_id=first.organisation_id).values_list("amount", flat=True)
            assert sum(owed) == 0 and deposits.left_of_credit(below) == 0
