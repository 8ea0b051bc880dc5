"""One form that is sent twice at the same moment, by the same person over two connections: it counts once, and another content is another."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection

from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.safety import operations as safety
from tests.races.ring import admin, count
from tests.residency.papers import on_paper
from tests.world import MONDAY, World

pytestmark = pytest.mark.slow
ROUNDS = 3


def twice(world: World, who: str, *acts: Callable[[], Any]) -> list[Any]:
    """Every act in a thread and a transaction of the same person's, all let go together: what each gave back, or its error."""
    gate, gave = threading.Barrier(len(acts)), []

    def run(act):
        try:
            with world.as_(who):
                gate.wait(30)
                made = act()
            gave.append(made)
        except Exception as broken:  # every way in which one of them fails is the finding
            gave.append(f"{type(broken).__name__}: {broken}")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return gave


def test_a_container_is_received_once(committed_world: World, own_database: str, admin_url: str):
    world, outside = committed_world, admin(own_database, admin_url)
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="1층", rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=date(2020, 1, 1))
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤")

    def receive(token: str, lot: str) -> Callable[[], str]:
        return lambda: safety.receive_container(substance="67-64-1", how_much="10 mL", place="R201", lot=lot, form_token=token).code

    for n in range(ROUNDS):
        same = twice(world, "hana", receive(f"f-{n}", "L1"), receive(f"f-{n}", "L1"))
        assert (len(set(same)), count(outside, "SELECT count(*) FROM safety_container")) == (1, 3 * n + 1)
        other = twice(world, "hana", receive(f"f-{n}", "L2"), receive(f"f-{n}", "L3"))
        assert len({*same, *other}) == 3


def test_an_inspection_is_carried_out_once(committed_world: World, own_database: str, admin_url: str):
    world, outside = committed_world, admin(own_database, admin_url)
    with world.as_("safety"):
        safety.publish_inspection_list(
            code="DAILY", list_kind="daily", every_days={"high": 1}, read_in="지침", name_ko="매일",
            list_items=[{"key": "exits", "ko": "대피로", "en": "Exits", "severity": "major"}],
        )
        safety.set_room_risk(place="R201", grade="high", organisation="HANBIT")

    def inspect(token: str, said: str) -> Callable[[], str]:
        return lambda: safety.carry_out_inspection(
            inspection_list="DAILY", place="R201", checked={"exits": "poor"}, remark=said, form_token=token,
        ).code

    for n in range(ROUNDS):
        same = twice(world, "hana", inspect(f"f-{n}", "상자"), inspect(f"f-{n}", "상자"))
        assert (len(set(same)), count(outside, "SELECT count(*) FROM safety_inspection")) == (1, 3 * n + 1)
        assert count(outside, "SELECT count(*) FROM safety_finding") == 1
        other = twice(world, "hana", inspect(f"f-{n}", "의자"), inspect(f"f-{n}", "책상"))
        assert len({*same, *other}) == 3


def test_what_is_owed_is_paid_once(committed_world: World, own_database: str, admin_url: str):
    world, outside = committed_world, admin(own_database, admin_url)
    with clock.as_of(MONDAY):
        company = on_paper(world, paid=(100_000,))
        with world.as_("programme"):
            residency.set_people_terms(company=company, seats=9, notice_months=1, deposit_minor=100_000)
        with world.as_("hajin"):
            leaving = residency.notify_exit(company=company, last_day=date(2027, 8, 31)).code
        with world.as_("finance"):
            residency.deduct(departure=leaving, says="바닥", amount_minor=400_000)

    def settle(token: str, minor: int) -> Callable[[], str]:
        return lambda: residency.settle_owed(departure=leaving, amount_minor=minor, form_token=token).code

    for n in range(ROUNDS):
        assert twice(world, "finance", settle(f"f-{n}", 10_000), settle(f"f-{n}", 10_000)) == [leaving, leaving]
        assert count(outside, "SELECT sum(minor) FROM residency_owed_settlement") == 15_000 * n + 10_000
        assert twice(world, "finance", settle(f"f-{n}", 2_000), settle(f"f-{n}", 3_000)) == [leaving, leaving]
    assert count(outside, "SELECT count(*) FROM residency_owed_settlement") == 3 * ROUNDS
