"""Steps 18, 21 to 23 and 25 to 29: what comes in and goes out, what it costs, and how the place is kept safe."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from squaremile.billing import operations as billing
from squaremile.billing.models import Bill, Invoice
from squaremile.billing.reads import statement
from squaremile.booking import operations as booking
from squaremile.core.models import Notice
from squaremile.metering.models import UsageEvent
from squaremile.safety import operations as safety
from squaremile.safety.models import FindingMend, Holding, PlaceLock
from squaremile.safety.reads import findings, incidents, waste
from squaremile.stores import operations as stores
from squaremile.stores.models import Load
from squaremile.stores.reads import charges, loads, parcels
from tests.billing.making import CARD, worked
from tests.scenarios.alumni.residing import slot
from tests.scenarios.alumni.settling import ANN, BEN
from tests.scenarios.alumni.story import CEO, Story, on, refused, step
from tests.stores.making import sterilising, stocked

APRIL = date(2027, 4, 1)
EXITS = [{"key": "exits", "ko": "대피로", "en": "Ways out", "severity": "critical"}]


@step(18)
def biologicals_come_in(s: Story) -> None:
    """The scientist asks, the committee agrees, safety approves: without a protocol in force nothing is brought."""
    with s.by("safety", 46):
        safety.declare_room_biosafety(place="R201", biosafety_level=2, admits=["virus"], admits_modified=True)
        for who in ("operator", "programme"):
            safety.seat_member(person=s.world.people[who])
    with s.by(ANN, 46):
        virus = safety.register_agent(
            kind="virus", risk_group=2, read_in="질병관리청 목록", name_ko="렌티바이러스 벡터", modified=True, made_of="HIV-1 pLKO / GFP"
        ).code
        coming: dict[str, Any] = {"agent": virus, "place": "R201", "amount_held": Decimal(10), "counted_in": "바이알"}
        with refused("safety.no_protocol"):
            safety.bring_agent(**coming)
        protocol = safety.draft_protocol(
            name_ko="벡터 형질도입", biosafety_level=2, agents=[virus], investigator=s.person(ANN), plan_of_work="형질도입"
        ).protocol.code
        safety.submit_protocol(protocol=protocol)
    decided: dict[str, Any] = {"protocol": protocol, "approve": True, "reason": "과반 찬성", "ends_on": on(400)}
    with s.by("safety", 46), refused("safety.committee_open"):
        safety.decide_protocol(**decided)
    for who in ("operator", "programme"):
        with s.by(who, 46):
            safety.give_opinion(protocol=protocol, opinion="for", reason="적절함")
    with s.by("safety", 46):
        safety.decide_protocol(**decided)
    with s.by(ANN, 46):
        safety.bring_agent(**coming)
        assert Holding.objects.get().quantity == 10


@step(21)
def tips_are_taken(s: Story) -> None:
    """The scientist, at the minibar: charged as the door closes; never more than there is, and after the last nobody takes any."""
    with s.by("operator", 49):
        stocked(s.world, pieces=2)
    with s.by(ANN, 49):
        opening = stores.open_door(stock_point="BAR").code
        with refused("stores.not_enough"):
            stores.list_taking(door_opening=opening, item="TIPS", pieces=3)
        stores.list_taking(door_opening=opening, item="TIPS", pieces=2)
        assert charges.charges() == [], "nothing is charged before the door is closed"
        stores.close_door(door_opening=opening)
        assert [(c.quantity, c.amount.minor, c.opening) for c in charges.charges()] == [(2, 90_000, opening)]
    with s.by(BEN, 49):
        opening = stores.open_door(stock_point="BAR").code
        with refused("stores.not_inside"):
            stores.list_taking(door_opening=opening, item="TIPS", pieces=1)
        stores.close_door(door_opening=opening)
    with s.by("sora", 49):
        assert charges.charges() == []


@step(22)
def a_parcel_comes(s: Story) -> None:
    """Operations, at the dock: she is told, a rival sees nothing, and it is in one hand only."""
    with s.by("operator", 50):
        code = stores.log_parcel(
            place="R201", temperature="chilled", organisation=s.code, person=s.person(ANN), sender="Addgene"
        ).code
    with s.by("worker", 50):
        worked()
    with s.by(ANN, 50):
        assert Notice.objects.filter(kind="stores.parcel_came").count() == 1
    with s.by("sora", 50):
        assert parcels.parcels(waiting=True) == []
    with s.by("operator", 50, 1):
        with refused("stores.handed_to_whom"):
            stores.hand_over_parcel(parcel=code, handed_to=" ")
        stores.hand_over_parcel(parcel=code, handed_to="안연구")
        with refused("stores.parcel_step"):
            stores.hand_over_parcel(parcel=code, handed_to="이소라")
    with s.by(ANN, 50, 1):
        assert (parcels.parcel(code).state, parcels.parcel(code).handed_to) == ("handed_over", "안연구")


@step(23)
def a_cycle_fails(s: Story) -> None:
    """Operations run what two rivals asked for in one cycle. It fails: each hears of its own load, and nobody is handed hers before
    another cycle has passed, tested by an indicator beside its control."""
    with s.by("operator", 50):
        machine = sterilising(s.world)
    orders = []
    for who in (ANN, "sora"):
        with s.by(who, 50, 1):
            orders.append(stores.ask_service(service="AUTOCLAVE", service_amount=Decimal(1)).code)
    with s.by(ANN, 50, 1):
        nitrogen = stores.ask_service(service="LN2", service_amount=Decimal(20)).code
    with s.by("operator", 50, 2):
        for order in (*orders, nitrogen):
            stores.accept_service(service_order=order)
        stores.complete_service(service_order=nitrogen, service_amount=Decimal(18))
        cycle = stores.start_cycle(steriliser=machine, program="121 °C").code
        mine, theirs = (stores.load_cycle(sterile_cycle=cycle, service_order=each, load_says="팁 상자").code for each in orders)
    with s.by("operator", 50, 3):
        stores.end_cycle(sterile_cycle=cycle, passed=False, reason="118 °C까지만 올라감")
        with refused("stores.load_step"):
            stores.hand_out_load(sterile_load=mine, handed_to="안연구")
        again = stores.start_cycle(steriliser=machine, program="121 °C").code
        stores.rerun_load(sterile_load=mine, sterile_cycle=again)
        test = stores.incubate_indicator(sterile_cycle=again, indicator_lot="ATT-1").code
    with s.by("worker", 50, 3):
        worked()
    with s.by(ANN, 50, 3):
        assert Notice.objects.filter(kind="stores.load_kept_back").count() == 1
        assert [(row.code, row.state) for row in loads.loads()] == [(mine, "quarantined")]
    with s.by("operator", 50, 4):
        stores.end_cycle(sterile_cycle=again, passed=True, celsius=Decimal("121.4"), minutes_held=Decimal(20), chemical="changed")
        with refused("stores.load_step"):
            stores.hand_out_load(sterile_load=mine, handed_to="안연구")
        stores.read_indicator(indicator=test, grew=False, control_grew=True)
        stores.hand_out_load(sterile_load=mine, handed_to="안연구")
    with s.by(ANN, 50, 5):
        assert {*UsageEvent.objects.filter(meter__code__startswith="services").values_list("subject", "quantity")} == {
            ("AUTOCLAVE", 1), ("LN2", 18)}
    with s.by("sora", 50, 5):
        assert [(load.code, load.state) for load in Load.objects.all()] == [(theirs, "quarantined")]


@step(25)
def april_is_billed(s: Story) -> None:
    """Finance closes the month; the company disputes a line, and nothing is issued before it is answered and accepted."""
    with s.by("finance", 61):
        billing.add_issuer(code="JB", name_ko="전북 센터", name_en="Jeonbuk centre", registration="123-45-67891")
        billing.publish_rate_card(card_body=_card())
        billing.open_account(organisation=s.organisation, issuer="JB", rate_card="OPEN-LAB", contact=CEO)
        with refused("billing.close_order"):
            billing.confirm_usage(issuer="JB", month=date(2027, 5, 1))
        close = billing.confirm_usage(issuer="JB", month=APRIL).code
    with s.by("worker", 61):
        worked()
    with s.by("finance", 61):
        billing.show_bills(close=close)
        bill = Bill.objects.get(organisation_id=s.organisation)
    with s.by(CEO, 62):
        line = next(each.number for each in statement.bill(bill.code).lines if each.kind == "use")
        dispute = billing.dispute_line(bill=bill.code, bill_line=line, reason="레이저가 켜지지 않았습니다").code
        with refused("billing.disputes_open"):
            billing.accept_bill(bill=bill.code)
    with s.by("finance", 62):
        billing.settle_dispute(dispute=dispute, taken_off=10_000, reply="멈춘 시간만큼")
    with s.by(CEO, 62, 1):
        billing.accept_bill(bill=bill.code)
    with s.by("finance", 63):
        billing.release_close(close=close)
    with s.by("worker", 63):
        worked()
    with s.by("finance", 63):
        paper = Invoice.objects.get(organisation_id=s.organisation)
        # Half an hour, a cycle, eighteen litres of nitrogen, two boxes of tips, the bench from the tenth of April on, what was taken off.
        lines = [("use", 22_500), ("use", 12_000), ("use", 27_000), ("use", 90_000), ("rent", 350_000), ("adjustment", -10_000)]
        assert [*paper.bill.lines.order_by("number").values_list("kind", "net")] == lines
        assert (paper.net, paper.tax, paper.gross) == (491_500, 49_150, 540_650)
    with s.by("sujin", 63):
        assert Invoice.objects.count() == 0


def _card() -> dict[str, Any]:
    """The card of the tests of billing, with what is taken from the stores at what the stores charge, and services by what was done."""
    sold = {
        "code": "TIPS", "label": {"ko": "소모품", "en": "Consumables"}, "meter": "stores_sales", "subjects": ["TIPS"],
        "counted_in": "money", "unit": "money", "price": {"kind": "percentage", "percent": 100}, "tax": "vat",
    }  # fmt: skip
    (version,) = CARD["versions"]
    done = [
        {"code": f"SERVICE-{code}", "label": {"ko": code, "en": code}, "meter": meter, "subjects": [code], "counted_in": unit, "unit": unit,
         "price": {"kind": "flat", "rate": rate}, "tax": "vat"}
        for code, meter, unit, rate in (("AUTOCLAVE", "services_run", "run", 12_000), ("LN2", "services_l", "L", 1_500))
    ]  # fmt: skip
    return CARD | {"versions": [version | {"items": [*version["items"], sold, *done]}]}


@step(26)
def it_is_inspected(s: Story) -> None:
    """Safety finds, the company mends, another verifies: nobody her own."""
    with s.by("safety", 64):
        safety.publish_inspection_list(
            code="DAILY", list_kind="daily", list_items=EXITS, every_days={"high": 1}, read_in="지침", name_ko="일상점검", certainty="B"
        )
        safety.set_room_risk(place="R201", grade="high", organisation=s.code)
    with s.by("safety", 64, 1):
        with refused("safety.inspection_incomplete"):
            safety.carry_out_inspection(inspection_list="DAILY", place="R201", checked={})
        safety.carry_out_inspection(inspection_list="DAILY", place="R201", checked={"exits": "poor"}, remarks={"exits": "상자"})
        found = findings.findings()[0].code
    with s.by(ANN, 64, 2):
        safety.mend_finding(safety_finding=found, what_was_done="상자를 치움")
        with refused("access.not_allowed"):
            safety.verify_mending(safety_finding=found, approve=True)
    with s.by("safety", 65):
        safety.verify_mending(safety_finding=found, approve=False, remark="아직 좁음")
        safety.mend_finding(safety_finding=found, what_was_done="선반을 옮김")
        with refused("safety.own_mending"):
            safety.verify_mending(safety_finding=found, approve=True)
    with s.by("operator", 65):
        assert safety.verify_mending(safety_finding=found, approve=True).state == "closed"
        assert FindingMend.objects.count() == 2


@step(27)
def something_is_spilt(s: Story) -> None:
    """Whoever was there reports it; nobody books the room before safety has looked at it and released it."""
    with s.by(ANN, 66):
        spill = safety.report_incident(what_happened="에탄올이 쏟아짐", incident_kind="spill", place="R201").code
    with s.by("safety", 66):
        held = safety.lock_place(place="R201", why_locked="쏟아진 용제", incident=spill).code
    with s.by(ANN, 66), refused("safety.place_locked"):
        booking.reserve(**slot(67))
    with s.by("safety", 66, 1):
        safety.classify_incident(incident=spill, notice_clocks=["kr-lab-general"])
        safety.investigate_incident(incident=spill, found_out="병이 미끄러짐", root_causes=["받침이 없음"])
        safety.record_notice(incident=spill, notice_clock="kr-lab-general")
        with refused("safety.incident_open"):
            safety.close_incident(incident=spill)
        safety.release_place(place_lock=held, looked_at="환기와 잔류 증기")
        assert (safety.close_incident(incident=spill).state, PlaceLock.objects.filter(released_at=None).count()) == ("closed", 0)
    with s.by(ANN, 66, 2):
        booking.reserve(**slot(67))
    with s.by("sora", 66, 2):
        assert incidents.incidents() == []


@step(28)
def waste_goes_out(s: Story) -> None:
    """The company fills and weighs, operations hand it to the carrier: by a manifest, and not before it is weighed."""
    with s.by("safety", 67):
        safety.add_waste_generator(code="WG-JB", waste_regime="us", name_ko="클러스터", generator_number="MAD000")
    with s.by(ANN, 67):
        drum = safety.start_waste(waste_generator="WG-JB", place="R201", waste_stream="organic", contents="아세톤 폐액").code
    gone: dict[str, Any] = {"wastes": [drum], "manifest": "M-1", "carrier": "깨끗한환경", "cost_minor": 100_000}
    with s.by("operator", 67), refused("safety.waste_step"):
        safety.collect_waste(**gone)
    with s.by(ANN, 68):
        safety.fill_waste(waste=drum, weight_kg=Decimal("18.5"))
    with s.by("operator", 68):
        pickup = safety.collect_waste(**gone).code
        with refused("safety.waste_pickup_unsound"):
            safety.return_manifest(waste_pickup=pickup, returned_on=on(68) - timedelta(days=1))
        assert safety.return_manifest(waste_pickup=pickup).returned_on == on(68)
    with s.by(ANN, 68):
        assert ([(p.manifest, p.kg) for p in waste.pickups()], waste.here()) == ([("M-1", Decimal("18.5"))], [])
        assert UsageEvent.objects.get(meter__code="waste_kg").quantity == Decimal("18.5")


@step(29)
def a_drill_is_held(s: Story) -> None:
    """Safety plans and counts; a count is a number of people; everybody reads what was learnt."""
    with s.by("safety", 68):
        drill = safety.plan_drill(drill_kind="evacuation", place="JB-A", planned_on=on(69)).code
    with s.by(ANN, 68), refused("access.not_allowed"):
        safety.record_drill(drill=drill, people_counted=1)
    with s.by("safety", 69):
        with refused("safety.drill_unsound"):
            safety.record_drill(drill=drill, people_counted=-1)
        safety.record_drill(drill=drill, people_counted=41, people_expected=43, drill_seconds=240, lessons="집결지 표지를 더 크게")
    with s.by(ANN, 69):
        row = incidents.drill(drill)
        assert (row.counted, row.expected, row.lessons) == (41, 43, "집결지 표지를 더 크게")
