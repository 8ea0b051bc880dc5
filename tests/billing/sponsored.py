"""A month of which sponsors pay a part."""

from datetime import timedelta
from decimal import Decimal

from squaremile.billing import operations as billing
from squaremile.kernel import clock
from tests.billing.making import FEBRUARY, at, issued, opened, used
from tests.world import MONDAY, World


def sponsored(world: World) -> World:
    """A province pays 80 % of Hanbit's 78,750 up to 50,000 a year; a foundation half of Saebom's 45,000. February is issued."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        with world.as_("finance"):
            for whose, paid_by, percent, limit in (("HANBIT", "전북도", 80, 50_000), ("SAEBOM", "Helix Foundation", 50, None)):
                billing.grant_voucher(
                    organisation=world.organisations[whose], granted_as="subsidy", title_ko="지원", title_en="Subsidy",
                    percent=Decimal(percent), first_day=FEBRUARY, limit=limit, paid_by=paid_by,
                )
        used(world, "u:1", 97, at(3))
        used(world, "u:2", 60, at(4), whose="SAEBOM")
    with clock.as_of(MONDAY):
        issued(world)
    return world
