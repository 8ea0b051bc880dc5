"""Finance keeps accounts, contracts, vouchers, wallets and matches by forms; a refusal stands at its own form."""

from datetime import timedelta

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Account, Contract, Invoice, Issuer, Match, Payment, Voucher, Wallet
from squaremile.billing.reads import agreed
from squaremile.kernel import clock
from tests.billing.making import at, issued, opened, used
from tests.pages.people import browser
from tests.world import MONDAY, World

ISSUED = "JB-2027-000001"


@pytest.fixture
def account(world: World) -> str:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        used(world, "u:1", 97, at(3))
    with clock.as_of(MONDAY), world.as_("finance"):
        billing.record_payment(account=codes["HANBIT"], amount=100_000, paid_on=MONDAY.date(), bank_reference="먼저 낸 돈")
    return codes["HANBIT"]


def test_everything_of_an_account_by_its_forms(world: World, account: str):
    finance, payer, rival = browser(world, "finance", "en"), browser(world, "hajin", "en"), browser(world, "sujin")
    to = f"/money/accounts/{account}/"
    named = {"title_ko": "공유 책상", "title_en": "Shared desk", "first_day": "2027-03-01"}
    contract = {**named, "act": "contract", "kind": "membership", "day_count": "calendar", "tax_category": "taxable", "tax_percent": "10"}
    voucher = {**named, "act": "voucher", "granted_as": "subsidy", "percent": "80", "per": "year", "limit": "2,000,000", "order_of_use": "100"}
    with clock.as_of(MONDAY):
        # A refusal is said at the form that was sent, which keeps what was written in it.
        refused = finance.post(to, {**contract, "month_amount": "100,000", "last_day": "2027-02-01"})
        said = refused.content.decode().partition('id="deed-contract"')[2].partition('id="deed-')[0]
        assert refused.status_code == 422 and "billing.contract_unsound" in said and 'value="100,000"' in said
        deeds = (
            {**contract, "month_amount": "100,000"}, voucher, {**voucher, "limit": "", "card_items": ["CONFOCAL", "rent"]},
            {**named, "act": "wallet", "order_of_use": "1"},
            {"act": "edit", "rate_card": "OPEN-LAB", "payer_class": "startup", "settles_by": "invoice", "purchase_order": "PO-7", "active": "on"},
        )
        assert [finance.post(to, deed).status_code for deed in deeds] == [303] * 5
        with world.as_("finance"):
            made, wallet = Contract.objects.get(), Wallet.objects.get()
            assert {v.limit: v.items for v in Voucher.objects.all()} == {2_000_000: [], None: ["CONFOCAL", "rent"]}
            found = Account.objects.get(code=account)
            assert (found.payer_class, found.purchase_order, found.active) == ("startup", "PO-7", True)
            ending = Voucher.objects.get(limit=None).code
        more = (
            {"act": "change", "contract": made.code, "month_amount": "0", "effective_on": "2027-04-15"},
            {"act": "end_voucher", "voucher": ending, "last_day": "2027-06-30"},
            {"act": "top_up", "wallet": wallet.code, "amount": "500,000", "paid_on": "2027-03-01", "bank_reference": "선불"},
        )
        assert [finance.post(to, deed).status_code for deed in more] == [303] * 3
        assert finance.post(to, more[2]).status_code == 409
        page = payer.get(to).content.decode()
        assert "Shared desk" in page and "₩500,000" in page and "2027-04-15" in page and "deed-" not in page
        assert payer.post(to, deeds[0]).status_code == 403 and rival.post(to, deeds[0]).status_code == 404
        with world.as_("finance"):
            seen = agreed.agreed(account)
            assert [(t.since.isoformat(), t.amount.minor, t.current) for t in seen.contracts[0].terms] == [
                ("2027-03-01", 100_000, True), ("2027-04-15", 0, False),
            ]
            assert Contract.objects.count() == 1 and [p.left.minor for p in seen.unmatched] == [100_000]


def test_a_payment_that_waits_is_matched_and_an_issuer_and_an_account_are_made(world: World, account: str):
    """And a correction from the page has the day on which it came about, and takes back the whole for any reason."""
    finance, auditor = browser(world, "finance", "ko"), browser(world, "auditor", "ko")
    to = f"/money/accounts/{account}/"
    with clock.as_of(MONDAY):
        issued(world)
        with world.as_("finance"):
            match = {"act": "match", "payment": Payment.objects.get().code, "invoice": ISSUED}
        assert "입금과 청구서 맞추기" in finance.get(to).content.decode() and "deed-" not in auditor.get(to).content.decode()
        assert finance.post(to, {**match, "amount": "86,621"}).status_code == 422
        assert finance.post(to, {**match, "amount": "86,620"}).status_code == 303
        with world.as_("finance"):
            assert Match.objects.get().amount == 86_620 and agreed.agreed(account).unmatched[0].left.minor == 13_380
        correct = {"correction": "return", "explanation": "반납", "happened_on": "2027-02-20"}
        assert finance.post(f"/money/invoices/{ISSUED}/", {**correct, "line": "1"}).status_code == 422
        assert finance.post(f"/money/invoices/{ISSUED}/", correct).status_code == 422, "nothing is not everything"
        both = {**correct, "line": "1", "amount": "5", "all_of_it": "on"}
        for said in (both, {**both, "all_of_it": "", "correction": "duplicate"}):
            assert finance.post(f"/money/invoices/{ISSUED}/", said).status_code == 422
        assert finance.post(f"/money/invoices/{ISSUED}/", {**correct, "all_of_it": "on"}).status_code == 303
        with world.as_("finance"):
            credit = Invoice.objects.get(kind="credit_note")
            assert (credit.net, str(credit.dated)) == (-78_750, "2027-02-20")
        issuer = {"act": "add", "name_ko": "대학 핵심센터", "code": "CORE", "currency": "KRW", "pay_days": "30", "silence_days": "0"}
        assert [finance.post("/money/issuers/", issuer).status_code for _ in range(2)] == [303, 409]
        assert auditor.post("/money/issuers/", {**issuer, "code": "CORE-2"}).status_code == 200
        terms = {**issuer, "act": "terms", "remind_after": "7", "notice_after": "30", "warn_after": "60", "stop_after": "90"}
        assert finance.post("/money/issuers/CORE/", {**terms, "stop_after": "50"}).status_code == 409
        assert finance.post("/money/issuers/CORE/", terms).status_code == 303
        opens = {"act": "open", "organisation": "HANBIT", "issuer": "CORE", "rate_card": "OPEN-LAB", "settles_by": "invoice"}
        assert [finance.post("/money/accounts/", opens).status_code for _ in range(2)] == [303, 409]
        with world.as_("finance"):
            assert list(Issuer.objects.values_list("code", "stop_days").order_by("code")) == [("CORE", 90), ("JB", 180)]
            assert Account.objects.filter(issuer__code="CORE").count() == 1
