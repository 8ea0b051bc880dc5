"""The minibar: opened by its code, listed, closed; charged once, whatever is pressed twice or left open."""

from datetime import timedelta

import pytest
from django.db import transaction

from squaremile.core.models import Notice
from squaremile.core.outbox import deliver
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.metering.models import UsageEvent
from squaremile.stores import operations as stores
from squaremile.stores.models import Charge, Movement, Opening, Stock
from squaremile.stores.policies import reading
from squaremile.stores.reads import charges, doors
from tests.stores.making import stocked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def made(world: World):
    return stocked(world)


def opened(world: World, who: str = "hana", take: int = 0) -> str:
    with world.as_(who):
        code = stores.open_door(stock_point="BAR").code
        if take:
            stores.list_taking(door_opening=code, item="8801", pieces=take)
        return code


def at_bar() -> int:
    return Stock.objects.get(stock_point__code="BAR").on_hand


def test_from_the_door_to_the_charge(world: World, made):
    code = opened(world, take=1)
    with world.as_("hana"):
        assert stores.open_door(stock_point="BAR").code == code, "scanning again finds the same opening"
        for _press in range(2):
            stores.list_taking(door_opening=code, item="TIPS", pieces=2)
        assert (at_bar(), Charge.objects.count()) == (3, 0), "nothing is charged before the door is closed"
        for _press in range(2):
            stores.close_door(door_opening=code)
        assert at_bar() == 1
        assert [(c.quantity, c.amount.minor, c.opening) for c in charges.charges()] == [(2, 90000, code)]
        assert [e.quantity for e in UsageEvent.objects.all()] == [90000]
        row = Opening.objects.get(code=code)
        assert (row.state, row.before, row.after) == ("closed", {made["lot"]: 3}, {made["lot"]: 1})
        with pytest.raises(Refused, match="opening_over"):
            stores.list_taking(door_opening=code, item="TIPS", pieces=3)


def test_one_door_one_holder_and_a_rival_learns_no_name(world: World, made):
    code = opened(world, take=1)
    with world.as_("sora"):
        with pytest.raises(Refused, match="door_open"), transaction.atomic():
            stores.open_door(stock_point="BAR")
        for act in (lambda: stores.list_taking(door_opening=code, item="TIPS", pieces=1), lambda: stores.close_door(door_opening=code)):
            with pytest.raises(Missing, match="opening_unknown"):
                act()
        assert (doors.lately(), doors.lines(code, "BAR")[0].taken) == ([], 0)
    with world.as_("haeun"), pytest.raises(Missing):
        stores.close_door(door_opening=code)


@pytest.mark.parametrize(("item", "pieces", "code"), [
    ("TIPS", 4, "not_enough"), ("NONE", 1, "item_unknown"), ("EMPTY", 1, "not_inside"), ("FREE", 1, "no_price"), ("TIPS", -1, "pieces_unsound"),
])  # fmt: skip
def test_what_cannot_be_listed(world: World, made, item, pieces, code):
    with world.as_("operator"):
        for name in ("EMPTY", "FREE"):
            stores.add_item(package="box", name_ko="물품", code=name)
        stores.receive_lot(item="FREE", stock_point="BAR", lot="L-2", pieces=1)
    opening = opened(world)
    with world.as_("hana"), pytest.raises((Refused, Invalid, Missing), match=code):
        stores.list_taking(door_opening=opening, item=item, pieces=pieces)


def test_staff_open_no_door_and_a_stockroom_has_none(world: World, made):
    with world.as_("operator"), pytest.raises(Forbidden):
        stores.open_door(stock_point="BAR")
    with world.as_("hana"):
        with pytest.raises(Refused, match="not_a_minibar"):
            stores.open_door(stock_point="ROOM")
        with pytest.raises(Missing, match="point_unknown"):
            stores.open_door(stock_point="NONE")


def test_a_door_left_open_closes_itself_and_charges_what_was_listed(world: World, made):
    code = opened(world, take=2)
    with world.as_("operator"):
        stores.write_off_stock(stock_lot=made["lot"], stock_point="BAR", pieces=2, reason="파손")
    with clock.as_of(MONDAY + timedelta(minutes=5)):
        with world.as_("hana"), pytest.raises(Refused, match="opening_over"):
            stores.list_taking(door_opening=code, item="TIPS", pieces=1)
        with scope(system("worker")):
            assert doors.any_lapsed()
            assert (stores.close_lapsed_doors(), stores.close_lapsed_doors()) == (1, 0)
        with world.as_("sora"):
            stores.open_door(stock_point="BAR")
    while deliver():
        pass
    with world.as_("hana"):
        assert [(c.quantity, c.state) for c in charges.charges()] == [(1, "charged")], "what was not there any more is not charged"
        assert Opening.objects.get(code=code).state == "lapsed"
        assert [n.url for n in Notice.objects.filter(kind="stores.door_lapsed")] == [f"/stores/openings/{code}/"]


def test_a_reader_says_what_was_taken(world: World, made):
    """An RFID cabinet: its gateway reports the contents; without a word from it nobody is charged for a guess."""
    with world.as_("operator"):
        stores.add_stock_point(kind="minibar", place="R202", name_ko="RFID", code="TAGS", reader="rfid")
        stores.move_stock(stock_lot=made["lot"], stock_point="ROOM", to_point="TAGS", pieces=3)
    with world.as_("hana"):
        code = stores.open_door(stock_point="TAGS").code
        with pytest.raises(Refused, match="reader_silent"):
            stores.close_door(door_opening=code, contents={made["lot"]: 3})
    with world.as_("operator"):
        stores.close_door(door_opening=code, contents={made["lot"]: 1})
    with world.as_("hana"):
        assert [(c.quantity, c.state) for c in charges.charges()] == [(2, "charged")]

    class Cabinet:
        def contents(self, stock_point, before, scanned):
            return {made["lot"]: 0}

    reading.attach("rfid", Cabinet())
    try:
        with world.as_("hana"):
            stores.close_door(door_opening=stores.open_door(stock_point="TAGS").code)
            assert sum(c.quantity for c in charges.charges()) == 3
    finally:
        reading.attach("rfid", reading.Silent())


class TestDisputes:
    @pytest.fixture
    def charged(self, world: World, made) -> str:
        code = opened(world, take=2)
        with world.as_("hana"):
            stores.close_door(door_opening=code)
            return charges.charges()[0].code

    def test_an_accepted_one_is_credited_by_another_event(self, world: World, made, charged):
        with world.as_("hajin"):
            with pytest.raises(Invalid, match="reason_needed"):
                stores.dispute_charge(charge=charged, reason=" ")
            stores.dispute_charge(charge=charged, reason="한 상자만 가져갔습니다")
            with pytest.raises(Refused, match="charge_step"):
                stores.dispute_charge(charge=charged, reason="다시")
        with world.as_("operator"):
            stores.settle_dispute(charge=charged, accept=True, reason="실사로 확인함", restock=True)
            with pytest.raises(Refused, match="charge_step"):
                stores.settle_dispute(charge=charged, accept=True, reason="다시")
            assert (at_bar(), [m.quantity for m in Movement.objects.filter(kind="return")]) == (3, [2])
        while deliver():
            pass
        with world.as_("hajin"):
            row, steps = charges.charge(charged)
            assert (row.state, len(steps)) == ("credited", 3)
            events = list(UsageEvent.objects.order_by("id"))
            assert [e.quantity for e in events] == [90000, -90000]
            assert events[1].corrects_id == events[0].id
            assert Notice.objects.filter(kind="stores.dispute_settled").count() == 1
        with world.as_("finance"):
            assert Notice.objects.filter(kind="stores.charge_disputed").count() == 1

    def test_a_rejected_one_stands(self, world: World, charged):
        with world.as_("hajin"):
            stores.dispute_charge(charge=charged, reason="아닙니다")
        with world.as_("finance"):
            with pytest.raises(Forbidden):
                stores.settle_dispute(charge=charged, accept=True, reason="예", restock=True)
            stores.settle_dispute(charge=charged, accept=False, reason="기록이 맞습니다")
            assert (charges.charge(charged)[0].state, UsageEvent.objects.count()) == ("upheld", 1)

    def test_who_may_not_and_when_it_is_late(self, world: World, charged):
        with world.as_("hana"), pytest.raises(Forbidden):
            stores.dispute_charge(charge=charged, reason="이유")
        with world.as_("sujin"), pytest.raises(Missing, match="charge_unknown"):
            stores.dispute_charge(charge=charged, reason="이유")
        with world.as_("hajin"), clock.as_of(MONDAY + timedelta(days=15)), pytest.raises(Refused, match="dispute_late"):
            stores.dispute_charge(charge=charged, reason="이유")
        with world.as_("hajin"), pytest.raises(Exception, match="staff settle"), transaction.atomic():
            Charge.objects.filter(code=charged).update(state="disputed", disputed_because="이유")
            Charge.objects.filter(code=charged).update(state="credited", settled_because="우리가")
