"""Money on an account in dollars is typed in dollars, and booked in cents."""

from datetime import timedelta

import pytest
from django.db import transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import Charge, Invoice, Payment, Refund
from squaremile.kernel import clock
from squaremile.kernel.ids import uuid7
from squaremile.kernel.operation import publish
from squaremile.published.residency import RentAgreed
from tests.billing.making import CARD, FEBRUARY, at, bill_of, used, worked
from tests.pages.people import browser
from tests.residency.acting import acting
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(world: World) -> str:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        with world.as_("finance"):
            billing.add_issuer(code="US", name_ko="해외", name_en="Overseas", currency="USD")
            billing.publish_rate_card(card_body={**CARD, "card": "USD-LAB", "currency": "USD", "document": {"step": "0.01", "how": "nearest"}})
            made = billing.open_account(organisation=world.organisations["HANBIT"], issuer="US", rate_card="USD-LAB", contact="a@example.org")
        used(world, "u:1", 60, at(3))
    return made.code


def test_rent_is_taxed_as_the_accounts_card_says(world: World):
    """Abroad no tax is asked of it; a card that says a kind for rent has the last word, and of several rates none is guessed."""
    first = CARD["versions"][0]
    for code, taxes, tax in (
        ("NONE", {"vat": {"category": "exempt"}}, ("exempt", 0)),
        ("HIGHEST", {"low": {"category": "taxable", "percent": 4}, "vat": {"category": "zero"}}, ("taxable", 4)),
        ("SEVERAL", {"low": {"category": "taxable", "percent": 4}, "vat": {"category": "taxable", "percent": 15}}, ("taxable", 10)),
        ("SAID", first["taxes"] | {"rent": {"category": "exempt"}}, ("exempt", 0)),
    ):
        with clock.as_of(MONDAY - timedelta(hours=1)), transaction.atomic():
            with world.as_("finance"):
                billing.add_issuer(code="US", name_ko="해외", name_en="Overseas", currency="USD")
                billing.publish_rate_card(card_body={
                    **CARD, "card": code, "currency": "USD", "document": {"step": "0.01", "how": "nearest"}, "versions": [first | {"taxes": taxes}],
                })
                billing.open_account(organisation=world.organisations["HANBIT"], issuer="US", rate_card=code)
            with world.as_("programme"), acting("test.licence"):
                publish(RentAgreed(uuid7(), "LI-USD", world.organisations["HANBIT"], "USD", 1, (("2027-02-01", "460000"),)))
            worked()
            with clock.as_of(MONDAY), world.as_("finance"):
                billing.confirm_usage(issuer="US", month=FEBRUARY)
            worked()
            with world.as_("finance"):
                rent = Charge.objects.get(kind="rent")
                assert (code, rent.net, (rent.tax_category, rent.tax_percent)) == (code, 460_000, tax)
            transaction.set_rollback(True)


def test_what_is_typed_in_dollars_is_booked_in_cents(world: World, account: str):
    finance, payer = browser(world, "finance", "en"), browser(world, "hajin", "en")
    with clock.as_of(MONDAY):
        with world.as_("finance"):
            close = billing.confirm_usage(issuer="US", month=FEBRUARY).code
        worked()
        with world.as_("finance"):
            billing.show_bills(close=close)
            bill = bill_of(world).code
        assert payer.post(f"/money/bills/{bill}/lines/1/dispute/", {"reason": "It stopped"}).status_code == 303
        with world.as_("finance"):
            dispute = bill_of(world).disputes.get().code
        assert "Taken off the net (USD)" in finance.get(f"/money/bills/{bill}/").content.decode()
        answer = {"taken_off": "$1,234.50", "answer": "Ten minutes"}
        assert finance.post(f"/money/disputes/{dispute}/answer/", answer).status_code == 303
        with world.as_("finance"):
            assert bill_of(world).net == 4_500_000 - 123_450
        assert payer.post(f"/money/bills/{bill}/accept/").status_code == 303
        with world.as_("finance"):
            billing.release_close(close=close)
        worked()
        assert "Payers may answer until" not in finance.get(f"/money/closes/{close}/").content.decode()
        with world.as_("finance"):
            invoice = Invoice.objects.get().code
        part = {"correction": "value_change", "explanation": "half", "line": "1", "amount": "1,000.25"}
        assert finance.post(f"/money/invoices/{invoice}/", {**part, "amount": "1.005"}).status_code == 422
        assert finance.post(f"/money/invoices/{invoice}/", part).status_code == 303
        paid = {"account": account, "paid_on": "2027-03-01", "bank_reference": "x"}
        assert finance.post("/money/accounts/", {**paid, "amount": "1.005"}).status_code == 422
        assert finance.post("/money/accounts/", {**paid, "amount": "60,000.50"}).status_code == 303
        with world.as_("finance"):
            assert Payment.objects.get().amount == 6_000_050
            assert Invoice.objects.get(kind="credit_note").net == -100_025
            of = Payment.objects.get().code
        back = {"of": f"payment:{of}", "paid_on": "2027-03-01", "bank_reference": "back"}
        assert finance.post(f"/money/accounts/{account}/refunds/", {**back, "amount": "12.345"}).status_code == 422
        assert finance.post(f"/money/accounts/{account}/refunds/", {**back, "amount": "1234"}).status_code == 303
        with world.as_("finance"):
            assert Refund.objects.get().amount == 123_400
