"""What stands on shelves already is not refused: who answers for safety is told of the area that is over a limit by it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.scope import scope, system
from squaremile.safety import operations as safety
from squaremile.safety.policies import packs
from squaremile.safety.policies.verification import rows
from squaremile.safety.reads import head_room
from squaremile.stores import operations as stores
from squaremile.stores.models import Item, StockPoint
from squaremile.stores.operations import limits
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def shelf(world: World) -> World:
    """Two areas of one name on storey 4, 15 gallons of acetone in each; in 201 a stockroom and a minibar, and a gallon in each of
    so many bottles."""
    with world.as_("safety"):
        for code, room in (("CA-1", "R201"), ("CA-2", "R202")):
            safety.declare_area(building="JB-A", storey=4, name_ko="4층", rooms=[room], code=code)
            safety.put_pack_in_force(area=code, pack="us-ibc", since=date(2020, 1, 1))
        safety.add_substance(phase="liquid", cas="67-64-1", name_en="Acetone")
    with world.as_("operator"):
        for kind, code in (("stockroom", "ROOM"), ("minibar", "BAR")):
            stores.add_stock_point(kind=kind, place="R201", name_ko=code, code=code)
        bottles("ACE", "67-64-1", "1 gal")
    return world


def bottles(code: str, cas: str, content: str) -> None:
    stores.add_item(package="bottle", name_ko=code, code=code, cas=cas, content=content)
    stores.set_price(item=code, price=Decimal(9000), currency="KRW")


def received(pieces: int, item: str = "ACE", **more: str) -> str:
    return stores.receive_lot(item=item, stock_point="ROOM", lot="A-1", pieces=pieces, **more).code


def holds(content: str) -> None:
    stores.edit_item(item="ACE", name_ko="ACE", name_en="", content=content)


def verified(shelf: World) -> None:
    with shelf.as_("safety"):
        for row in rows(packs.pack("us-ibc")):
            safety.verify_pack_row(pack="us-ibc", pack_row=row.key, read_in="IBC 2021", read_on=date(2027, 1, 1))


def told() -> list[str]:
    with scope(system("worker")):
        return [row.text_ko for row in Notice.objects.filter(kind="stores.overrun").order_by("id")]


def test_another_area_of_the_same_name_hides_nothing(shelf: World):
    with shelf.as_("safety"):
        code = safety.receive_container(substance="67-64-1", how_much="1 gal", place="R202", organisation="HANBIT").code
        safety.correct_container(container=code, how_much="900 gal", reason="다시 재었음")
    with shelf.as_("operator"):
        received(10)
        holds("2 gal")
    assert [("가동 4층" in each, each.count("4층")) for each in told()] == [(True, 1)]


def test_at_the_multiple_the_duty_has_begun(shelf: World):
    with shelf.as_("safety"):
        safety.put_pack_in_force(area="CA-1", pack="kr-fire", since=date(2020, 1, 1))
    with shelf.as_("operator"):
        received(1)
        holds("1 L")
        each = next(gauge.total for gauge in head_room.building()[0].gauges if gauge.unit == "×")
        bottles("ETH", "64-17-5", "1 mL")
        assert (told(), each > 0) == ([], True)
        holds(f"{int(1 / each)} L")
        multiple = next(gauge for gauge in head_room.building()[0].gauges if gauge.unit == "×")
        assert multiple.total == multiple.limit == 1
    assert len(told()) == 1


def test_what_is_counted_beyond_a_limit_is_told(shelf: World):
    with shelf.as_("operator"):
        lot = received(10)
        stores.count_stock(stock_lot=lot, stock_point="ROOM", pieces=14, reason="실사")
        assert told() == []
        stores.count_stock(stock_lot=lot, stock_point="ROOM", pieces=16, reason="실사")
        stores.count_stock(stock_lot=lot, stock_point="ROOM", pieces=15, reason="실사")
    assert ["실사" in each for each in told()] == [True]


def test_within_a_locked_room_stock_is_carried_as_before(shelf: World):
    with shelf.as_("operator"):
        lot = received(2)
    with shelf.as_("safety"):
        safety.lock_place(place="R201", why_locked="누출")
    with shelf.as_("operator"):
        assert stores.move_stock(stock_lot=lot, stock_point="ROOM", to_point="BAR", pieces=1).code == lot


def test_what_was_done_is_said_to_be_done_where_it_filled_the_area(shelf: World):
    verified(shelf)
    back = {"stock_point": "ROOM", "pieces": 3, "organisation": "HANBIT", "reason": "안 열었음", "once": "again"}
    with shelf.as_("operator"):
        lot = received(15, once="first")
        with pytest.raises(Refused, match="done_already"):
            received(15, once="first")
        stores.issue_stock(stock_lot=lot, stock_point="ROOM", pieces=3, organisation="HANBIT")
        stores.return_stock(stock_lot=lot, **back)
        with pytest.raises(Refused, match="done_already"):
            stores.return_stock(stock_lot=lot, **back)
        with pytest.raises(Refused, match="over_limit"):
            stores.return_stock(stock_lot=lot, **back | {"once": "another"})


def test_a_gas_sold_by_weight_is_liquefied(shelf: World):
    with shelf.as_("safety"):
        gas = safety.add_substance(phase="gas", cas="74-98-6", name_en="Propane")
        safety.enter_classes(substance=gas.code, scheme="us-ibc", hazards=["flammable-gas"], read_in="SDS", read_on=date(2027, 1, 1))
    with shelf.as_("operator"):
        bottles("LPG", "74-98-6", "2 lb")
        received(3, "LPG")
        full = head_room.building()[0]
        assert [(g.state, g.unit, g.total) for g in full.gauges if g.condition == "storage" and g.total] == [("liquefied", "lb", 6)]
        assert full.unclassified == 0


def test_what_comes_is_judged_by_what_a_package_holds_now(shelf: World):
    """Whoever read the item before its content was corrected judges by the new one, and holds it until what came is written."""
    verified(shelf)
    with shelf.as_("operator"):
        read_before, place = Item.objects.get(code="ACE"), StockPoint.objects.get(code="ROOM").place_id
        holds("4 gal")
        with CaptureQueriesContext(connection) as asked, pytest.raises(Refused, match="over_limit"):
            limits.shelved_within(read_before, place, 4)
        limits.shelved_within(read_before, place, 3)
    assert [each["sql"].endswith("FOR SHARE") for each in asked if "FROM stores_item WHERE" in each["sql"]] == [True]
