"""Pages of the stores: each role, both languages, a rival, and walks by phone and at the dock."""

import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from squaremile.stores import operations as stores
from squaremile.stores.operations import Goods
from squaremile.stores.reads import catalogue
from tests.pages.people import browser
from tests.stores.making import stocked
from tests.world import MONDAY, PEOPLE

KEEPERS = ("site_director", "lab_operations")


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def made(world):
    found = stocked(world)
    with world.as_("hana"):
        found["opening"] = stores.open_door(stock_point="BAR").code
        stores.list_taking(door_opening=found["opening"], item="TIPS", pieces=1)
        stores.close_door(door_opening=found["opening"])
        found["order"] = stores.request_order(wanted_goods=[Goods(2, "FBS 500 mL")]).code
    with world.as_("operator"):
        made = stores.issue_stock(stock_lot=found["lot"], stock_point="ROOM", pieces=1, organisation="HANBIT")
        found["charge"] = made.charge.code
        found["parcel"] = stores.log_parcel(place="R201", temperature="frozen", organisation="HANBIT", sender="Addgene").code
        found["cylinder"] = stores.add_cylinder(
            gas="hydrogen", serial="H2-1", litres=Decimal(47), bar=150, owner="대한가스", place="R201", organisation="HANBIT",
        ).code
        found["recall"] = stores.recall_lot(stock_lot=found["lot"], reason_ko="회수", reason_en="Recalled").code
        stores.receive_lot(item="TIPS", stock_point="BAR", lot="L-2", pieces=5)
    return found


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("who", PEOPLE)
def test_each_role_gets_what_is_hers(world, made, who, language):
    role, company = PEOPLE[who]
    keeps, hers = (200 if role in KEEPERS else 403), (404 if company == "SAEBOM" else 200)
    client = browser(world, who, language)
    expected = dict.fromkeys((
        "/stores/", "/stores/points/", "/stores/items/TIPS/", "/stores/doors/BAR/", "/stores/charges/", "/stores/orders/", "/stores/parcels/",
        "/stores/cylinders/", "/stores/recalls/", f"/stores/recalls/{made['recall']}/",
    ), 200) | dict.fromkeys((
        "/stores/items/add/", "/stores/points/add/", "/stores/parcels/log/", "/stores/cylinders/add/",
    ), keeps) | {
        f"/stores/{noun}s/{made[noun]}/": hers for noun in ("opening", "charge", "order", "parcel", "cylinder")
    } | {"/stores/orders/request/": 200 if company else 403}  # fmt: skip
    assert {address: client.get(address).status_code for address in expected} == expected


def test_taking_by_phone(world, made):
    """Scan the door, open, scan a box, one more, close; every button pressed twice."""
    hana, rival, door = browser(world, "hana"), browser(world, "sora"), "/stores/doors/BAR/"

    def press(client, **said):
        answers = [client.post(door, said) for _ in range(2)]
        return answers[0].status_code

    assert press(hana, act="open") == 303
    assert press(hana, act="scan", item="8801") == 303
    assert "on the list" in hana.get(door).content.decode()
    assert press(hana, act="take", item="TIPS", pieces="2") == 303
    assert rival.post(door, {"act": "open"}).status_code == 409
    assert press(hana, act="scan", item="0000") == 404
    assert press(hana, act="close") == 303
    page = hana.get("/stores/charges/").content.decode()
    assert re.findall(r"(\d) × · L-(\d)", page).count(("2", "2")) == 1
    assert "L-2" not in rival.get("/stores/charges/").content.decode()


def test_a_dispute_from_the_admin_to_the_answer(world, made):
    page = f"/stores/charges/{made['charge']}/"
    admin, finance, hana = browser(world, "hajin"), browser(world, "finance"), browser(world, "hana")
    hana.post(page, {"act": "dispute", "reason": "no"})
    assert "Charged" in hana.get(page).content.decode()
    assert admin.post(page, {"act": "dispute", "reason": ""}).status_code == 422
    assert admin.post(page, {"act": "dispute", "reason": "never took it"}).status_code == 303
    assert "never took it" in finance.get(page).content.decode()
    assert finance.post(page, {"act": "accept", "reason": "counted"}).status_code == 303
    assert "Credited" in admin.get(page).content.decode()


def test_an_order_and_a_parcel(world, made):
    order, parcel, cylinder = (f"/stores/{noun}s/{made[noun]}/" for noun in ("order", "parcel", "cylinder"))
    admin, operator = browser(world, "hajin"), browser(world, "operator")
    assert admin.post(order, {"act": "approve"}).status_code == 303
    assert operator.post(order, {"act": "place", "ordered_as": "SO-1"}).status_code == 303
    once = {"act": "receive", "order_line": "1", "pieces": "1", "once": "x"}
    assert [operator.post(order, once).status_code for _ in range(2)] == [303, 303]
    assert operator.post(order, {"act": "receive", "order_line": "1", "pieces": "2"}).status_code in (409, 422)
    assert "Came in" in admin.get(order).content.decode()
    assert operator.post(parcel, {"act": "cool", "place": "R202"}).status_code == 303
    assert operator.post(parcel, {"act": "hand_over", "handed_to": "Hana Kim", "signature": "M1 1L2 2"}).status_code == 303
    assert "Hana Kim" in admin.get(parcel).content.decode()
    assert operator.post(cylinder, {"act": "connect", "place": "R202"}).status_code == 303
    assert "not recorded" in admin.get(cylinder).content.decode()


def test_the_stockroom_asks_for_what_is_low_and_keeps_its_stock(world, made):
    operator, item = browser(world, "operator"), "/stores/items/TIPS/"
    shelf = f"{made['lot']} ROOM"
    assert operator.post(item, {"act": "issue", "shelf": shelf, "pieces": "1", "organisation": "HANBIT"}).status_code == 409
    assert operator.post(item, {"act": "count", "shelf": shelf, "pieces": "0", "reason": "gone"}).status_code == 303
    assert operator.post(item, {"act": "price", "price": "1", "currency": "KRW", "since": "2027-04-01"}).status_code == 303
    said = {"act": "receive", "stock_point": "ROOM", "lot": "L-5", "pieces": "1", "currency": "KRW", "once": "r1"}
    assert [operator.post(item, said).status_code for _ in range(2)] == [303, 303]
    with world.as_("operator"):
        assert catalogue.item("TIPS").left == 6
        stores.edit_item(item="TIPS", name_ko="피펫 팁", name_en="Pipette tips", reorder_point=10, reorder_to=20)
    assert [operator.post("/stores/orders/").status_code for _ in range(2)] == [303, 200]
    assert browser(world, "hana").post(item, said | {"once": "r2"}).status_code == 200


def test_the_same_statements_at_one_and_at_three_rows(world, made):
    client = browser(world, "operator")
    pages = ("/stores/", "/stores/orders/", "/stores/parcels/", "/stores/cylinders/", "/stores/charges/", "/stores/recalls/")

    def counts():
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as asked:
                client.get(page)
            found.append(len(asked))
        return found

    counts()
    before = counts()
    with world.as_("operator"):
        for n in range(2):
            stores.add_item(package="box", name_ko="물품", code=f"N{n}")
            stores.set_price(item=f"N{n}", price=Decimal(5), currency="KRW")
            lot = stores.receive_lot(item=f"N{n}", stock_point="ROOM", lot="L", pieces=3)
            stores.issue_stock(stock_lot=lot.code, stock_point="ROOM", pieces=1, organisation="SAEBOM")
            stores.recall_lot(stock_lot=lot.code, reason_ko="회수")
            stores.log_parcel(place="R201", organisation="SAEBOM")
            stores.add_cylinder(gas="argon", serial=f"A{n}", litres=Decimal(47), bar=150, owner="대한가스", place="R201")
            stores.request_order(wanted_goods=[Goods(1, "것")], for_stockroom=True)
    assert counts() == before
