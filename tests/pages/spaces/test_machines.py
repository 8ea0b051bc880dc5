"""Instruments on the floor plan: a mark in their room, the state by shape, and the same as a list."""

import math
import re
from datetime import timedelta
from itertools import combinations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.booking import operations as booking
from squaremile.kernel import clock
from squaremile.spaces import operations as spaces
from squaremile.spaces.policies import plan
from squaremile.web.pages.spaces.machines import KEPT_OFF, _points
from tests.world import MONDAY, World

pytestmark = pytest.mark.usefixtures("monday")
TEN = MONDAY + timedelta(hours=1)
MARK = re.compile(r'<a class="plan-machine (\w+)" href="([^"]+)"[^>]*aria-label="([^"]+)"')


@pytest.fixture
def drawn(world: World) -> None:
    with world.as_("operator"):
        spaces.edit_place(place="R201", outline=[[0, 0], [8, 0], [8, 6], [0, 6]])
        spaces.edit_place(place="R202", outline=[[8, 0], [16, 0], [16, 6], [8, 6]])


def floor(visit, who: str, language: str = "en", more: str = "") -> str:
    answer = visit(who, language).get(f"/space/JB-A2/{more}")
    assert answer.status_code == 200
    return answer.content.decode()


def marks(page: str) -> dict[str, tuple[str, str]]:
    return {url: (look, says) for look, url, says in MARK.findall(page)}


def test_each_stands_in_its_room_with_its_state(world: World, visit, drawn):
    with world.as_("sora"):
        code = booking.reserve(equipment="CONFOCAL", start=TEN, end=TEN + timedelta(hours=1), purpose="비밀 실험").code
    with world.as_("operator"):
        booking.set_equipment_state(equipment="CHILLER", state="out_of_service", says_en="Moved")
    with clock.as_of(TEN + timedelta(minutes=5)):
        page = floor(visit, "hana")
        found = marks(page)
    assert {url: look for url, (look, _) in found.items()} == {
        "/book/CONFOCAL/": "busy", "/book/CYTO-1/": "free", "/book/CYTO-2/": "free", "/book/CHILLER/": "down",
    }
    assert found["/book/CONFOCAL/"][1].startswith("Confocal microscope: booked, until")
    listed = page.partition("Instruments on this floor")[2]
    assert all(url in listed for url in found)
    for secret in ("Sora", "소라", "비밀", "Saebom", "새봄", code):
        assert secret not in page


def test_in_korean(visit, drawn):
    assert "공초점 현미경: 비어 있음" in floor(visit, "sora", "ko")


def test_marks_lie_in_their_rooms(visit, drawn):
    page = floor(visit, "hana")
    at = {m[0]: (int(m[1]), int(m[2])) for m in re.findall(
        r'href="(/book/[^"]+)" role="link"[^>]*transform="translate\((\d+) (\d+)\)"', page)}
    left = 0.5 + 8  # the margin, and the wall between the rooms
    assert at["/book/CONFOCAL/"][0] < left * 20 < at["/book/CYTO-1/"][0]
    assert len(set(at.values())) == 4


def test_another_day_shows_no_state_of_now(visit, drawn):
    assert marks(floor(visit, "hana", more="?on=2027-04-01")) == {}


def test_without_a_drawing_the_list_remains(visit):
    page = floor(visit, "hana")
    assert marks(page) == {}
    assert "/book/CONFOCAL/" in page.partition("Instruments on this floor")[2]


def test_a_bench_without_corners_lends_its_room(world: World, visit, drawn):
    with world.as_("operator"):
        booking.edit_equipment(equipment="CHILLER", place="R201-B1")
    assert "/book/CHILLER/" in marks(floor(visit, "hana"))


def test_places_for_marks_keep_off_walls_and_benches():
    room = ((0.0, 0.0), (6.0, 0.0), (6.0, 4.0), (0.0, 4.0))
    bench = ((1.0, 0.0), (5.0, 0.0), (5.0, 2.0), (1.0, 2.0))
    points = list(_points(room, [bench]))
    assert len(points) == 4
    for point in points:
        assert plan.clearance(point, room) >= KEPT_OFF - plan.NEAR
        assert plan.clearance(point, bench) <= plan.NEAR - KEPT_OFF
    assert min(math.dist(a, b) for a, b in combinations(points, 2)) > 0.8


def test_statements_do_not_grow_with_the_instruments(world: World, visit, drawn):
    def asked() -> int:
        client = visit("hana")
        client.get("/space/JB-A2/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/space/JB-A2/").status_code == 200
        return len(queries)

    before = asked()
    with world.as_("operator"):
        for n in range(3):
            booking.add_equipment(
                name_ko=f"장비 {n}", name_en=f"Machine {n}", kind="microscope", place="R202", rules_of_use="OPEN"
            )
    assert asked() == before
