"""A quarter under other prices: under the same card it equals what the closes charged, to the last won, whatever was used."""

from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.db.models import Sum

from squaremile.billing.models import BillLine
from squaremile.billing.policies import reading
from squaremile.billing.reads import simulator
from squaremile.kernel import clock
from tests.billing.making import CARD, FEBRUARY, MARCH, at, issued, opened, used
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
QUARTER = date(2027, 1, 1)
BEGIN = at(1, 0, 3)


def a_quarter(world: World, seed: int) -> None:
    """Uses of two months and two rivals in no order, some that came after their month was issued; both months billed."""
    chance = Random(seed)
    uses = [
        (f"s:{seed}:{n}", chance.randint(1, 400), at(chance.randint(1, 27), chance.randint(0, 23), month), chance.choice(("HANBIT", "SAEBOM")),
         chance.choice(("CONFOCAL", "CYTO-1", "CYTO-2")), {"assisted": chance.random() < 0.3})
        for month in (2, 3) for n in range(12 * (month - 2), 12 * (month - 1))
    ]  # fmt: skip
    chance.shuffle(uses)
    late = [use for use in uses if use[2] < at(28)][:3]
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        for origin, minutes, start, whose, subject, evidence in uses:
            if start < BEGIN and (origin, minutes, start, whose, subject, evidence) not in late:
                used(world, origin, minutes, start, whose=whose, subject=subject, evidence=evidence)
    with clock.as_of(MONDAY):
        issued(world, FEBRUARY)
    with clock.as_of(MONDAY + timedelta(days=30)):
        for origin, minutes, start, whose, subject, evidence in [*late, *(u for u in uses if u[2] >= BEGIN)]:
            used(world, origin, minutes, start, whose=whose, subject=subject, evidence=evidence)
    with clock.as_of(MONDAY + timedelta(days=32)):
        issued(world, MARCH)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_simulator_equals_the_bill(world: World, seed: int):
    a_quarter(world, seed)
    with clock.as_of(MONDAY + timedelta(days=40)), world.as_("finance"):
        found = simulator.replayed(reading.read(CARD), "OPEN-LAB", QUARTER)
        lines = BillLine.objects.filter(kind__in=("use", "late"))
        billed = dict(lines.values_list("organisation__code").annotate(all=Sum("net")).order_by())
        assert {c.code: c.before.minor for c in found.companies} == billed
        assert all(c.before == c.after for c in (*found.companies, *found.items, found.total))
        assert found.winners == found.losers == ()


def dearer() -> dict[str, Any]:
    """The same card with a version that begins years later: the confocal at twice its price, cytometers for nothing."""
    body = deepcopy(CARD)
    newer = deepcopy(body["versions"][0]) | {"version": 2, "from": "2029-01-01", "caps": []}
    newer["items"][0]["price"]["rate"] = 90_000
    newer["items"][1]["price"] = {"kind": "flat", "rate": 0}
    body["versions"].append(newer)
    return body


def test_who_gains_and_who_loses(world: World):
    with clock.as_of(MONDAY - timedelta(hours=1)):
        opened(world)
        used(world, "u:1", 60, at(3))
        used(world, "u:2", 60, at(4), whose="SAEBOM", subject="CYTO-1")
    with clock.as_of(MONDAY + timedelta(days=40)), world.as_("finance"):
        found = simulator.replayed(reading.read(dearer()), "OPEN-LAB", QUARTER)
        assert found.shifted
        assert [(c.code, c.before.minor, c.after.minor) for c in (*found.losers, *found.winners)] == [
            ("HANBIT", 45_000, 90_000), ("SAEBOM", 60_000, 0)
        ]
        assert (found.total.before.minor, found.total.difference.minor, found.total.percent) == (105_000, -15_000, -14)
        assert simulator.quarters(2) == [QUARTER, date(2026, 10, 1)]


def test_policy_and_columns_agree_where_a_record_contradicts(world: World):
    """What columns refuse is rated one by one, without the contradiction."""
    card = reading.read(CARD)
    with clock.as_of(MONDAY):
        from squaremile.billing.policies.events import Event

        one = Event("a", "x", "equipment_minutes", "CONFOCAL", at(3), at(4), 60)  # type: ignore[arg-type]
        other = Event("b", "x", "equipment_minutes", "CONFOCAL", at(3), at(4), 30, corrects="gone")  # type: ignore[arg-type]
        assert simulator.priced(card, sorted([one, other], key=lambda e: e.key)).net == simulator.priced(card, [one]).net == 45_000
