"""Pages of money: each role, both languages, a rival; and a month from the first button to the credit note."""

from datetime import timedelta

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import BillException, Close, Invoice, JournalExport, Payment, TaxFiling
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from tests.billing.making import FEBRUARY, at, bill_of, closed, opened, used, worked
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE, World

STAFF = ("site_director", "finance", "auditor")


@pytest.fixture
def account(world: World) -> str:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        used(world, "u:1", 97, at(3))
        used(world, "u:2", 30, at(4), subject="CHILLER")
    return codes["HANBIT"]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world: World, account: str, who: str, language: str):
    role, company = PEOPLE[who]
    with clock.as_of(MONDAY):
        close = closed(world)
        with world.as_("finance"):
            odd = BillException.objects.get(kind="unpriced")
            billing.clear_exception(bill_exception=odd.code, remark="무상")
            billing.show_bills(close=close.code)
        bill, client = bill_of(world), browser(world, who, language)
        staff = 200 if role in STAFF else 403
        payer = 200 if role in STAFF or who == "hajin" else 404 if role == "company_admin" else 403
        expected = {
            "/money/": 302, "/money/closes/": staff, "/money/closes/preview/?issuer=JB&month=2027-02-10": staff,
            "/money/closes/preview/": staff, f"/money/closes/{close.code}/": staff, f"/money/bills/{bill.code}/": payer,
            f"/money/bills/{bill.code}/lines/1/": payer, "/money/accounts/": staff, "/money/cards/": 200, "/money/cards/OPEN-LAB/": 200,
            "/money/invoices/": 200 if role in (*STAFF, "company_admin") else 403, "/money/costs/": 200 if company else 403,
            f"/money/accounts/{account}/": payer, f"/money/accounts/{account}/statement.csv": payer,
            f"/money/accounts/{account}/statement.xlsx": payer, "/money/tax-invoices/": staff, "/money/tax-invoices/sheet.xlsx": staff,
            "/money/issuers/": staff, "/money/issuers/JB/": staff, "/money/journal/": staff,
            "/money/cards/OPEN-LAB/?subject=CONFOCAL&start=2027-03-01T10:00&minutes=50": 200,
        }
        assert {path: client.get(path).status_code for path in expected} == expected


def test_a_month_from_the_first_button_to_the_credit_note(world: World, account: str):
    finance, payer, rival = (browser(world, who) for who in ("finance", "hajin", "sujin"))
    finance.world = world
    with clock.as_of(MONDAY):
        before = finance.get("/money/closes/preview/?issuer=JB&month=2027-02-10").content.decode()
        assert "86,620" in before and "issuer" in finance.get("/money/closes/preview/?issuer=NONE").content.decode()
        assert finance.post("/money/closes/", {"issuer": "JB", "month": "2027-02-10"}).status_code == 303
        worked()
        with world.as_("finance"):
            close, odd = Close.objects.get(month=FEBRUARY).code, BillException.objects.get(kind="unpriced").code
        assert finance.post(f"/money/closes/{close}/show/").status_code == 409
        assert "CHILLER" in finance.get(f"/money/closes/{close}/").content.decode()
        assert finance.post(f"/money/exceptions/{odd}/clear/", {"remark": "무상"}).status_code == 303
        assert finance.post(f"/money/closes/{close}/show/").status_code == 303
        bill = bill_of(world).code
        assert "105 min" in payer.get(f"/money/bills/{bill}/lines/1/").content.decode()
        assert rival.post(f"/money/bills/{bill}/accept/").status_code == 404
        assert payer.post(f"/money/bills/{bill}/lines/1/dispute/", {"reason": "It stopped"}).status_code == 303
        assert payer.post(f"/money/bills/{bill}/accept/").status_code == 409
        waiting = payer.get(f"/money/bills/{bill}/").content.decode()
        assert "Finance is answering your dispute" in waiting and "/accept/" not in waiting
        with world.as_("finance"):
            first = bill_of(world).disputes.get().code
        assert f"/money/disputes/{first}/withdraw/" in payer.get(f"/money/bills/{bill}/").content.decode()
        assert payer.post("/money/disputes/DS-NONE/withdraw/").status_code == 404
        assert payer.post(f"/money/disputes/{first}/withdraw/", {"bill": "a/b"})["Location"] == f"/money/bills/{bill}/"
        assert payer.post(f"/money/bills/{bill}/lines/1/dispute/", {"reason": "It stopped after all"}).status_code == 303
        with world.as_("finance"):
            dispute = bill_of(world).disputes.get(state="open").code
        said = {"bill": bill, "taken_off": "8750", "answer": "Ten minutes"}
        assert finance.post(f"/money/disputes/{dispute}/answer/", {**said, "taken_off": "999999999"}).status_code == 422
        for typed, why in (("8750.5", "KRW has no such fraction."), ("abc", "Enter a number."), ("-1", "greater than or equal to 0")):
            answer = finance.post(f"/money/disputes/{dispute}/answer/", {**said, "taken_off": typed})
            assert answer.status_code == 422 and why in answer.content.decode() and f'value="{typed}"' in answer.content.decode()
        assert "₩78,750" in finance.post(f"/money/disputes/{dispute}/answer/", {**said, "taken_off": "78,751"}).content.decode()
        assert finance.post(f"/money/disputes/{dispute}/answer/", {**said, "taken_off": "8,750"}).status_code == 303
        assert payer.post(f"/money/bills/{bill}/accept/").status_code == 303
        assert finance.post(f"/money/closes/{close}/issue/").status_code == 303
        worked()
        number = "JB-2027-000001"
        assert "77,000" in payer.get(f"/money/invoices/{number}/").content.decode()
        assert rival.get(f"/money/invoices/{number}/").status_code == 404
        paid = {"account": account, "amount": 77_000, "paid_on": "2027-03-01", "bank_reference": "x"}
        assert finance.post("/money/accounts/", paid).status_code == 303
        assert finance.post(f"/money/invoices/{number}/", {"correction": "duplicate", "explanation": "twice", "all_of_it": "on"}).status_code == 303
        assert "JB-C2027-000001" in payer.get(f"/money/invoices/{number}/").content.decode()
        _taken_along(finance, payer, rival, account, number)


def _taken_along(finance, payer, rival, account: str, number: str):
    """Tax identity, electronic invoice, tax invoice, statement, receipt, journal, refund: each by its page."""
    assert "BT-34" in finance.get(f"/money/invoices/{number}/").content.decode()
    assert finance.post(f"/money/invoices/{number}/electronic/", {"language": "ko"}).status_code == 422
    identity = {"country": "KR", "registration": "220-81-62517", "representative": "R", "address_scheme": "0088"} | {
        "electronic_address": "8800000000022",
    }
    assert finance.post(f"/money/accounts/{account}/", {**identity, "registration": "220-81-62518"}).status_code == 422
    assert finance.post(f"/money/accounts/{account}/", identity).status_code == 303
    assert finance.post("/money/issuers/JB/", {**identity, "registration": "124-81-00998", "electronic_address": "8800000000015"}).status_code == 303
    with finance.world.as_("finance"):
        billing.edit_account(account=account, purchase_order="PO-1")
    assert finance.post(f"/money/invoices/{number}/electronic/", {"language": "ko"}).status_code == 303
    files = [payer.get(f"/money/invoices/{number}/invoice.xml") for _ in range(2)]
    assert files[0].content == files[1].content and files[0].content.startswith(b"<?xml")
    assert rival.get(f"/money/invoices/{number}/invoice.xml").status_code == rival.get(f"/money/accounts/{account}/").status_code == 404
    assert finance.post(f"/money/invoices/{number}/tax-invoices/").status_code == 303
    with finance.world.as_("finance"):
        filing, payment = TaxFiling.objects.get(invoice__code=number).code, Payment.objects.get().code
    assert filing and "2027-03-10" in finance.get("/money/tax-invoices/").content.decode()
    # The supplier's number stands as it was on the day of issue, whatever the issuer is called by since.
    rows = finance.get("/money/tax-invoices/sheet.csv").content.decode()
    assert "1234567891" in rows and "2208162517" in rows and "1248100998" not in rows
    assert finance.post(f"/money/tax-invoices/{filing}/send/").status_code == 409
    assert finance.post(f"/money/tax-invoices/{filing}/approval/", {"approval": "20270228" + "0" * 16}).status_code == 303
    assert payer.get(f"/money/payments/{payment}/receipt.pdf").content.startswith(b"%PDF")
    assert rival.get(f"/money/payments/{payment}/receipt.pdf").status_code == 404
    assert finance.post("/money/issuers/JB/books/", {"book": "bank", "account_number": "10300", "account_name": "예금"}).status_code == 303
    assert finance.post("/money/journal/", {"issuer": "JB", "month": "2027-03-01"}).status_code == 303
    assert finance.post("/money/journal/", {"issuer": "JB", "month": "2027-03-01"}).status_code == 409
    with finance.world.as_("finance"):
        export = JournalExport.objects.get().code
    assert "10300" in finance.get(f"/money/journal/{export}/rows.csv").content.decode()
    assert finance.get(f"/money/journal/{export}/rows.xlsx").content[:2] == b"PK"
    credit = {"of": "invoice:JB-C2027-000001", "amount": "10", "paid_on": "2027-03-01", "bank_reference": "back"}
    assert finance.post(f"/money/accounts/{account}/refunds/", {**credit, "amount": "99999999"}).status_code == 409
    assert finance.post(f"/money/accounts/{account}/refunds/", credit).status_code == 303
    assert "RF-" in payer.get(f"/money/accounts/{account}/").content.decode()


def test_a_card_is_published_and_tried(world: World, account: str):
    finance = browser(world, "finance")
    with clock.as_of(MONDAY):
        for body, status in (("{", 422), ("[]", 422), ("{}", 422)):
            assert finance.post("/money/cards/", {"body": body}).status_code == status
        page = finance.get("/money/cards/OPEN-LAB/?subject=CONFOCAL&start=2027-03-01T10:00&minutes=50").content.decode()
    assert "45,000" in page


def test_lists_ask_the_same_number_of_statements(world: World, account: str, django_assert_max_num_queries):
    with clock.as_of(MONDAY):
        with world.as_("finance"):
            BillException.objects.count()
        issued_with(world)
        client = browser(world, "finance")
        for path in ("/money/closes/", "/money/invoices/", "/money/accounts/"):
            client.get(path)
            with django_assert_max_num_queries(22):
                assert client.get(path).status_code == 200


def issued_with(world: World) -> None:
    """February issued, its exception cleared."""
    made = closed(world)
    with world.as_("finance"):
        billing.clear_exception(bill_exception=BillException.objects.get(kind="unpriced").code, remark="무상")
        billing.show_bills(close=made.code)
    with clock.as_of(MONDAY + timedelta(days=6)), scope(system("worker")):
        billing.accept_silent()
    with world.as_("finance"):
        billing.release_close(close=made.code)
    worked()
    with world.as_("finance"):
        assert Invoice.objects.count() == 1
