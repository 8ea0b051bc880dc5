"""Approval: yes, no with a reason, and every way it is refused."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Reservation, ReservationDetail, ReservationTransition
from squaremile.core import gates
from squaremile.kernel import clock
from squaremile.kernel.words import Text
from tests.booking.asking import ELEVEN, NOON, TEN, code_of, facts, held
from tests.world import MONDAY, World


def test_staff_approve_and_the_linked_instrument_follows(world: World):
    waiting = held(world, "hana", "CYTO-2")
    assert waiting.state == "pending"
    with world.as_("operator"):
        assert booking.approve(reservation=waiting.code).state == "confirmed"
        assert set(Reservation.objects.filter(parent=waiting).values_list("state", flat=True)) == {"confirmed"}
        detail = ReservationDetail.objects.get(reservation=waiting)
        assert (detail.decided_by, detail.decided_at, detail.sequence) == (world.people["operator"], MONDAY, 1)
    ((_, told),) = facts({"ReservationDecided"})
    assert (told["approved"], told["person"]) == (True, str(world.people["hana"]))


def test_staff_decline_with_a_reason_and_the_slot_is_free(world: World):
    waiting = held(world, "hana", "CYTO-2")
    with world.as_("director"):
        assert booking.decline(reservation=waiting.code, reason=" 정비 예정 ").state == "declined"
    ((_, told),) = facts({"ReservationDecided"})
    assert (told["approved"], told["reason"]) == (False, "정비 예정")
    assert held(world, "sora", "CYTO-2").state == "pending"


def test_each_step_leaves_a_row(world: World):
    waiting = held(world, "hana", "CYTO-2")
    with world.as_("operator"):
        booking.approve(reservation=waiting.code)
        steps = ReservationTransition.objects.filter(reservation=waiting).order_by("at")
        assert [(s.before, s.after, s.actor) for s in steps] == [
            ("", "pending", world.people["hana"]),
            ("pending", "confirmed", world.people["operator"]),
        ]


def test_declining_needs_a_reason(world: World):
    waiting = held(world, "hana", "CYTO-2")
    with world.as_("operator"):
        assert code_of(booking.decline, reservation=waiting.code, reason="  ") == "booking.reason_needed"


@pytest.mark.parametrize("who", ["hana", "hajin", "sora", "safety", "finance", "auditor"])
def test_nobody_else_decides(world: World, who):
    waiting = held(world, "hana", "CYTO-2")
    with world.as_(who):
        assert code_of(booking.approve, reservation=waiting.code) == "access.not_allowed"
        assert code_of(booking.decline, reservation=waiting.code, reason="no") == "access.not_allowed"


def test_only_what_waits_is_decided(world: World):
    made = held(world, "hana", "CONFOCAL")
    with world.as_("operator"):
        assert code_of(booking.approve, reservation=made.code) == "booking.not_changeable"
        assert code_of(booking.decline, reservation=made.code, reason="no") == "booking.not_changeable"
        assert code_of(booking.approve, reservation="RS-NOTHING") == "core.not_found"


def test_a_booking_whose_time_is_over_is_not_approved(world: World):
    waiting = held(world, "hana", "CYTO-2")
    with world.as_("operator"), clock.as_of(ELEVEN):
        assert code_of(booking.approve, reservation=waiting.code) == "booking.reservation_over"


def test_state_and_faults_are_asked_again(world: World):
    waiting = held(world, "hana", "CYTO-2")
    with world.as_("operator"):
        booking.set_equipment_state(equipment="CYTO-2", state="out_of_service", says_ko="부품 대기")
        assert code_of(booking.approve, reservation=waiting.code) == "booking.not_in_service"
        booking.set_equipment_state(equipment="CYTO-2", state="in_service")
        booking.report_fault(equipment="CYTO-2", severity="unusable", says="레이저가 켜지지 않음")
        assert code_of(booking.approve, reservation=waiting.code) == "booking.fault_open"


def test_training_is_asked_again(world: World):
    with world.as_("operator"):
        booking.edit_equipment(equipment="CONFOCAL", rules_of_use="ASK")
    waiting = held(world, "hana", "CONFOCAL")
    from squaremile.booking.models import Qualification

    with world.as_("operator"):
        had = Qualification.objects.get(person=world.people["hana"])
        booking.withdraw_qualification(qualification=had.id, reason="재교육")
        assert code_of(booking.approve, reservation=waiting.code) == "booking.not_qualified"
        booking.qualify(equipment="CONFOCAL", person=world.people["hana"], end=TEN + timedelta(minutes=30))
        with clock.as_of(MONDAY):
            assert code_of(booking.approve, reservation=waiting.code) == "booking.qualification_ends"


def test_gates_are_asked_again(world: World, monkeypatch):
    waiting = held(world, "hana", "CYTO-2")
    shut = gates.Gate("access.sign_in", Text("교육", "Training"), False, Text("안 됩니다.", "No."))
    monkeypatch.setitem(gates._conditions, "booking.reserve", [lambda slot: [shut]])
    with world.as_("operator"):
        assert code_of(booking.approve, reservation=waiting.code) == "access.sign_in"


def test_a_moved_booking_waits_again(world: World):
    waiting = held(world, "hana", "CYTO-2")
    with world.as_("operator"):
        booking.approve(reservation=waiting.code)
    with world.as_("hana"):
        assert booking.move(reservation=waiting.code, start=ELEVEN, end=NOON).state == "pending"
        assert set(Reservation.objects.filter(parent=waiting).values_list("state", flat=True)) == {"pending"}


def test_moving_back_and_forth_between_instruments(world: World):
    first = held(world, "hana", "CYTO-2")
    with world.as_("hana"):
        for target in ("CONFOCAL", "CYTO-2", "CONFOCAL", "CYTO-2"):
            booking.move(reservation=first.code, start=TEN, end=ELEVEN, equipment=target)
        live = Reservation.objects.filter(parent=first).exclude(state="cancelled")
        assert [row.equipment.code for row in live] == ["CHILLER"]
