"""Door signs: from live data, kept as printed, out of date once the room says otherwise; and what companies see of rooms."""

from datetime import timedelta
from decimal import Decimal

import pytest

from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing
from squaremile.safety import operations as safety
from squaremile.safety.models import DoorSign, DoorSignDetail, RoomKeeper
from squaremile.safety.reads import biosafety, door_signs, house, sign_sheets
from squaremile.spaces import operations as spaces
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def keeps(world: World) -> None:
    """Hanbit keeps acetone in room 201, where both may read the door; room 202 is Saebom's."""
    with world.as_("safety"):
        safety.declare_area(
            name_ko="2층", name_en="Floor 2", building="JB-A", storey=2, rooms=["R201", "R202"], sprinklered=True, code="CA-2"
        )
    with world.as_("hana"):
        acetone = safety.add_substance(name_ko="아세톤", name_en="Acetone", cas="67-64-1", phase="liquid").code
        safety.enter_classes(substance=acetone, scheme="ghs", hazards=["Flam. Liq. 2", "Eye Irrit. 2"], read_in="SDS", read_on=MONDAY.date())
    receive(world, acetone, "4 L")


def receive(world: World, substance: str, how_much: str) -> None:
    with world.as_("safety"):
        safety.receive_container(substance=substance, how_much=how_much, place="R201", organisation="HANBIT")


def states(world: World, who: str = "safety") -> dict[str, str]:
    with world.as_(who):
        return {row.room: row.state for row in door_signs.signs()}


def printed(world: World, *rooms: str, days: int = 365) -> None:
    with world.as_("safety"):
        safety.print_door_signs(sign_rooms=rooms, sign_days=days)


def test_from_never_printed_to_out_of_date(world: World, keeps: None):
    assert states(world) == {"R201": "never", "R202": "never"}
    printed(world, "R201", "R202", days=10)
    assert states(world) == {"R201": "current", "R202": "current"}
    with world.as_("safety"):
        (row, _) = door_signs.signs()
        assert [h.word.en for h in row.told.hazards] == ["Flammable", "Irritant or harmful"]
        assert [w.en for w in row.told.wear] == ["Eye protection", "Gloves", "Lab coat"]
    with world.as_("hana"):
        acid = safety.add_substance(name_ko="염산", name_en="Hydrochloric acid", cas="7647-01-0", phase="liquid").code
        safety.enter_classes(substance=acid, scheme="ghs", hazards=["H314"], read_in="SDS", read_on=MONDAY.date())
    receive(world, acid, "1 L")
    assert states(world) == {"R201": "outdated", "R202": "current"}
    with world.as_("safety"):
        assert [label.en for label in door_signs.stale()[0].changed] == ["hazards", "protection"]
    printed(world, "R201")
    with clock.as_of(MONDAY + timedelta(days=11)):
        assert states(world) == {"R201": "current", "R202": "expired"}


def test_more_of_the_same_changes_no_sign(world: World, keeps: None):
    printed(world, "R201")
    receive(world, "67-64-1", "1 L")
    assert states(world)["R201"] == "current"


def test_a_change_of_manager_or_level_makes_it_old(world: World, keeps: None):
    printed(world, "R201", "R202")
    with world.as_("safety"):
        safety.set_room_card(place="R201", protection=["ears"], manager="강책임", manager_phone="010-1234-5678")
        safety.declare_room_biosafety(place="R202", biosafety_level=2, admits=["cell_line"], manager="강책임")
        changed = {row.room: [label.en for label in row.changed] for row in door_signs.signs()}
    assert changed["R201"] == ["protection", "manager", "telephone"]
    assert changed["R202"] == ["hazards", "biosafety level", "what is handled", "protection", "manager"]


@pytest.mark.parametrize("said", [{"sign_rooms": []}, {"sign_rooms": ["R201"], "sign_days": 0}, {"sign_rooms": ["R201"], "sign_days": 731}])
def test_what_is_refused(world: World, said):
    with world.as_("safety"), pytest.raises(Invalid, match="door_sign_unsound"):
        safety.print_door_signs(**said)


def test_who_may_not(world: World):
    with world.as_("safety"):
        with pytest.raises(Missing):
            safety.print_door_signs(sign_rooms=["R201", "NO"])
        with pytest.raises(Invalid, match="room_card_unsound"):
            safety.set_room_card(place="R201", protection=["hat"])
    for who in ("hajin", "auditor", "finance"):
        with world.as_(who):
            for act in (lambda: safety.print_door_signs(sign_rooms=["R201"]), lambda: safety.set_room_card(place="R201"),
                        lambda: safety.add_shut_off(place="JB-A", shut_off_kind="gas", where_en="x")):  # fmt: skip
                with pytest.raises(Forbidden):
                    act()


class TestWhatACompanySees:
    def test_what_hangs_at_the_door_and_no_more(self, world: World, keeps: None):
        printed(world, "R201")
        with world.as_("safety"):
            safety.set_room_card(place="R201", manager="강책임", manager_phone="010-1234-5678")
        with world.as_("sora"):
            (row,) = door_signs.signs()
            assert (row.room, row.state, row.changed, [h.word.en for h in row.told.hazards]) == ("R201", "", (), ["Flammable", "Irritant or harmful"])
            assert DoorSignDetail.objects.count() == 0
            with pytest.raises(Forbidden):
                door_signs.live(house.rooms())
            assert {*DoorSign.objects.get().says} & {*door_signs.CONTACTS} == set()

    def test_a_manager_is_known_where_one_sits(self, world: World):
        with world.as_("safety"):
            safety.declare_room_biosafety(place="R201", biosafety_level=2, admits=["cell_line"], manager="강책임", manager_phone="010-1234")
            room = next(r.id for r in house.rooms() if r.code == "R201")

        def known(who: str) -> tuple[object, str]:
            with world.as_(who):
                return door_signs.keeper(room), biosafety.rooms()[0].phone

        assert [known(who) for who in ("hana", "sora", "finance")] == [(("강책임", "010-1234"), "010-1234")] * 3
        with world.as_("operator"):
            spaces.hold(place="R201-B1", organisation="SAEBOM", start=MONDAY, end=MONDAY + timedelta(days=90))
        assert (known("hana"), known("sora")[1], known("operator")[1]) == ((None, ""), "010-1234", "010-1234")
        with world.as_("hana"):
            assert RoomKeeper.objects.count() == 0


def test_waste_and_agents_count(world: World):
    with world.as_("safety"):
        safety.add_waste_generator(waste_regime="us", name_en="The centre", code="WG-1")
    with world.as_("hana"):
        acid = safety.start_waste(waste_generator="WG-1", place="R202", waste_stream="acid", contents="acid").code
    with world.as_("safety"):
        hazards = door_signs.hazards_in()
        assert [sorted(each) for each in hazards.values()] == [["corrosive"]]
        safety.store_waste(waste=acid, weight_kg=Decimal(1))
    with world.as_("operator"):
        safety.collect_waste(wastes=[acid], manifest="M-1", carrier="x")
        assert not any(door_signs.hazards_in().values())


def test_on_paper(world: World, keeps: None):
    from pypdf import PdfReader

    printed(world, "R201", "R202")
    with world.as_("safety"):
        content = sign_sheets.pdf(door_signs.printed_says(["R201", "R202"]), address="https://lab.example/{code}")
    import io

    sheets = PdfReader(io.BytesIO(content)).pages
    said = sheets[0].extract_text()
    assert len(sheets) == 2
    for words in ("201호", "Room 201", "인화성", "Flammable", "119", "Valid until 2028-02-29"):
        assert words in said
    assert "Hanbit" not in said
    assert "아세톤" not in said


def test_shut_offs(world: World):
    with world.as_("operator"):
        made = safety.add_shut_off(place="JB-A", shut_off_kind="gas", where_ko="북쪽 계단", where_en="North stairs")
        with pytest.raises(Invalid, match="shut_off_unsound"):
            safety.add_shut_off(place="JB-A", shut_off_kind="gas")
    with world.as_("sora"):
        assert [row.where.en for row in house.shut_offs()] == ["North stairs"]
    with world.as_("operator"):
        safety.give_up_shut_off(shut_off=made.code)
        assert house.shut_offs() == []
        with pytest.raises(Missing, match="shut_off_unknown"):
            safety.give_up_shut_off(shut_off=made.code)
