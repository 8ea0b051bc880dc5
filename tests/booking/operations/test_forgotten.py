"""What people forget is put right by the worker, and nobody else may."""

from datetime import timedelta

from squaremile.booking import operations as booking
from squaremile.booking.models import Reservation, ReservationDetail, Session
from squaremile.booking.tasks import tidy
from squaremile.core.models import Activity
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.metering.models import UsageEvent
from tests.booking.asking import ELEVEN, NOON, TEN, code_of, facts, held
from tests.world import World


def closed_at(moment) -> int:
    with clock.as_of(moment), scope(system("worker")):
        return booking.close_forgotten()


def state(world, reservation):
    with world.as_("operator"):
        return Reservation.objects.get(id=reservation.id).state


def test_a_booking_nobody_came_to_is_missed(world: World):
    mine = held(world, "hana", "CONFOCAL")
    later = held(world, "hana", "CONFOCAL", start=NOON, end=NOON + timedelta(hours=1))
    assert closed_at(ELEVEN - timedelta(minutes=1)) == 0
    assert closed_at(ELEVEN) == 1
    assert (state(world, mine), state(world, later)) == ("missed", "confirmed")
    ((_, told),) = facts({"ReservationMissed"})
    assert (told["code"], told["person"]) == (mine.code, str(world.people["hana"]))
    assert closed_at(ELEVEN) == 0


def test_its_linked_instrument_is_missed_along(world: World):
    waiting = held(world, "hana", "CYTO-2")
    with world.as_("operator"):
        booking.approve(reservation=waiting.code)
    closed_at(ELEVEN)
    with world.as_("operator"):
        assert set(Reservation.objects.values_list("state", flat=True)) == {"missed"}


def test_a_booking_nobody_decided_on_is_declined(world: World):
    waiting = held(world, "hana", "CYTO-2")
    assert closed_at(ELEVEN) == 1
    assert state(world, waiting) == "declined"
    with world.as_("hana"):
        detail = ReservationDetail.objects.get()
        assert detail.reason.startswith("예약 시간이 지날 때까지 승인되지 않았습니다.")
        assert (detail.decided_by, detail.decided_at) == (None, None)


def test_maintenance_is_never_missed(world: World):
    with world.as_("operator"):
        made = booking.block(equipment="CYTO-1", start=TEN, end=ELEVEN, work_type="cleaning")
    assert closed_at(NOON) == 0
    assert state(world, made) == "confirmed"


def test_a_session_nobody_ended_ends_where_its_booking_did(world: World):
    mine = held(world, "hana", "CONFOCAL")
    with clock.as_of(TEN), world.as_("hana"):
        booking.start_session(reservation=mine.code)
    assert closed_at(ELEVEN + timedelta(hours=11)) == 0
    assert closed_at(ELEVEN + timedelta(hours=12)) == 1
    with world.as_("hana"):
        session = Session.objects.get()
        assert (session.ended_at, session.ended_by) == (ELEVEN, None)
        assert "Ended at its booked end" in session.note
        assert [event.quantity for event in UsageEvent.objects.all()] == [60]
    assert state(world, mine) == "done"
    assert closed_at(ELEVEN + timedelta(hours=13)) == 0


def test_the_entry_in_the_audit_is_no_companys(world: World):
    held(world, "hana", "CONFOCAL")
    held(world, "sora", "CYTO-1")
    with clock.as_of(NOON), scope(system("worker")):
        tidy()
    for who in ("hajin", "sujin"):
        with world.as_(who):
            assert not Activity.objects.filter(operation="booking.close_forgotten").exists()
    with world.as_("auditor"):
        assert len(Activity.objects.get(operation="booking.close_forgotten").data["missed"]) == 2


def test_only_the_worker_may(world: World):
    for who in ("hana", "hajin", "operator", "director"):
        with world.as_(who):
            assert code_of(booking.close_forgotten) == "access.not_allowed"


def test_the_worker_sees_no_more_than_it_needs(world: World):
    from squaremile.booking.models import FaultReport
    from squaremile.core.models import Project

    with world.as_("hana"):
        booking.report_fault(equipment="CONFOCAL", severity="note", says="비밀")
    with scope(system("worker")):
        assert FaultReport.objects.count() == 0
        assert Project.objects.count() == 0
