"""The dock: parcels with their clocks and hand-over, and gas cylinders with their days."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from squaremile.core.models import Notice
from squaremile.core.outbox import deliver
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.metering.models import UsageEvent
from squaremile.spaces import operations as spaces
from squaremile.stores import operations as stores
from squaremile.stores.policies import air
from squaremile.stores.reads import cylinders, parcels
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def told(world: World, who: str, kind: str) -> int:
    while deliver():
        pass
    with world.as_(who):
        return Notice.objects.filter(kind=kind).count()


def test_a_parcel_from_the_dock_to_the_hand(world: World):
    with world.as_("operator"):
        code = stores.log_parcel(place="R201", temperature="chilled", organisation="HANBIT", person=world.people["hana"], sender="Addgene").code
        with pytest.raises(Invalid, match="handed_to_whom"):
            stores.hand_over_parcel(parcel=code, handed_to=" ")
        with pytest.raises(Refused, match="signature_unfit"), transaction.atomic():
            stores.hand_over_parcel(parcel=code, handed_to="김하나", signature="<script>")
    assert [told(world, who, "stores.parcel_came") for who in ("hana", "hajin", "sora", "sujin")] == [1, 1, 0, 0]
    with world.as_("sora"):
        assert parcels.parcels(waiting=True) == []
        with pytest.raises(Missing):
            parcels.parcel(code)
    with world.as_("hana"), pytest.raises(Forbidden):
        stores.hand_over_parcel(parcel=code, handed_to="김하나")
    with world.as_("operator"):
        stores.hand_over_parcel(parcel=code, handed_to="김하나", signature="M10 20L30 25")
        for act in (lambda: stores.hand_over_parcel(parcel=code, handed_to="다른 사람"), lambda: stores.send_back_parcel(parcel=code, reason="늦음")):
            with pytest.raises(Refused, match="parcel_step"):
                act()
    with world.as_("hajin"):
        row = parcels.parcel(code)
        assert (row.state, row.handed_to, row.signature) == ("handed_over", "김하나", "M10 20L30 25")


def test_the_clock_of_the_cold(world: World):
    with world.as_("operator"):
        first = stores.log_parcel(place="R201", temperature="frozen", organisation="HANBIT").code
        second = stores.log_parcel(place="R201", temperature="frozen", organisation="SAEBOM", keep_hours=1).code
        stores.cool_parcel(parcel=second, place="R202")
        assert (parcels.parcel(first).ticking, parcels.parcel(second).ticking) == (True, False)
    for after in (HOUR / 2, HOUR, 1.5 * HOUR):
        with clock.as_of(MONDAY + after), scope(system("worker")):
            assert stores.remind_of_cold_parcels() == (0 if after < HOUR else 1)
    assert [told(world, who, "stores.parcel_cold") for who in ("hajin", "sujin", "operator")] == [1, 0, 1]
    with clock.as_of(MONDAY + 2 * HOUR), world.as_("hajin"):
        assert parcels.parcel(first).late


def test_nobodys_parcel_waits_for_a_name(world: World):
    with world.as_("operator"):
        code = stores.log_parcel(place="R201", addressee="?").code
        with pytest.raises(Refused, match="nobodys_parcel"):
            stores.hand_over_parcel(parcel=code, handed_to="누구")
        stores.address_parcel(parcel=code, organisation="HANBIT")
        stores.send_back_parcel(parcel=code, reason="수취 거부")
        for said in ({"temperature": "hot"}, {"pieces": 0}, {"keep_hours": 0}):
            with pytest.raises(Invalid, match="parcel_unsound"):
                stores.log_parcel(place="R201", **said)
    assert told(world, "hajin", "stores.parcel_came") == 1


def bring(**more):
    said = {"gas": "nitrogen", "serial": "N2-1", "litres": Decimal(50), "bar": 200, "owner": "대한가스", "place": "R201", "organisation": "HANBIT"}
    return stores.add_cylinder(**said | more)


def test_a_cylinder_is_counted_every_day_once(world: World):
    with world.as_("operator"):
        code, other = bring().code, bring(organisation="").code
        stores.connect_cylinder(cylinder=code, place="R202")
        with pytest.raises(Refused, match="cylinder_step"), transaction.atomic():
            stores.return_cylinder(cylinder=code)
    with clock.as_of(MONDAY + timedelta(days=3)):
        with scope(system("worker")):
            assert cylinders.any_uncounted()
            assert (stores.count_cylinder_days(), stores.count_cylinder_days()) == (3, 0)
        with world.as_("operator"):
            stores.disconnect_cylinder(cylinder=code, emptied=True, place="R201")
            stores.return_cylinder(cylinder=code)
            stores.return_cylinder(cylinder=other)
    with world.as_("hana"):
        events = list(UsageEvent.objects.select_related("meter"))
        assert [(e.meter.code, e.quantity, e.subject) for e in events] == [("cylinder_days", 1, code)] * 4
        row, steps = cylinders.cylinder(code)
        assert (row.state, len(steps), cylinders.cylinders()) == ("returned", 4, [])
    with world.as_("sora"):
        assert (list(UsageEvent.objects.all()), cylinders.cylinders(here=False)) == ([], [])


@pytest.mark.parametrize("said", [{"gas": "phlogiston"}, {"serial": ""}, {"owner": " "}, {"bar": 0}, {"litres": Decimal(0)}])
def test_an_unsound_cylinder(world: World, said):
    with world.as_("operator"), pytest.raises(Invalid, match="cylinder_unsound"):
        bring(**said)


def test_what_it_would_do_to_the_air(world: World):
    """50 L at 200 bar are 10 m³. In 20 m² under 2.7 m (54 m³): 20.9 × 44/54 = 17.0 % left; oxygen: 17.0 + 18.5 = 35.5 %."""
    assert (air.oxygen_after(Decimal(54), Decimal(10)), air.oxygen_after(Decimal(54), Decimal(10), oxygen=True)) == (Decimal("17.0"), Decimal("35.5"))
    assert air.oxygen_after(Decimal(1), Decimal(10)) == 0
    with world.as_("operator"):
        code = bring().code
        assert "넓이" in cylinders.in_the_air(cylinders.cylinder(code)[0])[0].ko
        spaces.edit_place(place="R201", name_ko="201호", area_m2=Decimal(20))
        row = cylinders.cylinder(code)[0]
        assert "17.0 %" in cylinders.in_the_air(row)[0].en
        assert "35.5 %" in cylinders.in_the_air(cylinders.cylinder(bring(gas="oxygen").code)[0])[0].en
        assert cylinders.in_the_air(cylinders.cylinder(bring(gas="air").code)[0]) == []
        assert cylinders.by_the_code(row) == []
        flammable = cylinders.by_the_code(cylinders.cylinder(bring(gas="hydrogen").code)[0])
        assert [verdict for verdict, _ in flammable] == ["needs_approval"], "a room without an area: nobody knows its limits"
