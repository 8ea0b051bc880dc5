"""The space pages: what each role reads and may do there, in both languages, without a script."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.kernel.words import Text
from squaremile.spaces import operations as spaces
from tests.world import MONDAY, World

DAY = timedelta(days=1)
SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10]]
LANGUAGES = {"ko": "ko", "en": "en-GB,en;q=0.9"}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def let(world: World):
    """A drawn room; Hanbit on bench 1 until 28 February, bench 2 held for Saebom."""
    with world.as_("operator"):
        spaces.edit_place(place="R201", outline=SQUARE)
        spaces.edit_place(place="R201-B1", outline=[[1, 1], [4, 1], [4, 3], [1, 3]])
        one = spaces.hold(place="R201-B1", organisation="HANBIT", start=MONDAY, end=MONDAY + 364 * DAY)
        spaces.occupy(occupancy=one.code)
        two = spaces.hold(place="R201-B2", organisation="SAEBOM", start=MONDAY + 9 * DAY, end=MONDAY + 90 * DAY)
    return {"one": one.code, "two": two.code}


def client(who: str, language: str = "ko") -> Client:
    from squaremile.core.models import User

    made = Client(headers={"accept-language": LANGUAGES[language]})
    with scope(system("auth")):
        made.force_login(
            User.objects.get(email=f"{who}@example.org"), backend="allauth.account.auth_backends.AuthenticationBackend"
        )
    return made


def text_of(response) -> str:
    assert response.status_code == 200, response.content.decode()[-3000:]
    return response.content.decode()


@pytest.mark.parametrize(("language", "words"), [
    ("ko", ("전북 사이트", "층별 현황", "비어 있음")), ("en", ("Jeonbuk site", "Floors", "Free to rent")),
])
def test_the_site_in_both_languages(world: World, let, language, words):
    page = text_of(client("hana", language).get("/space/"))
    assert [word for word in words if word not in page] == []
    assert "/space/JB-A2/" in page
    assert ">50%" in page.replace(" ", "").replace("\n", "") or "50" in page


@pytest.mark.parametrize(("language", "words"), [
    ("ko", ("2층", "평면도", "사용 중", "입주 예정")), ("en", ("Floor 2", "Plan", "occupied", "held")),
])
def test_the_floor_in_both_languages(world: World, let, language, words):
    page = text_of(client("hana", language).get("/space/JB-A2/"))
    assert [word for word in words if word not in page] == []


def test_the_plan_is_drawn_with_links_and_titles(world: World, let):
    page = text_of(client("hana", "en").get("/space/JB-A2/"))
    bench = re.search(r'<a class="plan-spot ([^"]*)" href="/space/R201-B1/".*?</a>', page, re.DOTALL)
    assert bench is not None
    assert bench[1].split() == ["company", "bench"]
    assert "<title>Bench B1: occupied, Hanbit Bio, until Mon 28 Feb" in bench[0]
    assert 'points="' in bench[0]


def test_a_rival_reads_that_it_is_taken_and_not_by_whom(world: World, let):
    for address in ("/space/", "/space/JB-A2/", "/space/R201/", "/space/R201-B1/"):
        for language in LANGUAGES:
            page = text_of(client("sora", language).get(address))
            assert [word for word in ("Hanbit", "한빛", let["one"]) if word in page] == []
    assert "Another company" in text_of(client("sora", "en").get("/space/R201-B1/"))
    assert "Hanbit Bio" in text_of(client("hana", "en").get("/space/R201-B1/"))


def test_as_of_another_day(world: World, let):
    free = '<a class="plan-spot free bench" href="/space/R201-B1/"'
    assert free not in text_of(client("hana").get("/space/JB-A2/"))
    assert free in text_of(client("hana").get("/space/JB-A2/?on=2028-03-01"))
    assert free in text_of(client("hana").get("/space/JB-A2/?on=2027-02-01"))
    assert free not in text_of(client("hana").get("/space/JB-A2/?on=nonsense"))


@pytest.mark.parametrize("address", ["/space/NOWHERE/", "/space/?site=NOWHERE"])
def test_what_is_not_there(world: World, address):
    assert client("hana").get(address).status_code == 404


def test_visitors_are_led_to_the_sign_in_page(world: World):
    response = Client().get("/space/JB-A2/")
    assert (response.status_code, response.headers["Location"]) == (302, "/accounts/login/?next=/space/JB-A2/")


def test_only_those_who_assign_places_find_the_forms(world: World, let):
    for who, there in (("operator", True), ("programme", True), ("auditor", False), ("hajin", False), ("hana", False)):
        page = text_of(client(who, "en").get("/space/R201-B1/"))
        assert ("Hold it for a company" in page, "/release" in page) == (there, there)


def test_hold_move_in_extend_release_by_plain_forms(world: World):
    from squaremile.spaces.models import Occupancy

    staff = client("programme", "en")
    sent = staff.post("/space/R201-B1/hold", {
        "organisation": "HANBIT", "start": "2027-03-01", "last": "2027-12-31", "note_text": "Licence 9",
    })
    assert (sent.status_code, sent.headers["Location"]) == (303, "/space/R201-B1/")
    with world.as_("programme"):
        held = Occupancy.objects.get()
        assert (held.period.start.isoformat(), held.period.end.isoformat()) == (
            "2027-02-28T15:00:00+00:00", "2027-12-31T15:00:00+00:00"
        )
    assert staff.post(f"/space/R201-B1/{held.code}/occupy").status_code == 303
    assert staff.post(f"/space/R201-B1/{held.code}/occupy").status_code == 303
    assert staff.post(f"/space/R201-B1/{held.code}/extend", {"last": "2028-01-31"}).status_code == 303
    assert staff.post(f"/space/R201-B1/{held.code}/release", {"last": ""}).status_code == 303
    with world.as_("programme"):
        assert Occupancy.objects.get().state == "ended"


@pytest.mark.parametrize(
    ("act", "sent", "status", "says"),
    [
        ("hold", {"organisation": "SAEBOM", "start": "2027-03-01", "last": "2027-04-01"}, 409, "spaces.place_taken"),
        ("hold", {"organisation": "SAEBOM", "start": "2027-03-02", "last": "2027-03-01"}, 422, "spaces.period_empty"),
        ("hold", {"organisation": "", "start": "", "last": ""}, 422, "hold_start"),
        ("{one}/extend", {"last": "2027-04-01"}, 422, "spaces.not_longer"),
        ("{one}/extend", {"last": "soon"}, 422, "extend_"),
        ("{one}/release", {"last": "2029-04-01"}, 422, "spaces.not_earlier"),
    ],
)
def test_refusals_are_shown_beside_their_act(world: World, let, act, sent, status, says):
    response = client("operator", "en").post(f"/space/R201-B1/{act.format(**let)}", sent)
    assert response.status_code == status
    assert says in response.content.decode()


def test_others_may_not_act_even_by_hand(world: World, let):
    for who in ("hana", "sora", "auditor"):
        sent = client(who).post(
            "/space/R201-B2/hold", {"organisation": "HANBIT", "start": "2028-03-01", "last": "2028-04-01"}
        )
        assert sent.status_code in (403, 422)
        assert client(who).post(f"/space/R201-B1/{let['one']}/release", {"last": ""}).status_code == 403


def test_a_list_of_three_asks_no_more_than_a_list_of_one(world: World, let):
    def asked(address: str) -> int:
        asker = client("hana")
        asker.get(address)
        with CaptureQueriesContext(connection) as queries:
            text_of(asker.get(address))
        return len(queries)

    before = {address: asked(address) for address in ("/space/", "/space/JB-A2/", "/space/R201/", "/space/R201-B1/")}
    with world.as_("operator"):
        for n in range(3):
            spaces.add_place(
                kind="bench", code=f"B-{n}", parent="R201", name_ko=f"벤치 {n}", name_en="", rentable=True,
                outline=[[5, n], [7, n], [7, n + 0.8], [5, n + 0.8]],
            )
            spaces.hold(place=f"B-{n}", organisation="HANBIT", start=MONDAY, end=MONDAY + DAY)
            spaces.hold(place="R201-B1", organisation="HANBIT", start=MONDAY + (400 + 20 * n) * DAY,
                        end=MONDAY + (410 + 20 * n) * DAY)
    assert {address: asked(address) for address in before} == before


def test_labels_fit_their_places():
    """As large as there is room for, in two lines where one would be too small to read."""
    from squaremile.spaces.policies.standing import FREE
    from squaremile.spaces.reads.inside import Spot
    from squaremile.web.pages.spaces.drawing import draw

    def lines(name: str, width: float):
        corners = ((0.0, 0.0), (width, 0.0), (width, 6.0), (0.0, 6.0))
        spot = Spot("R", "room", Text(ko=name, en=name), "", "", 1, None, None, corners, False, True, FREE)
        drawn = draw([spot], ZoneInfo("Asia/Seoul"))
        assert drawn is not None
        return [(line.text, line.size) for line in drawn.shapes[0].lines]

    assert lines("Lab", 12) == [("Lab", 22)]
    assert [text for text, _ in lines("402 Process development", 8)] == ["402 Process", "development"]
    assert lines("Cryopreservation", 1)[0][1] == 8
    assert draw([], ZoneInfo("Asia/Seoul")) is None
