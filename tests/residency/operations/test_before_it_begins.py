"""What a licence says on paper, in which money; and one that was accepted and never begins."""

import io
from datetime import date, timedelta

import pypdf
import pytest
from django.db import transaction

from squaremile.core import shelf
from squaremile.core.models import Notice, OutboxFact
from squaremile.core.outbox import deliver
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.money import Money
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import Licence, LicenceDocument, LicencePlace, LicenceVoid, Offer
from squaremile.residency.reads import deposits
from squaremile.residency.reads.licence_file import licence_file
from tests.pages.people import browser
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
FORM = {
    "spots": ["R201-B1"], "first_day": "2027-04-10", "last_day": "2028-04-09", "until": "2027-03-15T18:00", "deposit": "9,200.50",
    "notice_months": "1", "most_people": "3", "permitted_use": "세포 배양",
}  # fmt: skip


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def offered(world):
    """The page of an offer in dollars, made by the form."""
    with world.as_("programme"):
        company = residency.open_record(organisation="HANBIT").code
        prices = residency.publish_prices(name_ko="달러", name_en="", valid_from=date(2027, 1, 1), bench=460_000, currency="USD").code
    made = browser(world, "programme").post("/residency/licences/offer/", {**FORM, "company": company, "price_version": prices})
    assert made.status_code == 303, made.content.decode()[:400]
    return made["location"]


@pytest.fixture
def licence(offered):
    return offered.rstrip("/").rpartition("/")[2]


def refused(code, act, *, kind=Refused):
    with pytest.raises(kind) as said, transaction.atomic():
        act()
    assert said.value.code == code
    return said.value


def told(name):
    with scope(system("worker")):
        return [fact.payload for fact in OutboxFact.objects.filter(name=name)]


def accepted(world, licence):
    with world.as_("hajin"):
        residency.answer_offer(licence=licence, accept=True)


def signed(world, licence):
    accepted(world, licence)
    for who in ("hajin", "director"):
        with world.as_(who):
            residency.sign_licence(licence=licence, signed_name=who)


def test_the_paper_says_the_first_day_and_the_money_as_they_were_agreed(world, offered):
    with world.as_("programme"):
        content = shelf.place(LicenceDocument.objects.get().sha256).read_bytes()
    text = " ".join("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split())
    assert "2027-04-10 – 2028-04-09" in text and "2027-04-09" not in text
    assert "4,600.00 USD" in text and "9,200.50 USD" in text and "460,000" not in text
    assert [Money(*m).said for m in ((1_000_000, "KRW"), (5, "USD"), (-150, "EUR"))] == ["1,000,000 KRW", "0.05 USD", "-1.50 EUR"]


def test_a_deposit_that_lacks_is_said_in_its_money_and_an_amendment_keeps_the_currency(world, licence):
    signed(world, licence)
    with world.as_("director"):
        residency.record_insurance(licence=licence, insurer="한국보험", policy_number="A-1", expires_on=date(2029, 3, 1))
        residency.record_deposit(licence=licence, amount=20_050, paid_on=date(2027, 3, 1))
        said = refused("residency.deposit_unpaid", lambda: residency.start_licence(licence=licence))
        assert said.values == {"due": "9,200.50 USD", "paid": "200.50 USD"}
        residency.record_deposit(licence=licence, amount=900_000, paid_on=date(2027, 3, 1))
        residency.start_licence(licence=licence)
        won = residency.publish_prices(name_ko="원", name_en="", valid_from=date(2027, 1, 1), bench=500_000).code
        refused("residency.currency_stands", lambda: residency.propose_amendment(
            licence=licence, reason="가격", effective_on=date(2027, 5, 1), price_version=won))  # fmt: skip
        whose = Licence.objects.get().company_id
        assert (deposits.in_others(whose, "KRW"), deposits.in_others(whose, "USD")) == (["USD"], [])
    assert [fact["currency"] for name in ("RentAgreed", "DepositPaid") for fact in told(name)] == ["USD"] * 3


class TestVoid:
    def test_what_was_accepted_is_voided_with_a_reason_and_the_deposit_goes_back(self, world, offered, licence):
        with world.as_("programme"):
            refused("residency.licence_step", lambda: residency.void_licence(licence=licence, reason="아직 답이 없음"))
        signed(world, licence)
        with world.as_("finance"):
            residency.record_deposit(licence=licence, amount=100_000, paid_on=date(2027, 3, 1))
            with pytest.raises(Forbidden):
                residency.void_licence(licence=licence, reason="x")
        with world.as_("programme"):
            refused("residency.change_reason_needed", lambda: residency.void_licence(licence=licence, reason=" "), kind=Invalid)
            refused("residency.licence_unknown", lambda: residency.void_licence(licence="LI-NONE", reason="x"), kind=Missing)
            with pytest.raises(Exception, match="lapses without a word"), transaction.atomic():
                Licence.objects.update(state="lapsed")
        assert browser(world, "programme").post(f"{offered}void/", {"reason": "투자가 무산됨"}).status_code == 303
        with world.as_("programme"):
            assert (Licence.objects.get().state, LicencePlace.objects.get().live) == ("lapsed", False)
            assert (LicenceVoid.objects.get().deposit, licence_file(licence).voided.deposit) == (100_000, Money(100_000, "USD"))
            refused("residency.licence_step", lambda: residency.void_licence(licence=licence, reason="또"))
            assert residency.make_offer(
                company=Licence.objects.get().company.code, spots=["R201-B1"], start=MONDAY + DAY, end=MONDAY + 90 * DAY,
                until=MONDAY + DAY, price_version=Offer.objects.get().price_version.code, permitted_use="x", most_people=1,
            ).state == "offered"
        with world.as_("finance"):
            refused("residency.licence_step", lambda: residency.record_deposit(licence=licence, amount=1, paid_on=date(2027, 3, 1)))
        (settled,) = told("DepositSettled")
        assert (settled["taken"], settled["refunded"], settled["currency"]) == (0, 100_000, "USD")
        deliver()
        with world.as_("finance"):
            assert any("1,000.00 USD" in notice.text_ko for notice in Notice.objects.all())
        assert "투자가 무산됨" in browser(world, "hajin", "ko").get(offered).content.decode()
        with world.as_("sujin"):
            assert LicenceVoid.objects.count() == 0
            with pytest.raises(Forbidden):
                residency.void_licence(licence=licence, reason="x")

    def test_unsigned_by_its_day_it_comes_to_nothing(self, world, licence):
        accepted(world, licence)
        with world.as_("programme"):
            day = Offer.objects.get().sign_by
            assert day == Offer.objects.get().until + 14 * DAY
            refused("residency.offer_dates", lambda: residency.extend_offer(licence=licence, until=day), kind=Invalid)
            residency.extend_offer(licence=licence, until=day + DAY)
        with scope(system("worker")), clock.as_of(day - 3 * DAY):
            assert residency.heed_sign_by() == 0
        with world.as_("hajin"), clock.as_of(day):
            assert any("양쪽이 서명해야" in notice.text_ko for notice in Notice.objects.all())
            with pytest.raises(Exception, match="not the company"), transaction.atomic():
                Offer.objects.update(sign_by=day + 9 * DAY)
        with scope(system("worker")), clock.as_of(day + DAY):
            assert (residency.heed_sign_by(), residency.heed_sign_by()) == (1, 0)
        with world.as_("hajin"):
            assert (Licence.objects.get().state, LicencePlace.objects.get().live) == ("lapsed", False)
            assert "Not signed" not in LicenceVoid.objects.get().reason and "not signed by both" in LicenceVoid.objects.get().reason

    def test_what_both_have_signed_is_not_ended_by_the_clock(self, world, licence):
        signed(world, licence)
        with scope(system("worker")), clock.as_of(MONDAY + 60 * DAY):
            assert residency.heed_sign_by() == 0
        with world.as_("programme"), clock.as_of(MONDAY + 60 * DAY):
            assert Licence.objects.get().state == "signed"
            assert any("시작하지 않았습니다" in notice.text_ko for notice in Notice.objects.all())
            assert residency.extend_offer(licence=licence, until=MONDAY + 70 * DAY).state == "signed"
