"""What is agreed by the month, and what the books do once an account is there."""

from datetime import date, timedelta

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Account, Posting
from squaremile.billing.reads import deposits, evidence
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import scope, system
from tests.billing.making import FEBRUARY, MARCH, bill_of, closed, issued, opened
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
APRIL_DAY = MONDAY + timedelta(days=32)


def charged(world: World, month: date) -> list[tuple[date, int]]:
    bill = bill_of(world, month=month)
    with world.as_("finance"):
        return sorted((c.month, c.net.minor) for c in evidence.of_bill(bill.id, "KRW"))


def test_another_amount_keeps_the_end(world: World):
    """A desk to 28 February; its price is changed on the 15th: March owes nothing. Another end is said with it."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        with world.as_("finance"):
            said = {"account": codes["HANBIT"], "kind": "rent", "title_ko": "책상", "title_en": "Desk", "first_day": FEBRUARY}
            ends = billing.add_contract(**said, month_amount=280_000, last_day=date(2027, 2, 28)).code
            billing.change_contract(contract=ends, month_amount=560_000, effective_on=date(2027, 2, 15))
            other = billing.add_contract(**said, month_amount=28_000).code
            billing.change_contract(contract=other, month_amount=56_000, effective_on=date(2027, 2, 15), last_day=date(2027, 2, 21))
            for wrong in ({"last_day": FEBRUARY}, {"month_amount": 0}):
                with pytest.raises(Invalid, match="contract_unsound"):
                    billing.change_contract(**{
                        "contract": other, "month_amount": 1, "effective_on": date(2027, 2, 15), "last_day": date(2027, 2, 21), **wrong,
                    })
    with clock.as_of(MONDAY):
        issued(world)
    assert charged(world, FEBRUARY) == [(FEBRUARY, 14_000), (FEBRUARY, 14_000), (FEBRUARY, 140_000), (FEBRUARY, 280_000)]
    with clock.as_of(APRIL_DAY):
        closed(world, MARCH)
    assert charged(world, MARCH) == []


def test_a_settlement_that_was_heard_before_there_was_an_account(world: World):
    """The company left before it was ever billed: its deposit and what is deducted are in the books with its account."""
    hanbit = world.organisations["HANBIT"]
    with clock.as_of(MONDAY), scope(system("worker")):
        paid = {"code": "LC-1", "amount": 1_000_000, "paid_on": "2027-01-05"}
        assert not billing.hear_of_licence(origin=f"deposit:{uuid7()}", organisation=hanbit, payload=paid)
        said = {"code": "DP-1", "taken": 200_000, "refunded": 800_000, "settled_on": "2027-02-20"}
        assert not billing.hear_of_settlement(origin="deposit-settled:1", organisation=hanbit, payload=said)
    with clock.as_of(MONDAY):
        opened(world)
        with world.as_("finance"):
            account = Account.objects.get(organisation_id=hanbit)
            assert (deposits.held(account), deposits.free(account), account.payments.get().amount) == (800_000, 800_000, 200_000)
            assert sum(Posting.objects.values_list("amount", flat=True)) == 0
