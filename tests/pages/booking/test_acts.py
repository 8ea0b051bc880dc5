"""What is done on booking's pages: one POST, one operation; refusals beside the act; a second press changes nothing."""

import json
from datetime import timedelta

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.reads import bookings
from squaremile.kernel import clock
from tests.world import MONDAY, World

pytestmark = pytest.mark.usefixtures("monday")
TEN = MONDAY + timedelta(hours=1)
HOUR = timedelta(hours=1)
FORM = {"equipment": "CONFOCAL", "start": "2027-03-01T10:00", "end": "2027-03-01T11:00", "purpose": "세포 관찰"}


def held(world: World, who: str = "hana", equipment: str = "CONFOCAL", **more) -> str:
    with world.as_(who):
        return booking.reserve(equipment=equipment, start=TEN, end=TEN + HOUR, **more).code


def state(world: World, code: str, who: str = "hana") -> str:
    with world.as_(who):
        return bookings.booking(code).line.state


def count(world: World, who: str = "hana") -> int:
    with world.as_(who):
        return bookings.Lines(mine=True, upcoming=True).count()


def test_the_form_books_by_the_sites_clock_once(world: World, visit):
    client = visit("hana")
    first, second = client.post("/book/new", FORM), client.post("/book/new", FORM)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first["Location"] == second["Location"]
    with world.as_("hana"):
        line = bookings.booking(first["Location"].split("/")[2]).line
    assert (line.period.start, line.period.end, line.purpose) == (TEN, TEN + HOUR, "세포 관찰")
    assert count(world) == 1


def test_a_toast_offers_to_take_it_back(visit):
    client = visit("hana", "en")
    to = client.post("/book/new", FORM)["Location"]
    page = client.get(to).content.decode()
    assert f'action="{to}cancel"' in page
    assert client.post(f"{to}cancel", {"undo": "1"}).status_code == 303
    assert "The booking was taken back." in client.get(to).content.decode()


def test_a_taken_time_is_refused_beside_the_form_with_other_times(world: World, visit):
    held(world, "sora")
    answer = visit("hana", "en").post("/book/new", FORM)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "booking.slot_taken" in page
    assert "Next free times of this length" in page
    assert "Sora" not in page
    assert "SAEBOM" not in page


def test_the_drawer_answers_with_where_to_go(visit):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/book/?kind=microscope"}
    client = visit("hana")
    shown = client.get("/book/new/panel?equipment=CONFOCAL", headers=headers).content.decode()
    assert 'name="next" value="/book/?kind=microscope"' in shown
    answer = client.post("/book/new/panel", {**FORM, "next": "/book/?kind=microscope"}, headers=headers)
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/book/?kind=microscope")
    elsewhere = client.post("/book/new/panel", {**FORM, "next": "https://evil.example/"}, headers=headers)
    assert elsewhere["HX-Redirect"].startswith("/bookings/")


def test_checks_follow_the_times(world: World, visit):
    held(world, "sora")
    client = visit("hana", "en")
    free = client.get("/book/new/checks", {**FORM, "start": "2027-03-01T12:00", "end": "2027-03-01T13:00"})
    assert "All conditions hold" in free.content.decode()
    assert "already taken" in client.get("/book/new/checks", FORM).content.decode()
    assert "The end comes after" in client.get("/book/new/checks", {**FORM, "end": "2027-03-01T09:00"}).content.decode()


def test_one_press_on_a_gap(world: World, visit):
    client = visit("hana")
    asked = {"start": TEN.isoformat(), "end": (TEN + HOUR).isoformat()}
    assert (
        client.post("/book/CONFOCAL/take", asked)["Location"] == client.post("/book/CONFOCAL/take", asked)["Location"]
    )
    assert count(world) == 1
    refused = visit("sujin", "en").post("/book/CONFOCAL/take", asked)
    assert (refused.status_code, "booking.not_qualified" in refused.content.decode()) == (409, True)


def test_move_by_hand_and_its_refusal(world: World, visit):
    code = held(world)
    held(world, "sora", "CYTO-2")
    client = visit("hana")

    def moved(equipment: str, start):
        body = {"id": code, "equipment": equipment, "start": start.isoformat(), "end": (start + HOUR).isoformat()}
        return client.post(
            "/book/move", json.dumps(body), content_type="application/json", headers={"Accept": "application/json"}
        )

    assert moved("CONFOCAL", TEN + 3 * HOUR).json() == {"id": code}
    refused = moved("CYTO-2", TEN)
    assert (refused.status_code, refused["Content-Type"]) == (409, "application/problem+json")
    assert refused.json()["code"] == "booking.slot_taken"
    assert client.post("/book/move", "[]", content_type="application/json").status_code == 422


@pytest.mark.parametrize(
    ("verb", "asked", "then"),
    [
        ("move", {"start": "2027-03-02T10:00", "end": "2027-03-02T11:00"}, "confirmed"),
        ("shorten", {"start": "2027-03-01T10:00", "end": "2027-03-01T10:30"}, "confirmed"),
        ("cancel", {"reason": "계획 변경"}, "cancelled"),
    ],
)
def test_change(world: World, visit, verb, asked, then):
    code = held(world)
    client = visit("hana")
    assert client.post(f"/bookings/{code}/{verb}", asked).status_code == 303
    assert state(world, code) == then
    if verb == "cancel":
        assert client.post(f"/bookings/{code}/{verb}", asked).status_code == 303


def test_a_refused_change_is_told_in_its_place(world: World, visit):
    code = held(world)
    answer = visit("hana", "en").post(
        f"/bookings/{code}/shorten", {"start": "2027-03-01T09:00", "end": "2027-03-01T11:00"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.index('id="shorten" open') < page.index("booking.not_shorter") < page.index('id="cancel"')
    unread = visit("hana", "en").post(f"/bookings/{code}/move", {"start": "soon", "end": ""})
    assert (unread.status_code, 'id="move" open' in unread.content.decode()) == (422, True)


def test_use_from_start_to_end_pressed_twice(world: World, visit):
    code = held(world)
    client = visit("hana")
    assert client.post(f"/bookings/{code}/start").status_code == 409
    with clock.as_of(TEN):
        assert [client.post(f"/bookings/{code}/start").status_code for _ in "12"] == [303, 303]
        assert "/end" in client.get("/").content.decode()
    with clock.as_of(TEN + HOUR / 2):
        assert [client.post(f"/bookings/{code}/end", {"note_text": "잘 됨"}).status_code for _ in "12"] == [303, 303]
    assert state(world, code) == "done"


def test_lab_operations_decide(world: World, visit):
    code, other = held(world, "hana", "CYTO-2"), None
    with world.as_("sora"):
        other = booking.reserve(equipment="CYTO-2", start=TEN + 2 * HOUR, end=TEN + 3 * HOUR).code
    client = visit("operator")
    assert [client.post(f"/bookings/{code}/approve", {"next": "/operations/"})["Location"] for _ in "12"] == [
        "/operations/"
    ] * 2
    assert client.post(f"/bookings/{other}/decline", {"reason": ""}).status_code == 422
    assert client.post(f"/bookings/{other}/decline", {"reason": "장비 점검"}).status_code == 303
    assert (state(world, code), state(world, other, "sora")) == ("confirmed", "declined")
    assert visit("hajin").post(f"/bookings/{code}/approve").status_code == 403


def test_faults_are_reported_and_resolved(world: World, visit):
    assert (
        visit("hana").post("/book/CONFOCAL/faults", {"severity": "unusable", "says": "레이저 꺼짐"}).status_code == 303
    )
    seen, own = (
        visit("sora").get("/book/CONFOCAL/").content.decode(),
        visit("haeun").get("/book/CONFOCAL/").content.decode(),
    )
    assert ("레이저 꺼짐" in seen, "레이저 꺼짐" in own, 'id="faults"' in seen) == (False, True, True)
    fault = own.partition("FT-")[2][:8]
    assert visit("sora").post(f"/book/CONFOCAL/faults/FT-{fault}/resolve", {"resolution": "x"}).status_code == 403
    client = visit("operator")
    assert client.post(f"/book/CONFOCAL/faults/FT-{fault}/resolve", {"resolution": "교체"}).status_code == 303
    assert "레이저 꺼짐" not in visit("haeun").get("/book/CONFOCAL/").content.decode()


def test_maintenance_names_whom_it_hurts_and_displaces_only_when_told(world: World, visit):
    code = held(world)
    client = visit("operator", "en")
    asked = {
        "start": "2027-03-01T10:00",
        "end": "2027-03-01T12:00",
        "work_type": "calibration",
        "purpose": "",
        "reason": "",
    }
    refused = client.post("/book/CONFOCAL/block", asked)
    assert (refused.status_code, code in refused.content.decode()) == (409, True)
    assert client.post("/book/CONFOCAL/block", {**asked, "displace": "on", "reason": "누수"}).status_code == 303
    assert state(world, code) == "cancelled"
    assert visit("hana").post("/book/CONFOCAL/block", asked).status_code == 403


def test_state_of_an_instrument(visit):
    client = visit("operator", "en")
    assert client.post("/book/CHILLER/state", {"state": "out_of_service"}).status_code == 422
    told = {"state": "out_of_service", "says_ko": "이전 중", "says_en": "Being moved"}
    assert client.post("/book/CHILLER/state", told).status_code == 303
    assert "Being moved" in visit("sora", "en").get("/book/CHILLER/").content.decode()


def test_the_catalogue_is_kept(visit):
    client = visit("operator", "en")
    machine = {
        "code": "NMR",
        "name_ko": "핵자기공명",
        "name_en": "NMR",
        "kind": "microscope",
        "place": "R201",
        "rules_of_use": "OPEN",
        "position": "3",
    }
    assert client.post("/catalogue/add", machine)["Location"] == "/book/NMR/"
    twice = client.post("/catalogue/add", machine)
    assert (twice.status_code, "booking.code_taken" in twice.content.decode()) == (409, True)
    assert client.post("/catalogue/NMR/edit", {**machine, "name_en": "NMR 600"}).status_code == 303
    assert client.post("/catalogue/NMR/links", {"needs": "CHILLER"}).status_code == 303
    page = client.get("/book/NMR/").content.decode()
    assert "NMR 600" in page
    assert "Chiller" in page


def test_rules_keep_their_hours_and_shares(visit):
    client = visit("operator", "en")
    page = client.get("/catalogue/rules/STRICT/").content.decode()
    assert 'value="09:00-20:00"' in page
    asked = {
        "name_ko": "점심 쉼",
        "name_en": "Closed for lunch",
        "step_minutes": 30,
        "min_minutes": 30,
        "max_minutes": 240,
        "lead_minutes": 0,
        "horizon_days": 30,
        "buffer_before_minutes": 0,
        "buffer_after_minutes": 0,
        "cancel_free_minutes": 60,
        "early_start_minutes": 10,
        "hours_0": "09:00-12:00, 13:00-18:00",
        "share-TOTAL_FORMS": 1,
        "share-INITIAL_FORMS": 0,
        "share-0-per": "person",
        "share-0-span": "day",
        "share-0-minutes": 120,
        "share-0-prime": "09:00-18:00",
    }
    assert client.post("/catalogue/rules/STRICT/", asked).status_code == 303
    page = client.get("/catalogue/rules/STRICT/").content.decode()
    assert 'value="09:00-12:00, 13:00-18:00"' in page
    assert 'value="120"' in page
    assert client.post("/catalogue/rules/STRICT/", {**asked, "hours_0": "nine to five"}).status_code == 422
    unfit = client.post("/catalogue/rules/STRICT/", {**asked, "min_minutes": 300})
    assert (unfit.status_code, "booking.rules_unfit" in unfit.content.decode()) == (409, True)


def test_training_opens_and_closes_an_instrument(world: World, visit):
    client = visit("safety", "en")
    assert (
        client.post(
            "/catalogue/CONFOCAL/trained/give", {"email": "nobody@example.org", "until": "2027-12-31"}
        ).status_code
        == 422
    )
    given = client.post("/catalogue/CONFOCAL/trained/give", {"email": "sujin@example.org", "until": "2027-12-31"})
    assert given.status_code == 303
    assert "All conditions hold" in visit("sujin", "en").get("/book/new/checks", FORM).content.decode()
    page = client.get("/catalogue/CONFOCAL/trained/").content.decode()
    after = page.partition("sujin@example.org")[2]
    address = after.partition('action="')[2].partition('"')[0]
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "장비 교체"}).status_code == 303
    assert "All conditions hold" not in visit("sujin", "en").get("/book/new/checks", FORM).content.decode()


def test_a_series_is_previewed_then_taken_whole(world: World, visit):
    held(world, "sora")
    client = visit("hana", "en")
    asked = {**FORM, "every_weeks": 1, "count": 3}
    page = client.post("/book/series", {**asked, "preview": "1"}).content.decode()
    assert "2 of 3 are free" in page
    choices = {
        f"date_{n}": f"{(TEN + timedelta(days=7 * (n - 1))).isoformat()}|{(TEN + HOUR + timedelta(days=7 * (n - 1))).isoformat()}|"
        for n in (2, 3)
    }
    made = client.post("/book/series", {**asked, "confirm": "1", "date": ["1", "2", "3"], "date_1": "", **choices})
    assert (made.status_code, count(world)) == (303, 2)
    again = client.post("/book/series", {**asked, "confirm": "1", "date": ["2"], **choices})
    assert (again.status_code, count(world)) == (409, 2)


def test_the_csv_carries_no_formula(world: World, visit):
    held(world, purpose="=1+1")
    rows = visit("hana", "en").get("/bookings.csv").content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert "'=1+1" in rows[1]
    assert "2027-03-01 10:00" in rows[1]


def test_the_calendar_file(world: World, visit):
    text = visit("hana", "en").get(f"/bookings/{held(world)}/calendar.ics").content.decode()
    assert "DTSTART:20270301T010000Z" in text
    assert "SUMMARY:Confocal microscope" in text


def test_rivals_are_busy_and_no_more_in_the_feed(world: World, visit):
    held(world, "sora", purpose="비밀 실험")
    day = "/book/feed?from=2027-03-01T00:00:00Z&to=2027-03-02T00:00:00Z"
    text = visit("hana").get(day).content.decode()
    event = json.loads(text)["events"][0]
    assert (event["look"], event["title"], event["url"], event["editable"]) == ("other", "", None, False)
    for secret in ("RS-", "소라", "새봄", "비밀", "SAEBOM"):
        assert secret not in text
    assert json.loads(visit("sora").get(day).content)["events"][0]["look"] == "mine"


@pytest.mark.parametrize("text", ["공촛점 현미경", "confocl", "ㄱㅊㅈ"])
def test_a_misspelt_search_finds_it(visit, text):
    found = json.loads(
        visit("hana")
        .get("/book/feed", {"q": text, "from": "2027-03-01T00:00:00Z", "to": "2027-03-02T00:00:00Z"})
        .content
    )
    assert [one["id"] for one in found["resources"]] == ["CONFOCAL"]
    assert "/book/CONFOCAL/" in visit("hana").get("/search/palette", {"q": text}).content.decode()


def test_every_post_asks_for_the_token(world: World, visit):
    from django.test import Client

    code = held(world)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = visit("hana").cookies
    for address in (
        "/book/new",
        "/book/move",
        "/book/new/panel",
        f"/bookings/{code}/cancel",
        "/language/",
        "/book/series",
    ):
        assert strict.post(address, {}).status_code == 403


def test_language(visit):
    client = visit("hana", "ko")
    answer = client.post("/language/", {"language": "en", "next": "/bookings/"})
    assert (answer.status_code, answer["Location"]) == (303, "/bookings/")
    assert '<html lang="en"' in client.get("/bookings/").content.decode()
    assert client.post("/language/", {"language": "xx", "next": "https://evil.example"})["Location"] == "/"
    assert '<html lang="en"' in client.get("/bookings/").content.decode()
