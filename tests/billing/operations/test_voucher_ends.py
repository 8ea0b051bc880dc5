"""A voucher whose end is said again and again: each bill knows the end that it was rated by, whatever was said since."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Dispute, Invoice, VoucherEnd
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from tests.billing.making import FEBRUARY, MARCH, at, bill_of, closed, issued, opened, used, worked
from tests.billing.operations.test_taken_back_late import figures, less
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
APRIL_DAY = MONDAY + timedelta(days=31)
TENTH, TWENTIETH, LAST = date(2027, 2, 10), date(2027, 2, 20), date(2027, 2, 28)


@pytest.fixture
def account(world: World) -> str:
    """Two hours on the confocal microscope, on the 3rd and the 15th, and one on the cytometer on the 15th."""
    with clock.as_of(MONDAY - timedelta(hours=2)):
        codes = opened(world)
        used(world, "u:3", 60, at(3))
    return codes["HANBIT"]


def granted(world: World, last_day: date | None = None, **more: object) -> str:
    """Half of everything."""
    with world.as_("finance"):
        return billing.grant_voucher(
            organisation=world.organisations["HANBIT"], granted_as="golden_ticket", title_ko="입장권", title_en="Ticket", percent=Decimal(50),
            first_day=FEBRUARY, last_day=last_day, paid_by="Helix", **more,
        ).code


def ended(world: World, voucher: str, *days: date) -> None:
    for last_day in days:
        with world.as_("finance"):
            billing.end_voucher(voucher=voucher, last_day=last_day)


def corrected(world: World, amounts: dict[str, int]) -> dict[str, int]:
    """What a credit note takes back of lines of February's invoice, named by their item."""
    with world.as_("finance"):
        invoice = Invoice.objects.get(organisation_id=world.organisations["HANBIT"], kind="invoice", first=FEBRUARY)
        numbers = {line.item: str(line.number) for line in invoice.lines.all()}
        made = billing.correct_invoice(
            invoice=invoice.code, correction="value_change", explanation="고장", amounts={numbers[item]: n for item, n in amounts.items()}
        )
        return {line.item: line.net for line in made.lines.all()}


ORDERS = [(TWENTIETH,), (TWENTIETH, LAST), (date(2027, 2, 1), TWENTIETH), (LAST, TENTH), (date(2027, 2, 2), LAST, TWENTIETH)]


@pytest.mark.parametrize("said", ORDERS)
def test_a_correction_gives_back_what_was_taken_whatever_was_said_since(world: World, account: str, said: tuple[date, ...]):
    """Until the 10th it took half of the microscope's 45,000 and nothing of the cytometer's 60,000."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        voucher = granted(world, TENTH)
        used(world, "u:15", 60, at(15), subject="CYTO-1")
    with clock.as_of(MONDAY):
        issued(world)
        assert figures(world, FEBRUARY) == {"use": 105_000, "voucher": -22_500}
    with clock.as_of(MONDAY + timedelta(days=7)):
        ended(world, voucher, *said)
        assert corrected(world, {"CONFOCAL": 10_000}) == {"CONFOCAL": -10_000, voucher: 5_000}
        assert corrected(world, {"CYTO": 10_000}) == {"CYTO": -10_000}


@pytest.mark.parametrize("said", [(TENTH,), (TENTH, TWENTIETH), (date(2027, 2, 1), TENTH, LAST)])
def test_a_bill_that_is_drafted_anew_keeps_the_end_that_its_payer_was_shown(world: World, account: str, said: tuple[date, ...]):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        voucher = granted(world)
        used(world, "u:15", 60, at(15))
    with clock.as_of(MONDAY):
        made = closed(world)
        with world.as_("finance"):
            billing.show_bills(close=made.code)
        with world.as_("hajin"):
            billing.dispute_line(bill=bill_of(world).code, bill_line=1, reason="멈췄습니다")
    with clock.as_of(MONDAY + timedelta(days=1)):
        ended(world, voucher, *said)
        with world.as_("finance"):
            billing.settle_dispute(dispute=Dispute.objects.get().code, taken_off=10_000, reply="맞습니다")
        assert figures(world, FEBRUARY) == {"use": 90_000, "adjustment": -10_000, "voucher": -40_000}
    with clock.as_of(MONDAY + timedelta(days=9)):
        with scope(system("worker")):
            billing.accept_silent()
        with world.as_("finance"):
            billing.release_close(close=made.code)
        worked()
        assert corrected(world, {"CONFOCAL": 80_000}) == {"CONFOCAL": -80_000, voucher: 40_000}


def test_a_bill_rated_again_has_the_end_that_was_said_last(world: World, account: str):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        voucher = granted(world, TENTH)
        used(world, "u:15", 60, at(15))
    with clock.as_of(MONDAY):
        closed(world)
        assert figures(world, FEBRUARY) == {"use": 90_000, "voucher": -22_500}
    with clock.as_of(MONDAY + timedelta(hours=1)):
        ended(world, voucher, LAST, TWENTIETH)
        with world.as_("finance"):
            billing.rate_again(bill=bill_of(world).code)
        worked()
        assert figures(world, FEBRUARY) == {"use": 90_000, "voucher": -45_000}


@pytest.mark.parametrize(("was", "said", "taken"), [
    # It held all February: half of what goes back is its own, though it was ended on the 1st since.
    (None, (date(2027, 2, 1),), 11_250), (None, (TENTH, TWENTIETH), 11_250),
    # It held one day of 28, and was lengthened since: it gets back what it took, which is that day's.
    (date(2027, 2, 1), (LAST,), 402), (date(2027, 2, 1), (TENTH, LAST), 402),
])  # fmt: skip
def test_what_is_taken_back_late_goes_back_as_it_was_taken(
    world: World, account: str, was: date | None, said: tuple[date, ...], taken: int
):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        voucher = granted(world, was)
        used(world, "u:1", 60, at(1))
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(APRIL_DAY - timedelta(days=3)):
        ended(world, voucher, *said)
        less("u:3", 30)
    with clock.as_of(APRIL_DAY):
        closed(world, MARCH)
        assert figures(world, MARCH) == {"late": -22_500, "voucher": taken}


def test_what_its_limit_had_left_is_reckoned_by_the_end_of_then(world: World, account: str):
    """Half of 45,000 is 22,500, of which its limit let 10,000 through; ended on the 1st since. Half an hour less leaves 22,500: half of
    that is 11,250, and the limit is used up still."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        voucher = granted(world, limit=10_000)
    with clock.as_of(MONDAY):
        issued(world)
        assert figures(world, FEBRUARY) == {"use": 45_000, "voucher": -10_000}
    with clock.as_of(APRIL_DAY - timedelta(days=3)):
        ended(world, voucher, TENTH, date(2027, 2, 1))
        less("u:3", 30)
    with clock.as_of(APRIL_DAY):
        closed(world, MARCH)
        assert figures(world, MARCH) == {"late": -22_500}


def test_a_voucher_of_days_before_it_was_granted_gets_nothing_back_of_them(world: World, account: str):
    """Granted in March for February on, when February was issued without it: it gave in March, and nothing of that is February's."""
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(MONDAY + timedelta(days=7)):
        granted(world)
        used(world, "u:m", 15, at(2, month=3))
    with clock.as_of(APRIL_DAY):
        issued(world, MARCH)
        less("u:3", 30)
    with clock.as_of(MONDAY + timedelta(days=62)):
        closed(world, date(2027, 4, 1))
        assert figures(world, date(2027, 4, 1)) == {"late": -22_500}


def test_every_end_is_kept_and_nobody_takes_one_back(world: World, account: str):
    with clock.as_of(MONDAY):
        voucher = granted(world, TENTH)
    for n, last in enumerate((TWENTIETH, TWENTIETH, LAST), 1):
        with clock.as_of(MONDAY + timedelta(hours=n)):
            ended(world, voucher, last)
    with world.as_("finance"):
        assert list(VoucherEnd.objects.order_by("said_at").values_list("until", flat=True)) == [
            date(2027, 2, 11), date(2027, 2, 21), date(2027, 3, 1)
        ]
    with world.as_("sujin"):
        assert not VoucherEnd.objects.exists()


def test_a_line_of_which_it_held_a_part_gives_back_by_that_part(world: World, account: str):
    """Half of 45,000 of the microscope's 90,000, and of the cytometer's 60,000: of what goes back of the latter, half is its own."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        voucher = granted(world, TENTH)
        used(world, "u:15", 60, at(15))
        used(world, "u:5", 60, at(5), subject="CYTO-1")
    with clock.as_of(MONDAY):
        issued(world)
        assert figures(world, FEBRUARY) == {"use": 150_000, "voucher": -52_500}
    with clock.as_of(MONDAY + timedelta(days=7)):
        ended(world, voucher, LAST, TWENTIETH)
        assert corrected(world, {"CYTO": 10_000}) == {"CYTO": -10_000, voucher: 5_000}
        assert corrected(world, {"CONFOCAL": 90_000}) == {"CONFOCAL": -90_000, voucher: 22_500}


def test_an_invoice_issued_anew_is_of_the_bill_that_it_was_made_of(world: World, account: str):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        voucher = granted(world, TENTH)
        used(world, "u:15", 60, at(15), subject="CYTO-1")
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(MONDAY + timedelta(days=7)):
        ended(world, voucher, LAST, TWENTIETH)
        with world.as_("finance"):
            first = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
            billing.correct_invoice(invoice=first.code, correction="clerical", explanation="상호가 틀렸습니다")
            anew = Invoice.objects.get(replaces=first)
            numbers = {line.item: str(line.number) for line in anew.lines.all()}
            made = billing.correct_invoice(
                invoice=anew.code, correction="value_change", explanation="고장", amounts={numbers["CONFOCAL"]: 10_000}
            )
            assert {line.item: line.net for line in made.lines.all()} == {"CONFOCAL": -10_000, voucher: 5_000}
