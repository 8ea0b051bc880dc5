"""Rooms: what stands in them, what does not get along, and that a rival's bottle is in no warning."""

from datetime import date

import pytest

from squaremile.kernel.errors import Invalid
from squaremile.safety import operations as safety
from squaremile.safety.reads import bringings, containers, rooms
from tests.world import World

pytestmark = pytest.mark.django_db
DAY = date(2027, 3, 1)


@pytest.fixture
def bottles(world: World) -> dict[str, str]:
    """Acetone and nitric acid of one company in 201; a rival's lye beside them."""
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="1층", sprinklered=True, rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=DAY)
        made = {}
        for name, cas, whose, given in (
            ("acetone", "67-64-1", "HANBIT", ()), ("nitric", "7697-37-2", "HANBIT", ("acid", "oxidiser")), ("lye", "1310-73-2", "SAEBOM", ("base",)),
        ):  # fmt: skip
            substance = safety.add_substance(phase="liquid", cas=cas, name_en=name)
            if given:
                safety.enter_classes(substance=substance.code, scheme="storage-group", hazards=given, read_in="SDS", read_on=DAY)
            made[name] = safety.receive_container(substance=cas, how_much="1 L", place="R201", organisation=whose).code
        with pytest.raises(Invalid, match="class_unknown"):
            safety.enter_classes(substance=substance.code, scheme="storage-group", hazards=["castle"], read_in="SDS", read_on=DAY)
        return made


def said(room: rooms.Room) -> list[str]:
    return [each.clash.says.en.partition(".")[0] for each in room.beside]


def test_each_sees_what_does_not_get_along_of_her_own(world: World, bottles: dict[str, str]):
    with world.as_("safety"):
        assert said(rooms.room("R201")) == ["Keep oxidisers and flammables apart", "Keep acids and bases apart"]
    with world.as_("hana"):
        room = rooms.room("R201")
        assert said(room) == ["Keep oxidisers and flammables apart"]
        assert {row.code for row in room.containers} == {bottles["acetone"], bottles["nitric"]}
        assert [b.containers for b in rooms.tree() if b.room] == [2]
        row, _ = containers.container(bottles["acetone"])
        assert [each.clash.others for each in rooms.around(row)] == [(bottles["acetone"],)]
    with world.as_("sora"):
        assert said(rooms.room("R201")) == []


def test_bringing_warns_of_ones_own_neighbours_alone(world: World, bottles: dict[str, str]):
    with world.as_("sora"):
        told = bringings.bringing(safety.ask_to_bring(substance="7697-37-2", how_much="1 L", place="R201").code)
        assert [w.en.partition(".")[0] for w in told.warnings] == ["Keep acids and bases apart"]
    with world.as_("safety"):
        hers = safety.ask_to_bring(substance="7697-37-2", how_much="1 L", place="R201", organisation="SAEBOM")
        assert [w["en"].partition(".")[0] for w in hers.told["warnings"]] == ["Keep acids and bases apart"]
        all_of_it = safety.ask_to_bring(substance="7697-37-2", how_much="1 L", place="R201").told["warnings"]
        assert len(all_of_it) == 2
