"""What is taken back of billed use: a sponsor whose limit was used up gets back what was paid over of it, and no more."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Dispute
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.metering.models import UsageEvent
from tests.billing.making import FEBRUARY, MARCH, at, bill_of, closed, issued, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
APRIL, APRIL_DAY, MAY_DAY = date(2027, 4, 1), MONDAY + timedelta(days=31), MONDAY + timedelta(days=62)


def granted(world: World, **said: object) -> None:
    with world.as_("finance"):
        billing.grant_voucher(
            organisation=world.organisations["HANBIT"], granted_as="subsidy", title_ko="지원", title_en="Subsidy", percent=Decimal(80),
            **({"first_day": FEBRUARY, "limit": 10_000} | said),
        )


def less(origin: str, minutes: int) -> None:
    """So many minutes of a use were not used after all."""
    with scope(system("worker")):
        event = UsageEvent.objects.get(origin=origin)
        UsageEvent.objects.create(**{
            **{f: getattr(event, f) for f in ("meter_id", "organisation_id", "subject", "period")}, "quantity": Decimal(-minutes),
            "origin": f"{origin}:less", "corrects_id": event.id, "recorded_at": clock.now(),
        })


def figures(world: World, month: date) -> dict[str, int]:
    found = defaultdict[str, int](int)
    with world.as_("finance"):
        for line in bill_of(world, month=month).lines.all():
            found[line.kind] += line.net
    return dict(found)


@pytest.mark.parametrize(("said", "uses", "off", "found"), [
    # It ended on the 10th with 9,000 of its 9,000: the line's other 135,000 were never its own. 10 of 28 days of what goes back are.
    ({"last_day": date(2027, 2, 10), "limit": 9_000}, {"u:1": (3, 15), "u:2": (15, 180)}, ("u:1", 15), {"late": -11_250, "voucher": 3_214}),
    # It began on the 11th: of the second use it would have paid 36,000, and its limit is used up still.
    ({"first_day": date(2027, 2, 11)}, {"u:1": (3, 60), "u:2": (15, 60)}, ("u:2", 30), {"late": -22_500}),
])
def test_a_voucher_of_part_of_the_month(
    world: World, said: dict[str, object], uses: dict[str, tuple[int, int]], off: tuple[str, int], found: dict[str, int]
):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        granted(world, **said)
        for origin, (day, minutes) in uses.items():
            used(world, origin, minutes, at(day))
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(APRIL_DAY - timedelta(days=3)):
        less(*off)
    with clock.as_of(APRIL_DAY):
        closed(world, MARCH)
        assert figures(world, MARCH) == found


def test_what_one_month_had_left_is_not_set_against_another(world: World):
    """Of February 26,000 were beyond the month's limit; of March nothing was, and its 9,000 go back."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        granted(world, per="month")
        used(world, "u:2", 60, at(3))
    with clock.as_of(MONDAY):
        issued(world)
    with clock.as_of(APRIL_DAY - timedelta(hours=1)):
        used(world, "u:3", 15, at(3, month=3))
    with clock.as_of(APRIL_DAY):
        issued(world, MARCH)
    with clock.as_of(MAY_DAY - timedelta(days=3)):
        less("u:2", 15)
        less("u:3", 15)
    with clock.as_of(MAY_DAY):
        closed(world, APRIL)
        assert figures(world, APRIL) == {"late": -22_500, "voucher": 9_000}


def test_a_granted_dispute_is_off_the_line_of_named_items(world: World):
    """Of the 25,000 that were left of it the subsidy would have paid 20,000 and paid 10,000: 10,000 of 18,000 were beyond its limit."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        granted(world, card_items=["CONFOCAL"])
        used(world, "u:1", 60, at(3))
    with clock.as_of(MONDAY):
        made = closed(world)
        with world.as_("finance"):
            billing.show_bills(close=made.code)
        bill = bill_of(world)
        with world.as_("hajin"):
            billing.dispute_line(bill=bill.code, bill_line=1, reason="장비가 멈췄습니다")
        with world.as_("finance"):
            billing.settle_dispute(dispute=Dispute.objects.get(bill=bill).code, taken_off=20_000, reply="맞습니다")
        with world.as_("hajin"):
            billing.accept_bill(bill=bill.code)
    with clock.as_of(MONDAY + timedelta(days=6)):
        with scope(system("worker")):
            billing.accept_silent()
        with world.as_("finance"):
            billing.release_close(close=made.code)
        worked()
    with clock.as_of(APRIL_DAY - timedelta(days=3)):
        less("u:1", 30)
    with clock.as_of(APRIL_DAY):
        closed(world, MARCH)
        assert figures(world, MARCH) == {"late": -22_500, "voucher": 8_000}
