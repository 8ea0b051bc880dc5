"""Moving, shortening and cancelling: one's own only, by the rules, with what was taken along."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Reservation, ReservationDetail
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from tests.booking.asking import ELEVEN, NOON, TEN, code_of, facts, held
from tests.world import MONDAY, World

HALF, HOUR = timedelta(minutes=30), timedelta(hours=1)


class TestMove:
    def test_to_another_time(self, world: World):
        mine = held(world, "hana", "CONFOCAL")
        with world.as_("hana"):
            moved = booking.move(reservation=mine.code, start=ELEVEN, end=NOON)
            assert (moved.code, moved.state, moved.period) == (mine.code, "confirmed", Period(ELEVEN, NOON))
            assert ReservationDetail.objects.get().sequence == 1
        assert held(world, "sora", "CONFOCAL").state == "confirmed"
        told = dict(facts({"ReservationMoved"}))["ReservationMoved"]
        assert (told["was_start"], told["sequence"]) == (TEN.isoformat(), 1)

    def test_within_its_own_time(self, world: World):
        mine = held(world, "hana", "CYTO-1", end=TEN + 4 * HOUR)
        with world.as_("hana"):
            start, end = TEN + HALF, TEN + 4 * HOUR + HALF
            assert booking.move(reservation=mine.code, start=start, end=end).period == Period(start, end)

    def test_to_another_instrument_takes_its_companion(self, world: World):
        mine = held(world, "hana", "CYTO-1")
        with world.as_("hana"):
            assert booking.move(reservation=mine.code, start=TEN, end=ELEVEN, equipment="CYTO-2").state == "pending"
            assert [r.equipment.code for r in Reservation.objects.filter(parent=mine)] == ["CHILLER"]
        assert held(world, "sora", "CYTO-1").state == "confirmed"

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            ({"end": TEN}, "booking.period_empty"),
            ({"start": MONDAY - HOUR}, "booking.in_past"),
            ({"end": TEN + HOUR + timedelta(minutes=7)}, "booking.off_step"),
            ({"equipment": "NOTHING"}, "core.not_found"),
            ({"start": NOON, "end": NOON + HOUR}, "booking.slot_taken"),
            ({"reservation": "RS-NONE"}, "core.not_found"),
        ],
    )
    def test_is_refused(self, world: World, asked, code):
        mine = held(world, "hana", "CONFOCAL")
        held(world, "sora", "CONFOCAL", start=NOON, end=NOON + HOUR)
        with world.as_("hana"):
            usual = {"reservation": mine.code, "start": TEN, "end": ELEVEN}
            assert code_of(booking.move, **{**usual, **asked}) == code

    def test_what_is_over_stays(self, world: World):
        mine = held(world, "hana", "CONFOCAL")
        with world.as_("hana"):
            booking.cancel(reservation=mine.code)
            asked = {"reservation": mine.code, "start": TEN, "end": ELEVEN}
            assert code_of(booking.move, **asked) == "booking.not_changeable"


class TestShorten:
    def test_gives_back_the_end(self, world: World):
        mine = held(world, "hana", "CYTO-2", end=NOON)
        with world.as_("hana"):
            assert booking.shorten(reservation=mine.code, end=ELEVEN).period == Period(TEN, ELEVEN)
            assert Reservation.objects.get(parent=mine).period == Period(TEN, ELEVEN)
        assert held(world, "sora", "CHILLER", start=ELEVEN, end=NOON).state == "confirmed"

    @pytest.mark.parametrize(
        ("asked", "code"),
        [
            ({"end": NOON}, "booking.not_shorter"),
            ({"end": NOON + HOUR}, "booking.not_shorter"),
            ({"end": TEN}, "booking.period_empty"),
            ({"end": TEN + timedelta(minutes=40)}, "booking.off_step"),
            ({"reservation": "RS-NONE", "end": ELEVEN}, "core.not_found"),
        ],
    )
    def test_is_refused(self, world: World, asked, code):
        mine = held(world, "hana", "CYTO-1", end=NOON)
        with world.as_("hana"):
            assert code_of(booking.shorten, **{"reservation": mine.code, **asked}) == code

    def test_never_below_the_shortest(self, world: World):
        mine = held(world, "hana", "CYTO-1", end=NOON)
        with world.as_("operator"):
            booking.edit_rules(rules_of_use="STRICT", min_minutes=60)
        with world.as_("hana"):
            assert code_of(booking.shorten, reservation=mine.code, end=TEN + HALF) == "booking.too_short"

    def test_a_start_that_has_passed_stays(self, world: World):
        mine = held(world, "hana", "CYTO-1", end=NOON)
        with world.as_("hana"), clock.as_of(TEN):
            asked = {"reservation": mine.code, "start": ELEVEN, "end": NOON}
            assert code_of(booking.shorten, **asked) == "booking.already_started"

    def test_what_is_over_stays(self, world: World):
        mine = held(world, "hana", "CYTO-1", end=NOON)
        with world.as_("hana"):
            booking.cancel(reservation=mine.code)
            assert code_of(booking.shorten, reservation=mine.code, end=ELEVEN) == "booking.not_changeable"


class TestCancel:
    @pytest.mark.parametrize(("at", "late"), [(TEN - 2 * HOUR, False), (TEN - 2 * HOUR + timedelta(seconds=1), True)])
    def test_says_whether_it_was_late(self, world: World, at, late):
        with clock.as_of(MONDAY - 24 * HOUR):
            mine = held(world, "hana", "CONFOCAL")
        with world.as_("hana"), clock.as_of(at):
            assert booking.cancel(reservation=mine.code, reason=" 시료 지연 ").state == "cancelled"
            assert ReservationDetail.objects.get().reason == "시료 지연"
        ((_, told),) = facts({"ReservationCancelled"})
        assert (told["late"], told["displaced"]) == (late, False)

    def test_frees_the_companion(self, world: World):
        mine = held(world, "hana", "CYTO-2")
        with world.as_("hana"):
            booking.cancel(reservation=mine.code)
        assert held(world, "sora", "CHILLER").state == "confirmed"

    def test_once(self, world: World):
        mine = held(world, "hana", "CONFOCAL")
        with world.as_("hana"):
            booking.cancel(reservation=mine.code)
            assert code_of(booking.cancel, reservation=mine.code) == "booking.not_changeable"


def test_a_rivals_booking_is_not_there(world: World):
    mine = held(world, "hana", "CONFOCAL")
    with world.as_("sora"):
        for call, more in (
            (booking.move, {"start": NOON, "end": NOON + HOUR}),
            (booking.shorten, {"end": TEN + HALF}),
            (booking.cancel, {}),
            (booking.start_session, {}),
        ):
            assert code_of(call, reservation=mine.code, **more) == "core.not_found"


@pytest.mark.parametrize("who", ["safety", "finance", "programme", "auditor"])
def test_other_staff_change_nothing(world: World, who):
    mine = held(world, "hana", "CONFOCAL")
    with world.as_(who):
        assert code_of(booking.cancel, reservation=mine.code) == "access.not_allowed"
        assert code_of(booking.move, reservation=mine.code, start=NOON, end=NOON + HOUR) == "access.not_allowed"
        assert code_of(booking.shorten, reservation=mine.code, end=TEN + HALF) == "access.not_allowed"
