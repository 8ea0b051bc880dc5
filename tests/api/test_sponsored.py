"""A sponsor of the house sees what its vouchers took, month by month; the holder's business behind it is the holder's own."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import Invoice, Voucher, VoucherTaken
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing, Refused
from tests.billing.making import FEBRUARY, MARCH, at, issued, opened, used
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE, World

pytestmark = pytest.mark.django_db
APRIL_DAY = MONDAY + timedelta(days=31)
BEHIND = (
    "billing_invoice", "billing_invoice_line", "billing_bill", "billing_bill_line", "billing_charge", "billing_charge_sheet", "billing_voucher",
    "billing_voucher_end", "billing_account", "metering_usage_event",
)  # fmt: skip


def granted(world: World, whose: str, sponsor: str, percent: int, title: str) -> str:
    return billing.grant_voucher(
        organisation=world.organisations[whose], granted_as="golden_ticket", title_ko=title, title_en=title, percent=Decimal(percent),
        first_day=FEBRUARY, sponsor=sponsor, order_of_use=100 - percent,
    ).code


@pytest.fixture
def codes(world: World) -> dict[str, str]:
    """Saebom, Hanbit's rival, sponsors a half of Hanbit's bills; a foundation sponsors a tenth of what is left of them."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        with world.as_("director"):
            core.add_organisation(code="HELIX", name_ko="헬릭스재단", name_en="Helix Foundation")
        with world.as_("finance"):
            found = {"SAEBOM": granted(world, "HANBIT", "SAEBOM", 50, "Ticket"), "HELIX": granted(world, "HANBIT", "HELIX", 10, "Helix")}
        used(world, "u:1", 60, at(3))
        used(world, "u:2", 60, at(5), subject="CYTO-1")
    with clock.as_of(MONDAY):
        issued(world)
    return found


def taken(world: World, who: str) -> list[tuple[str, str, date, int]]:
    with world.as_(who):
        return list(VoucherTaken.objects.order_by("month", "code").values_list("code", "holder_en", "month", "amount"))


def test_each_sponsor_sees_what_its_own_took_and_nothing_behind_it(world: World, codes: dict[str, str]):
    """Of 45,000 and 60,000 a half; and a tenth of the rest, which is another's."""
    assert taken(world, "sujin") == [(codes["SAEBOM"], "Hanbit Bio", FEBRUARY, 52_500)]
    assert len(taken(world, "finance")) == 2
    # The holder and the sponsor's scientists are told nothing here.
    assert taken(world, "hajin") == taken(world, "hana") == taken(world, "sora") == []
    with world.as_("sujin"), connection.cursor() as cursor:
        for table in BEHIND:
            cursor.execute(f"SELECT count(*) FROM {table} WHERE organisation_id = %s" if table != "billing_voucher_end" else
                           f"SELECT count(*) FROM {table} WHERE %s::uuid IS NOT NULL", [world.organisations["HANBIT"]])
            assert cursor.fetchone() == (0,), table


def test_corrections_are_taken_off_and_months_stand_apart(world: World, codes: dict[str, str]):
    with clock.as_of(MONDAY + timedelta(days=3)), world.as_("finance"):
        invoice = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
        line = invoice.lines.get(item="CONFOCAL")
        billing.correct_invoice(invoice=invoice.code, correction="value_change", explanation="고장", amounts={str(line.number): 10_000})
    with clock.as_of(APRIL_DAY - timedelta(hours=1)):
        used(world, "m:1", 60, at(3, month=3))
    with clock.as_of(APRIL_DAY):
        issued(world, MARCH)
        with world.as_("finance"):
            invoice = Invoice.objects.get(organisation_id=world.organisations["HANBIT"], first=MARCH)
            billing.correct_invoice(invoice=invoice.code, correction="clerical", explanation="상호가 틀렸습니다")
    assert [(month, amount) for *_, month, amount in taken(world, "sujin")] == [(FEBRUARY, 47_500), (MARCH, 22_500)]


@pytest.mark.parametrize("who", PEOPLE)
def test_the_page_and_the_api_are_for_admins_and_name_no_more_than_they_say(world: World, codes: dict[str, str], who: str, calling):
    sees = PEOPLE[who][0] == "company_admin"
    seen = browser(world, who, "en").get("/money/sponsored/")
    told = calling(who)("GET", "/billing/sponsored")
    assert (seen.status_code, told.status_code) == ((200, 200) if sees else (403, 403))
    if sees:
        rows, page = told.json()["items"], seen.content.decode()
        assert [(row["voucher"], row["amount"], row["month"]) for row in rows] == (
            [(codes["SAEBOM"], 52_500, "2027-02-01")] if who == "sujin" else []
        )
        assert ("52,500" in page) == (who == "sujin") and codes["HELIX"] not in page
        for word in ("CONFOCAL", "CYTO", "JB-2027", "45,000", "Confocal"):
            assert word not in page and word not in told.content.decode()


def test_who_sponsors_is_said_once_and_is_another(world: World, codes: dict[str, str]):
    with world.as_("finance"):
        with transaction.atomic(), pytest.raises(Refused, match="voucher_sponsor"):
            granted(world, "HANBIT", "HANBIT", 5, "Own")
        with pytest.raises(Missing):
            granted(world, "HANBIT", "NOBODY", 5, "None")
        with transaction.atomic(), pytest.raises(IntegrityError, match="its sponsor stays"):
            Voucher.objects.filter(code=codes["HELIX"]).update(sponsor_id=world.organisations["SAEBOM"])
        assert Voucher.objects.get(code=codes["HELIX"]).paid_by == "헬릭스재단"
    for who in ("sujin", "finance"):
        with world.as_(who), transaction.atomic():
            # Nobody writes what was taken, but the database with a document's line.
            assert VoucherTaken.objects.update(amount=1) == 0
