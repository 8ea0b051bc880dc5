"""Orders and recalls: approved by whoever pays, received in parts, never more than was ordered; and who is told of a recall."""

import pytest
from django.db import transaction

from squaremile.core.models import Notice
from squaremile.core.outbox import deliver
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.stores import operations as stores
from squaremile.stores.models import Order, Receipt, Stock
from squaremile.stores.operations import Goods
from squaremile.stores.policies.reordering import missing
from squaremile.stores.reads import catalogue, orders, recalls
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


def told(world: World, who: str, kind: str) -> int:
    while deliver():
        pass
    with world.as_(who):
        return Notice.objects.filter(kind=kind).count()


def test_a_companys_order_from_the_wish_to_the_last_part(world: World, made):
    with world.as_("hana"):
        code = stores.request_order(wanted_goods=[Goods(3, "FBS 500 mL"), Goods(1, item="TIPS")], supplier="Gibco").code
        with pytest.raises(Forbidden):
            stores.decide_order(order=code, approve=True)
    assert (told(world, "hajin", "stores.order_asked"), told(world, "sujin", "stores.order_asked")) == (1, 0)
    with world.as_("operator"):
        for act in (lambda: stores.decide_order(order=code, approve=True), lambda: stores.place_order(order=code)):
            with pytest.raises(Refused, match=r"order_(not_yours|step)"):
                act()
    with world.as_("hajin"):
        stores.decide_order(order=code, approve=True)
    with world.as_("operator"):
        stores.place_order(order=code, ordered_as="SO-1")
        stores.receive_order(order=code, order_line=1, pieces=2, once="a")
        with pytest.raises(Refused, match="done_already"), transaction.atomic():
            stores.receive_order(order=code, order_line=1, pieces=1, once="a")
        with pytest.raises(Refused, match="too_many_came"):
            stores.receive_order(order=code, order_line=1, pieces=2)
        with pytest.raises(Missing, match="line_unknown"):
            stores.receive_order(order=code, order_line=9, pieces=1)
        assert orders.order(code)[0].state == "ordered"
        stores.receive_order(order=code, order_line=1, pieces=1)
        stores.receive_order(order=code, order_line=2, pieces=1)
        with pytest.raises(Refused, match="order_step"):
            stores.cancel_order(order=code, reason="늦음")
        assert catalogue.item("TIPS").left == 6, "what is a company's own is nobody's stock"
    with world.as_("hana"):
        row, steps = orders.order(code)
        assert (row.state, len(steps), [(n.what, n.received) for n in row.lines]) == ("received", 4, [("FBS 500 mL", 3), ("피펫 팁", 1)])
    assert (told(world, "hana", "stores.order_arrived"), told(world, "hana", "stores.order_stepped")) == (3, 2)
    with world.as_("sora"):
        assert orders.orders() == []
        with pytest.raises(Missing, match="order_unknown"):
            orders.order(code)


def test_the_stockrooms_order_has_four_eyes_and_fills_the_shelf(world: World, made):
    with world.as_("operator"):
        stores.write_off_stock(stock_lot=made["lot"], stock_point="ROOM", pieces=3, reason="파손")
        stores.write_off_stock(stock_lot=made["lot"], stock_point="BAR", pieces=1, reason="파손")
        assert [(each.item.code, each.pieces) for each in orders.to_order()] == [("TIPS", 8)]
        code = stores.request_order(wanted_goods=[Goods(8, item="TIPS")], for_stockroom=True).code
        assert [(each.on_order, each.pieces) for each in orders.to_order()] == [(8, 0)]
        with pytest.raises(Refused, match="four_eyes"):
            stores.decide_order(order=code, approve=True)
        with pytest.raises(Exception, match="order_four_eyes"), transaction.atomic():
            Order.objects.filter(code=code).update(approved_by=world.people["operator"])
    with world.as_("finance"):
        stores.decide_order(order=code, approve=True)
    with world.as_("operator"):
        stores.place_order(order=code)
        where = {"order": code, "order_line": 1, "stock_point": "ROOM"}
        with pytest.raises(Invalid, match="lot_unsound"), transaction.atomic():
            stores.receive_order(**where, pieces=3)
        stores.receive_order(**where, pieces=3, lot="L-2")
        stores.receive_order(**where, pieces=5, lot="L-3")
        assert (catalogue.item("TIPS").left, Receipt.objects.filter(lot__isnull=False).count()) == (10, 2)
        assert orders.order(code)[0].state == "received"
    with world.as_("hana"), pytest.raises(Forbidden):
        stores.request_order(wanted_goods=[Goods(1, "것")], for_stockroom=True)


@pytest.mark.parametrize(("goods", "code"), [
    ([], "order_unsound"), ([Goods(0, "것")], "order_unsound"), ([Goods(1)], "order_unsound"), ([Goods(1, "것", currency="XXX")], "order_unsound"),
    ([Goods(1, item="NONE")], "item_unknown"),
])  # fmt: skip
def test_what_cannot_be_asked_for(world: World, made, goods, code):
    with world.as_("hana"), pytest.raises((Invalid, Missing), match=code):
        stores.request_order(wanted_goods=goods)


def test_declined_and_cancelled_say_why(world: World, made):
    with world.as_("hana"):
        first, second = (stores.request_order(wanted_goods=[Goods(1, "것")]).code for _ in range(2))
    with world.as_("sujin"), pytest.raises(Missing, match="order_unknown"):
        stores.decide_order(order=first, approve=True)
    with world.as_("hajin"):
        with pytest.raises(Invalid, match="reason_needed"):
            stores.decide_order(order=first, approve=False)
        stores.decide_order(order=first, approve=False, reason="예산 없음")
        stores.cancel_order(order=second, reason="필요 없음")
        assert {row.state for row in orders.orders()} == {"declined", "cancelled"}


def test_how_many_to_order():
    assert [missing(*each) for each in ((5, 0, 2, 10), (2, 0, 2, 10), (0, 8, 2, 10), (0, 1, 2, 10), (0, 0, None, None))] == [0, 8, 0, 9, 0]


def test_a_recall_blocks_what_is_left_and_tells_those_who_got_some(world: World, made):
    where = {"stock_lot": made["lot"], "stock_point": "ROOM", "pieces": 1}
    with world.as_("hana"):
        door = stores.open_door(stock_point="BAR").code
        stores.list_taking(door_opening=door, item="TIPS", pieces=1)
    with world.as_("operator"):
        stores.issue_stock(**where, organisation="SAEBOM")
        stores.return_stock(**where, organisation="SAEBOM", reason="미개봉")
        stores.issue_stock(**where, organisation="HANBIT")
    with world.as_("safety"):
        with pytest.raises(Invalid, match="recall_unreasoned"):
            stores.recall_lot(stock_lot=made["lot"])
        code = stores.recall_lot(stock_lot=made["lot"], reason_ko="오염 가능성", reason_en="May be contaminated").code
        with pytest.raises(Refused, match="lot_recalled"), transaction.atomic():
            stores.recall_lot(stock_lot=made["lot"], reason_ko="또")
    with world.as_("operator"):
        for act in (lambda: stores.issue_stock(**where, organisation="HANBIT"), lambda: stores.move_stock(**where, to_point="BAR")):
            with pytest.raises((Refused, Invalid), match="lot_recalled"), transaction.atomic():
                act()
        stores.write_off_stock(**where, reason="공급사에 반품")
    with world.as_("hana"):
        with pytest.raises(Refused, match="not_inside"):
            stores.list_taking(door_opening=door, item="TIPS", pieces=2)
        stores.close_door(door_opening=door)
        assert [got.pieces for got in recalls.recall(code).got] == [2], "what had been scanned before is gone, and counts"
    assert [told(world, who, "stores.recalled") for who in ("hana", "hajin", "sora", "sujin", "operator", "safety")] == [1, 1, 0, 0, 1, 1]
    with world.as_("sora"):
        row = recalls.recall(code)
        assert (row.got, row.left) == ((), sum(s.on_hand for s in Stock.objects.all()))
