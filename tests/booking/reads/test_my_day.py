"""My day: only what is mine, and what I could do next."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Qualification
from squaremile.booking.reads.my_day import my_day
from squaremile.kernel import clock
from tests.booking.asking import ELEVEN, NOON, TEN, held
from tests.world import MONDAY, World


def test_shows_what_is_next_and_when_it_can_start(world: World):
    mine = held(world, "hana", "CONFOCAL")
    held(world, "haeun", "CONFOCAL", start=ELEVEN, end=NOON)
    held(world, "sora", "CONFOCAL", start=NOON, end=NOON + timedelta(hours=1))
    with world.as_("hana"):
        (next_up,) = my_day().coming
        assert (next_up.code, next_up.starts_in, next_up.can_start) == (mine.code, 60, False)
        with clock.as_of(TEN - timedelta(minutes=10)):
            assert my_day().coming[0].can_start is True
        with clock.as_of(ELEVEN):
            assert my_day().coming == ()


def test_a_broken_instrument_cannot_be_started(world: World):
    held(world, "hana", "CONFOCAL")
    with world.as_("operator"):
        fault = booking.report_fault(equipment="CONFOCAL", severity="unusable", says="정전")
    with world.as_("hana"), clock.as_of(TEN):
        day = my_day()
        assert day.coming[0].can_start is False
        ((code, _, row),) = day.faults
        assert (code, row.code, row.report) == ("CONFOCAL", fault.code, "")


def test_shows_the_open_session(world: World):
    mine = held(world, "hana", "CONFOCAL")
    with world.as_("hana"):
        with clock.as_of(TEN):
            session = booking.start_session(reservation=mine.code)
            (running,) = my_day().running
            assert (running.code, running.reservation, running.over) == (session.code, mine.code, False)
        with clock.as_of(ELEVEN):
            assert my_day().running[0].over is True
    with world.as_("haeun"), clock.as_of(TEN):
        assert my_day().running == ()


def test_shows_what_awaits_approval(world: World):
    held(world, "hana", "CONFOCAL")
    waits = held(world, "hana", "CYTO-2", start=ELEVEN, end=NOON)
    with world.as_("hana"):
        assert [row.code for row in my_day().waiting] == [waits.code]
    with world.as_("sora"):
        assert my_day().waiting == ()


def test_warns_of_training_that_ends_and_is_not_renewed(world: World):
    with world.as_("operator"):
        ends = MONDAY + timedelta(days=29)
        booking.qualify(equipment="CYTO-1", person=world.people["hana"], start=MONDAY, end=ends)
        booking.qualify(equipment="CYTO-2", person=world.people["hana"], start=MONDAY, end=ends)
        booking.qualify(equipment="CYTO-2", person=world.people["hana"], start=ends, end=ends + timedelta(days=365))
        booking.qualify(equipment="CHILLER", person=world.people["sora"], start=MONDAY, end=ends)
    with world.as_("hana"):
        assert [(row.equipment, row.days) for row in my_day().expiring] == [("CYTO-1", 29)]


def test_suggests_what_i_may_use_with_its_first_gap(world: World):
    held(world, "sora", "CYTO-1", start=TEN, end=ELEVEN)
    held(world, "hana", "CYTO-1", start=ELEVEN + timedelta(minutes=30), end=NOON)
    with world.as_("operator"):
        booking.set_equipment_state(equipment="CYTO-2", state="out_of_service", says_ko="점검")
        for had in Qualification.objects.filter(person=world.people["hana"]):
            booking.withdraw_qualification(qualification=had.id, reason="재교육")
    with world.as_("hana"):
        suggested = my_day().suggestions
        assert [s.equipment for s in suggested] == ["CYTO-1", "CHILLER"]
        assert suggested[0].gap is not None
        assert suggested[0].gap.start == NOON + timedelta(minutes=30)
    with world.as_("operator"):
        assert my_day().suggestions == ()


@pytest.mark.parametrize("many", [1, 3])
def test_asks_as_often_for_three_as_for_one(world: World, many, django_assert_num_queries):
    for n in range(many):
        step = timedelta(hours=n)
        held(world, "hana", "CONFOCAL", start=TEN + step, end=ELEVEN + step)
        held(world, "hana", "CYTO-2", start=TEN + step, end=ELEVEN + step)
    with world.as_("operator"):
        for code in ("CONFOCAL", "CYTO-2", "CYTO-1")[:many]:
            booking.report_fault(equipment=code, severity="degraded", says="소음")
            booking.qualify(
                equipment="CHILLER" if code == "CONFOCAL" else code,
                person=world.people["hana"],
                end=MONDAY + timedelta(days=3),
            )
    with world.as_("hana"), django_assert_num_queries(8):
        assert len(my_day().waiting) == many
