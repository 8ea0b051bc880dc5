"""What an account pays by holds from a day on: nothing that was shown is priced anew, and both ways of rating say the same."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import Account, AccountTerm, Bill, Invoice
from squaremile.billing.reads import drafting, fees, preview, rating
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import scope, system
from tests.billing import making
from tests.billing.making import CARD, FEBRUARY, MARCH, at, bill_of, closed, issued, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
APRIL_DAY = MONDAY + 32 * DAY


def card(code: str, rate: int, **classes: int) -> dict[str, Any]:
    """The usual card with another price of the microscope."""
    first, second = CARD["versions"][0]["items"]
    priced = first | {"price": {"kind": "flat", "rate": rate}, "classes": {n: {"kind": "flat", "rate": r} for n, r in classes.items()}}
    return CARD | {"card": code, "versions": [CARD["versions"][0] | {"items": [priced, second]}]}


@pytest.fixture
def accounts(world: World) -> dict[str, str]:
    with clock.as_of(MONDAY - 2 * HOUR):
        codes = opened(world)
        with world.as_("finance"):
            billing.publish_rate_card(card_body=card("CLASSES", 45_000, startup=10_000))
            billing.publish_rate_card(card_body=card("DEARER", 90_000))
    return codes


def charged(world: World, month: date = FEBRUARY, whose: str = "HANBIT") -> list[tuple[str, int, int]]:
    bill = bill_of(world, whose, month)
    with world.as_("finance"):
        return making.charged(bill)


def compared(world: World, code: str, month: date) -> None:
    """The dry run, the columns that are stored, and event by event are one."""
    with world.as_("finance"):
        dry = {bill.account: bill for bill in preview.of("JB", month).bills}[code]
        account, found = Account.objects.select_related("issuer").get(code=code), rating.Rated()
        rating._each(rating._of(account, clock.now()), month, found, late=False)
    closed(world, month)
    bill = bill_of(world, month=month)
    assert (dry.net.minor, dry.gross.minor, dry.events) == (bill.net, bill.gross, bill.events)
    with world.as_("finance"):
        each = {(c.origin, c.part, c.net) for c in found.charges}
        assert each <= set(making.charged(bill))
        stored = {g.key: (g.net, g.lines, g.first, g.last) for g in drafting.stored(bill.id) if g.kind == "use"}
        assert stored == {g.key: (g.net, g.lines, g.first, g.last) for g in drafting.grouped(found.charges)}


def test_another_class_leaves_what_was_shown_alone(world: World, accounts: dict[str, str]):
    with clock.as_of(MONDAY - HOUR):
        used(world, "u:1", 60, at(3))
        with world.as_("finance"):
            billing.edit_account(account=accounts["HANBIT"], rate_card="CLASSES", payer_class="startup", effective_on=FEBRUARY)
    with clock.as_of(MONDAY):
        issued(world)
        assert charged(world) == [("u:1", 0, 10_000)]
    with clock.as_of(MONDAY + 9 * DAY), world.as_("finance"):
        for day in (FEBRUARY, date(2027, 1, 5), date(2027, 2, 28)):
            with pytest.raises(Refused, match="account_month_shown"):
                billing.edit_account(account=accounts["HANBIT"], payer_class="", effective_on=day)
        account = Account.objects.get(code=accounts["HANBIT"])
        term = {"account": account, "organisation_id": account.organisation_id, "payer_class": "", "recorded_at": clock.now()}
        with pytest.raises(IntegrityError, match="has seen"), transaction.atomic():
            AccountTerm.objects.create(**term, since=date(2027, 2, 28))
        with pytest.raises(IntegrityError, match="has seen"), transaction.atomic():
            AccountTerm.objects.create(**term | {"organisation_id": world.organisations["SAEBOM"]}, since=date(2027, 3, 28))
        billing.edit_account(account=accounts["HANBIT"], payer_class="", effective_on=date(2027, 3, 15))
    with clock.as_of(APRIL_DAY - HOUR):
        used(world, "u:late", 60, at(4))
        used(world, "m:1", 60, at(14, 23, month=3))
        used(world, "m:2", 60, at(15, 0, month=3))
    with clock.as_of(APRIL_DAY):
        compared(world, accounts["HANBIT"], MARCH)
        # The late hour costs what February cost; the changed class holds from the first hour of its day.
        assert charged(world, MARCH) == [("m:1", 0, 10_000), ("m:2", 0, 45_000), ("u:late", 0, 10_000)]


def test_a_class_that_changes_before_the_close_prices_the_days_from_it_on(world: World, accounts: dict[str, str]):
    with clock.as_of(MONDAY - HOUR):
        used(world, "u:1", 60, at(3))
        with world.as_("finance"):
            billing.edit_account(account=accounts["HANBIT"], rate_card="CLASSES", payer_class="startup", effective_on=FEBRUARY)
    with clock.as_of(MONDAY + DAY):
        with world.as_("finance"):
            billing.edit_account(account=accounts["HANBIT"], payer_class="")
        closed(world)
        bill = bill_of(world)
        assert charged(world) == [("u:1", 0, 10_000)]
        # It was a mistake: mended from February on, as nobody has seen the bill.
        with world.as_("finance"):
            billing.edit_account(account=accounts["HANBIT"], payer_class="academic", effective_on=FEBRUARY)
            billing.rate_again(bill=bill.code)
        worked()
        assert charged(world) == [("u:1", 0, 45_000)]


def test_another_card_within_a_month(world: World, accounts: dict[str, str]):
    """Each day's use is by the card of that day; tiers of the month are each card's own, and the caps too."""
    with clock.as_of(MONDAY - HOUR):
        for n, day in enumerate((3, 14, 15, 20)):
            used(world, f"c:{n}", 60, at(day, 0 if day == 15 else 10))
            used(world, f"t:{n}", 120, at(day, 12), subject="CYTO-1")
        with world.as_("finance"):
            billing.edit_account(account=accounts["HANBIT"], rate_card="DEARER", effective_on=date(2027, 2, 15))
    with clock.as_of(MONDAY):
        compared(world, accounts["HANBIT"], FEBRUARY)
        with world.as_("finance"):
            lines = {(line.card, line.item): (line.net, line.reasons[0]["version"]) for line in bill_of(world).lines.all()}
    assert lines == {
        ("OPEN-LAB v1", "CONFOCAL"): (90_000, "OPEN-LAB v1"), ("OPEN-LAB v1", "CYTO"): (180_000, "OPEN-LAB v1"),
        ("DEARER v1", "CONFOCAL"): (180_000, "DEARER v1"), ("DEARER v1", "CYTO"): (180_000, "DEARER v1"),
    }
    with clock.as_of(MONDAY), world.as_("hana"):
        meant = fees.Meant(world.organisations["HANBIT"], None, None, "CONFOCAL", at(5, 10, 3), at(5, 11, 3))
        assert (found := fees.fee(meant)) and found.net and found.net.minor == 90_000


def test_a_voucher_lowers_its_own_issuers_bills_alone(world: World, accounts: dict[str, str]):
    hanbit = world.organisations["HANBIT"]
    said = {"organisation": hanbit, "granted_as": "subsidy", "title_ko": "지원", "title_en": "Subsidy", "percent": 80, "first_day": FEBRUARY}
    with clock.as_of(MONDAY - HOUR):
        used(world, "u:1", 60, at(3))
        with world.as_("finance"):
            billing.add_issuer(code="US", name_ko="해외", name_en="Overseas", currency="USD")
            billing.publish_rate_card(card_body={**CARD, "card": "USD", "currency": "USD", "document": {"step": "0.01", "how": "nearest"}})
            assert billing.grant_voucher(**said | {"organisation": world.organisations["SAEBOM"]}).issuer.code == "JB"
            other = billing.open_account(organisation=hanbit, issuer="US", rate_card="USD").code
            billing.add_contract(account=other, kind="rent", title_ko="방", title_en="Room", month_amount=1_000_000, first_day=FEBRUARY)
            with pytest.raises(Invalid, match="voucher_issuer"):
                billing.grant_voucher(**said)
            assert billing.grant_voucher(**said, issuer="JB", limit=2_000_000).issuer.code == "JB"
    with clock.as_of(MONDAY), world.as_("finance"):
        nets = {bill.account: bill.net.minor for issuer in ("JB", "US") for bill in preview.of(issuer, FEBRUARY).bills}
        assert (nets[accounts["HANBIT"]], nets[other]) == (9_000, 1_000_000)


def test_what_was_before_the_first_bill_is_in_it(world: World):
    """February was closed without her account: its use and rent are in her first bill; nothing is asked of before the first close."""
    saebom = world.organisations["SAEBOM"]
    with clock.as_of(MONDAY - HOUR):
        with world.as_("finance"):
            billing.add_issuer(code="JB", name_ko="전북 센터", name_en="Jeonbuk centre", registration="123-45-67891")
            billing.publish_rate_card(card_body=CARD)
            billing.open_account(organisation=world.organisations["HANBIT"], issuer="JB", rate_card="OPEN-LAB")
        for n, (whose, start) in enumerate((("HANBIT", at(2)), ("SAEBOM", at(3)), ("SAEBOM", at(3, month=1)))):
            used(world, f"u:{n}", 60, start, whose=whose)
        with scope(system("worker")):
            rent = {"licence": str(uuid7()), "code": "LC-1", "terms": [["2027-01-01", 100_000]]}
            billing.hear_of_licence(origin="rent:1", organisation=saebom, payload=rent)
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(APRIL_DAY - HOUR), world.as_("finance"):
        code = billing.open_account(organisation=saebom, issuer="JB", rate_card="OPEN-LAB").code
        with pytest.raises(Refused, match="account_owes"):
            billing.edit_account(account=code, active=False)
    with clock.as_of(APRIL_DAY):
        with world.as_("finance"):
            dry = {bill.account: bill for bill in preview.of("JB", MARCH).bills}[code]
        closed(world, MARCH)
        bill = bill_of(world, "SAEBOM", MARCH)
        of = [(part.split(":")[0], net) for part, _, net in charged(world, MARCH, "SAEBOM")]
        assert of == [("contract", 100_000), ("contract", 100_000), ("u", 45_000)]
        assert (dry.net.minor, bill.net) == (245_000, 245_000)
        with world.as_("finance"):
            assert {*bill.lines.values_list("kind", flat=True)} == {"late", "rent"}


def test_an_answer_gives_the_payer_time_and_keeps_her_vouchers(world: World, accounts: dict[str, str]):
    hanbit = world.organisations["HANBIT"]
    said = {"organisation": hanbit, "granted_as": "subsidy", "title_ko": "지원", "title_en": "Subsidy", "first_day": date(2027, 1, 1)}
    with clock.as_of(MONDAY - HOUR):
        used(world, "u:1", 60, at(3))
        with world.as_("finance"):
            first = billing.grant_voucher(**said, percent=80).code
    with clock.as_of(MONDAY):
        made = closed(world)
        with world.as_("finance"):
            billing.show_bills(close=made.code)
        with world.as_("hajin"):
            dispute = billing.dispute_line(bill=bill_of(world).code, bill_line=1, reason="교육이었습니다").code
    with clock.as_of(MONDAY + 4 * DAY), world.as_("finance"):
        billing.end_voucher(voucher=first, last_day=date(2027, 1, 31))
        billing.grant_voucher(**said, percent=100)
        billing.settle_dispute(dispute=dispute, taken_off=5_000, reply="교육 시간을 뺐습니다")
        assert [(line.kind, line.net) for line in bill_of(world).lines.order_by("number")] == [
            ("use", 45_000), ("adjustment", -5_000), ("voucher", -32_000),
        ]
    for days, state in ((6, "shown"), (10, "accepted")):
        with clock.as_of(MONDAY + days * DAY), scope(system("worker")):
            billing.accept_silent()
            assert Bill.objects.get(organisation_id=hanbit).state == state


def test_a_voucher_pays_for_the_days_on_which_it_holds(world: World, accounts: dict[str, str]):
    """From the 15th to the end of February: half of the rent, the second use of two; and a late one of those days, after its end."""
    hanbit = world.organisations["HANBIT"]
    with clock.as_of(MONDAY - HOUR):
        for day in (3, 14, 15, 28):
            used(world, f"u:{day}", 60, at(day, 0 if day == 15 else 23), whose="HANBIT")
        with world.as_("finance"):
            rent = {"kind": "rent", "title_ko": "방", "title_en": "Room", "first_day": FEBRUARY, "last_day": date(2027, 2, 28)}
            billing.add_contract(account=accounts["HANBIT"], month_amount=280_000, **rent)
            billing.grant_voucher(
                organisation=hanbit, granted_as="subsidy", title_ko="지원", title_en="Subsidy", percent=80, first_day=date(2027, 2, 15),
                last_day=date(2027, 2, 28),
            )
    with clock.as_of(MONDAY):
        with world.as_("finance"):
            dry = {bill.account: bill.net.minor for bill in preview.of("JB", FEBRUARY).bills}[accounts["HANBIT"]]
        issued(world)
        with world.as_("finance"):
            mine = Invoice.objects.get(organisation_id=hanbit)
            assert [(line.kind, line.net) for line in mine.lines.order_by("number")] == [
                ("use", 180_000), ("rent", 280_000), ("voucher", -184_000),
            ]
            assert dry == mine.net
    with clock.as_of(APRIL_DAY - HOUR):
        used(world, "u:early", 60, at(5))
        used(world, "u:late", 60, at(25))
    with clock.as_of(APRIL_DAY):
        closed(world, MARCH)
        with world.as_("finance"):
            assert [(line.kind, line.net) for line in bill_of(world, month=MARCH).lines.order_by("number")] == [
                ("late", 90_000), ("voucher", -36_000),
            ]
