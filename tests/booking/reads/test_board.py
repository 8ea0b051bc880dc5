"""The operations board: everything that needs a hand today, for staff alone."""

from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import Reservation
from squaremile.booking.reads.board import board
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Missing
from tests.booking.asking import ELEVEN, NOON, TEN, held
from tests.world import World


def test_shows_the_day_and_what_waits(world: World):
    mine = held(world, "hana", "CONFOCAL", purpose="세포 관찰")
    waits = held(world, "sora", "CYTO-2", start=NOON, end=NOON + timedelta(hours=1))
    later = held(world, "sora", "CYTO-2", start=NOON + timedelta(days=2), end=NOON + timedelta(days=2, hours=1))
    with world.as_("operator"):
        booking.block(equipment="CYTO-1", start=TEN, end=NOON, work_type="calibration", purpose="연 1회")
        seen = board(site="JB")
    assert {x.code for x in seen.today if x.kind == "booking"} == {mine.code, waits.code}
    assert [x.says for x in seen.today if x.kind == "maintenance"] == ["교정 · 연 1회"]
    assert (seen.counts["confirmed"], seen.counts["pending"], seen.counts["missed"]) == (1, 1, 0)
    assert [x.code for x in seen.pending] == [waits.code, later.code]
    assert (seen.pending[0].person, seen.pending[0].company) == ("이소라", "새봄테라퓨틱스")


def test_names_who_runs_over_and_who_is_next(world: World):
    mine = held(world, "hana", "CONFOCAL")
    following = held(world, "sora", "CONFOCAL", start=ELEVEN, end=NOON)
    with clock.as_of(TEN), world.as_("hana"):
        session = booking.start_session(reservation=mine.code)
    with clock.as_of(ELEVEN + timedelta(minutes=20)), world.as_("auditor"):
        (over,) = board(site="JB").overruns
    assert (over.session, over.line.code, over.minutes) == (session.code, mine.code, 20)
    assert over.next is not None
    assert (over.next.code, over.next.person) == (following.code, "이소라")


def test_names_what_is_down_and_whom_it_hurts(world: World):
    sorter = held(world, "hana", "CYTO-2")
    other = held(world, "sora", "CYTO-1")
    with world.as_("operator"):
        booking.report_fault(equipment="CHILLER", severity="unusable", says="냉매 누출")
        booking.set_equipment_state(equipment="CYTO-1", state="out_of_service", says_ko="이전 설치")
        down = {d.instrument.code: d for d in board(site="JB").down}
    assert {code: [x.code for x in d.affected] for code, d in down.items()} == {
        "CHILLER": [sorter.code],
        "CYTO-1": [other.code],
    }
    assert [f.report for f in down["CHILLER"].faults] == ["냉매 누출"]


def test_lists_who_did_not_come(world: World):
    mine = held(world, "hana", "CONFOCAL")
    with world.as_("operator"):
        Reservation.objects.filter(id=mine.id).update(state="missed")
        assert [x.code for x in board(site="JB").missed] == [mine.code]


@pytest.mark.parametrize("who", ["hana", "hajin", "sora"])
def test_is_for_staff(world: World, who):
    with world.as_(who), pytest.raises(Forbidden):
        board(site="JB")


def test_of_a_site_that_is_not_there(world: World):
    with world.as_("operator"), pytest.raises(Missing):
        board(site="NOWHERE")


@pytest.mark.parametrize("many", [1, 3])
def test_asks_as_often_for_three_as_for_one(world: World, many, django_assert_num_queries):
    for n in range(many):
        step = timedelta(hours=n)
        held(world, "hana", "CONFOCAL", start=TEN + step, end=ELEVEN + step)
        held(world, "sora", "CYTO-2", start=NOON + step, end=NOON + step + timedelta(hours=1))
    with world.as_("operator"):
        for _ in range(many):
            booking.report_fault(equipment="CYTO-2", severity="unusable", says="고장")
    with clock.as_of(TEN), world.as_("hana"):
        booking.start_session(
            reservation=Reservation.objects.filter(equipment__code="CONFOCAL").earliest("starts_at").code
        )
    with clock.as_of(ELEVEN), world.as_("operator"), django_assert_num_queries(10):
        assert len(board(site="JB").pending) == many
