"""Staff at the user's side, and training that did not hold: both are in the evidence of what was counted."""

from datetime import timedelta
from decimal import Decimal

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Qualification
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden
from squaremile.metering.models import UsageEvent
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def used(world: World, **more: object) -> str:
    """An hour on the cell sorter's microscope, ended; gives back the booking."""
    with clock.as_of(MONDAY), world.as_("hana"):
        start = MONDAY + timedelta(hours=1)
        return booking.reserve(equipment="CONFOCAL", start=start, end=start + timedelta(hours=1), **more).code


def ended(world: World, code: str) -> None:
    with clock.as_of(MONDAY + timedelta(hours=1)), world.as_("hana"):
        session = booking.start_session(reservation=code).code
    with clock.as_of(MONDAY + timedelta(hours=2)), world.as_("hana"):
        booking.end_session(session=session)


def counted(world: World) -> list[tuple[Decimal, object]]:
    with world.as_("finance"):
        return [(e.quantity, e.evidence.get("assisted")) for e in UsageEvent.objects.order_by("recorded_at", "id")]


def test_what_was_asked_for_is_in_the_evidence(world: World):
    code = used(world, assisted=True)
    ended(world, code)
    assert counted(world) == [(Decimal(60), True)]


def test_staff_mark_it_before_and_after(world: World):
    code = used(world)
    with clock.as_of(MONDAY), world.as_("operator"):
        booking.mark_assisted(reservation=code, assisted=True)
    ended(world, code)
    with clock.as_of(MONDAY + timedelta(hours=3)), world.as_("operator"):
        booking.mark_assisted(reservation=code, assisted=False)
        booking.mark_assisted(reservation=code, assisted=False)
        booking.mark_assisted(reservation=code, assisted=True)
    assert counted(world) == [
        (Decimal(60), True), (Decimal(-60), True), (Decimal(60), False), (Decimal(-60), False), (Decimal(60), True)
    ]
    with world.as_("hana"), pytest.raises(Forbidden):
        booking.mark_assisted(reservation=code, assisted=False)


def test_training_that_ended_meanwhile_is_told(world: World):
    code = used(world)
    with clock.as_of(MONDAY + timedelta(hours=1)), world.as_("hana"):
        session = booking.start_session(reservation=code).code
    with clock.as_of(MONDAY + timedelta(hours=1, minutes=30)), world.as_("operator"):
        theirs = Qualification.objects.get(person_id=world.people["hana"], equipment__code="CONFOCAL")
        booking.withdraw_qualification(qualification=theirs.id, reason="장비 손상")
    with clock.as_of(MONDAY + timedelta(hours=2)), world.as_("hana"):
        booking.end_session(session=session)
    with world.as_("finance"):
        assert [one["en"] for one in UsageEvent.objects.get().evidence["untrained"]] == ["Training"]
