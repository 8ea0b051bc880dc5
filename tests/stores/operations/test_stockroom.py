"""The stockroom: what is there, what it costs, and that it is never less than nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction

from squaremile.billing import operations as billing
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.metering.models import UsageEvent
from squaremile.stores import operations as stores
from squaremile.stores.models import Charge, LotCost, Movement, Stock
from squaremile.stores.reads import catalogue, charges
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


def issue(made, **more):
    said = {"stock_lot": made["lot"], "stock_point": "ROOM", "pieces": 1, "organisation": "HANBIT"} | more
    return stores.issue_stock(**said)


def test_what_is_handed_out_is_charged_once_at_the_price_of_its_day(world: World, made):
    with world.as_("operator"):
        stores.set_price(item="TIPS", price=Decimal(50000), currency="KRW", since=date(2027, 3, 2))
        issue(made, pieces=2, once="order-1")
        with pytest.raises(Refused, match="done_already"), transaction.atomic():
            issue(made, pieces=2, once="order-1")
        with clock.as_of(MONDAY + timedelta(days=1)):
            issue(made)
    with world.as_("hana"):
        assert [(c.quantity, c.amount.minor) for c in charges.charges()] == [(1, 50000), (2, 90000)]
        assert sorted(e.quantity for e in UsageEvent.objects.all()) == [50000, 90000]
        assert {e.meter.unit for e in UsageEvent.objects.select_related("meter")} == {"money"}
        assert catalogue.item("TIPS").left == 3


def test_a_rival_sees_the_shelf_and_not_who_took(world: World, made):
    with world.as_("operator"):
        issue(made)
    with world.as_("sora"):
        assert catalogue.item("TIPS").left == 5
        assert (charges.charges(), list(Movement.objects.all()), list(LotCost.objects.all()), list(UsageEvent.objects.all())) == ([], [], [], [])
    with world.as_("hana"):
        assert [m.kind for m in Movement.objects.all()] == ["issue"]
        assert list(LotCost.objects.all()) == [], "what it cost the operator is staff's business"


def test_stock_is_never_below_nothing(world: World, made):
    with world.as_("operator"):
        for act in (lambda: issue(made, pieces=4), lambda: issue(made, stock_lot=made["lot"], stock_point="BAR", pieces=4),
                    lambda: stores.write_off_stock(stock_lot=made["lot"], stock_point="ROOM", pieces=4, reason="파손"),
                    lambda: stores.move_stock(stock_lot=made["lot"], stock_point="ROOM", to_point="BAR", pieces=4)):
            with pytest.raises(Refused, match="not_enough"), transaction.atomic():
                act()
        other = stores.add_stock_point(kind="stockroom", place="R202", name_ko="둘째").code
        with pytest.raises(Refused, match="not_enough"), transaction.atomic():
            issue(made, stock_point=other)
        assert (Charge.objects.count(), sorted(s.on_hand for s in Stock.objects.all())) == (0, [3, 3])


def test_nobody_writes_the_stock_itself(world: World, made):
    with world.as_("operator"), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Stock.objects.update(on_hand=99)
    with world.as_("operator"), pytest.raises(Exception, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE stores_movement SET quantity = 99")


def test_counting_writing_off_and_taking_back(world: World, made):
    where = {"stock_lot": made["lot"], "stock_point": "ROOM"}
    with world.as_("operator"):
        stores.count_stock(**where, pieces=5, reason="월말 실사")
        stores.count_stock(**where, pieces=5, reason="다시")
        stores.write_off_stock(**where, pieces=1, reason="파손")
        stores.return_stock(**where, pieces=1, organisation="HANBIT", reason="미개봉")
        assert [m.quantity for m in Movement.objects.filter(kind__in=("count", "write_off", "return")).order_by("id")] == [2, -1, 1]
        assert Stock.objects.get(stock_point__code="ROOM").on_hand == 5
        for call in (stores.count_stock, stores.write_off_stock):
            with pytest.raises(Invalid, match="reason_needed"):
                call(**where, pieces=1, reason=" ")


def test_what_has_expired_is_not_handed_out(world: World, made):
    with world.as_("operator"), clock.as_of(MONDAY + timedelta(days=200)), pytest.raises(Refused, match="lot_expired"):
        issue(made)


@pytest.mark.parametrize(("call", "said", "code"), [
    (stores.add_item, {"package": "sack", "name_ko": "물품"}, "item_unsound"), (stores.add_item, {"package": "box"}, "item_unsound"),
    (stores.add_item, {"package": "box", "name_ko": "물품", "barcode": "8801"}, "item_exists"),
    (stores.add_item, {"package": "box", "name_ko": "물품", "reorder_point": 5, "reorder_to": 5}, "item_unsound"),
    (stores.add_item, {"package": "box", "name_ko": "물품", "reorder_point": 5}, "item_unsound"),
    (stores.edit_item, {"item": "NONE", "name_ko": "물품", "name_en": ""}, "item_unknown"),
    (stores.set_price, {"item": "TIPS", "price": Decimal(1), "currency": "KRW"}, "price_exists"),
    (stores.set_price, {"item": "TIPS", "price": Decimal(1), "currency": "XXX"}, "price_unsound"),
    (stores.set_price, {"item": "TIPS", "price": Decimal(1), "currency": "KRW", "since": date(2027, 2, 1)}, "price_past"),
    (stores.add_stock_point, {"kind": "cellar", "place": "R201", "name_ko": "창고"}, "point_unsound"),
    (stores.add_stock_point, {"kind": "minibar", "place": "R201", "name_ko": "창고", "code": "BAR"}, "point_exists"),
    (stores.receive_lot, {"item": "TIPS", "stock_point": "ROOM", "lot": " ", "pieces": 1}, "lot_unsound"),
    (stores.receive_lot, {"item": "TIPS", "stock_point": "NONE", "lot": "L", "pieces": 1}, "point_unknown"),
    (stores.issue_stock, {"stock_lot": "NONE", "stock_point": "ROOM", "pieces": 1, "organisation": "HANBIT"}, "lot_unknown"),
    (stores.issue_stock, {"stock_lot": "LOT", "stock_point": "ROOM", "pieces": 0, "organisation": "HANBIT"}, "pieces_unsound"),
])  # fmt: skip
def test_what_is_refused(world: World, made, call, said, code):
    said = {name: made["lot"] if value == "LOT" else value for name, value in said.items()}
    with world.as_("operator"), pytest.raises((Invalid, Refused, Missing), match=code):
        call(**said)


def test_without_a_price_nothing_is_handed_out(world: World, made):
    with world.as_("operator"):
        stores.add_item(package="box", name_ko="새 물품", code="NEW")
        lot = stores.receive_lot(item="NEW", stock_point="ROOM", lot="L-9", pieces=1).code
        with pytest.raises(Refused, match="no_price"):
            issue(made, stock_lot=lot)


@pytest.mark.parametrize("who", ["hana", "hajin", "auditor", "programme"])
def test_members_and_onlookers_keep_nothing(world: World, made, who):
    with world.as_(who):
        for act in (lambda: stores.add_item(package="box", name_ko="물품"), lambda: issue(made),
                    lambda: stores.set_price(item="TIPS", price=Decimal(1), currency="KRW", since=date(2027, 4, 1))):
            with pytest.raises(Forbidden):
                act()


def test_a_price_is_in_the_currency_of_the_bills(world: World):
    """A meter of money counts bare amounts: 25 dollars would be billed as 25 won."""
    with world.as_("operator"):
        stores.add_item(package="box", name_ko="물품", code="USD-1")
        with pytest.raises(Refused, match="currency_other") as shut:
            stores.set_price(item="USD-1", price=Decimal(25), currency="USD")
        assert "KRW" in shut.value.text.en
    with world.as_("finance"):
        billing.add_issuer(code="CORE", name_ko="코어", currency="USD")
    with world.as_("operator"):
        assert stores.set_price(item="USD-1", price=Decimal(25), currency="USD").currency == "USD"
        with pytest.raises(Refused, match="currency_other"):
            stores.set_price(item="USD-1", price=Decimal(25), currency="KRW")
