"""Pages of door signs, the emergency view, who is inside, the map of head-room, photographs and waste labels."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from squaremile.kernel import clock
from squaremile.safety import operations as safety
from squaremile.safety.models import DoorSign, Entry, IncidentPhoto, RoomCard, ShutOff
from squaremile.safety.reads import head_room_map
from tests.pages.people import browser
from tests.world import MONDAY, PEOPLE

KEEPERS = ("site_director", "safety_officer", "lab_operations")
FIGURES = {"flash_c": -20, "boil_c": 56, "figures_from": "SDS"}
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 32


@pytest.fixture(autouse=True)
def monday(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def stock(world):
    """100 L of acetone of Saebom in an area of both rooms, whose limit is 908 L; a sign at 201."""
    with world.as_("safety"):
        rooms = ["R201", "R202"]
        safety.declare_area(name_ko="2층", name_en="Floor 2", building="JB-A", storey=2, rooms=rooms, sprinklered=True, code="CA-2")
        safety.put_pack_in_force(area="CA-2", pack="us-ibc", since=MONDAY.date())
        code = safety.add_substance(name_ko="아세톤", name_en="Acetone", cas="67-64-1", phase="liquid", **FIGURES).code
        safety.receive_container(substance=code, how_much="100 L", place="R202", organisation="SAEBOM")
        safety.print_door_signs(sign_rooms=["R202"])
    return code


@pytest.mark.parametrize(("who", "language"), [(who, ("en", "ko")[n % 2]) for n, who in enumerate(PEOPLE)])
def test_each_role_gets_what_is_hers(world, stock, who, language):
    role, company = PEOPLE[who]
    keeps = role in KEEPERS
    sees, watches = bool(company) or keeps or role == "auditor", keeps or role == "auditor"
    expected = {
        "/safety/signs/": 200 if sees else 403, "/safety/signs.pdf": 200 if watches else 403, "/safety/emergency/": 200 if watches else 403,
        "/safety/rooms/R202/card/": 200 if keeps else 403, "/safety/fire-service.pdf": 200 if watches else 403, "/safety/inside/": 200,
        "/safety/head-room/map/": 200 if sees else 403, "/safety/rooms/R202/": 200 if sees else 403, "/safety/": 200,
    }  # fmt: skip
    client = browser(world, who, language)
    assert {address: client.get(address).status_code for address in expected} == expected


def test_signs_are_printed_together(world, stock):
    officer, page = browser(world, "safety"), "/safety/signs/"
    assert officer.post(page + "print/", {"sign_days": "30"}).status_code == 422
    answer = officer.post(page + "print/", {"sign_days": "30", "which": "stale"}, follow=True).content.decode()
    assert "printed=R201" in answer or "room=R201" in answer
    assert officer.post(page + "print/", {"sign_days": "30", "sign_rooms": ["R201", "R202"]}).status_code == 303
    assert officer.get("/safety/signs.pdf?room=R201").content[:5] == b"%PDF-"
    with world.as_("safety"):
        assert DoorSign.objects.count() == 4
    assert officer.post("/safety/rooms/R201/card/", {"protection": ["ears"], "says_ko": "조용히", "manager": "강책임"}).status_code == 303
    assert "changed:" in officer.get(page).content.decode()
    with world.as_("safety"):
        assert RoomCard.objects.get().protection == ["ears"]
    assert browser(world, "hana").post(page + "print/", {"sign_rooms": ["R201"]}).status_code == 403
    hers = browser(world, "hana").get(page).content.decode()
    assert ("Flammable" in hers, "changed:" in hers, "강책임" in hers) == (True, False, False)


def test_in_by_a_button_and_seen_in_the_view(world):
    hana, officer = browser(world, "hana"), browser(world, "safety")
    assert hana.post("/safety/inside/", {"place": "JB-A", "entry_way": "in"}).status_code == 303
    assert hana.post("/safety/inside/", {"place": "NO", "entry_way": "in"}).status_code == 404
    assert hana.post("/safety/inside/", {"place": "JB-A", "entry_way": "up"}).status_code == 422
    assert hana.post("/safety/inside/desk/", {"place": "JB-A", "entry_way": "in", "visitor": "Jane Doe"}).status_code == 303
    assert officer.post("/safety/inside/desk/", {"place": "JB-A", "entry_way": "in", "badge": "X"}).status_code in (404, 422)
    assert officer.post("/safety/emergency/shut-offs/", {"shut_off_kind": "gas", "place": "JB-A", "where_en": "North stairs"}).status_code == 303
    assert officer.post("/safety/emergency/shut-offs/", {"shut_off_kind": "gas", "place": "JB-A"}).status_code == 422
    shown = officer.get("/safety/emergency/").content.decode()
    for words in ("Hana Kim", "Jane Doe", "North stairs"):
        assert words in shown
    assert "Hana Kim" not in browser(world, "sora").get("/safety/inside/").content.decode()
    with world.as_("safety"):
        assert Entry.objects.count() == 2
        code = ShutOff.objects.get().code
    assert officer.post(f"/safety/emergency/shut-offs/{code}/give-up/").status_code == 303


def test_the_map_tells_a_company_fifths_and_never_the_rival(world, stock):
    chosen = "us-ibc:flammable-IB"
    with world.as_("safety"):
        (exact,) = head_room_map.by_class(next(c for c in head_room_map.choices() if c.key == chosen))
    assert (exact.percent, exact.fifths) == (round(100 * 100 / float(exact.limit) / 3.785411784), None)

    def told(who: str) -> tuple[object, ...]:
        with world.as_(who):
            (row,) = head_room_map.by_class(next(c for c in head_room_map.choices() if c.key == chosen))
        return row.percent, row.fifths, row.step

    before = told("hana")
    assert before == (None, 4, 0)
    with world.as_("safety"):
        safety.receive_container(substance=stock, how_much="20 L", place="R202", organisation="SAEBOM")
    assert told("hana") == before
    assert told("sora")[0] is None
    page = browser(world, "hana").get(f"/safety/head-room/map/?hazard={chosen}").content.decode()
    assert ("at least 4 fifths" in page, "% used" in page) == (True, False)
    assert "%" in browser(world, "safety").get(f"/safety/head-room/map/?hazard={chosen}").content.decode()


def test_a_photo_of_an_incident(world):
    with world.as_("hana"):
        code = safety.report_incident(what_happened="spilt", incident_kind="spill", place="R201").code
    hana, page = browser(world, "hana"), f"/safety/incidents/{code}/"
    picture = SimpleUploadedFile("spill.png", PNG, content_type="image/png")
    assert hana.post(page, {"act": "photo", "picture": picture, "shows": "the floor"}).status_code == 303
    with world.as_("hana"):
        assert IncidentPhoto.objects.get().shows == "the floor"
    assert "the floor" in hana.get(page).content.decode()
    assert hana.post(page, {"act": "photo"}).status_code == 422


def test_labels_of_waste(world):
    with world.as_("safety"):
        safety.add_waste_generator(waste_regime="us", name_en="The centre", code="WG-1")
    with world.as_("hana"):
        code = safety.start_waste(waste_generator="WG-1", place="R201", waste_stream="organic", contents="acetone").code
    assert browser(world, "hana").get(f"/safety/waste/labels.pdf?code={code}").content[:5] == b"%PDF-"
    assert browser(world, "sora").get(f"/safety/waste/labels.pdf?code={code}").status_code == 404
