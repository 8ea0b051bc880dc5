"""Usage is counted by what people do, never by what they say of it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from squaremile.booking import operations as booking
from squaremile.core.models import Activity, OutboxFact
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.period import Period
from squaremile.kernel.scope import scope, system
from squaremile.metering import operations as metering
from squaremile.metering.models import UsageEvent
from tests.world import MONDAY, World

HOUR = timedelta(hours=1)


def asked(world: World) -> dict:
    return {
        "meter": "equipment_minutes", "organisation": world.organisations["HANBIT"], "subject": "CONFOCAL",
        "period": Period(MONDAY, MONDAY + HOUR), "quantity": Decimal(60), "origin": "by hand",
    }


@pytest.mark.parametrize("who", ["hana", "hajin", "finance", "auditor", "safety"])
def test_nobody_records_her_own_use_by_hand(world: World, who):
    with world.as_(who), pytest.raises(SquaremileError, match=r"access\.not_allowed"):
        metering.record_usage(**asked(world))


def test_those_who_look_after_instruments_may_and_the_worker(world: World):
    with world.as_("operator"):
        metering.record_usage(**asked(world))
        assert Activity.objects.filter(operation="metering.record_usage").count() == 1
    with scope(system("worker")):
        metering.record_usage(**{**asked(world), "origin": "by itself"})
    with world.as_("hana"):
        assert UsageEvent.objects.count() == 2


def test_what_a_scientist_does_is_counted_and_published(world: World):
    with clock.as_of(MONDAY), world.as_("hana"):
        made = booking.reserve(equipment="CONFOCAL", start=MONDAY + HOUR, end=MONDAY + 2 * HOUR)
    with clock.as_of(MONDAY + HOUR), world.as_("hana"):
        session = booking.start_session(reservation=made.code)
    with clock.as_of(MONDAY + 2 * HOUR), world.as_("hana"):
        booking.end_session(session=session.code)
        assert UsageEvent.objects.get().quantity == 60
        assert Activity.objects.filter(operation="metering.record_usage").count() == 0
    with scope(system("worker")):
        assert OutboxFact.objects.filter(name="UsageRecorded").count() == 1
