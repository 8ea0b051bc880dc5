"""Services from the request to the count, and sterilisation: shared cycles, tests, quarantine, release. A rival sees none of it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.core.models import Notice
from squaremile.core.outbox import deliver
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.metering.models import UsageEvent
from squaremile.stores import operations as stores
from squaremile.stores.models import Cycle, Indicator, Load
from squaremile.stores.reads import home_services, loads, services, sterilisers
from tests.stores.making import sterilising
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GOOD = {"celsius": Decimal("121.4"), "kilopascal": Decimal(104), "minutes_held": Decimal(20), "chemical": "changed"}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def machine(world: World) -> str:
    return sterilising(world)


def told(world: World, who: str, kind: str) -> int:
    while deliver():
        pass
    with world.as_(who):
        return Notice.objects.filter(kind=kind).count()


def asked(world: World, who: str = "hana", service: str = "AUTOCLAVE", amount: int = 1) -> str:
    """A request of hers, accepted."""
    with world.as_(who):
        code = stores.ask_service(service=service, service_amount=Decimal(amount)).code
    with world.as_("operator"):
        stores.accept_service(service_order=code)
    return code


def cycle(world: World, machine: str, *, at: timedelta, orders=(), lot: str = "", passed: bool = True, again=()) -> tuple[str, list[str], str]:
    """One cycle from start to end an hour later: its code, its loads', its indicator's."""
    with clock.as_of(MONDAY + at), world.as_("operator"):
        code = stores.start_cycle(steriliser=machine, program="121 °C, 20 min").code
        made = [stores.load_cycle(sterile_cycle=code, service_order=order, load_says="팁 상자").code for order in orders]
        for each in again:
            stores.rerun_load(sterile_load=each, sterile_cycle=code)
        test = stores.incubate_indicator(sterile_cycle=code, indicator_lot=lot).code if lot else ""
    with clock.as_of(MONDAY + at + HOUR), world.as_("operator"):
        if passed:
            stores.end_cycle(sterile_cycle=code, passed=True, **GOOD)
        else:
            stores.end_cycle(sterile_cycle=code, passed=False, reason="118 °C까지만 올라감")
    return code, made, test


def read(world: World, indicator: str, *, grew: bool, control: bool = True, at: timedelta = DAY) -> None:
    with clock.as_of(MONDAY + at), world.as_("safety"):
        stores.read_indicator(indicator=indicator, grew=grew, control_grew=control)


def states(world: World, *codes: str) -> list[str]:
    with world.as_("operator"):
        return [loads.load(code).state for code in codes]


def test_a_fill_is_asked_for_done_and_counted_once(world: World, machine: str):
    with world.as_("hana"):
        for said in ({"service_amount": Decimal(0)}, {"service_amount": Decimal(5), "wanted_on": MONDAY.date() - DAY}):
            with pytest.raises(Invalid, match="service_order_unsound"):
                stores.ask_service(service="LN2", **said)
        code = stores.ask_service(service="LN2", service_amount=Decimal(25), remark="듀어 2개").code
        with pytest.raises(Forbidden):
            stores.complete_service(service_order=code)
    assert [told(world, who, "stores.service_asked") for who in ("operator", "sora", "hajin")] == [1, 0, 0]
    with world.as_("sora"):
        assert services.orders(waiting=True) == []
        for act in (lambda: services.order(code), lambda: stores.cancel_service(service_order=code)):
            with pytest.raises(Missing):
                act()
    with world.as_("operator"):
        with pytest.raises(Refused, match="service_order_step"), transaction.atomic():
            stores.complete_service(service_order=code)
        stores.accept_service(service_order=code)
        stores.complete_service(service_order=code, service_amount=Decimal("23.5"))
        with pytest.raises(Refused, match="service_order_step"), transaction.atomic():
            stores.complete_service(service_order=code)
    assert told(world, "hana", "stores.service_stepped") == 2
    with world.as_("hana"):
        assert [(e.meter.code, e.subject, e.quantity) for e in UsageEvent.objects.all()] == [("services_l", "LN2", Decimal("23.5"))]
        row, steps = services.order(code)
        assert (row.state, row.done_amount, len(steps)) == ("done", Decimal("23.5"), 3)


def test_refused_cancelled_and_withdrawn(world: World, machine: str):
    with world.as_("operator"):
        stores.edit_service(service="MEDIA", name_ko="배지 조제", name_en="Media", offered=False)
        for said in ({"service_kind": "massage", "service_unit": "run"}, {"service_kind": "gas", "service_unit": "pint"}):
            with pytest.raises(Invalid, match="service_unsound"):
                stores.add_service(name_ko="무엇", **said)
        with pytest.raises(Refused, match="service_exists"), transaction.atomic():
            stores.add_service(service_kind="gas", service_unit="L", name_ko="또", code="LN2")
    with world.as_("hana"):
        with pytest.raises(Refused, match="service_withdrawn"):
            stores.ask_service(service="MEDIA", service_amount=Decimal(1))
        with pytest.raises(Missing, match="service_unknown"):
            stores.ask_service(service="NOPE", service_amount=Decimal(1))
        first, second = (stores.ask_service(service="LN2", service_amount=Decimal(1)).code for _ in range(2))
        assert stores.cancel_service(service_order=second).state == "cancelled"
    with world.as_("operator"):
        with pytest.raises(Invalid, match="reason_needed"):
            stores.refuse_service(service_order=first, reason=" ")
        assert stores.refuse_service(service_order=first, reason="탱크 점검 중").state == "refused"
        assert UsageEvent.objects.count() == 0
    with world.as_("hana"), pytest.raises(IntegrityError, match="answered by staff"), transaction.atomic(), connection.cursor() as cursor:
        code = stores.ask_service(service="LN2", service_amount=Decimal(1)).code
        cursor.execute("UPDATE stores_service_order SET state = 'accepted' WHERE code = %s", [code])


def test_two_rivals_in_one_cycle_see_their_own_load_alone(world: World, machine: str):
    hers, rivals = asked(world), asked(world, "sora")
    code, (mine, theirs), _ = cycle(world, machine, at=HOUR, orders=[hers, rivals])
    for who, own, other in (("hana", mine, theirs), ("sora", theirs, mine)):
        with world.as_(who):
            assert [row.code for row in loads.loads()] == [own]
            assert Load.objects.count() == 1
            assert sterilisers.cycle(code).load_count == 1
            assert (loads.load(own).state, loads.load(own).celsius) == ("ready", Decimal("121.4"))
            with pytest.raises(Missing):
                loads.load(other)
    with world.as_("hajin"), pytest.raises(Refused, match=r"service_order_step|loads_here"), transaction.atomic():
        stores.cancel_service(service_order=hers)
    with world.as_("operator"):
        with pytest.raises(Refused, match="loads_here"), transaction.atomic():
            stores.complete_service(service_order=hers)
        with pytest.raises(Invalid, match="handed_to_whom"):
            stores.hand_out_load(sterile_load=mine, handed_to=" ")
        stores.hand_out_load(sterile_load=mine, handed_to="김하나")
        with pytest.raises(Refused, match="load_step"):
            stores.hand_out_load(sterile_load=mine, handed_to="김하나")
    with world.as_("hana"):
        assert services.order(hers)[0].state == "done"
        assert [(e.meter.code, e.quantity) for e in UsageEvent.objects.all()] == [("services_run", 1)]
    with world.as_("haeun"):
        assert Cycle.objects.count() == 1
    with world.as_("sora"):
        assert (UsageEvent.objects.count(), services.order(rivals)[0].state) == (0, "accepted")


def test_a_cycle_that_failed_keeps_its_loads_back(world: World, machine: str):
    hers, rivals = asked(world), asked(world, "sora")
    _, (before,), _ = cycle(world, machine, at=HOUR, orders=[hers])
    code, (mine, theirs), _ = cycle(world, machine, at=3 * HOUR, orders=[hers, rivals], passed=False)
    assert states(world, before, mine, theirs) == ["ready", "quarantined", "quarantined"]
    for who in ("hana", "hajin", "sora", "sujin"):
        assert told(world, who, "stores.load_kept_back") == 1
    with world.as_("hana"):
        (text,) = Notice.objects.filter(kind="stores.load_kept_back").values_list("text_en", flat=True)
        assert mine in text
        assert theirs not in text
    with world.as_("operator"):
        with pytest.raises(Refused, match="load_step"):
            stores.hand_out_load(sterile_load=mine, handed_to="김하나")
        with pytest.raises(Refused, match="cycle_over"):
            stores.load_cycle(sterile_cycle=code, service_order=hers, load_says="늦게")
        with pytest.raises(Forbidden):
            stores.release_load(sterile_load=mine, reason="괜찮아 보임")
    with world.as_("operator"), connection.cursor() as cursor:
        for state in ("handed_out", "ready"):
            with pytest.raises(IntegrityError, match=r"cannot go|proves it sterile"), transaction.atomic():
                cursor.execute("UPDATE stores_load SET state = %s, handed_to = 'x' WHERE code = %s", [state, mine])
        assert home_services.rows()[0].count == 2
    with world.as_("hana"):
        assert [(row.count, str(row.title.en)) for row in home_services.rows()] == [(1, "Loads in quarantine")]
    with world.as_("operator"):
        washer = stores.add_steriliser(steriliser_kind="washer", place="R201", name_ko="세척기", test_days=None).code
        with pytest.raises(Refused, match="machine_unlike"):
            stores.rerun_load(sterile_load=mine, sterile_cycle=stores.start_cycle(steriliser=washer, program="90").code)
    cycle(world, machine, at=5 * HOUR, again=[mine])
    with world.as_("safety"):
        with pytest.raises(Invalid, match="reason_needed"):
            stores.release_load(sterile_load=theirs, reason=" ")
        with clock.as_of(MONDAY + 7 * HOUR):
            stores.release_load(sterile_load=theirs, reason="건열로 이미 멸균된 유리입니다.")
    assert states(world, mine, theirs) == ["ready", "ready"]
    assert [told(world, who, "stores.load_kept_back") for who in ("hana", "sora")] == [2, 2]
    with world.as_("operator"):
        for each in (before, mine, theirs):
            stores.hand_out_load(sterile_load=each, handed_to="누구")
        with pytest.raises(Refused, match="load_step"):
            stores.rerun_load(sterile_load=mine, sterile_cycle=stores.start_cycle(steriliser=machine, program="121").code)
        with pytest.raises(Refused, match="load_step"):
            stores.discard_load(sterile_load=mine)
    with world.as_("hana"):
        assert UsageEvent.objects.count() == 1


def test_a_positive_test_calls_back_all_since_the_last_that_passed(world: World, machine: str):
    orders = [asked(world, who) for who in ("hana", "sora", "hana", "sora", "hana")]
    _, (tested,), negative = cycle(world, machine, at=HOUR, orders=orders[:1], lot="A1")
    assert states(world, tested) == ["loaded"]
    with world.as_("operator"), pytest.raises(Refused, match="load_step"):
        stores.hand_out_load(sterile_load=tested, handed_to="김하나")
    read(world, negative, grew=False, at=2 * HOUR)
    _, (gone,), _ = cycle(world, machine, at=3 * HOUR, orders=orders[1:2])
    with world.as_("operator"):
        stores.hand_out_load(sterile_load=gone, handed_to="이소라")
    _, (there,), positive = cycle(world, machine, at=5 * HOUR, orders=orders[2:3], lot="A1")
    _, (later,), _ = cycle(world, machine, at=7 * HOUR, orders=orders[3:4])
    assert states(world, tested, gone, there, later) == ["ready", "handed_out", "loaded", "ready"]
    read(world, positive, grew=True, at=9 * HOUR)
    assert states(world, tested, gone, there, later) == ["ready", "quarantined", "quarantined", "quarantined"]
    with world.as_("safety"), pytest.raises(Refused, match="indicator_read"):
        stores.read_indicator(indicator=positive, grew=False, control_grew=True)
    assert [told(world, who, "stores.load_kept_back") for who in ("hana", "sora")] == [1, 2]
    assert [told(world, who, "stores.indicator_grew") for who in ("operator", "safety", "hana", "sujin")] == [1, 1, 0, 0]
    # Under suspicion: a cycle without a test proves nothing, one whose own test is negative does.
    _, (untested,), _ = cycle(world, machine, at=11 * HOUR, orders=orders[4:], again=[there])
    assert states(world, untested, there) == ["quarantined", "quarantined"]
    with world.as_("operator"):
        row = sterilisers.steriliser(machine)
        assert (row.suspect, row.look) == (True, "stop")
    _, _, clears = cycle(world, machine, at=13 * HOUR, lot="A2", again=[there, gone, later, untested])
    assert states(world, there, gone, later, untested) == ["quarantined"] * 4
    read(world, clears, grew=False, at=15 * HOUR)
    assert states(world, there, gone, later, untested) == ["ready"] * 4
    with world.as_("operator"):
        assert sterilisers.steriliser(machine).suspect is False
        stores.hand_out_load(sterile_load=gone, handed_to="이소라")
    with world.as_("sora"):
        assert UsageEvent.objects.count() == 1, "handed out twice, paid once"


def test_a_void_test_is_no_test(world: World, machine: str):
    _, (mine,), test = cycle(world, machine, at=HOUR, orders=[asked(world)], lot="A1")
    read(world, test, grew=False, control=False, at=2 * HOUR)
    with world.as_("operator"):
        row = sterilisers.steriliser(machine)
        assert (row.last_negative, row.suspect, states(world, mine)) == (None, False, ["ready"])
        assert Indicator.objects.get().state == "invalid"


def test_what_is_in_quarantine_may_be_thrown_away(world: World, machine: str):
    order = asked(world)
    _, (mine,), _ = cycle(world, machine, at=HOUR, orders=[order], passed=False)
    with world.as_("operator"):
        assert stores.discard_load(sterile_load=mine).state == "discarded"
        stores.refuse_service(service_order=order, reason="다시 신청해 주십시오.")


def test_cycles_and_machines_that_are_unsound(world: World, machine: str):
    with world.as_("operator"):
        for said in ({"steriliser_kind": "oven"}, {"test_days": 0}):
            with pytest.raises(Invalid, match="steriliser_unsound"):
                stores.add_steriliser(**{"steriliser_kind": "autoclave", "place": "R201", "name_ko": "둘"} | said)
        with pytest.raises(Invalid, match="cycle_unsound"):
            stores.start_cycle(steriliser=machine, program=" ")
        code = stores.start_cycle(steriliser=machine, program="121").code
        with pytest.raises(Refused, match="steriliser_busy"), transaction.atomic():
            stores.start_cycle(steriliser=machine, program="121")
        for said in (GOOD | {"chemical": "unchanged"}, GOOD | {"celsius": None}, GOOD | {"minutes_held": Decimal(0)}):
            with pytest.raises(Invalid, match="cycle_unsound"):
                stores.end_cycle(sterile_cycle=code, passed=True, **said)
        with pytest.raises(Invalid, match="reason_needed"):
            stores.end_cycle(sterile_cycle=code, passed=False)
        with pytest.raises(Invalid, match="load_unsound"):
            with world.as_("hana"):
                order = stores.ask_service(service="AUTOCLAVE", service_amount=Decimal(1)).code
            stores.load_cycle(sterile_cycle=code, service_order=order, load_says="접수 전")
        with pytest.raises(Invalid, match="indicator_unsound"):
            stores.incubate_indicator(sterile_cycle=code, indicator_lot=" ")
        stores.end_cycle(sterile_cycle=code, passed=True, **GOOD)
        with pytest.raises(Refused, match="cycle_over"):
            stores.end_cycle(sterile_cycle=code, passed=True, **GOOD)
        stores.set_steriliser(steriliser=machine, test_days=None, active=False)
        with pytest.raises(Refused, match="steriliser_busy"):
            stores.start_cycle(steriliser=machine, program="121")


def test_an_overdue_test_is_told_once(world: World, machine: str):
    with clock.as_of(MONDAY + 7 * DAY), scope(system("worker")):
        assert not sterilisers.any_overdue()
    _, _, test = cycle(world, machine, at=DAY, lot="A1")
    read(world, test, grew=False, at=2 * DAY)
    for after, late in ((9, 0), (10, 1), (11, 1)):
        with clock.as_of(MONDAY + after * DAY), scope(system("worker")):
            assert (sterilisers.any_overdue(), stores.remind_of_tests()) == (bool(late), late)
    assert [told(world, who, "stores.test_due") for who in ("operator", "safety", "hana")] == [1, 1, 0]
    with clock.as_of(MONDAY + 11 * DAY), world.as_("safety"):
        assert [(row.count, row.worst_days) for row in home_services.rows()] == [(0, 0), (1, 2), (0, 0)]
