"""Editing and closing places."""

from datetime import timedelta
from decimal import Decimal

import pytest

from squaremile.kernel import clock
from squaremile.kernel.errors import SquaremileError
from squaremile.spaces import operations as spaces
from tests.world import MONDAY, World

SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10]]


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


def refused(act, **asked):
    with pytest.raises(SquaremileError) as caught:
        act(**asked)
    return caught.value.code


def test_what_is_given_changes_and_the_rest_stays(world: World):
    with world.as_("operator"):
        edited = spaces.edit_place(place="R201", name_en=" Cell culture ", area_m2=Decimal("42.5"), outline=SQUARE)
        assert (edited.name_ko, edited.name_en, edited.area_m2) == ("201호", "Cell culture", Decimal("42.5"))
        assert edited.outline == [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]]


def test_its_card_follows(world: World):
    from squaremile.core.models import Card

    with world.as_("operator"):
        room = spaces.edit_place(place="R201", name_en="Cell culture")
        assert Card.objects.get(kind="place", subject=room.id).title_en == "Cell culture"
        spaces.close_place(place="R201-B1")
        assert not Card.objects.filter(kind="place", url="/space/R201-B1/").exists()


@pytest.mark.parametrize("outline", [[[0, 0], [1, 1]], [[0, 0], [4, 4], [4, 0], [0, 4]], [["a", 0]], [[1]], 7])
def test_an_outline_encloses_an_area(world: World, outline):
    with world.as_("operator"):
        assert refused(spaces.edit_place, place="R201", outline=outline) == "spaces.outline_unfit"


def test_an_outline_lies_in_the_place_around_it_even_past_undrawn_ones(world: World):
    """The control area between floor and room has no outline: the floor's counts."""
    with world.as_("operator"):
        spaces.edit_place(place="JB-A2", outline=SQUARE)
        outside = [[5, 5], [11, 5], [11, 8], [5, 8]]
        assert refused(spaces.edit_place, place="R201", outline=outside) == "spaces.outline_outside"
        assert refused(
            spaces.add_place, kind="room", name_ko="203호", name_en="", parent="JB-A2", outline=outside
        ) == "spaces.outline_outside"


def test_a_place_does_not_shrink_away_from_what_lies_in_it(world: World):
    with world.as_("operator"):
        spaces.edit_place(place="R201", outline=SQUARE)
        spaces.edit_place(place="R201-B1", outline=[[8, 8], [10, 8], [10, 10], [8, 10]])
        smaller = [[0, 0], [9, 0], [9, 9], [0, 9]]
        assert refused(spaces.edit_place, place="R201", outline=smaller) == "spaces.outline_outside"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"place": "NOWHERE"}, "core.not_found"),
        ({"place": "R201", "name_ko": " ", "name_en": ""}, "core.bad_input"),
        ({"place": "R201", "level": 3}, "core.bad_input"),
    ],
)
def test_refused_edits(world: World, asked, code):
    with world.as_("operator"):
        assert refused(spaces.edit_place, **asked) == code


def test_closing_needs_it_empty_inside(world: World):
    with world.as_("operator"):
        for code, kind, around in (("R203", "room", "JB-A2-1"), ("R203-B1", "bench", "R203")):
            spaces.add_place(kind=kind, code=code, parent=around, name_ko=code, name_en=code)
        assert refused(spaces.close_place, place="R203") == "spaces.place_not_empty"
        spaces.close_place(place="R203-B1")
        assert spaces.close_place(place="R203").active is False
        assert refused(spaces.close_place, place="R203") == "spaces.place_closed"
        assert refused(spaces.close_place, place="NOWHERE") == "core.not_found"


def test_what_somebody_holds_is_neither_closed_nor_taken_off_the_market(world: World):
    with world.as_("operator"):
        later = MONDAY + timedelta(days=30)
        held = spaces.hold(place="R201-B1", organisation="HANBIT", start=later, end=later + timedelta(days=30))
        assert refused(spaces.close_place, place="R201-B1") == "spaces.place_in_use"
        assert refused(spaces.edit_place, place="R201-B1", rentable=False) == "spaces.place_in_use"
        spaces.release(occupancy=held.code)
        assert spaces.edit_place(place="R201-B1", rentable=False).rentable is False
        assert spaces.close_place(place="R201-B1").active is False


@pytest.mark.parametrize("who", ["hana", "hajin", "programme", "finance", "auditor"])
def test_only_site_staff_keep_places(world: World, who):
    with world.as_(who):
        assert refused(spaces.edit_place, place="R201", name_en="Mine") == "access.not_allowed"
        assert refused(spaces.close_place, place="R201-B1") == "access.not_allowed"


def test_a_closed_place_is_reopened_as_it_was_and_found_again(world: World):
    from squaremile.core.models import Card

    with world.as_("operator"):
        assert refused(spaces.reopen_place, place="R201-B1") == "spaces.place_open"
        spaces.close_place(place="R201-B1")
        bench = spaces.reopen_place(place="R201-B1")
        assert (bench.active, bench.rentable) == (True, True)
        assert Card.objects.filter(kind="place", subject=bench.id).exists()
        assert refused(spaces.reopen_place, place="NOWHERE") == "core.not_found"
    with world.as_("hana"):
        assert refused(spaces.reopen_place, place="R201-B1") == "access.not_allowed"


def test_an_open_place_lies_in_an_open_place(world: World):
    with world.as_("operator"):
        spaces.add_place(kind="room", code="R203", parent="JB-A2-1", name_ko="203호", name_en="")
        spaces.add_place(kind="bench", code="R203-B1", parent="R203", name_ko="벤치", name_en="")
        spaces.close_place(place="R203-B1")
        spaces.close_place(place="R203")
        assert refused(spaces.reopen_place, place="R203-B1") == "spaces.around_closed"
        assert refused(
            spaces.add_place, kind="bench", parent="R203", name_ko="벤치 2", name_en=""
        ) == "spaces.around_closed"
        spaces.reopen_place(place="R203")
        assert spaces.reopen_place(place="R203-B1").active is True


def test_a_site_keeps_a_clock_that_exists(world: World):
    with world.as_("director"):
        asked = {"kind": "site", "name_ko": "서울", "name_en": "Seoul"}
        assert refused(spaces.add_place, **asked, time_zone="Asia/Atlantis") == "spaces.zone_unknown"
        assert refused(spaces.add_place, **asked, time_zone="/etc/passwd") == "spaces.zone_unknown"
        assert spaces.add_place(**asked, time_zone="Asia/Seoul").time_zone == "Asia/Seoul"


def test_an_outline_and_an_area_can_be_taken_off(world: World):
    with world.as_("operator"):
        spaces.edit_place(place="R201", outline=SQUARE, area_m2=Decimal("42.5"))
        bare = spaces.edit_place(place="R201", without_outline=True, without_area=True)
        assert (bare.outline, bare.area_m2, bare.name_ko) == (None, None, "201호")
