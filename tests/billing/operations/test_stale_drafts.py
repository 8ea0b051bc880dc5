"""A draft that was rated by other terms than those of its account is neither approved nor shown."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Invoice
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import scope, system
from squaremile.metering.models import UsageEvent
from tests.billing.making import CARD, FEBRUARY, MARCH, at, bill_of, charged, closed, issued, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def account(world: World) -> str:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        dearer = CARD["versions"][0]["items"][0] | {"price": {"kind": "flat", "rate": 90_000}}
        with world.as_("finance"):
            billing.publish_rate_card(card_body=CARD | {"card": "DEARER", "versions": [CARD["versions"][0] | {
                "items": [dearer, CARD["versions"][0]["items"][1]]}]})
        used(world, "u:1", 60, at(3))
    return codes["HANBIT"]


def test_a_term_said_after_the_rating_asks_for_it_again(world: World, account: str):
    with clock.as_of(MONDAY):
        made = closed(world)
    bill = bill_of(world)
    with clock.as_of(MONDAY + MINUTE), world.as_("finance"):
        billing.edit_account(account=account, rate_card="DEARER", effective_on=FEBRUARY)
        with pytest.raises(Refused, match="bill_stale") as stale:
            billing.approve_bill(bill=bill.code)
        assert bill.code in stale.value.text.en
        with pytest.raises(Refused, match="bill_stale"):
            billing.show_bills(close=made.code)
        assert bill_of(world).state == "drafted"
    with clock.as_of(MONDAY + 2 * MINUTE):
        with world.as_("finance"):
            billing.rate_again(bill=bill.code)
        worked()
        with world.as_("finance"):
            assert charged(bill_of(world)) == [("u:1", 0, 90_000)]
            billing.approve_bill(bill=bill.code)
            assert billing.show_bills(close=made.code).state == "payers"


def test_what_begins_after_the_month_changes_nothing(world: World, account: str):
    with clock.as_of(MONDAY):
        made = closed(world)
    with clock.as_of(MONDAY + MINUTE), world.as_("finance"):
        billing.edit_account(account=account, rate_card="DEARER")
        billing.edit_account(account=account, payer_class="x", effective_on=MARCH)
        assert billing.show_bills(close=made.code).state == "payers"


def granted(world: World, first_day: date = FEBRUARY, **more: Any) -> str:
    return billing.grant_voucher(
        organisation=world.organisations["HANBIT"], granted_as="golden_ticket", title_ko="입장권", title_en="Ticket", percent=Decimal(50),
        first_day=first_day, **more,
    ).code


def test_a_voucher_granted_after_the_rating_asks_for_it_again(world: World, account: str):
    with clock.as_of(MONDAY):
        made = closed(world)
    bill = bill_of(world)
    with clock.as_of(MONDAY + MINUTE), world.as_("finance"):
        granted(world)
        for act in (lambda: billing.approve_bill(bill=bill.code), lambda: billing.show_bills(close=made.code)):
            with pytest.raises(Refused, match="bill_stale") as stale:
                act()
            assert bill.code in stale.value.text.en
    with clock.as_of(MONDAY + 2 * MINUTE):
        with world.as_("finance"):
            billing.rate_again(bill=bill.code)
        worked()
        with world.as_("finance"):
            assert {line.kind: line.net for line in bill_of(world).lines.all()} == {"use": 45_000, "voucher": -22_500}
            assert billing.show_bills(close=made.code).state == "payers"


@pytest.mark.parametrize(("first_day", "ends", "refused"), [
    (FEBRUARY, (date(2027, 2, 1),), True), (FEBRUARY, (date(2027, 2, 1), date(2027, 4, 30), date(2027, 5, 31)), True),
    (MARCH, (date(2027, 3, 31),), False),
])  # fmt: skip
def test_a_voucher_ended_after_the_rating_asks_for_it_again_where_its_days_are_the_bills(
    world: World, account: str, first_day: date, ends: tuple[date, ...], refused: bool,
):
    with clock.as_of(MONDAY - 50 * MINUTE), world.as_("finance"):
        voucher = granted(world, first_day)
    with clock.as_of(MONDAY):
        made = closed(world)
    with clock.as_of(MONDAY + MINUTE), world.as_("finance"):
        for last_day in ends:
            billing.end_voucher(voucher=voucher, last_day=last_day)
        if refused:
            with pytest.raises(Refused, match="bill_stale"):
                billing.show_bills(close=made.code)
        else:
            assert billing.show_bills(close=made.code).state == "payers"


def test_vouchers_of_later_days_another_issuer_or_company_change_nothing(world: World, account: str):
    with clock.as_of(MONDAY):
        made = closed(world)
    with clock.as_of(MONDAY + MINUTE), world.as_("finance"):
        billing.add_issuer(code="CORE", name_ko="코어", name_en="Core")
        granted(world, MARCH, issuer="JB")
        granted(world, issuer="CORE")
        billing.grant_voucher(
            organisation=world.organisations["SAEBOM"], granted_as="subsidy", title_ko="지원", title_en="Subsidy", percent=Decimal(80),
            first_day=FEBRUARY, issuer="JB",
        )
        assert billing.show_bills(close=made.code).state == "payers"


@pytest.mark.parametrize(("less", "found"), [(-30, {"late": -22_500}), (-50, {"late": -33_750, "voucher": 1_000})])
def test_a_limit_that_was_used_up_gives_back_what_it_took_and_no_more(world: World, account: str, less: int, found: dict[str, int]):
    """Of 45,000 the subsidy would have paid 36,000 and paid 10,000. Half an hour less leaves 22,500, and its limit is used up still;
    a quarter of an hour is 11,250, of which it pays 9,000."""
    with clock.as_of(MONDAY - 50 * MINUTE), world.as_("finance"):
        billing.grant_voucher(
            organisation=world.organisations["HANBIT"], granted_as="subsidy", title_ko="지원", title_en="Subsidy", percent=Decimal(80),
            first_day=FEBRUARY, limit=10_000,
        )
        event = UsageEvent.objects.get(origin="u:1")
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(MONDAY + timedelta(days=31)), scope(system("worker")):
        UsageEvent.objects.create(**{
            **{f: getattr(event, f) for f in ("meter_id", "organisation_id", "subject", "period")}, "quantity": Decimal(less),
            "origin": "u:1:less", "corrects_id": event.id, "recorded_at": clock.now(),
        })
    with clock.as_of(MONDAY + timedelta(days=32)):
        closed(world, MARCH)
        with world.as_("finance"):
            assert {line.kind: line.net for line in bill_of(world, month=MARCH).lines.all()} == found


@pytest.mark.parametrize("ends", [[date(2027, 1, 31)], [date(2027, 1, 31), date(2027, 12, 31)]])
def test_a_voucher_that_was_ended_later_gets_back_its_share(world: World, account: str, ends: list[date]):
    """Ended once; and ended by mistake, which was mended."""
    with clock.as_of(MONDAY - 50 * MINUTE), world.as_("finance"):
        voucher = billing.grant_voucher(
            organisation=world.organisations["HANBIT"], granted_as="subsidy", title_ko="지원", title_en="Subsidy", percent=Decimal(80),
            first_day=date(2027, 1, 1),
        ).code
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(MONDAY + timedelta(days=7)), world.as_("finance"):
        for last in ends:
            billing.end_voucher(voucher=voucher, last_day=last)
        invoice = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
        use = invoice.lines.get(kind="use")
        back = billing.correct_invoice(invoice=invoice.code, correction="value_change", explanation="고장", amounts={str(use.number): 10_000})
        assert {line.kind: line.net for line in back.lines.all()} == {"use": -10_000, "voucher": 8_000}


def test_silence_is_never_shorter_than_a_day(world: World, account: str):
    with clock.as_of(MONDAY):
        with world.as_("finance"):
            billing.edit_issuer(issuer="JB", silence_days=0)
        made = closed(world)
        with world.as_("finance"):
            billing.show_bills(close=made.code)
            with pytest.raises(Refused, match="answer_awaited"):
                billing.accept_unanswered(bill=bill_of(world).code, remark="답이 없음")
    with clock.as_of(MONDAY + timedelta(hours=23)), world.as_("finance"), pytest.raises(Refused, match="answer_awaited"):
        billing.accept_unanswered(bill=bill_of(world).code, remark="답이 없음")
    with clock.as_of(MONDAY + timedelta(hours=25)):
        with scope(system("worker")):
            assert billing.accept_silent() == 0
        with world.as_("finance"):
            assert billing.accept_unanswered(bill=bill_of(world).code, remark="답이 없음").state == "accepted"
