"""What stands in a control area besides containers counts in its sums: cylinders, shelves of the stores, and waste until it is collected."""

from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.core.models import Notice
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.scope import scope, system
from squaremile.safety import operations as safety
from squaremile.safety.policies import packs
from squaremile.safety.policies.verification import rows
from squaremile.safety.reads import areas, head_room, pack_editions, pack_impact, rule_packs, waste, weighing
from squaremile.stores import operations as stores
from squaremile.stores.models import Charge
from squaremile.stores.policies.air import GASES
from squaremile.stores.reads import cylinders
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
LITRES = Decimal("3.785411784")


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def area(world: World) -> World:
    """Storey 4, an eighth of what the ground floor may hold: 125 cubic feet of a flammable gas, 15 gallons of acetone."""
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=4, name_ko="4층", rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=date(2020, 1, 1))
        for row in rows(packs.pack("us-ibc")):
            safety.verify_pack_row(pack="us-ibc", pack_row=row.key, read_in="IBC 2021", read_on=date(2027, 1, 1))
        safety.add_substance(phase="liquid", cas="67-64-1", name_en="Acetone")
    return world


def hydrogen(n: int = 1, **more) -> str:
    """10 L at 150 bar: 1,500 L of gas, 52.97 cubic feet."""
    said = {"gas": "hydrogen", "serial": f"H2-{n}", "litres": Decimal(10), "bar": 150, "owner": "대한가스", "place": "R201", "organisation": "HANBIT"}
    return stores.add_cylinder(**said | more).code


def gauge(hazard: str) -> Decimal:
    pack = packs.pack("us-ibc")
    found = [g.total for g in head_room.building()[0].gauges if g.label == pack.classes[hazard].label and g.condition == "storage"]
    return found[0] if found else Decimal(0)


def acetone(**more) -> None:
    stores.add_stock_point(kind="minibar", place="R201", name_ko="미니바", code="BAR")
    stores.add_item(**{"package": "bottle", "name_ko": "아세톤", "code": "ACE", "cas": "67-64-1", "content": "500 mL"} | more)
    stores.set_price(item="ACE", price=Decimal(9000), currency="KRW")


class TestCylinders:
    def test_they_add_up(self, area: World):
        with area.as_("operator"):
            first, second = hydrogen(1), hydrogen(2)
            assert round(gauge("flammable-gas"), 1) == Decimal("105.9")
            # Its own page: itself beside the other one, and not a third time.
            assert [verdict for verdict, _ in cylinders.by_the_code(cylinders.cylinder(second)[0])] == ["yes"]
            with pytest.raises(Refused, match="over_limit") as shut:
                hydrogen(3)
            assert "158.9" in str(shut.value.arithmetic.en)
            elsewhere = hydrogen(4, place="R202")
            with pytest.raises(Refused, match="over_limit"):
                stores.connect_cylinder(cylinder=elsewhere, place="R201")
            stores.connect_cylinder(cylinder=first, place="R201")  # in its own area nothing grows by it
            stores.disconnect_cylinder(cylinder=first, emptied=True)
            assert round(gauge("flammable-gas"), 1) == Decimal("53.0")
            stores.connect_cylinder(cylinder=elsewhere, place="R201")
            assert round(gauge("flammable-gas"), 1) == Decimal("105.9")

    def test_a_rival_learns_its_tenth_alone(self, area: World):
        with area.as_("safety"):
            gas = safety.add_substance(phase="gas", cas="1333-74-0", name_en="Hydrogen")
            safety.enter_classes(substance=gas.code, scheme="us-ibc", hazards=["flammable-gas"], read_in="SDS", read_on=date(2027, 1, 1))
        with area.as_("operator"):
            hydrogen()
        said = {}
        for who in ("hana", "sora"):
            with area.as_(who):
                said[who] = safety.ask_to_bring(substance="1333-74-0", how_much="10 cf", place="R201").told["sums"][0]["en"]
        assert "held 52.9" in said["hana"]
        assert "others, told as less than 62.5" in said["sora"], said["sora"]
        assert "52.9" not in said["sora"]

    def test_where_a_pack_has_no_class_for_it_its_own_company_is_told(self, area: World):
        with area.as_("operator"):
            hydrogen()
        with area.as_("safety"):
            safety.put_pack_in_force(area="CA-1", pack="kr-fire", since=date(2020, 1, 1))
        said = {}
        for who in ("hana", "sora", "safety"):
            with area.as_(who):
                blank = safety.ask_to_bring(substance="67-64-1", how_much="1 L", place="R201").told["unclassified"]
                said[who] = blank and "수소" in blank["ko"]
        assert said == {"hana": True, "sora": None, "safety": True}

    def test_an_inert_gas_counts_nowhere(self, area: World):
        with area.as_("operator"):
            for n, gas in enumerate(name for name, one in GASES.items() if not one.hazard):
                hydrogen(n, gas=gas)
            assert head_room.building()[0].gauges == ()


class TestShelves:
    def test_a_chemical_counts_by_what_a_package_holds(self, area: World):
        with area.as_("operator"):
            acetone()
            lot = stores.receive_lot(item="ACE", stock_point="BAR", lot="A-1", pieces=40)
            assert gauge("flammable-IB").quantize(Decimal("0.001")) == (20 / LITRES).quantize(Decimal("0.001"))
            with pytest.raises(Refused, match="over_limit"):
                stores.receive_lot(item="ACE", stock_point="BAR", lot="A-2", pieces=80)
            stores.issue_stock(stock_lot=lot.code, stock_point="BAR", pieces=20, organisation="HANBIT")
            assert gauge("flammable-IB").quantize(Decimal("0.001")) == (10 / LITRES).quantize(Decimal("0.001"))

    def test_everybody_may_read_a_shelf_so_it_is_told_exactly(self, area: World):
        """In the others' step a company could take bottle by bottle until the step turns, and would have a rival's stock exactly."""
        with area.as_("operator"):
            acetone(content="1 gal")
            stores.receive_lot(item="ACE", stock_point="BAR", lot="A-1", pieces=3)
        with area.as_("sora"):
            safety.receive_container(substance="67-64-1", how_much="1 gal", place="R201")
        with area.as_("hana"):
            says = safety.ask_to_bring(substance="67-64-1", how_much="1 gal", place="R201").told["sums"]
            assert any("held 3 + new 1 + others, told as less than 1.5" in each["en"] for each in says), says
            assert all(full.gauges == () for full in head_room.of_company())  # and it is nobody's own

    def test_a_liquid_sold_by_weight_is_a_liquid(self, area: World):
        """Without a density by the code's own rule, 10 lb a gallon; with one, by it."""
        with area.as_("operator"):
            acetone(content="10 lb")
            stores.receive_lot(item="ACE", stock_point="BAR", lot="A-1", pieces=14)
            assert (gauge("flammable-IB"), head_room.building()[0].unclassified) == (14, 0)
            with pytest.raises(Refused, match="over_limit"):
                stores.receive_lot(item="ACE", stock_point="BAR", lot="A-2", pieces=2)
        with area.as_("safety"):
            safety.add_substance(phase="liquid", cas="64-17-5", name_en="Ethanol", density=Decimal("0.8"))
        with area.as_("operator"):
            stores.add_item(package="bottle", name_ko="에탄올", code="ETH", cas="64-17-5", content="0.8 kg")
            stores.receive_lot(item="ETH", stock_point="BAR", lot="E-1", pieces=1)
            assert gauge("flammable-IB").quantize(Decimal("0.001")) == (14 + 1 / LITRES).quantize(Decimal("0.001"))

    def test_a_weight_is_asked_of_as_what_it_is(self, area: World):
        with area.as_("hana"):  # ethanol is in no register here: the library knows that it melts at -114 °C
            says = safety.ask_to_bring(substance="64-17-5", how_much="10 lb", place="R201").told["sums"]
        assert [each["class"] for each in says if each["class"]][:1] == ["flammable-IB"], says

    def test_what_has_no_class_on_a_shelf_makes_the_answer_at_least(self, area: World):
        with area.as_("operator"):
            stores.add_stock_point(kind="stockroom", place="R201", name_ko="창고", code="ROOM")
            stores.add_item(package="bottle", name_ko="소금", code="SALT", cas="7647-14-5", content="500 g")
            stores.receive_lot(item="SALT", stock_point="ROOM", lot="S-1", pieces=2)
        with area.as_("hana"):
            told = safety.ask_to_bring(substance="67-64-1", how_much="1 L", place="R201").told
        assert (told["at_least"], "sodium chloride" in told["unclassified"]["en"], "1 of them" in told["unclassified"]["en"]) == (True, True, True)

    def test_what_comes_back_is_asked_as_what_is_new(self, area: World):
        """15 gallons are the most: one stands as acetone of Hanbit's, a dozen on the shelf."""
        with area.as_("operator"):
            acetone(content="1 gal")
            lot = stores.receive_lot(item="ACE", stock_point="BAR", lot="A-1", pieces=15).code
            stores.issue_stock(stock_lot=lot, stock_point="BAR", pieces=3, organisation="HANBIT")
            charge = Charge.objects.get().code
        with area.as_("hana"):
            safety.receive_container(substance="67-64-1", how_much="1 gal", place="R201")
        with area.as_("hajin"):
            stores.dispute_charge(charge=charge, reason="안 가져갔습니다")
        with area.as_("operator"):
            with pytest.raises(Refused, match="over_limit"):
                stores.return_stock(stock_lot=lot, stock_point="BAR", pieces=3, organisation="HANBIT", reason="안 열었음")
            with pytest.raises(Refused, match="over_limit"):
                stores.settle_dispute(charge=charge, accept=True, reason="맞습니다", restock=True)
            assert stores.settle_dispute(charge=charge, accept=True, reason="맞습니다").state == "credited"
            assert gauge("flammable-IB") == 13

    def test_a_corrected_content_is_told_to_safety(self, area: World):
        with area.as_("operator"):
            acetone(content="1 gal")
            stores.receive_lot(item="ACE", stock_point="BAR", lot="A-1", pieces=10)
            stores.edit_item(item="ACE", name_ko="아세톤", name_en="", content="1.5 gal")
        with scope(system("worker")):
            assert not Notice.objects.filter(kind="stores.overrun").exists()
        with area.as_("operator"):
            stores.edit_item(item="ACE", name_ko="아세톤", name_en="", content="2 gal")
            assert gauge("flammable-IB") == 20
            stores.edit_item(item="ACE", name_ko="아세톤", name_en="", content="2 gal")
        with scope(system("worker")):
            assert [(n.recipient_id, "4층" in n.text_ko) for n in Notice.objects.filter(kind="stores.overrun")] == [(area.people["safety"], True)]

    def test_without_a_content_sums_are_at_least(self, area: World):
        with area.as_("operator"):
            with pytest.raises(Invalid, match="item_content"):
                stores.add_item(package="bottle", name_ko="아세톤", cas="67-64-1")
            acetone(cas="", content="")
            stores.receive_lot(item="ACE", stock_point="BAR", lot="A-1", pieces=4)
            assert (gauge("flammable-IB"), head_room.building()[0].unclassified) == (0, 0)
            with connection.cursor() as cursor:  # as one that was in the catalogue before contents were asked for
                cursor.execute("UPDATE stores_item SET cas = '67-64-1' WHERE code = 'ACE'")
            assert (gauge("flammable-IB"), head_room.building()[0].unclassified) == (0, 1)
            stores.edit_item(item="ACE", name_ko="아세톤", name_en="", content="1 gal")
            assert (gauge("flammable-IB"), head_room.building()[0].unclassified) == (4, 0)


def test_what_is_in_waste_counts_until_it_is_collected(area: World):
    with area.as_("safety"):
        safety.add_waste_generator(code="WG", waste_regime="us", name_ko="센터")
    with area.as_("hana"):
        kept = safety.receive_container(substance="67-64-1", how_much="10 L", place="R201").code
        drum = begun("R201")
        safety.dispose_container(container=kept, waste=drum)
        with pytest.raises(Refused, match="over_limit"):
            safety.receive_container(substance="67-64-1", how_much="50 L", place="R201")
        safety.fill_waste(waste=drum, weight_kg=Decimal(8))
    with area.as_("operator"):
        assert gauge("flammable-IB").quantize(Decimal("0.001")) == (10 / LITRES).quantize(Decimal("0.001"))
        safety.collect_waste(wastes=[drum], manifest="M-1", carrier="깨끗한환경")
        assert gauge("flammable-IB") == 0


@pytest.fixture
def store(area: World) -> World:
    """202 on its own beside it, where Hanbit keeps waste; acetone stands in 201."""
    with area.as_("safety"):
        safety.declare_area(building="JB-A", storey=4, name_ko="옆", rooms=["R202"], code="CA-2")
        safety.put_pack_in_force(area="CA-2", pack="us-ibc", since=date(2020, 1, 1))
        safety.add_waste_generator(code="WG", waste_regime="us", name_ko="센터")
    return area


def begun(place: str) -> str:
    return safety.start_waste(waste_generator="WG", place=place, waste_stream="organic", contents="아세톤 폐액").code


def test_waste_in_another_area_is_within_its_limits(store: World):
    with store.as_("hana"):
        here, there = (safety.receive_container(substance="67-64-1", how_much="40 L", place=room).code for room in ("R201", "R202"))
        beside, own = begun("R202"), begun("R201")
        with pytest.raises(Refused, match="over_limit"):
            safety.dispose_container(container=here, waste=beside)
        safety.dispose_container(container=here, waste=own)
        with pytest.raises(Refused, match="over_limit"):
            safety.store_waste(waste=own, weight_kg=Decimal(32), place="R202")
        safety.dispose_container(container=there)
        assert safety.store_waste(waste=own, weight_kg=Decimal(32), place="R202").room.code == "R202"
        assert [row.room_name.ko for row in waste.here() if row.code == own] == ["202호"]
        with pytest.raises(Refused, match="over_limit"):
            safety.receive_container(substance="67-64-1", how_much="40 L", place="R202")
        assert safety.receive_container(substance="67-64-1", how_much="40 L", place="R201").state == "received"


def test_all_of_a_waste_container_is_weighed_together(store: World):
    with store.as_("hana"):
        parts = [safety.receive_container(substance="67-64-1", how_much="15 L", place="R201").code for _ in range(3)]
        safety.receive_container(substance="67-64-1", how_much="15 L", place="R202")
        own = begun("R201")
        for part in parts:
            safety.dispose_container(container=part, waste=own)
        with pytest.raises(Refused, match="over_limit"):
            safety.store_waste(waste=own, weight_kg=Decimal(36), place="R202")
        assert safety.store_waste(waste=own, weight_kg=Decimal(36)).room.code == "R201"


@pytest.mark.parametrize("who", ["hana", "operator"])
def test_waste_of_what_has_no_class_is_carried_and_poured_all_the_same(store: World, who: str):
    """It stands here already, and no approval could be used for it: told otherwise, people would say that it was used up."""
    with store.as_("safety"):
        safety.add_substance(phase="liquid", cas="67-66-3", name_en="Chloroform")
        kept, more = (safety.receive_container(substance="67-66-3", how_much="1 L", place="R201", organisation="HANBIT").code for _ in range(2))
    with store.as_("hana"):
        beside, own = begun("R202"), begun("R201")
    with store.as_(who):
        assert safety.dispose_container(container=kept, waste=beside).gone_to == beside
        safety.dispose_container(container=more, waste=own)
        assert safety.store_waste(waste=own, weight_kg=Decimal(2), place="R202").room.code == "R202"


def test_a_refusal_of_waste_tells_no_more_of_a_rivals_than_its_tenth(store: World):
    with store.as_("sora"):
        safety.receive_container(substance="67-64-1", how_much="8.3 gal", place="R202")
    with store.as_("hana"):
        kept, beside = safety.receive_container(substance="67-64-1", how_much="8 gal", place="R201").code, begun("R202")
        with pytest.raises(Refused, match="over_limit") as shut:
            safety.dispose_container(container=kept, waste=beside)
    said = str(shut.value.arithmetic.en)
    assert "others, told as less than 9" in said, said
    assert "8.3" not in said


def test_out_of_an_approved_cabinet_into_waste_counts_outside(store: World):
    """30 gallons in cabinets, 15 outside of them: 20 of the cabinet poured into a drum beside it stand outside."""
    with store.as_("safety"):
        safety.add_cabinet(place="R201", name_ko="보관함", approved=True, code="CB-1")
    with store.as_("hana"):
        much, little = (
            safety.receive_container(substance="67-64-1", how_much=how_much, place="R201", cabinet="CB-1").code for how_much in ("20 gal", "5 gal")
        )
        own = begun("R201")
        with pytest.raises(Refused, match="over_limit"):
            safety.dispose_container(container=much, waste=own)
        safety.dispose_container(container=little, waste=own)
    with store.as_("safety"):
        safety.lock_place(place="R201", why_locked="누출")
    with store.as_("hana"):
        safety.split_container(container=much, how_much="1 gal")
        assert safety.dispose_container(container=safety.split_container(container=much, how_much="1 gal").code, waste=own).state == "disposed"


def test_waste_in_store_is_carried_on_and_what_is_being_filled_leaves_a_locked_room(store: World):
    with store.as_("hana"):
        stored, filling, other = begun("R201"), begun("R201"), begun("R202")
        safety.store_waste(waste=stored, weight_kg=Decimal(3))
        for wrong in ({}, {"weight_kg": Decimal(4), "place": "R202"}):
            with pytest.raises(Refused, match="waste_step"):
                safety.store_waste(waste=stored, **wrong)
        with pytest.raises(Refused, match="waste_step"):  # it was not weighed, and nothing drives it out
            safety.store_waste(waste=filling, place="R202")
    with store.as_("safety"):
        safety.lock_place(place="R201", why_locked="누출")
    with clock.as_of(MONDAY + timedelta(days=2)), store.as_("hana"):
        with pytest.raises(Refused, match="place_locked"):
            safety.store_waste(waste=other, weight_kg=Decimal(1), place="R201")
        for _ in range(2):  # a second click changes nothing
            made = safety.store_waste(waste=stored, place="R202")
            assert (made.state, made.stored_on, made.weight_kg, made.room.code) == ("stored", MONDAY.date(), Decimal(3), "R202")
        assert [row.room_name.ko for row in waste.here() if row.code == stored] == ["202호"]
        made = safety.store_waste(waste=filling, place="R202")
        assert (made.state, made.full_on, made.stored_on, made.weight_kg, made.room.code) == ("filling", None, None, None, "R202")


def test_into_a_locked_room_neither_gas_nor_stock_nor_waste(store: World):
    with store.as_("operator"):
        stores.add_stock_point(kind="stockroom", place="R202", name_ko="창고", code="ROOM")
        acetone()
        lot, far = (stores.receive_lot(item="ACE", stock_point=point, lot="A-1", pieces=4).code for point in ("BAR", "ROOM"))
        stores.issue_stock(stock_lot=lot, stock_point="BAR", pieces=1, organisation="HANBIT")
        inside, outside = hydrogen(1), hydrogen(2, place="R202", gas="nitrogen")
    with store.as_("hana"):
        kept = safety.receive_container(substance="67-64-1", how_much="1 L", place="R202").code
        full, here = begun("R202"), begun("R201")
    with store.as_("safety"):
        safety.lock_place(place="R201", why_locked="누출")
    back = {"stock_lot": lot, "stock_point": "BAR", "pieces": 1}
    acts = (
        ("operator", lambda: hydrogen(3)),
        ("operator", lambda: stores.connect_cylinder(cylinder=outside, place="R201")),
        ("operator", lambda: stores.disconnect_cylinder(cylinder=outside, emptied=True, place="R201")),
        ("operator", lambda: stores.receive_lot(item="ACE", stock_point="BAR", lot="A-2", pieces=1)),
        ("operator", lambda: stores.move_stock(stock_lot=far, stock_point="ROOM", to_point="BAR", pieces=1)),
        ("operator", lambda: stores.return_stock(**back, organisation="HANBIT", reason="안 열었음")),
        ("hana", lambda: begun("R201")),
        ("hana", lambda: safety.dispose_container(container=kept, waste=here)),
        ("hana", lambda: safety.store_waste(waste=full, weight_kg=Decimal(1), place="R201")),
    )
    for who, act in acts:
        with store.as_(who), pytest.raises(Refused) as shut:
            act()
        assert shut.value.code == "safety.place_locked"
    with store.as_("operator"):  # out of it, always
        assert stores.connect_cylinder(cylinder=inside, place="R202").place.code == "R202"
        stores.move_stock(stock_lot=lot, stock_point="BAR", to_point="ROOM", pieces=1)
    with store.as_("hana"):
        assert safety.store_waste(waste=here, weight_kg=Decimal(1), place="R202").room.code == "R202"


def test_where_nothing_is_attached_nothing_more_is_asked(area: World):
    with area.as_("hana"):
        safety.receive_container(substance="67-64-1", how_much="1 L", place="R201")
        found = areas.areas()
        held = rule_packs.held(found[0].packs)
        weighing.lines(found, held)
        with CaptureQueriesContext(connection) as asked:
            assert len(weighing.lines(found, held)) == 1
        assert len([one for one in asked if "safety_" in one["sql"]]) == 1, [one["sql"][:80] for one in asked]


def test_another_edition_is_compared_on_what_is_no_container_too(store: World):
    """3 gal on a shelf, 2 gal in Hanbit's waste and 1 gal in Saebom's, and a cylinder of hydrogen."""
    with store.as_("operator"):
        acetone(content="1 gal")
        stores.receive_lot(item="ACE", stock_point="BAR", lot="A-1", pieces=3)
        hydrogen()
    for who, much in (("hana", "2 gal"), ("sora", "1 gal")):
        with store.as_(who):
            made = safety.receive_container(substance="67-64-1", how_much=much, place="R201").code
            safety.dispose_container(container=made, waste=begun("R201"))
    text = files("squaremile.safety.packs").joinpath("us-ibc.toml").read_text(encoding="utf-8")
    text = text.replace("from = 4\nto = 6\npercent = 12.5", "from = 4\nto = 6\npercent = 5") + (
        '\n[[substance]]\ncas = "67-64-1"\nko = "아세톤"\nen = "acetone"\nclass = "flammable-IA"\ncertainty = "B"\nsource = "S30"\n'
    )
    with store.as_("safety"):
        code = safety.offer_pack_edition(pack="us-ibc", text=text).code
        safety.take_pack_edition(pack="us-ibc", edition=code, since=areas.today() + timedelta(days=30))
    for who, gallons, cubic_feet in (("safety", 6, 53), ("hana", 5, 53), ("sora", 4, 0)):
        with store.as_(who):
            found = pack_impact.impact(rule_packs.in_force(["us-ibc"])["us-ibc"], pack_editions.edition("us-ibc", code)[1])
        assert [(b.area.code, b.name, b.was, b.now) for b in found.beside] == [
            ("CA-1", "Acetone", ("flammable-IB",), ("flammable-IA",))
        ], who  # fmt: skip
        by_class = {s.hazard: s for one in found.areas if one.area.code == "CA-1" for s in one.shifts if s.condition == "storage"}
        assert round(by_class["flammable-IA"].after.total, 6) == gallons, who
        gas = by_class.get("flammable-gas")
        assert (round(gas.before.total) if gas and gas.before else 0) == cubic_feet, who
