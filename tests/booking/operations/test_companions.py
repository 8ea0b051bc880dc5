"""What an instrument needs beside it: out of order it stops the booking, and a moved booking takes what is needed now."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Reservation
from squaremile.booking.reads import catalogue, panel
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from tests.booking.asking import ELEVEN, NOON, TEN, code_of, held
from tests.world import World

HOUR = timedelta(hours=1)


@pytest.fixture
def broken_chiller(world: World):
    with world.as_("operator"):
        return booking.report_fault(equipment="CHILLER", severity="unusable", says="누수")


def test_a_companion_that_cannot_be_used_stops_the_booking_under_its_own_name(world: World, broken_chiller):
    with world.as_("hana"), pytest.raises(SquaremileError) as caught:
        booking.reserve(equipment="CYTO-2", start=TEN, end=ELEVEN)
    assert (caught.value.code, caught.value.text.en) == (
        "booking.fault_open", "Chiller has a fault that is waiting for repair.")
    with world.as_("operator"):
        booking.resolve_fault(fault=broken_chiller.code, resolution="교체")
    assert held(world, "hana", "CYTO-2").state == "pending"


def test_the_checklist_says_so_and_nobody_is_sent_to_it_instead(world: World, broken_chiller):
    with world.as_("hana"):
        found = panel.panel(equipment="CYTO-2", start=TEN, end=ELEVEN)
        shut = [(check.code, check.says.ko) for check in found.checklist if not check.open]
        assert shut == [("booking.fault_open", "냉각수 순환기에 고장이 접수되어 수리를 기다리고 있습니다.")]
        assert not found.may_book
    held(world, "sora", "CYTO-1")
    with world.as_("hana"):
        assert panel.panel(equipment="CYTO-1", start=TEN, end=ELEVEN).stand_ins == ()
        (row,) = (r for r in catalogue.listed(kind="cytometer").rows if r.code == "CYTO-2")
        assert row.why_not is not None
        assert row.why_not.en == "Something that Flow cytometer 2 needs is out of order."


@pytest.mark.parametrize("severity", ["note", "degraded"])
def test_a_lesser_fault_of_a_companion_stops_nothing(world: World, severity):
    with world.as_("operator"):
        booking.report_fault(equipment="CHILLER", severity=severity, says="소음")
    assert held(world, "hana", "CYTO-2").state == "pending"


def test_what_was_booked_before_is_neither_approved_nor_begun(world: World):
    made = held(world, "hana", "CYTO-2")
    with world.as_("operator"):
        booking.approve(reservation=made.code)
        booking.report_fault(equipment="CHILLER", severity="unusable", says="누수")
    with world.as_("hana"), clock.as_of(TEN):
        assert code_of(booking.start_session, reservation=made.code) == "booking.fault_open"


def taken(code: str) -> dict[str, tuple[str, object]]:
    """What is taken along with a booking: by instrument, its state and start."""
    rows = Reservation.objects.filter(parent__code=code).select_related("equipment")
    return {r.equipment.code: (r.state, r.period.start) for r in rows}


def test_a_moved_booking_takes_what_is_needed_now(world: World):
    """The confocal has come to need the chiller since it was booked."""
    made = held(world, "hana", "CONFOCAL")
    with world.as_("operator"):
        booking.link(equipment="CONFOCAL", needs="CHILLER")
    with world.as_("hana"):
        booking.move(reservation=made.code, start=ELEVEN, end=NOON)
        assert taken(made.code) == {"CHILLER": ("confirmed", ELEVEN)}
        booking.move(reservation=made.code, start=NOON, end=NOON + HOUR)
        assert taken(made.code) == {"CHILLER": ("confirmed", NOON)}
    with world.as_("sora"):
        assert code_of(booking.reserve, equipment="CHILLER", start=NOON, end=NOON + HOUR) == "booking.slot_taken"


def test_a_moved_booking_leaves_what_is_needed_no_more(world: World):
    made = held(world, "hana", "CYTO-2")
    with world.as_("operator"):
        booking.unlink(equipment="CYTO-2", needs="CHILLER")
    with world.as_("hana"):
        booking.move(reservation=made.code, start=ELEVEN, end=NOON)
        assert taken(made.code) == {"CHILLER": ("cancelled", TEN)}
    assert held(world, "sora", "CHILLER", ELEVEN, NOON).state == "confirmed"


def test_a_booking_is_not_moved_to_where_a_new_companion_is_taken(world: World):
    made = held(world, "hana", "CONFOCAL")
    held(world, "sora", "CHILLER", ELEVEN, NOON)
    with world.as_("operator"):
        booking.link(equipment="CONFOCAL", needs="CHILLER")
    with world.as_("hana"):
        assert code_of(booking.move, reservation=made.code, start=ELEVEN, end=NOON) == "booking.slot_taken"


def test_giving_time_back_takes_nothing_new_along(world: World):
    made = held(world, "hana", "CONFOCAL", TEN, NOON)
    held(world, "sora", "CHILLER", TEN, ELEVEN)
    with world.as_("operator"):
        booking.link(equipment="CONFOCAL", needs="CHILLER")
    with world.as_("hana"):
        booking.shorten(reservation=made.code, end=ELEVEN)
        assert taken(made.code) == {}
