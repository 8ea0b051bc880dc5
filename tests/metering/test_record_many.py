"""Recording usage in bulk: all or none, each cause once."""

from datetime import timedelta
from decimal import Decimal

import pytest

from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.period import Period
from squaremile.metering import operations as metering
from tests.world import MONDAY, World


def used(world: World, origin: str) -> metering.Used:
    return metering.Used(
        organisation=world.organisations["HANBIT"], subject="CONFOCAL",
        period=Period(MONDAY, MONDAY + timedelta(hours=1)),
        quantity=Decimal(60), origin=origin,
    )


def count(world: World, who: str) -> int:
    from squaremile.metering.models import UsageEvent

    with world.as_(who):
        return UsageEvent.objects.count()


def test_many_at_once(world: World):
    with world.as_("operator"):
        assert metering.record_usages(meter="equipment_minutes", rows=[used(world, "a"), used(world, "b")]) == 2
    assert (count(world, "hana"), count(world, "sora")) == (2, 0)


def test_the_same_cause_refuses_them_all(world: World):
    with world.as_("operator"), pytest.raises(SquaremileError, match=r"metering\.already_recorded"):
        metering.record_usages(meter="equipment_minutes", rows=[used(world, "a"), used(world, "a")])
    assert count(world, "operator") == 0


def test_an_unknown_meter(world: World):
    with world.as_("operator"), pytest.raises(SquaremileError, match=r"metering\.meter_unknown"):
        metering.record_usages(meter="nothing", rows=[])


@pytest.mark.parametrize("who", ["hana", "hajin", "auditor"])
def test_not_by_those_who_use(world: World, who):
    with world.as_(who), pytest.raises(SquaremileError, match=r"access\.not_allowed"):
        metering.record_usages(meter="equipment_minutes", rows=[])
