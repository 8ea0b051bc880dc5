"""What no pack can class is counted, named and makes a sum an "at least": of one's own for a company, of all for safety."""

from datetime import date

import pytest

from squaremile.safety import operations as safety
from squaremile.safety.reads import bringings, head_room, rooms, unclassified
from tests.world import World

pytestmark = pytest.mark.django_db
DAY = date(2020, 1, 1)


@pytest.fixture
def shelf(world: World) -> dict[str, str]:
    """Acetone of everybody; a mixture of Hanbit's that nobody can class, and a rival's own."""
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="1층", rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=DAY)
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
        made = {}
        for whose, name in (("HANBIT", "우리 세정액"), ("SAEBOM", "새봄 후보물질")):
            code = safety.add_substance(phase="liquid", name_ko=name, organisation=whose).code
            made[whose] = safety.receive_container(substance=code, how_much="1 L", place="R201", organisation=whose).code
            safety.receive_container(substance="67-64-1", how_much="1 L", place="R201", organisation=whose)
        return made


def test_each_is_told_of_her_own_and_safety_of_all(world: World, shelf: dict[str, str]):
    with world.as_("hana"):
        assert unclassified.codes(unclassified.everywhere()) == {shelf["HANBIT"]}
        assert rooms.room("R201").unclassified == 1
    with world.as_("safety"):
        assert unclassified.codes(unclassified.everywhere()) == set(shelf.values())
        (full,) = head_room.building()
        assert full.unclassified == len(unclassified.everywhere()) == 2
        assert rooms.room("R201").unclassified == 2


def test_the_answer_says_at_least_of_ones_own_alone(world: World, shelf: dict[str, str]):
    with world.as_("hana"):
        made = safety.ask_to_bring(substance="67-64-1", how_much="1 L", place="R201")
        assert made.told["at_least"] is True
        said = bringings.bringing(made.code).unclassified
        assert ("우리 세정액" in said.ko, "새봄" in said.ko, "1 of them" in said.en) == (True, False, True)
        safety.dispose_container(container=shelf["HANBIT"])
        assert safety.ask_to_bring(substance="67-64-1", how_much="1 L", place="R201").told["unclassified"] is None
    with world.as_("safety"):
        exact = safety.ask_to_bring(substance="67-64-1", how_much="1 L", place="R201").told
        assert "새봄 후보물질" in exact["unclassified"]["ko"]
        hers = safety.ask_to_bring(substance="67-64-1", how_much="1 L", place="R201", organisation="HANBIT").told
        assert (hers["at_least"], hers["unclassified"]) == (False, None)


def test_an_entered_class_ends_it(world: World, shelf: dict[str, str]):
    with world.as_("safety"):
        substance = next(each for each in unclassified.everywhere() if shelf["HANBIT"] in each.containers).substance
        safety.enter_classes(substance=substance, scheme="us-ibc", hazards=["flammable-IB"], read_in="SDS", read_on=DAY)
        assert unclassified.codes(unclassified.everywhere()) == {shelf["SAEBOM"]}


def test_what_was_looked_at_and_is_in_no_class_is_not_unclassified(world: World, shelf: dict[str, str]):
    with world.as_("safety"):
        salt = safety.add_substance(phase="solid", cas="7647-14-5", name_ko="염화나트륨").code
    with world.as_("hana"):
        assert safety.ask_to_bring(substance="7647-14-5", how_much="1 kg", place="R201").answer == "needs_approval"
    with world.as_("safety"):
        safety.enter_classes(substance=salt, scheme="us-ibc", hazards=[], read_in="SDS", read_on=DAY)
        before = unclassified.count(unclassified.everywhere())
        safety.receive_container(substance=salt, how_much="1 kg", place="R201", organisation="HANBIT")
        assert unclassified.count(unclassified.everywhere()) == before
    with world.as_("hana"):
        assert safety.ask_to_bring(substance="7647-14-5", how_much="1 kg", place="R201").answer == "yes"
