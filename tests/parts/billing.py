"""For the tests of the whole product: accounts, the month close, documents and payments. What a rival pays is its own business."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.test import override_settings

from squaremile.billing import operations as billing
from squaremile.billing.models import Bill, BillException, Invoice, TaxFiling
from squaremile.billing.policies import card_draft
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from tests.billing.making import CARD, FEBRUARY, MARCH, at, closed, opened, used, worked
from tests.world import MONDAY

API = "squaremile.api.v1.billing"
HERS = {
    "account": "billing account", "bill": "bill", "budget": "budget", "bill_exception": "bill exception", "close": "close", "contract": "contract",
    "dispute": "dispute", "filing": "tax invoice", "invoice": "invoice", "payment": "payment", "voucher": "voucher", "wallet": "wallet",
}  # fmt: skip
NOUNS = {
    "closes": ("close", "review close"), "exceptions": ("bill exception",), "disputes": ("dispute",), "invoices": ("invoice", "unfiled invoice"),
    "bills": ("bill", "drafted bill", "shown bill", "issued bill"), "accounts": ("billing account",), "budgets": ("budget",),
    "contracts": ("contract",),
    "tax-invoices": ("tax invoice",), "journal": ("journal",), "pay": ("payment request",),
    "vouchers": ("voucher",), "wallets": ("wallet",), "payments": ("payment",),
}  # fmt: skip
OPEN = ("rate card", "issuer")
"""Prices and who bills are for everybody to read."""
ALL = {"cards": ("OPEN-LAB",), "rate-card-drafts": ("OPEN-LAB",), "issuers": ("JB",)}
SAID = {"line": ("1",), "place": ("0",), "n": ("0",), "key": ("new",)}
SOUND: dict[str, Any] = {
    "account_name": "훔친 계정", "account_number": "999", "address_scheme": "0088", "amount": 5, "approval": "20270228" + "0" * 16,
    "answer_en": "", "answer_ko": "", "currency": "KRW", "event_id": "evt_1", "fingerprint": "0", "intent": "pi_1", "service": "sandbox",
    "book": "bank", "country": "KR", "electronic_address": "8800000000015", "legal_id": "110111-0000001", "vat_id": "",
    "bank_reference": "도둑", "bill_line": 1, "card_body": CARD, "card_draft": "OPEN-LAB", "hard_limit": 10, "soft_limit": 5, "span": "month",
    "correction": "duplicate", "day_count": "calendar",
    "effective_on": date(2027, 4, 1), "explanation": "왜", "first_day": date(2027, 3, 1), "granted_as": "subsidy", "issuer": "JB",
    "kind": "rent", "last_day": date(2028, 1, 1), "month": FEBRUARY, "month_amount": 1, "paid_on": date(2027, 3, 1), "per": "year",
    "payload": {"licence": "LC-STOLEN", "code": "LC-STOLEN", "terms": [["2027-03-01", 5]]},
    "percent": Decimal(50), "rate_card": "OPEN-LAB", "reason": "틀렸습니다", "remark": "봤음", "reply": "확인함", "settles_by": "invoice",
    "taken_off": 0, "tax_category": "taxable", "tax_percent": Decimal(10), "title_en": "Stolen", "title_ko": "훔침",
}  # fmt: skip
LEFT_OUT = (
    "amounts", "budgets_bind", "cost_centre", "business_item", "business_type", "card_items", "contact", "currency", "happened_on", "limit",
    "order_of_use",
    "paid_by", "sponsor",
    "legal_id", "pay_days", "pay_to", "payer_class", "postal_address", "purchase_order", "registration", "representative", "silence_days",
)  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "billing.add_budget": {"hard_limit": 10, "soft_limit": 5}, "billing.change_budget": {"hard_limit": 10, "soft_limit": 5},
    "billing.make_ubl": {"invoice": "unfiled invoice"}, "billing.prepare_tax_invoices": {"invoice": "unfiled invoice"},
    "billing.refund": {"wallet": "wallet", "payment": "", "invoice": ""},
    "billing.hear_of_heads": {"payload": {"number": 9, "heads": [["2027-03-01", 5]]}},
    "billing.hear_of_settlement": {"payload": {"code": "DP-STOLEN", "taken": 1, "refunded": 1, "settled_on": "2027-03-01"}},
    "billing.record_payment": {"invoice": "invoice"}, "billing.issue_bill": {"bill": "issued bill"},
    "billing.rate_bill": {"bill": "issued bill"}, "billing.draft_bill": {"bill": "issued bill"},
    "billing.show_bills": {"close": "review close"}, "billing.approve_bill": {"bill": "drafted bill"},
    "billing.rate_again": {"bill": "drafted bill"}, "billing.accept_bill": {"bill": "shown bill"},
    "billing.accept_unanswered": {"bill": "unanswered bill"},
    # A card that is there already stays everybody's.
    "billing.publish_rate_card": {"organisation": None}, "billing.publish_card_draft": {"organisation": None},
    "billing.save_card_draft": {"organisation": None},
    "billing.dispute_line": {"bill": "shown bill"}, "billing.confirm_usage": {"issuer": "JB-NEW"},
    "billing.open_account": {"issuer": "JB-NEW"},
}  # fmt: skip
FORM = {
    "taken_off": "1", "remark": "봤음", "correction": "duplicate", "explanation": "왜", "bank_reference": "도둑", "account": "billing account",
    "invoice": "invoice", "body": "{}", "issuer": "JB", "month": "2027-02-01", "answer": "확인함", "bill": "bill",
    "of": "deposit:", "approval": "20270228" + "0" * 16, "registration": "124-81-00998", "country": "KR", "book": "bank", "account_number": "9",
    "account_name": "훔침",
}  # fmt: skip
TEXTS = {
    "registration": "220-81-62517", "dispute reason": "새봄 시료가 오염되었습니다", "voucher name": "새봄 골든티켓", "wallet name": "새봄 선불금",
    "cost centre": "새봄비용1234",
}


def week(world, codes, keys):
    """February of the rival is issued, with a voucher, a wallet and a contract; March waits for her, with a dispute.

    Of other issuers, one reviews her month, one has shown it to her, and one has no account and no close yet.
    """
    saebom = world.organisations["SAEBOM"]
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes["billing account"] = opened(world)["SAEBOM"]
        codes["rate card"], codes["issuer"] = "OPEN-LAB", "JB"
        with world.as_("finance"):
            billing.identify_issuer(issuer="JB", representative="김센터", address_scheme="0088", electronic_address="8800000000015")
            billing.edit_account(account=codes["billing account"], purchase_order="PO-새봄")
            billing.identify_account(
                account=codes["billing account"], registration=TEXTS["registration"], representative="새봄 대표", address_scheme="0088",
                electronic_address="8800000000022",
            )
        used(world, "saebom:1", 60, at(9), whose="SAEBOM")
        with world.as_("finance"):
            codes["contract"] = billing.add_contract(
                account=codes["billing account"], kind="rent", title_ko="벤치", title_en="Bench", month_amount=900_000, first_day=FEBRUARY,
            ).code
            codes["voucher"] = billing.grant_voucher(
                organisation=saebom, granted_as="golden_ticket", title_ko=TEXTS["voucher name"], title_en="Ticket", percent=Decimal(10),
                first_day=FEBRUARY,
            ).code
            codes["wallet"] = billing.open_wallet(
                organisation=saebom, issuer="JB", title_ko=TEXTS["wallet name"], title_en="Prepaid", first_day=FEBRUARY
            ).code
            billing.save_card_draft(card_body=card_draft.begun(CARD, date(2027, 4, 1)))
            billing.top_up_wallet(wallet=codes["wallet"], amount=1_000, paid_on=FEBRUARY, bank_reference="w")
        with world.as_("sujin"):
            codes["budget"] = billing.add_budget(
                organisation=saebom, span="quarter", first_day=date(2027, 1, 1), cost_centre=TEXTS["cost centre"], hard_limit=500_000
            ).code
    _month(world, codes)
    with clock.as_of(MONDAY + timedelta(days=10)):
        used(world, "saebom:2", 30, at(5, 10, 3), whose="SAEBOM", subject="CHILLER")
        booked = [at(6, 10, 3).isoformat(), (at(6, 10, 3) + timedelta(minutes=15)).isoformat()]
        used(world, "saebom:3", 30, at(6, 10, 3), whose="SAEBOM", evidence={"booked": booked})
    with clock.as_of(MONDAY + timedelta(days=32)):
        codes["close"] = closed(world, MARCH).code
        with world.as_("finance"):
            unpriced = BillException.objects.filter(kind="unpriced", close__code=codes["close"]).order_by("code")
            codes["bill exception"] = BillException.objects.get(kind="overrun", close__code=codes["close"], origin_of="saebom:3").code
            for odd in unpriced:  # what other parts of her week used has no price either
                billing.clear_exception(bill_exception=odd.code, remark="무상")
            billing.show_bills(close=codes["close"])
            codes["bill"] = Bill.objects.get(close__code=codes["close"], organisation_id=saebom).code
        with world.as_("sujin"):
            codes["dispute"] = billing.dispute_line(bill=codes["bill"], bill_line=1, reason=TEXTS["dispute reason"]).code
        _elsewhere(world, codes)


def _month(world, codes):
    """February, issued and paid in part."""
    with clock.as_of(MONDAY):
        close = closed(world)
        with world.as_("finance"):
            billing.show_bills(close=close.code)
            codes["payment"] = billing.record_payment(  # before anything is owed: it stands to her credit
                account=codes["billing account"], amount=1_000, paid_on=FEBRUARY, bank_reference="새봄 선입금"
            ).code
    with clock.as_of(MONDAY + timedelta(days=6)):
        with scope(system("worker")):
            billing.accept_silent()
        with world.as_("finance"):
            billing.release_close(close=close.code)
        worked()
        with world.as_("finance"):
            made = Invoice.objects.get(organisation_id=world.organisations["SAEBOM"])
            codes["invoice"], codes["issued bill"] = made.code, made.bill.code
            billing.record_payment(account=codes["billing account"], amount=1_000, paid_on=date(2027, 3, 2), bank_reference="새봄 1차")
            billing.make_ubl(invoice=codes["invoice"])
            codes["tax invoice"] = TaxFiling.objects.get(invoice=made).code
            codes["journal"] = billing.export_journal(issuer="JB", month=MARCH).code
        with override_settings(PAYMENT_PROVIDER="sandbox"), world.as_("sujin"):
            codes["payment request"] = billing.ask_payment(invoice=codes["invoice"]).code


def _elsewhere(world, codes):
    """February with other issuers: under review, with its payers, and not begun."""
    codes["review close"], codes["drafted bill"] = _rented(world, "JB-REVIEW", "검토 발행자")
    shown, codes["shown bill"] = _rented(world, "JB-SHOWN", "회람 발행자")
    unanswered, codes["unanswered bill"] = _rented(world, "JB-WAITS", "기다리는 발행자", silence_days=0)
    with world.as_("finance"):
        billing.show_bills(close=shown)
        with clock.as_of(MONDAY - timedelta(days=2)):  # she had the least of time
            billing.show_bills(close=unanswered)
        billing.add_issuer(code="JB-NEW", name_ko="새 발행자", name_en="JB-NEW")
    _unfiled(world, codes)
    with world.as_("finance"):  # what the month took of the wallet is there again
        billing.top_up_wallet(wallet=codes["wallet"], amount=1_000, paid_on=FEBRUARY, bank_reference="w2")


def _unfiled(world, codes):
    """An issued document of which no file could be made: who its parties are is said only afterwards."""
    close, bill = _rented(world, "JB-LATE", "늦은 발행자")
    with world.as_("finance"):
        billing.show_bills(close=close)
    with world.as_("sujin"):
        billing.accept_bill(bill=bill)
    with world.as_("finance"):
        billing.release_close(close=close)
    worked()
    with world.as_("finance"):
        made = Invoice.objects.select_related("account").get(bill__code=bill)
        codes["unfiled invoice"] = made.code
        billing.identify_issuer(
            issuer="JB-LATE", registration="123-45-67891", representative="김늦음", address_scheme="0088", electronic_address="8800000000015",
        )
        billing.edit_account(account=made.account.code, purchase_order="PO-새봄 2")
        billing.identify_account(
            account=made.account.code, registration=TEXTS["registration"], representative="새봄 대표", address_scheme="0088",
            electronic_address="8800000000022",
        )


def _rented(world, issuer, name, **more):
    """Codes of a close and of her bill in it, drafted: a month's rent."""
    with clock.as_of(clock.now() - timedelta(hours=1)), world.as_("finance"):
        billing.add_issuer(code=issuer, name_ko=name, name_en=issuer, **more)
        account = billing.open_account(organisation=world.organisations["SAEBOM"], issuer=issuer, rate_card="OPEN-LAB").code
        billing.add_contract(
            account=account, kind="rent", title_ko="책상", title_en="Desk", month_amount=100_000, first_day=FEBRUARY
        )
    with world.as_("finance"):
        close = billing.confirm_usage(issuer=issuer, month=FEBRUARY).code
    worked()
    with world.as_("finance"):
        return close, Bill.objects.get(close__code=close).code


def furnish(world):
    """A month that waits for its payers."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        used(world, "hanbit:1", 60, at(9))
    with clock.as_of(MONDAY):
        closed(world)
