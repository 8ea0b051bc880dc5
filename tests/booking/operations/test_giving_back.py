"""Time that is given back is free for others, and giving it back late does not go unseen."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.core.models import Activity
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from tests.world import MONDAY, World

HOUR = timedelta(hours=1)


def test_what_is_left_of_an_ended_session_is_free_for_a_rival(world: World):
    with clock.as_of(MONDAY), world.as_("hana"):
        held = booking.reserve(equipment="CHILLER", start=MONDAY, end=MONDAY + 8 * HOUR)
        session = booking.start_session(reservation=held.code)
    with clock.as_of(MONDAY + HOUR):
        with world.as_("hana"):
            booking.end_session(session=session.code)
        with world.as_("sora"):
            taken = booking.reserve(equipment="CHILLER", start=MONDAY + HOUR, end=MONDAY + 8 * HOUR)
            assert taken.state == "confirmed"


def test_a_session_that_ran_to_its_end_keeps_its_span(world: World):
    with clock.as_of(MONDAY), world.as_("hana"):
        held = booking.reserve(equipment="CHILLER", start=MONDAY, end=MONDAY + HOUR)
        session = booking.start_session(reservation=held.code)
    with clock.as_of(MONDAY + 2 * HOUR), world.as_("hana"):
        booking.end_session(session=session.code)
        held.refresh_from_db()
        assert (held.period.start, held.period.end) == (MONDAY, MONDAY + HOUR)


@pytest.mark.parametrize(("ahead", "late"), [(timedelta(hours=3), False), (timedelta(minutes=30), True)])
def test_moving_inside_the_deadline_is_recorded_as_late(world: World, ahead, late):
    start = MONDAY + 4 * HOUR
    with clock.as_of(MONDAY), world.as_("hana"):
        held = booking.reserve(equipment="CHILLER", start=start, end=start + HOUR)
    with clock.as_of(start - ahead), world.as_("hana"):
        booking.move(reservation=held.code, start=start + 48 * HOUR, end=start + 49 * HOUR)
        assert Activity.objects.get(operation="booking.move", subject_id=held.id).data["late"] is late


def test_a_booking_whose_time_has_come_is_not_moved_away(world: World):
    with clock.as_of(MONDAY), world.as_("hana"):
        held = booking.reserve(equipment="CHILLER", start=MONDAY + HOUR, end=MONDAY + 2 * HOUR)
    with clock.as_of(MONDAY + HOUR), world.as_("hana"), pytest.raises(SquaremileError) as caught:
        booking.move(reservation=held.code, start=MONDAY + 48 * HOUR, end=MONDAY + 49 * HOUR)
    assert caught.value.code == "booking.already_started"


def test_giving_back_never_claims_more_than_was_held(world: World):
    """Buffers that grew since the booking was made do not push into the neighbour's time."""
    nine = MONDAY + HOUR
    with clock.as_of(MONDAY):
        with world.as_("hana"):
            held = booking.reserve(equipment="CONFOCAL", start=nine, end=nine + 2 * HOUR)
        with world.as_("sora"):
            booking.reserve(equipment="CONFOCAL", start=nine + 2 * HOUR, end=nine + 3 * HOUR)
        with world.as_("operator"):
            from squaremile.booking.models import BookingRules

            BookingRules.objects.filter(code="OPEN").update(buffer_after_minutes=90)
        with world.as_("hana"):
            shorter = booking.shorten(reservation=held.code, end=nine + HOUR)
            assert shorter.period.end == nine + HOUR
