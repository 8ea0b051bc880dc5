"""Sessions: begun in time by those who may, ended once, and metered to the minute."""

from datetime import timedelta
from decimal import Decimal

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Qualification, Reservation, Session
from squaremile.core import gates
from squaremile.kernel import clock
from squaremile.kernel.words import Text
from squaremile.metering.models import UsageEvent
from tests.booking.asking import ELEVEN, NOON, TEN, code_of, facts, held
from tests.world import World

MINUTE = timedelta(minutes=1)


def begun(world, reservation, at=TEN, who="hana"):
    with world.as_(who), clock.as_of(at):
        return booking.start_session(reservation=reservation.code)


def test_a_session_is_metered_to_the_minute(world: World):
    mine = held(world, "hana", "CONFOCAL", project="PJ-HANBIT")
    session = begun(world, mine, at=TEN - 10 * MINUTE)
    with world.as_("hana"), clock.as_of(ELEVEN - 30 * timedelta(seconds=1)):
        ended = booking.end_session(session=session.code, note_text=" 좋음 ")
        assert (ended.note, ended.ended_by) == ("좋음", world.people["hana"])
        event = UsageEvent.objects.get()
        assert (event.quantity, event.subject, event.project.code) == (Decimal("69.5"), "CONFOCAL", "PJ-HANBIT")
        assert Reservation.objects.get(id=mine.id).state == "done"
    assert [name for name, _ in facts({"SessionStarted", "SessionEnded"})] == ["SessionStarted", "SessionEnded"]


def test_a_colleague_may_end_it_and_a_rival_sees_nothing(world: World):
    session = begun(world, held(world, "hana", "CONFOCAL"))
    with world.as_("sora"), clock.as_of(ELEVEN):
        assert code_of(booking.end_session, session=session.code) == "core.not_found"
        assert (Session.objects.count(), UsageEvent.objects.count()) == (0, 0)
    with world.as_("haeun"), clock.as_of(ELEVEN):
        assert booking.end_session(session=session.code).ended_by == world.people["haeun"]


@pytest.mark.parametrize(
    ("at", "code"),
    [(TEN - 11 * MINUTE, "booking.too_early"), (ELEVEN, "booking.reservation_over")],
)
def test_not_too_early_and_not_too_late(world: World, at, code):
    mine = held(world, "hana", "CONFOCAL")
    with world.as_("hana"), clock.as_of(at):
        assert code_of(booking.start_session, reservation=mine.code) == code


def test_what_has_come_between_is_seen(world: World, monkeypatch):
    mine = held(world, "hana", "CONFOCAL")
    start = {"reservation": mine.code}
    with clock.as_of(TEN):
        with world.as_("operator"):
            fault = booking.report_fault(equipment="CONFOCAL", severity="unusable", says="정전")
        with world.as_("hana"):
            assert code_of(booking.start_session, **start) == "booking.fault_open"
        with world.as_("operator"):
            booking.resolve_fault(fault=fault.code, resolution="복구")
            booking.set_equipment_state(equipment="CONFOCAL", state="out_of_service", says_ko="점검")
        with world.as_("hana"):
            assert code_of(booking.start_session, **start) == "booking.not_in_service"
        with world.as_("operator"):
            booking.set_equipment_state(equipment="CONFOCAL", state="in_service")
            had = Qualification.objects.get(person=world.people["hana"])
            booking.withdraw_qualification(qualification=had.id, reason="재교육")
        with world.as_("hana"):
            assert code_of(booking.start_session, **start) == "booking.not_qualified"
        with world.as_("operator"):
            booking.qualify(equipment="CONFOCAL", person=world.people["hana"], start=TEN - MINUTE, end=ELEVEN - MINUTE)
        with world.as_("hana"):
            assert code_of(booking.start_session, **start) == "booking.qualification_ends"


def test_gates_are_asked_again(world: World, monkeypatch):
    mine = held(world, "hana", "CONFOCAL")
    shut = gates.Gate("access.sign_in", Text("교육", "Training"), False, Text("안 됩니다.", "No."))
    monkeypatch.setitem(gates._conditions, "booking.reserve", [lambda slot: [shut]])
    with world.as_("hana"), clock.as_of(TEN):
        assert code_of(booking.start_session, reservation=mine.code) == "access.sign_in"


def test_one_session_at_a_time(world: World):
    begun(world, held(world, "hana", "CONFOCAL"))
    following = held(world, "sora", "CONFOCAL", start=ELEVEN, end=NOON)
    with world.as_("sora"), clock.as_of(ELEVEN):
        assert code_of(booking.start_session, reservation=following.code) == "booking.in_use"


def test_only_what_is_confirmed_begins_and_only_once(world: World):
    waits = held(world, "hana", "CYTO-2")
    mine = held(world, "hana", "CONFOCAL")
    session = begun(world, mine)
    with world.as_("hana"), clock.as_of(TEN + MINUTE):
        assert code_of(booking.start_session, reservation=waits.code) == "booking.not_changeable"
        assert code_of(booking.start_session, reservation=mine.code) == "booking.not_changeable"
        booking.end_session(session=session.code)
        assert code_of(booking.end_session, session=session.code) == "booking.session_ended"
        assert code_of(booking.end_session, session="SE-NONE") == "core.not_found"
        assert UsageEvent.objects.count() == 1


@pytest.mark.parametrize("who", ["safety", "finance", "auditor"])
def test_other_staff_use_nothing(world: World, who):
    session = begun(world, held(world, "hana", "CONFOCAL"))
    with world.as_(who):
        assert code_of(booking.end_session, session=session.code) == "access.not_allowed"
