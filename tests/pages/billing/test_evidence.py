"""From a line of a bill down to the event behind each use: what it was of, who used it, and the booking it came of."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import translation
from openpyxl import load_workbook

from squaremile.billing import operations as billing
from squaremile.billing.models import BillLine, Invoice, TaxFiling
from squaremile.billing.reads import closes, documents
from squaremile.booking import operations as booking
from squaremile.booking.reads import entries
from squaremile.kernel import clock
from squaremile.web.kit.templatetags.kit import won
from tests.billing.making import at, bill_of, closed, opened, used, worked
from tests.booking.asking import TEN, held
from tests.pages.people import browser
from tests.world import MONDAY, World


@pytest.fixture
def bill(world: World) -> str:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        used(world, "u:late#2", 240, at(3, hour=22), person=world.people["hana"])
    with clock.as_of(MONDAY):
        close = closed(world)
        with world.as_("finance"):
            billing.show_bills(close=close.code)
    return bill_of(world).code


def test_each_use_says_its_event_instrument_person_and_the_day_it_ended(world: World, bill: str):
    with clock.as_of(MONDAY), world.as_("finance"):
        name = entries.names(["CONFOCAL"])["CONFOCAL"].en
    with clock.as_of(MONDAY):
        pages = {who: browser(world, who, "en").get(f"/money/bills/{bill}/lines/1/").content.decode() for who in ("hajin", "finance", "auditor")}
    for page in pages.values():
        assert "u:late#2" in page and name in page and "2027-02-03 22:00" in page and "2027-02-04 02:00" in page
    assert {who: "Hana" in page.partition("<main")[2] for who, page in pages.items()} == {"hajin": True, "finance": True, "auditor": False}


def test_a_session_leads_to_its_booking_for_whoever_may_see_it(world: World):
    with clock.as_of(MONDAY):
        mine = held(world, "hana", "CONFOCAL")
    with clock.as_of(TEN), world.as_("hana"):
        session = booking.start_session(reservation=mine.code)
    for who, seen in (("hajin", True), ("sujin", False), ("finance", True)):
        with clock.as_of(MONDAY), world.as_(who):
            assert entries.bookings_of([session.id]) == ({session.id: (session.code, mine.code)} if seen else {}), who


def test_a_bill_names_the_instrument_and_opens_its_dispute_in_one_tap(world: World, bill: str):
    with clock.as_of(MONDAY):
        with world.as_("finance"):
            name = entries.names(["CONFOCAL"])["CONFOCAL"].ko
            assert BillLine.objects.get(bill__code=bill).subject == "CONFOCAL"
        page = browser(world, "hajin", "ko").get(f"/money/bills/{bill}/").content.decode()
    assert name in page
    before, _, after = page.partition(f'action="/money/bills/{bill}/lines/1/dispute/"')
    assert after and before.rpartition("<details")[2].count("</details>") == 0


def test_whose_answer_a_bill_waits_for_is_told_first_and_to_nobody_else(world: World, bill: str):
    with clock.as_of(MONDAY):
        pages = {who: [browser(world, who, "en").get(path).content.decode() for path in ("/", "/money/costs/")] for who in ("hajin", "hana", "sujin")}
        assert {who: [f"/money/bills/{bill}/" in page for page in both] for who, both in pages.items()} == {
            "hajin": [True, True], "hana": [False, False], "sujin": [False, False],
        }
        mine, theirs = (browser(world, who, "en").get("/money/invoices/").content.decode() for who in ("hajin", "finance"))
    assert "With you" in mine and "With the payer" not in mine
    assert "With the payer" in theirs and "With you" not in theirs and "Hanbit" in theirs.partition(f"/money/bills/{bill}/")[2][:200]


def test_lines_and_costs_are_taken_along_as_xlsx(world: World, bill: str):
    with clock.as_of(MONDAY):
        with world.as_("hajin"):
            billing.accept_bill(bill=bill)
        with world.as_("finance"):
            close = bill_of(world).close.code
            before = closes.close(close).stages
            billing.release_close(close=close)
        worked()
        with world.as_("finance"):
            code, after = Invoice.objects.get(organisation_id=world.organisations["HANBIT"]).code, closes.close(close).stages
            (line,) = documents.document(code).lines
        payer = browser(world, "hajin", "en")
        for path in (f"/money/invoices/{code}/lines.xlsx", "/money/costs/costs.xlsx"):
            assert load_workbook(BytesIO(payer.get(path).content)).active.max_row >= 2, path
        assert browser(world, "sujin").get(f"/money/invoices/{code}/lines.xlsx").status_code == 404
    assert [(s.state, s.bills, s.mark) for s in before] == [
        ("rate", 0, "done"), ("review", 0, "done"), ("payers", 0, "done"), ("accepted", 1, "current"), ("collect", 0, ""), ("collected", 0, ""),
    ]
    assert [(s.state, s.bills, s.mark) for s in after][-2:] == [("collect", 1, "current"), ("collected", 0, "")]
    assert [reason.rule for reason in line.reasons] == ["rate", "sum"]


def test_all_tax_invoices_that_lack_nothing_are_prepared_at_once(world: World, bill: str):
    with clock.as_of(MONDAY):
        with world.as_("hajin"):
            billing.accept_bill(bill=bill)
        with world.as_("finance"):
            billing.release_close(close=bill_of(world).close.code)
        worked()
        finance = browser(world, "finance", "en")
        page = finance.get("/money/tax-invoices/").content.decode()
        assert "the payer&#x27;s registration number" in page and "lacks nothing" not in page
        assert finance.post("/money/tax-invoices/prepare/").status_code == 303
        with world.as_("finance"):
            assert not TaxFiling.objects.exists()
            billing.edit_account(account=bill_of(world).account.code, registration="220-81-62517")
        assert "lacks nothing" in finance.get("/money/tax-invoices/").content.decode()
        assert [finance.post("/money/tax-invoices/prepare/").status_code for _ in range(2)] == [303, 303]
        with world.as_("finance"):
            assert [row.state for row in TaxFiling.objects.all()] == ["prepared"]
        assert browser(world, "auditor").post("/money/tax-invoices/prepare/").status_code == 403


def test_money_in_a_stored_sentence_is_said_as_the_page_says_it():
    with translation.override("ko"):
        assert won("앞서 ₩27,000, 이번 -₩45,000.5 가운데 ₩0. $5") == "앞서 27,000원, 이번 -45,000.5원 가운데 0원. $5"
    with translation.override("en"):
        assert won("₩27,000 before") == "₩27,000 before"
