"""Maintenance: blocking, displacing, lifting, and what rivals learn of it."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Reservation, ReservationDetail
from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from tests.booking.asking import ELEVEN, NOON, TEN, code_of, facts, held
from tests.world import MONDAY, World

LONG = {"start": TEN, "end": MONDAY + timedelta(hours=10), "work_type": "repair"}


def test_a_block_takes_the_time_and_tells_staff_why(world: World):
    with world.as_("operator"):
        made = booking.block(equipment="CYTO-1", purpose="노즐 교체", **LONG)
        assert (made.kind, made.state, made.claimed) == ("maintenance", "confirmed", made.period)
        detail = ReservationDetail.objects.get(reservation=made)
        assert (detail.work_type, detail.organisation_id, detail.person_id) == ("repair", None, None)
    with world.as_("hana"):
        assert code_of(booking.reserve, equipment="CYTO-1", start=ELEVEN, end=NOON) == "booking.slot_taken"
        assert Reservation.objects.get(id=made.id).kind == "maintenance"
        assert not ReservationDetail.objects.exists()


def test_affected_bookings_are_named_and_nothing_happens(world: World):
    one = held(world, "hana", "CYTO-1")
    two = held(world, "sora", "CYTO-1", start=NOON, end=NOON + timedelta(hours=1))
    with world.as_("operator"):
        with pytest.raises(SquaremileError) as caught:
            booking.block(equipment="CYTO-1", **LONG)
        assert caught.value.code == "booking.block_affects"
        assert caught.value.values == {"count": 2, "codes": f"{one.code}, {two.code}"}
        assert set(Reservation.objects.values_list("state", flat=True)) == {"confirmed"}
        assert Reservation.objects.filter(kind="maintenance").count() == 0


def test_displacing_cancels_at_no_cost_and_keeps_the_reason(world: World):
    one = held(world, "hana", "CYTO-1")
    with world.as_("operator"), clock.as_of(TEN - timedelta(minutes=30)):
        booking.block(equipment="CYTO-1", displace=True, reason="노즐 파손", **LONG)
        assert Reservation.objects.get(id=one.id).state == "cancelled"
        detail = ReservationDetail.objects.get(reservation=one)
        assert (detail.reason, detail.sequence) == ("노즐 파손", 1)
    ((_, told),) = facts({"ReservationCancelled"})
    assert (told["code"], told["late"], told["displaced"], told["reason"]) == (one.code, False, True, "노즐 파손")
    assert told["person"] == str(world.people["hana"])


def test_displacing_reaches_a_booking_through_its_linked_instrument(world: World):
    sorter = held(world, "hana", "CYTO-2")
    with world.as_("operator"):
        booking.block(equipment="CHILLER", displace=True, reason="냉매 보충", **LONG)
        assert Reservation.objects.get(id=sorter.id).state == "cancelled"
        assert set(Reservation.objects.filter(parent=sorter).values_list("state", flat=True)) == {"cancelled"}
    assert held(world, "sora", "CYTO-1").state == "confirmed"


def test_a_running_session_is_not_displaced(world: World):
    one = held(world, "hana", "CONFOCAL")
    with clock.as_of(TEN):
        with world.as_("hana"):
            booking.start_session(reservation=one.code)
        with world.as_("operator"):
            asked = {"equipment": "CONFOCAL", "displace": True, "reason": "x", **LONG}
            assert code_of(booking.block, **asked) == "booking.in_use"


def test_work_begins_where_a_broken_session_ended(world: World):
    one = held(world, "hana", "CYTO-1", end=NOON)
    with clock.as_of(TEN), world.as_("hana"):
        session = booking.start_session(reservation=one.code)
    with clock.as_of(ELEVEN):
        with world.as_("hana"):
            booking.end_session(session=session.code)
        with world.as_("operator"):
            booking.block(equipment="CYTO-1", start=ELEVEN, end=NOON, work_type="breakdown")
            assert Reservation.objects.get(id=one.id).period.end == ELEVEN


def test_two_blocks_do_not_overlap(world: World):
    with world.as_("operator"):
        booking.block(equipment="CYTO-1", **LONG)
        asked = {"equipment": "CYTO-1", "displace": True, "reason": "x", **LONG}
        assert code_of(booking.block, **asked) == "booking.slot_taken"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"equipment": "NOTHING"}, "core.not_found"),
        ({"work_type": "party"}, "core.bad_input"),
        ({"end": TEN}, "booking.period_empty"),
        ({"displace": True}, "booking.reason_needed"),
    ],
)
def test_a_block_is_refused(world: World, asked, code):
    with world.as_("operator"):
        assert code_of(booking.block, **{"equipment": "CYTO-1", **LONG, **asked}) == code


def test_only_operations_block(world: World):
    for who in ("hana", "hajin", "safety", "auditor"):
        with world.as_(who):
            assert code_of(booking.block, equipment="CYTO-1", **LONG) == "access.not_allowed"


class TestUnblock:
    def test_a_block_ahead_is_cancelled(self, world: World):
        with world.as_("operator"):
            made = booking.block(equipment="CYTO-1", **LONG)
            assert booking.unblock(reservation=made.code).state == "cancelled"
        assert held(world, "hana", "CYTO-1").state == "confirmed"

    def test_a_running_block_ends_now(self, world: World):
        with world.as_("operator"):
            made = booking.block(equipment="CYTO-1", **LONG)
            with clock.as_of(ELEVEN):
                ended = booking.unblock(reservation=made.code)
                assert (ended.state, ended.period.end) == ("done", ELEVEN)
                assert code_of(booking.unblock, reservation=made.code) == "booking.not_changeable"

    def test_a_block_that_is_over_stays(self, world: World):
        with world.as_("operator"):
            made = booking.block(equipment="CYTO-1", **LONG)
            with clock.as_of(LONG["end"]):
                assert code_of(booking.unblock, reservation=made.code) == "booking.not_changeable"

    def test_a_booking_is_not_a_block(self, world: World):
        made = held(world, "hana", "CYTO-1")
        with world.as_("operator"):
            assert code_of(booking.unblock, reservation=made.code) == "core.not_found"
        with world.as_("hana"):
            assert code_of(booking.unblock, reservation=made.code) == "access.not_allowed"
