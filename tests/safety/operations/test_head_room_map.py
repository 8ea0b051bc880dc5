"""The map of head-room: each state of a class against its own limit, and of laboratory units too."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from squaremile.kernel.words import Text
from squaremile.safety import operations as safety
from squaremile.safety.policies import packs
from squaremile.safety.policies.quantity import amount
from squaremile.safety.policies.sums import Item
from squaremile.safety.reads import head_room_map
from squaremile.safety.reads.areas import AreaRow
from tests.world import World

LONG_AGO = date(2020, 1, 1)


@pytest.mark.django_db
def test_a_liquid_is_held_against_the_limit_of_liquids(world: World):
    """Corrosive on storey 4 with sprinklers: 125 gal of liquid beside 1,250 lb of solid. A company hears the same of an area in
    which the others have as little solid as nothing."""
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=4, name_ko="4층", sprinklered=True, rooms=["R201"], code="CA-4")
        safety.put_pack_in_force(area="CA-4", pack="us-ibc", since=LONG_AGO)
        substances = [safety.add_substance(phase=phase, name_ko=phase, density=Decimal(1)).code for phase in ("liquid", "solid")]
        for code in substances:
            safety.enter_classes(substance=code, scheme="us-ibc", hazards=["corrosive"], read_in="SDS", read_on=LONG_AGO)
        liquid, solid = substances
        safety.receive_container(substance=liquid, how_much="120 gal", place="R201", organisation="HANBIT")

    def told(who: str) -> tuple[object, ...]:
        with world.as_(who):
            chosen = next(c for c in head_room_map.choices() if c.key == "us-ibc:corrosive")
            (row,) = head_room_map.by_class(chosen)
        return row.limit, row.unit, row.percent, row.fifths, row.step

    assert told("safety") == (Decimal(125), "gal", 96, None, 3)
    before = told("sora")
    assert before == (Decimal(125), "gal", None, 0, 4)
    with world.as_("safety"):
        safety.receive_container(substance=solid, how_much="20 lb", place="R201", organisation="HANBIT")
    assert told("sora") == before


def test_a_laboratory_unit_has_limits_on_the_map():
    pack, name = packs.pack("nfpa-45"), Text(ko="", en="")
    area = AreaRow(uuid4(), "CA-1", name, "JB-A", name, 1, True, "B", True, ("nfpa-45",), (), Decimal(100))
    item = Item("x", amount(10, "gal"), "liquid", ("class-I",))
    ((found, (total,)),) = head_room_map._sums(pack, "class-I", area, [item])
    assert (found.unit, total, bool(found.limit)) == ("gal", 10, True)
