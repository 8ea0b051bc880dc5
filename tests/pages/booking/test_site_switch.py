"""More than one site: the switch in the frame, and the pages that follow it."""

import pytest

from squaremile.booking import operations as booking
from squaremile.spaces import operations as spaces
from tests.world import World

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def second_site(world: World) -> None:
    with world.as_("operator"):
        for kind, code, parent, more in (
            ("site", "SE", "", {"time_zone": "Asia/Seoul"}), ("building", "SE-A", "SE", {}),
            ("floor", "SE-A1", "SE-A", {"level": 1}), ("room", "S101", "SE-A1", {}),
        ):  # fmt: skip
            spaces.add_place(
                kind=kind, code=code, parent=parent, name_ko=f"서울 {code}", name_en=f"Seoul {code}",
                position=9 if kind == "site" else 0, **more,
            )
        booking.add_equipment(
            code="RAMAN", name_ko="라만", name_en="Raman", kind="microscope", place="S101", rules_of_use="OPEN"
        )


def text_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_with_one_site_there_is_no_switch(visit):
    for address in ("/", "/book/", "/space/"):
        assert "menu-sites" not in text_of(visit("operator"), address)


def test_the_choice_is_kept_and_followed(visit, second_site):
    client = visit("operator", "en")
    page = text_of(client, "/catalogue/?q=x")
    assert 'id="menu-sites"' in page
    kept = client.post("/site/", {"site": "SE", "next": "/catalogue/?place=R201"})
    assert (kept.status_code, kept["Location"]) == (303, "/catalogue/")
    for address, here, there in (
        ("/catalogue/", "/book/RAMAN/", "/book/CONFOCAL/"), ("/space/", "/space/SE-A1/", "/space/JB-A2/"),
    ):  # fmt: skip
        page = text_of(client, address).partition("<main")[2]
        assert (here in page, there in page) == (True, False), address
    assert "site=SE" in text_of(client, "/book/").partition("<main")[2]
    assert "Seoul SE" in text_of(client, "/operations/").partition("<main")[2]
    assert 'value="SE" aria-current="true"' in text_of(client, "/")
    scientist = visit("hana", "en")
    scientist.post("/site/", {"site": "SE"})
    form = text_of(scientist, "/book/new").partition("<main")[2]
    assert ("RAMAN" in form, "CONFOCAL" in form) == (True, False)


def test_an_address_that_names_a_site_wins_for_that_page(visit, second_site):
    client = visit("hana", "en")
    client.post("/site/", {"site": "SE", "next": "/"})
    day = "from=2027-03-01T00:00:00Z&to=2027-03-02T00:00:00Z"
    ids = [one["id"] for one in client.get(f"/book/feed?site=JB&{day}").json()["resources"]]
    assert ("CONFOCAL" in ids, "RAMAN" in ids) == (True, False)
    assert [one["id"] for one in client.get(f"/book/feed?{day}").json()["resources"]] == ["RAMAN"]


def test_a_place_of_the_site_left_leads_to_the_site_chosen(visit, second_site):
    answer = visit("hana").post("/site/", {"site": "SE", "next": "/space/R201/"})
    assert answer["Location"] == "/space/"


@pytest.mark.parametrize("asked", [{"site": "NOWHERE"}, {}, {"site": "JB-A"}])
def test_an_unknown_site_is_not_kept(visit, second_site, asked):
    client = visit("hana")
    answer = client.post("/site/", {**asked, "next": "https://evil.example/"})
    assert (answer["Location"], "squaremile_site" in answer.cookies) == ("/", False)
    assert client.get("/site/").status_code == 405


def test_a_site_that_was_closed_gives_way_to_the_first(world: World, visit, second_site):
    client = visit("hana")
    client.cookies["squaremile_site"] = "GONE"
    assert "/book/CONFOCAL/" in text_of(client, "/catalogue/")
    assert visit("hana").get("/catalogue/?site=GONE").status_code == 404
