"""Two who want the last one, and two at one door, at the same moment: one has it, the other is told why not."""

import threading

import pytest
from django.db import connection

from squaremile.kernel.errors import Refused
from squaremile.stores import operations as stores
from tests.races.ring import admin, count
from tests.stores.making import stocked
from tests.world import World

pytestmark = pytest.mark.slow
ROUNDS = 5


def at_once(world: World, acts: dict[str, object]) -> list[str]:
    """Every act in a thread and a transaction of its own, all let go together: the refusals' codes, and "" for what was done."""
    gate, said = threading.Barrier(len(acts)), []

    def run(who, act):
        try:
            with world.as_(who):
                gate.wait(30)
                act()
            said.append("")
        except Refused as refused:
            said.append(refused.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in acts.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(said)


def test_the_last_one_and_the_one_door(committed_world: World, own_database: str, admin_url: str):
    world = committed_world
    made = stocked(world, pieces=ROUNDS)
    issue = {"stock_lot": made["lot"], "stock_point": "ROOM", "pieces": 1}
    with world.as_("operator"):
        stores.write_off_stock(stock_lot=made["lot"], stock_point="ROOM", pieces=ROUNDS - 1, reason="하나만 남김")
    for _round in range(ROUNDS):
        said = at_once(world, {
            "operator": lambda: stores.issue_stock(**issue, organisation="HANBIT"),
            "director": lambda: stores.issue_stock(**issue, organisation="SAEBOM"),
        })
        assert said == ["", "stores.not_enough"]
        with world.as_("operator"):
            stores.count_stock(stock_lot=made["lot"], stock_point="ROOM", pieces=1, reason="다시 하나")
        assert at_once(world, {"hana": lambda: stores.open_door(stock_point="BAR"), "sora": lambda: stores.open_door(stock_point="BAR")}) == [
            "", "stores.door_open",
        ]
        code, holder = _take_one(world)
        assert at_once(world, {who: lambda code=code: stores.close_door(door_opening=code) for who in (holder, "operator")}) == ["", ""]
    outside = admin(own_database, admin_url)
    assert count(outside, "SELECT count(*) FROM stores_charge") == 2 * ROUNDS
    assert count(outside, "SELECT count(*) FROM metering_usage_event WHERE origin LIKE 'stores.charge:%'") == 2 * ROUNDS
    assert count(outside, "SELECT min(on_hand) FROM stores_stock") >= 0
    assert count(outside, "SELECT count(*) FROM stores_stock s WHERE on_hand <> (SELECT sum(quantity) FROM stores_movement m"
                          " WHERE m.lot_id = s.lot_id AND m.stock_point_id = s.stock_point_id)") == 0


def _take_one(world: World) -> tuple[str, str]:
    """Whoever holds the door lists one."""
    for who in ("hana", "sora"):
        try:
            with world.as_(who):
                code = stores.open_door(stock_point="BAR").code
                stores.list_taking(door_opening=code, item="TIPS", pieces=1)
                return code, who
        except Refused:
            continue
    raise AssertionError("nobody holds the door")
