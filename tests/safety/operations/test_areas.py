"""Control areas: who declares them, what they refuse, and which rules are in force on a day."""

from datetime import date, timedelta

import pytest

from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.safety import operations as safety
from squaremile.safety.reads import areas
from tests.world import World

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def area(world: World):
    with world.as_("safety"):
        return safety.declare_area(building="JB-A", storey=2, name_ko="2층", rooms=["R201"]).code


def test_rooms_and_cabinets_of_an_area(world: World, area: str):
    with world.as_("operator"):
        safety.add_area_rooms(area=area, rooms=["R202"])
        safety.add_cabinet(place="R202", name_ko="보관함", approved=True)
    with world.as_("hana"):
        seen = areas.area(area)
    assert [(room.code, len(room.cabinets)) for room in seen.rooms] == [("R201", 0), ("R202", 1)]
    assert seen.cabinets
    with world.as_("safety"):
        safety.remove_area_room(area=area, place="R202")
        assert [room.code for room in areas.area(area).rooms] == ["R201"]
        assert not areas.area(area).cabinets


def test_a_pack_holds_from_its_day_to_its_last(world: World, area: str):
    first, last = date(2027, 1, 1), date(2027, 3, 31)
    with world.as_("safety"):
        safety.put_pack_in_force(area=area, pack="us-ibc", since=first)
        with pytest.raises(Refused, match=r"safety\.pack_in_force"):
            safety.put_pack_in_force(area=area, pack="us-ibc", since=last)
        with pytest.raises(Refused, match=r"safety\.pack_span"):
            safety.end_pack(area=area, pack="us-ibc", ends_on=first - DAY)
        safety.end_pack(area=area, pack="us-ibc", ends_on=last)
        days = (first - DAY, first, last, last + DAY)
        assert [areas.area(area, on=day).packs for day in days] == [(), ("us-ibc",), ("us-ibc",), ()]
        with pytest.raises(Invalid, match=r"safety\.pack_unknown"):
            safety.put_pack_in_force(area=area, pack="nowhere", since=first)


@pytest.mark.parametrize(("said", "code"), [
    ({"storey": 0}, "safety.area_unsound"), ({"name_ko": ""}, "safety.area_unsound"), ({"lab_unit": "Z"}, "safety.area_unsound"),
    ({"rooms": ["R201"]}, "safety.room_elsewhere"), ({"rooms": ["R201-B1"]}, "safety.room_unfit"),
    ({"rooms": ["NOWHERE"]}, "core.not_found"), ({"building": "NOWHERE"}, "core.not_found"),
])  # fmt: skip
def test_what_is_no_area_is_refused(world: World, area: str, said, code):
    sound = {"building": "JB-A", "storey": 2, "name_ko": "2층 동쪽", "rooms": []}
    with world.as_("safety"), pytest.raises((Refused, Invalid, Missing), match=code):
        safety.declare_area(**sound | said)


@pytest.mark.parametrize("who", ["hajin", "hana", "finance", "auditor"])
def test_only_safety_and_operations_declare(world: World, who: str):
    with world.as_(who), pytest.raises(Forbidden):
        safety.declare_area(building="JB-A", storey=2, name_ko="2층")


def test_a_storey_has_no_more_areas_than_the_pack_allows(world: World):
    """Two on storeys 4 to 6, by IBC table 414.2.2: five would be two and a half times what may stand there."""
    with world.as_("safety"):
        for n, storey in enumerate((4, 4, 4, 1)):
            safety.declare_area(building="JB-A", storey=storey, name_ko=f"{n}", code=f"CA-{n}")
        since = areas.today()
        for code in ("CA-0", "CA-1", "CA-3"):
            safety.put_pack_in_force(area=code, pack="us-ibc", since=since)
        with pytest.raises(Refused, match=r"safety\.storey_full"):
            safety.put_pack_in_force(area="CA-2", pack="us-ibc", since=since)
        with pytest.raises(Refused, match=r"safety\.storey_full"):
            safety.edit_area(area="CA-3", storey=4, name_ko="3")
        safety.put_pack_in_force(area="CA-2", pack="kr-fire", since=since)
        safety.edit_area(area="CA-1", storey=4, name_ko="1", active=False)
        safety.edit_area(area="CA-3", storey=4, name_ko="3")
        with pytest.raises(Refused, match=r"safety\.storey_full"):
            safety.edit_area(area="CA-1", storey=4, name_ko="1", active=True)
