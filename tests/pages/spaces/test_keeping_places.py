"""Adding, editing, closing and reopening places by their pages."""

import re

import pytest

from squaremile.spaces import operations as spaces
from squaremile.spaces.models import Place
from tests.world import World

pytestmark = pytest.mark.usefixtures("monday")
ROOM = {"kind": "room", "code": "R203", "name_ko": "203호", "name_en": "Room 203", "area_m2": "24.5", "position": "3",
        "outline": "0,0 6,0 6,4.5 0,4.5"}


def text_of(response, status: int = 200) -> str:
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def kept(world: World, code: str) -> Place:
    with world.as_("operator"):
        return Place.objects.get(code=code)


def test_a_room_is_added_where_it_belongs(world: World, visit):
    client = visit("operator", "en")
    page = text_of(client.get("/space/add?parent=JB-A2-1"))
    assert re.findall(r'<option value="(\w+)"', page) == ["room", "suite", "bay", "bench", "desk", "shelf"]
    assert 'name="level"' not in page
    assert client.post("/space/add?parent=JB-A2-1", ROOM)["Location"] == "/space/R203/"
    made = kept(world, "R203")
    assert (made.kind, str(made.area_m2), made.rentable) == ("room", "24.50", False)
    assert made.outline == [[0.0, 0.0], [6.0, 0.0], [6.0, 4.5], [0.0, 4.5]]
    floor = text_of(visit("hana", "en").get("/space/JB-A2/"))
    assert 'data-room="R203"' in floor


def test_a_floor_needs_its_storey(world: World, visit):
    client = visit("director", "en")
    asked = {"kind": "floor", "code": "JB-A3", "name_en": "Floor 3", "position": "0", "level": ""}
    assert "A floor has a storey." in text_of(client.post("/space/add?parent=JB-A", asked), 422)
    assert client.post("/space/add?parent=JB-A", {**asked, "level": "3"}).status_code == 303
    assert kept(world, "JB-A3").level == 3


def test_a_site_has_a_clock_that_exists(world: World, visit):
    client = visit("director", "en")
    asked = {"kind": "site", "code": "SE", "name_en": "Seoul", "time_zone": "Asia/Atlantis"}
    assert "spaces.zone_unknown" in text_of(client.post("/space/add", asked), 422)
    assert client.post("/space/add", {**asked, "time_zone": "Asia/Seoul"})["Location"] == "/space/SE/"
    assert text_of(client.get("/space/?site=SE")).count("<h1>Seoul</h1>") == 1


@pytest.mark.parametrize(
    ("more", "status", "says"),
    [
        ({"code": "R201"}, 409, "core.code_taken"),
        ({"outline": "0,0 6"}, 422, "Write corners as"),
        ({"outline": "0,0 6,0"}, 422, "spaces.outline_unfit"),
        ({"kind": "building"}, 422, "place_kind"),
        ({"name_ko": "", "name_en": " "}, 409, "core.bad_input"),
        ({"area_m2": "-1"}, 422, "place_area_m2"),
    ],
)
def test_refusals_stand_by_the_form_and_change_nothing(world: World, visit, more, status, says):
    before = kept(world, "R201").name_en
    page = text_of(visit("operator", "en").post("/space/add?parent=JB-A2-1", {**ROOM, **more}), status)
    assert says in page
    with world.as_("operator"):
        assert Place.objects.filter(code="R203").count() == 0
    assert kept(world, "R201").name_en == before


def test_what_is_written_comes_back_and_what_is_cleared_goes(world: World, visit):
    client = visit("operator", "en")
    client.post("/space/add?parent=JB-A2-1", ROOM)
    page = text_of(client.get("/space/R203/edit"))
    assert "0,0 6,0 6,4.5 0,4.5" in page
    assert 'value="24.50"' in page
    asked = {"name_ko": "세포실", "name_en": "", "area_m2": "", "position": "7", "rentable": "on", "outline": ""}
    assert client.post("/space/R203/edit", asked)["Location"] == "/space/R203/"
    changed = kept(world, "R203")
    assert (changed.name_ko, changed.name_en, changed.area_m2, changed.outline, changed.rentable, changed.position) == (
        "세포실", "", None, None, True, 7
    )


def test_closed_taken_back_and_found_again(world: World, visit):
    client = visit("operator", "en")
    answer = client.post("/space/R201-B1/close")
    assert answer["Location"] == "/space/R201/"
    page = text_of(client.get("/space/R201/"))
    assert 'action="/space/R201-B1/reopen"' in page.partition('id="keep"')[2]
    assert page.count('action="/space/R201-B1/reopen"') == 2  # the list, and the toast that takes it back
    assert "/space/R201-B1/reopen" not in text_of(visit("hana", "en").get("/space/R201/"))
    assert client.post("/space/R201-B1/close").status_code == 303
    assert client.post("/space/R201-B1/reopen")["Location"] == "/space/R201-B1/"
    assert kept(world, "R201-B1").active
    assert client.post("/space/R201-B1/reopen").status_code == 303
    assert "/space/R201-B1/" in text_of(visit("hana", "en").get("/search/?q=Bench B1"))


def test_what_holds_open_places_is_not_closed(world: World, visit):
    page = text_of(visit("operator", "en").post("/space/JB-A2-1/close"), 409)
    assert page.index('id="close"') < page.index("spaces.place_not_empty")
    assert kept(world, "JB-A2-1").active


def test_a_closed_place_is_reopened_from_the_outside_in(world: World, visit):
    client = visit("operator", "en")
    client.post("/space/add?parent=JB-A2-1", ROOM)
    with world.as_("operator"):
        spaces.add_place(kind="bench", code="R203-B1", parent="R203", name_ko="벤치", name_en="Bench")
        spaces.close_place(place="R203-B1")
        spaces.close_place(place="R203")
    assert "spaces.around_closed" in text_of(client.post("/space/R203-B1/reopen"), 409)
    assert "spaces.around_closed" in text_of(
        client.post("/space/add?parent=R203", {"kind": "bench", "name_en": "Bench 2", "position": "0"}), 409
    )
    assert "/space/add?parent=R203" not in text_of(client.get("/space/R203/"))
    assert [client.post(f"/space/{code}/reopen").status_code for code in ("R203", "R203-B1")] == [303, 303]


@pytest.mark.parametrize("who", ["hana", "hajin", "programme", "auditor", "safety"])
def test_only_those_who_keep_the_places(world: World, visit, who):
    client = visit(who, "en")
    for address in ("/space/add", "/space/add?parent=JB-A2-1", "/space/R201/edit"):
        assert client.get(address).status_code == 403
    for address in ("/space/add?parent=JB-A2-1", "/space/R201/edit", "/space/R201-B1/close", "/space/R201-B1/reopen"):
        assert client.post(address, ROOM).status_code == 403
    for address in ("/space/", "/space/JB-A2/", "/space/R201/"):
        assert 'id="keep"' not in text_of(client.get(address))


def test_what_is_not_there(visit):
    client = visit("operator")
    assert client.get("/space/NOWHERE/edit").status_code == 404
    assert client.get("/space/add?parent=NOWHERE").status_code == 404
    assert client.post("/space/NOWHERE/close").status_code == 404


def test_without_a_site_the_first_step_is_offered(world: World, visit):
    with world.as_("operator"):
        for kind in ("bench", "room", "control_area", "floor", "building", "site"):
            Place.objects.filter(kind=kind).update(active=False)
    page = text_of(visit("operator", "en").get("/space/"))
    assert 'href="/space/add"' in page
    assert 'action="/space/JB/reopen"' in page
    assert 'id="keep"' not in text_of(visit("hana", "en").get("/space/"))
