"""What training shuts besides booking; and that a company's own classes lower nothing before safety has agreed."""

from datetime import date

import pytest
from django.db import Error, transaction

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Refused
from squaremile.safety import operations as safety
from squaremile.safety.gates import let_in
from squaremile.safety.models import ClassAgreement, Substance, SubstanceClass
from squaremile.safety.operations.substances import seen
from squaremile.safety.policies import packs
from squaremile.safety.policies.verification import rows
from squaremile.safety.reads import areas, rule_packs, stock, weighing
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
READ = {"read_in": "SDS", "read_on": date(2027, 2, 1)}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def area(world):
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="1층", sprinklered=True, rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=date(2020, 1, 1))
        for row in rows(packs.pack("us-ibc")):
            safety.verify_pack_row(pack="us-ibc", pack_row=row.key, read_in="IBC 2021", read_on=date(2027, 1, 1))


@pytest.fixture
def course(world):
    with world.as_("safety"):
        safety.publish_course(code="SOLVENT", minutes=60, signed_off=True, name_ko="유기용제", name_en="Solvents")


def trained(world, who):
    with world.as_("operator"):
        safety.sign_off_training(course="SOLVENT", person=world.people[who])


def test_a_substance_of_a_class_demands_its_course(world, area, course):
    with world.as_("safety"):
        safety.need_course(course="SOLVENT", scheme="us-ibc", hazard="IB")
        safety.need_course(course="SOLVENT", scheme="ghs", hazard="H350")
        for said in ({"scheme": "us-ibc"}, {"scheme": "us-ibc", "hazard": "sleepy"}, {"scheme": "nowhere", "hazard": "x"},
                     {"entering": "R201", "place": "R201"}):  # fmt: skip
            with pytest.raises(Invalid):
                safety.need_course(course="SOLVENT", **said)
        safety.add_substance(phase="liquid", cas="67-64-1", name_en="Acetone")
        safety.add_substance(phase="solid", cas="7647-14-5", name_en="Salt")
    with world.as_("hana"):
        safety.receive_container(substance="7647-14-5", how_much="1 kg", place="R202", bringing=_approved(world, "7647-14-5", "1 kg"))
        with pytest.raises(Refused) as shut:
            safety.receive_container(substance="67-64-1", how_much="1 L", place="R201")
        assert (shut.value.code, shut.value.remedy.url) == ("safety.bring_untrained", "/safety/training/courses/SOLVENT/")
    trained(world, "hana")
    with world.as_("hana"):
        assert safety.receive_container(substance="67-64-1", how_much="1 L", place="R201").state == "received"
    with world.as_("safety"):
        safety.end_course_need(course="SOLVENT", scheme="us-ibc", hazard="flammable-IB")
    with world.as_("haeun"):
        assert safety.receive_container(substance="67-64-1", how_much="1 L", place="R201").state == "received"


def _approved(world, substance, how_much):
    with world.as_("hana"):
        code = safety.ask_to_bring(substance=substance, how_much=how_much, place="R202").code
    with world.as_("safety"):
        return safety.settle_bringing(bringing=code, approve=True, reason="ok").code


def test_access_to_a_place_demands_its_course(world, course):
    class Entering:
        person = world.people["hana"]
        zones = ("R201", "연구동")

    with world.as_("safety"):
        assert list(let_in(Entering)) == []
        safety.need_course(course="SOLVENT", entering="JB-A2")
        assert [(gate.code, gate.open) for gate in let_in(Entering)] == [("safety.enter_untrained", False)]
    trained(world, "hana")
    with world.as_("safety"):
        assert [gate.open for gate in let_in(Entering)] == [True]


@pytest.fixture
def beside(world, area):
    """202 is in an area of its own; Hanbit has acetone in both rooms."""
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="옆", sprinklered=True, rooms=["R202"], code="CA-2")
        safety.put_pack_in_force(area="CA-2", pack="us-ibc", since=date(2020, 1, 1))
        safety.add_substance(phase="liquid", cas="67-64-1", name_en="Acetone")
    with world.as_("hana"):
        return [safety.receive_container(substance="67-64-1", how_much="1 L", place=room).code for room in ("R201", "R202")]


def test_into_a_locked_place_nothing_is_brought(world, beside):
    inside, outside = beside
    with world.as_("safety"):
        locked = safety.lock_place(place="R201", why_locked="누출").code
    with world.as_("hana"):
        agent = safety.register_agent(kind="cell_line", risk_group=1, read_in="ATCC", name_en="HEK293").code
        for act in (
            lambda: safety.receive_container(substance="67-64-1", how_much="1 L", place="R201"),
            lambda: safety.move_container(container=outside, place="R201"),
            lambda: safety.bring_agent(agent=agent, place="R201", amount_held=1, counted_in="바이알"),
        ):
            with pytest.raises(Refused) as shut:
                act()
            assert shut.value.code == "safety.place_locked"
        safety.open_container(container=inside)
        assert safety.move_container(container=inside, place="R202").room.code == "R202"  # out of it, always
    with world.as_("safety"):
        safety.release_place(place_lock=locked, looked_at="환기함")
    with world.as_("hana"):
        assert safety.move_container(container=outside, place="R201").room.code == "R201"


def test_what_is_here_is_carried_to_safety_by_whoever_is_near(world, beside, course):
    inside, _outside = beside
    with world.as_("safety"):
        safety.need_course(course="SOLVENT", scheme="us-ibc", hazard="IB")
        safety.lock_place(place="R201", why_locked="누출")
    with world.as_("hana"):
        with pytest.raises(Refused, match="bring_untrained"):
            safety.receive_container(substance="67-64-1", how_much="1 L", place="R202")
        assert safety.move_container(container=inside, place="R202").room.code == "R202"


def test_into_another_room_it_is_carried_by_who_is_trained(world, beside, course):
    inside, outside = beside
    with world.as_("safety"):
        safety.need_course(course="SOLVENT", scheme="us-ibc", hazard="IB")
        locked = safety.lock_place(place="R202", why_locked="누출").code
    with world.as_("hana"):
        assert safety.move_container(container=outside, place="R201").room.code == "R201"  # out of it, by whoever is near
    with world.as_("safety"):
        safety.release_place(place_lock=locked, looked_at="환기함")
    with world.as_("hana"):
        for code in (inside, outside):
            with pytest.raises(Refused) as shut:
                safety.move_container(container=code, place="R202")
            assert (shut.value.code, shut.value.remedy.url) == ("safety.bring_untrained", "/safety/training/courses/SOLVENT/")
        assert safety.move_container(container=inside, place="R201", condition="open").condition == "open"  # it stays in its room
    trained(world, "haeun")
    with world.as_("haeun"):
        assert safety.move_container(container=outside, place="R202").room.code == "R202"


class TestStricterReading:
    """Hanbit registers acetone as its own and says that it hardly burns."""

    @pytest.fixture
    def understated(self, world, area):
        with world.as_("hana"):
            made = safety.add_substance(phase="liquid", cas="67-64-1", name_en="Our solvent", flash_c=70, figures_from="our sheet")
            safety.enter_classes(substance=made.code, scheme="us-ibc", hazards=["combustible-IIIA"], **READ)
        return made.code

    def ask(self, code, how_much="40 gal"):
        return safety.ask_to_bring(substance=code, how_much=how_much, place="R201")

    def test_it_lowers_nothing_before_safety_agrees(self, world, understated):
        with world.as_("hana"):
            said = self.ask(understated, "300 gal")
            assert said.answer == "no"
            assert {each["class"] for each in said.told["sums"]} >= {"flammable-IB"}
            safety.receive_container(substance=understated, how_much="1 gal", place="R201")
        with world.as_("safety"):
            known = stock.known(Substance.objects.get(code=understated))
            assert (known.own, dict(known.entered), dict(known.claimed)) == (True, {}, {"us-ibc": ("combustible-IIIA",)})
            assert all("flammable-IB" in line.item.classes for line in _there()) and _there()
            with pytest.raises(Refused) as other:
                safety.agree_classes(substance=understated, scheme="us-ibc", hazards=["flammable-IB"])
            assert other.value.code == "safety.class_other"
            safety.agree_classes(substance=understated, scheme="us-ibc", hazards=["combustible-IIIA"])
            with pytest.raises(Refused) as twice, transaction.atomic():
                safety.agree_classes(substance=understated, scheme="us-ibc", hazards=["combustible-IIIA"])
            assert twice.value.code == "safety.class_agreed"
            assert [line.item.classes for line in _there()] == [("combustible-IIIA",)]
        with world.as_("hana"):
            assert {each["class"] for each in self.ask(understated, "300 gal").told["sums"]} == {"combustible-IIIA"}
            # What is entered anew is not agreed.
            safety.enter_classes(substance=understated, scheme="us-ibc", hazards=["combustible-IIIB"], **READ)
            assert "flammable-IB" in {each["class"] for each in self.ask(understated, "300 gal").told["sums"]}

    def test_what_nobody_else_knows_needs_approval(self, world, area):
        with world.as_("hana"):
            made = safety.add_substance(phase="liquid", name_en="Secret brew")
            safety.enter_classes(substance=made.code, scheme="us-ibc", hazards=["combustible-IIIB"], **READ)
            assert self.ask(made.code, "1 L").answer == "needs_approval"
        with world.as_("safety"):
            safety.agree_classes(substance=made.code, scheme="us-ibc", hazards=["combustible-IIIB"])
        with world.as_("hana"):
            assert self.ask(made.code, "1 L").answer == "yes"

    def test_the_database_lets_nobody_agree_for_herself(self, world, understated):
        with world.as_("hana"):
            with pytest.raises(Forbidden):
                safety.agree_classes(substance=understated, scheme="us-ibc", hazards=["combustible-IIIA"])
            entry = SubstanceClass.objects.get(substance__code=understated, current=True)
            assert entry.entered_by_id == world.people["hana"]
        for who, name in (("hana", "hana"), ("hajin", "safety"), ("operator", "operator"), ("safety", "director")):
            with world.as_(who), pytest.raises(Error, match="row-level security"), transaction.atomic():
                ClassAgreement.objects.create(entry_id=entry.id, person_id=world.people[name], agreed_at=MONDAY)
        with world.as_("hana"), pytest.raises(Error, match="row-level security"), transaction.atomic():
            SubstanceClass.objects.create(
                substance_id=entry.substance_id, scheme="ghs", classes=[], entered_at=MONDAY, entered_by_id=world.people["safety"], **READ
            )
        with world.as_("sora"):
            assert not ClassAgreement.objects.exists()

    def test_of_the_shared_register_staff_speak(self, world, area):
        with world.as_("operator"):
            made = safety.add_substance(phase="solid", name_en="Shared powder")
            safety.enter_classes(substance=made.code, scheme="us-ibc", hazards=["oxidizer-1"], **READ)
        with world.as_("hana"):
            known = stock.known(seen(made.code))
            assert (dict(known.entered), dict(known.claimed), known.own) == ({"us-ibc": ("oxidizer-1",)}, {}, False)


def _there():
    """What stands in the area, as sums of the pack see it."""
    return weighing.lines(areas.areas()[:1], rule_packs.held(["us-ibc"]))
