"""Money that goes back, money that a provider takes, and one close that makes recharges and invoices of several kinds of tax."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import jsonschema_rs
import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Bill, BillException, Invoice, PaymentEvent, PaymentRequest, Posting, TaxFiling
from squaremile.billing.operations.checkout import secret
from squaremile.billing.policies.checkout import (
    CANCELED,
    FAILED,
    SUCCEEDED,
    NotSigned,
    NotUnderstood,
    event,
    heard,
    intent,
    signed,
)
from squaremile.billing.reads import account_statement, deposits, documents
from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import scope, system
from tests.billing.making import CARD, FEBRUARY, MARCH, at, issued, opened, used, worked
from tests.pages.people import browser
from tests.world import MONDAY, World

NOW = datetime(2027, 3, 2, 3, tzinfo=UTC)
SCHEMAS = json.loads((Path(__file__).parents[1] / "exports" / "stripe_messages.json").read_text())


class TestMessages:
    @pytest.mark.parametrize(("kind", "status", "received"), [
        (SUCCEEDED, "succeeded", 86_620), (FAILED, "requires_payment_method", 0), (CANCELED, "canceled", 0),
    ])  # fmt: skip
    def test_the_sandbox_speaks_as_the_published_schema_says(self, kind: str, status: str, received: int):
        of = intent("PY-1", 86_620, "KRW", "JB-2027-000001", NOW, status=status, received=received)
        jsonschema_rs.validate(SCHEMAS["payment_intent"], of)
        body = event(of, kind, NOW)
        jsonschema_rs.validate(SCHEMAS["event"], json.loads(body))
        told = heard(signed(body, "s", NOW), body, "s", NOW)
        assert (told.kind, told.intent, told.currency) == (kind, of["id"], "KRW")
        with pytest.raises(jsonschema_rs.ValidationError):
            jsonschema_rs.validate(SCHEMAS["payment_intent"], {**of, "amount": "86620"})

    @pytest.mark.parametrize(("header", "key", "late"), [
        ("", "s", 0), ("t=x,v1=y", "s", 0), (None, "other", 0), (None, "", 0), (None, "s", 301), (None, "s", -301), ("v1=00", "s", 0),
    ])  # fmt: skip
    def test_what_is_not_signed_now_by_the_provider_is_not_heard(self, header: str | None, key: str, late: int):
        body = event(intent("PY-1", 1, "KRW", "", NOW), SUCCEEDED, NOW)
        said = signed(body, "s", NOW) if header is None else header
        with pytest.raises(NotSigned):
            heard(said, body, key, NOW + timedelta(seconds=late))

    @pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"object":"event","data":{"object":{"object":"charge"}},"type":"x","id":"1"}'])
    def test_what_is_signed_and_is_no_event(self, body: bytes):
        with pytest.raises(NotUnderstood):
            heard(signed(body, "s", NOW), body, "s", NOW)


@pytest.fixture
def accounts(world: World) -> dict[str, str]:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        used(world, "u:1", 97, at(3))
        used(world, "u:3", 60, at(9), whose="SAEBOM")
    return codes


@pytest.fixture
def mine(world: World, accounts: dict[str, str]) -> Invoice:
    """86,620 to pay."""
    with clock.as_of(MONDAY):
        issued(world)
    with world.as_("finance"):
        return Invoice.objects.get(organisation_id=world.organisations["HANBIT"])


@pytest.mark.django_db
class TestProvider:
    @pytest.fixture(autouse=True)
    def connected(self, settings):
        settings.PAYMENT_PROVIDER = "sandbox"

    def asked(self, world: World, mine: Invoice) -> PaymentRequest:
        with clock.as_of(NOW), world.as_("hajin"):
            return billing.ask_payment(invoice=mine.code)

    def send(
        self, client, asked: PaymentRequest, kind: str = SUCCEEDED, *, amount: int | None = None, turn: int = 1, key: str = "", at_: datetime = NOW
    ):
        of = intent(asked.code, asked.amount, asked.currency, "", NOW, status="succeeded", received=asked.amount if amount is None else amount)
        body = event(of, kind, NOW, turn=turn)
        with clock.as_of(at_):
            said = client.post(
                "/public/money/payment-events/", body, content_type="application/json",
                headers={"Stripe-Signature": signed(body, key or secret(), NOW)},
            )
        return said.status_code, said.json()["outcome"]

    def test_asked_paid_and_matched_once(self, world: World, mine: Invoice, client):
        asked = self.asked(world, mine)
        assert (asked.amount, asked.state, self.asked(world, mine).code) == (86_620, "asked", asked.code)
        assert self.send(client, asked, FAILED) == (200, "failed")
        assert [self.send(client, asked) for _ in range(3)] == [(200, "paid")] * 3
        assert self.send(client, asked, turn=2) == (200, "late")
        with world.as_("finance"):
            assert [(p.amount, p.matches.get().invoice_id) for p in mine.account.payments.all()] == [(86_620, mine.id)]
            assert sum(Posting.objects.filter(book="receivable", organisation_id=mine.organisation_id).values_list("amount", flat=True)) == 0
        with clock.as_of(NOW), world.as_("hajin"), pytest.raises(Refused, match="nothing_open"):
            billing.ask_payment(invoice=mine.code)

    def test_another_amount_is_kept_told_and_no_payment(self, world: World, mine: Invoice, client):
        asked = self.asked(world, mine)
        assert self.send(client, asked, amount=86_619) == (409, "mismatch")
        assert self.send(client, asked, amount=1) == (409, "billing.event_differs")  # the same name with another body
        with world.as_("finance"):
            assert not mine.account.payments.exists()
            assert PaymentEvent.objects.get().outcome == "mismatch"
            assert PaymentRequest.objects.get().state == "asked"
            assert Notice.objects.filter(kind="billing.payment", recipient=world.people["finance"]).count() == 1

    def test_forged_replayed_or_for_nobody(self, world: World, mine: Invoice, client, settings):
        asked = self.asked(world, mine)
        assert self.send(client, asked, key="guess") == (400, "not signed")
        assert self.send(client, asked, at_=NOW + timedelta(minutes=6)) == (400, "not signed")
        assert self.send(client, PaymentRequest(code="PY-NONE", amount=5, currency="KRW")) == (200, "unknown")
        assert self.send(client, asked, "charge.refunded") == (200, "ignored")
        assert self.send(client, asked, CANCELED) == (200, "canceled")
        assert self.send(client, asked, FAILED) == (200, "late")
        settings.PAYMENT_PROVIDER = ""
        assert self.send(client, asked, key="x") == (404, "nobody")
        with clock.as_of(NOW), world.as_("hajin"), pytest.raises(Refused, match="no_payment_provider"):
            billing.ask_payment(invoice=mine.code)
        with world.as_("finance"):
            assert not mine.account.payments.exists()

    def test_money_that_comes_after_a_cancel_is_a_payment_and_told(self, world: World, mine: Invoice, client):
        asked = self.asked(world, mine)
        assert self.send(client, asked, CANCELED) == (200, "canceled")
        again = self.asked(world, mine)
        assert self.send(client, asked) == (200, "paid") and self.send(client, again) == (200, "paid")
        assert self.send(client, PaymentRequest(code="PY-NONE", amount=5, currency="KRW")) == (200, "unknown")
        with world.as_("finance"):
            paid = sorted((amount, matched or 0) for amount, matched in mine.account.payments.values_list("amount", "matches__amount"))
            assert paid == [(86_620, 0), (86_620, 86_620)]
            assert set(PaymentRequest.objects.values_list("state", flat=True)) == {"paid"}
            told = [one.text_en for one in Notice.objects.filter(kind="billing.payment", recipient=world.people["finance"])]
            assert sorted((asked.code in text, "₩5" in text) for text in told) == [(False, True), (True, False)]

    def test_the_payers_page_and_a_rivals(self, world: World, mine: Invoice):
        payer, rival = browser(world, "hajin"), browser(world, "sujin")
        with clock.as_of(NOW):
            begun = payer.post(f"/money/invoices/{mine.code}/pay/")
            assert begun.status_code == 303
            assert "86,620" in payer.get(begun["Location"]).content.decode()
            assert rival.get(begun["Location"]).status_code == rival.post(begun["Location"], {"answer": "pay"}).status_code == 404
            assert rival.post(f"/money/invoices/{mine.code}/pay/").status_code == 404
            assert payer.post(begun["Location"], {"answer": "pay"}).status_code == 303
        with world.as_("finance"):
            assert mine.account.payments.get().amount == 86_620
            with pytest.raises(Forbidden):
                billing.ask_payment(invoice=mine.code)


@pytest.mark.django_db
class TestRefunds:
    def test_of_a_payment_no_more_than_is_left_and_once(self, world: World, mine: Invoice, accounts: dict[str, str]):
        with clock.as_of(NOW), world.as_("finance"):
            paid = billing.record_payment(account=accounts["HANBIT"], amount=100_000, paid_on=MARCH, bank_reference="많이")
            back = {"account": accounts["HANBIT"], "paid_on": date(2027, 3, 2), "bank_reference": "반환"}
            with pytest.raises(Refused, match="refund_short"):
                billing.refund(**back, amount=13_381, payment=paid.code)
            for wrong in ({"amount": 0}, {"wallet": "x"}, {"paid_on": date(2027, 4, 1)}, {"bank_reference": " "}):
                with pytest.raises(Invalid, match="refund_unsound"):
                    billing.refund(**{**back, "amount": 1, "payment": paid.code, **wrong})
            billing.refund(**back, amount=10_000, payment=paid.code)
            with pytest.raises(Refused, match="refund_known"):
                billing.refund(**back, amount=1_000, payment=paid.code)
            assert deposits.left_of_payment(paid) == 3_380
            with pytest.raises(Refused, match="refund_short"):
                billing.refund(**{**back, "bank_reference": "또"}, amount=1)  # no deposit is held
            nothing = (({"payment": "PM-NONE"}, "payment_unknown"), ({"invoice": mine.code}, "invoice_unknown"), ({"wallet": "W"}, "wallet_unknown"))
            for named, missing in nothing:
                with pytest.raises(Missing, match=missing):
                    billing.refund(**{**back, "bank_reference": "또"}, amount=1, **named)
            seen = account_statement.statement(accounts["HANBIT"], MARCH, date(2027, 3, 31))
            assert (seen.refunded.minor, seen.closing.minor) == (10_000, -3_380)
            owed = Posting.objects.filter(book="receivable", organisation_id=mine.organisation_id).values_list("amount", flat=True)
            assert sum(owed) == seen.closing.minor
        with world.as_("hajin"), pytest.raises(Forbidden):
            billing.refund(**back, amount=1, payment=paid.code)

    def test_a_deposit_is_set_off_and_the_rest_goes_back(self, world: World, mine: Invoice, accounts: dict[str, str]):
        hanbit = world.organisations["HANBIT"]
        with clock.as_of(NOW), scope(system("worker")):
            billing.hear_of_licence(
                origin=f"deposit:{uuid7()}", organisation=hanbit, payload={"code": "LC-1", "amount": 1_000_000, "paid_on": "2027-01-05"}
            )
            said = {"code": "DP-1", "taken": 200_000, "refunded": 800_000, "settled_on": "2027-03-02"}
            for _ in range(2):
                assert billing.hear_of_settlement(origin="deposit-settled:1", organisation=hanbit, payload=said)
        with clock.as_of(NOW), world.as_("finance"):
            account = mine.account
            assert (deposits.held(account), deposits.free(account)) == (800_000, 800_000)
            paid = account.payments.get()
            assert (paid.amount, paid.matches.get().amount, deposits.left_of_payment(paid)) == (200_000, 86_620, 113_380)
            back = {"account": accounts["HANBIT"], "paid_on": date(2027, 3, 2)}
            with pytest.raises(Refused, match="refund_short"):
                billing.refund(**back, amount=800_001, bank_reference="a")
            billing.refund(**back, amount=300_000, bank_reference="a")
            billing.refund(**back, amount=500_000, bank_reference="b")
            billing.refund(**back, amount=113_380, bank_reference="c", payment=paid.code)
            assert [deposits.held(account), deposits.free(account), deposits.holdings(accounts["HANBIT"])] == [0, 0, []]
            assert sum(Posting.objects.values_list("amount", flat=True)) == 0

    def test_what_a_wallet_paid_goes_back_to_it(self, world: World, accounts: dict[str, str]):
        hanbit = world.organisations["HANBIT"]
        with clock.as_of(MONDAY - timedelta(hours=1)), world.as_("finance"):
            wallet = billing.open_wallet(organisation=hanbit, issuer="JB", title_ko="선불", title_en="Prepaid", first_day=FEBRUARY)
            billing.top_up_wallet(wallet=wallet.code, amount=50_000, paid_on=FEBRUARY, bank_reference="w")
        with clock.as_of(MONDAY):
            issued(world)
        with clock.as_of(NOW), world.as_("finance"):
            mine = Invoice.objects.get(organisation_id=hanbit)
            assert (mine.gross, mine.prepaid_total, mine.payable, deposits.wallet_left(wallet.id)) == (86_625, 50_000, 36_620, 0)
            # 11,000 of 86,625: the wallet paid 50,000/86,625 of it.
            part = billing.correct_invoice(invoice=mine.code, correction="value_change", explanation="감액", amounts={"1": 10_000})
            assert (part.gross, part.prepaid_total, part.payable, deposits.wallet_left(wallet.id)) == (-11_000, -6_349, -4_651, 6_349)
            rest = billing.correct_invoice(invoice=mine.code, correction="clerical", explanation="이름")
            anew = Invoice.objects.get(replaces=mine)
            assert (rest.prepaid_total, anew.prepaid_total, anew.gross) == (-43_651, 43_651, 75_625)
            assert deposits.wallet_left(wallet.id) == 6_349
            assert documents.document(rest.code).payable == rest.payable
            billing.refund(account=accounts["HANBIT"], amount=6_349, paid_on=MARCH, bank_reference="선불 반환", wallet=wallet.code)
            assert deposits.wallet_left(wallet.id) == 0


@pytest.mark.django_db
def test_one_close_makes_recharges_and_invoices_of_every_kind_of_tax(world: World, accounts: dict[str, str]):
    """One run of JB: a recharge without a tax invoice and an invoice with taxable, zero and exempt lines. Another issuer's
    run is in dollars, with cents and numbers of its own."""
    dollars = {**CARD, "card": "USD-LAB", "currency": "USD", "document": {"step": "0.01", "how": "nearest"}}
    with clock.as_of(MONDAY - timedelta(hours=1)), world.as_("finance"):
        billing.edit_account(account=accounts["SAEBOM"], settles_by="recharge")
        billing.identify_issuer(issuer="JB", representative="김센터")
        billing.identify_account(account=accounts["HANBIT"], registration="220-81-62517", representative="이대표")
        for category, amount in (("zero", 300_000), ("exempt", 200_000)):
            billing.add_contract(
                account=accounts["HANBIT"], kind="membership", title_ko=category, title_en=category, month_amount=amount, first_day=FEBRUARY,
                tax_category=category,
            )
    # The older account prices what both cards offer.
    with clock.as_of(MONDAY - timedelta(minutes=30)), world.as_("finance"):
        billing.add_issuer(code="US", name_ko="해외 장비", name_en="Overseas", currency="USD")
        billing.publish_rate_card(card_body=dollars)
        other = billing.open_account(organisation=world.organisations["HANBIT"], issuer="US", rate_card="USD-LAB").code
        billing.add_contract(account=other, kind="membership", title_ko="회비", title_en="Dues", month_amount=12_345, first_day=FEBRUARY)
    with clock.as_of(MONDAY):
        issued(world)
        with world.as_("finance"):
            close = billing.confirm_usage(issuer="US", month=FEBRUARY).code
        worked()
        with world.as_("finance"):
            for odd in BillException.objects.filter(close__code=close, blocks=True).values_list("code", flat=True):
                billing.clear_exception(bill_exception=odd, remark="다른 발행자가 청구")
            billing.show_bills(close=close)
        with world.as_("hajin"):
            billing.accept_bill(bill=Bill.objects.get(close__code=close).code)
        with world.as_("finance"):
            billing.release_close(close=close)
        worked()
    with world.as_("finance"):
        made = {i.code: i for i in Invoice.objects.all()}
        assert sorted(made) == ["JB-2027-000001", "JB-2027-000002", "US-2027-000001"]
        mine = next(i for i in made.values() if i.issuer.code == "JB" and i.organisation_id == world.organisations["HANBIT"])
        theirs = next(i for i in made.values() if i.organisation_id == world.organisations["SAEBOM"])
        assert (mine.settlement, theirs.settlement) == ("invoice", "recharge")
        assert {(t["category"], t["base"], t["amount"]) for t in mine.taxes} == {
            ("taxable", 78_750, 7_875), ("zero", 300_000, 0), ("exempt", 200_000, 0),
        }
        assert sorted(TaxFiling.objects.values_list("invoice__code", "kind", "supply")) == [
            (mine.code, "01", 78_750), (mine.code, "02", 300_000), (mine.code, "05", 200_000),
        ]
        usd = made["US-2027-000001"]
        whole = documents.document(usd.code)
        assert (usd.currency, whole.digits, usd.gross) == ("USD", 2, usd.net + usd.tax)
        dues = next(line for line in whole.lines if line.kind == "membership")
        assert (dues.net, dues.tax, Decimal(dues.net).scaleb(-whole.digits)) == (12_345, 1_235, Decimal("123.45"))
        for currency in ("KRW", "USD"):
            assert sum(Posting.objects.filter(entry__currency=currency).values_list("amount", flat=True)) == 0
