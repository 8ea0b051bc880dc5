"""My day as a person sees it: empty, waiting, next, in use, overdue; and the welcome for visitors."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from squaremile.booking import operations as booking
from squaremile.kernel import clock
from tests.world import MONDAY, World

pytestmark = pytest.mark.usefixtures("monday")
TEN = MONDAY + timedelta(hours=1)
HOUR = timedelta(hours=1)
LANGUAGES = ("ko", "en")


def day(visit, who: str = "hana", language: str = "en") -> str:
    answer = visit(who, language).get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def held(world: World, who: str = "hana", equipment: str = "CONFOCAL", start=TEN, **more) -> str:
    with world.as_(who):
        return booking.reserve(equipment=equipment, start=start, end=start + HOUR, **more).code


def panel(page: str, title: str) -> str:
    """The panel of that title, to the beginning of the next."""
    found = re.search(rf"<section class=\"panel[^>]*>(?:(?!</section>).)*{re.escape(title)}.*?</section>", page, re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize(("language", "title"), [("ko", "로그인"), ("en", "Sign in")])
def test_a_visitor_is_welcomed_and_shown_nothing(world: World, visit, language, title):
    held(world)
    page = day(visit, "", language)
    assert title in page
    assert "CONFOCAL" not in page


@pytest.mark.parametrize(("language", "says"), [("ko", "아직 예약이 없습니다"), ("en", "Nothing is booked yet.")])
def test_empty_it_offers_what_is_open_for_her(visit, language, says):
    page = day(visit, "hana", language)
    assert says in page
    assert "/book/CONFOCAL/#gaps" in page
    assert "/book/CONFOCAL/#gaps" not in day(visit, "sujin", language)  # she has no training on it


def test_with_nothing_open_it_says_whom_to_ask(world: World, visit):
    with world.as_("operator"):
        for code in ("CYTO-1", "CYTO-2", "CHILLER"):
            booking.set_equipment_state(equipment=code, state="out_of_service", says_en="Flood")
    page = day(visit, "sujin")
    assert "No instrument is open for you yet" in page
    assert 'href="/catalogue/"' in page


@pytest.mark.parametrize(("language", "says"), [("ko", "승인 대기"), ("en", "awaiting approval")])
def test_pending_it_says_so_and_cannot_be_started(world: World, visit, language, says):
    code = held(world, equipment="CYTO-2")
    with clock.as_of(TEN):
        page = day(visit, "hana", language)
    assert says in page
    assert f"/bookings/{code}/start" not in page
    assert f"/bookings/{code}/approve" not in page
    with clock.as_of(MONDAY):
        assert f"/bookings/{code}/approve" in day(visit, "operator", language)
        assert code not in day(visit, "sora", language)


def test_next_counts_down_then_offers_to_start(world: World, visit):
    code = held(world)
    assert "Can start at" in panel(day(visit), "Next")
    with clock.as_of(TEN - timedelta(minutes=5)):
        page = panel(day(visit), "Next")
        assert f'action="/bookings/{code}/start"' in page
        assert TEN.isoformat() in page.replace("Z", "+00:00")


def test_in_use_it_offers_the_end(world: World, visit):
    code = held(world)
    with clock.as_of(TEN):
        assert visit("hana").post(f"/bookings/{code}/start").status_code == 303
        page = day(visit)
        running = panel(page, "In use now")
        assert f'action="/bookings/{code}/end"' in running
        assert "urgent" not in running.partition(">")[0]
        assert "Nothing is booked yet." not in page
        assert "In use now" not in day(visit, "haeun")


@pytest.mark.parametrize(("language", "title"), [("ko", "지금 사용 중"), ("en", "In use now")])
def test_overdue_is_urgent_and_still_ends(world: World, visit, language, title):
    code = held(world)
    with clock.as_of(TEN):
        visit("hana").post(f"/bookings/{code}/start")
    with clock.as_of(TEN + HOUR + timedelta(minutes=20)):
        running = panel(day(visit, "hana", language), title)
        assert "urgent" in running.partition(">")[0]
        assert visit("hana").post(f"/bookings/{code}/end", {"next": "/"})["Location"] == "/"
        assert title not in day(visit, "hana", language)


def test_a_fault_on_what_she_booked_is_told_without_the_report(world: World, visit):
    held(world)
    with world.as_("sora"):
        booking.report_fault(equipment="CONFOCAL", severity="degraded", says="새봄 시료가 흘렀습니다")
    page = day(visit)
    assert "Faults on what I booked" in page
    assert "새봄 시료" not in page


def test_training_that_ends_soon(world: World, visit):
    with world.as_("operator"):
        booking.qualify(
            equipment="CYTO-1", person=world.people["hana"], start=MONDAY, end=MONDAY + timedelta(days=9, hours=1)
        )
    assert "9 days" in panel(day(visit), "Training that ends soon")
    assert "Training that ends soon" not in day(visit, "haeun")


def test_the_company_admin_sees_what_her_company_waits_for_and_no_rivals(world: World, visit):
    held(world, equipment="CYTO-2")
    held(world, "sora", "CYTO-2", start=TEN + 3 * HOUR)
    page = panel(day(visit, "hajin"), "My company waits for")
    assert "Hana Kim" in page
    for secret in ("Sora", "Saebom"):
        assert secret not in day(visit, "hajin")


def test_the_fragment_is_the_day_without_its_frame(world: World, visit):
    code = held(world)
    page = visit("hana", "en").get("/my-day/fragment").content.decode()
    assert f"/bookings/{code}/" in page
    assert "<html" not in page
    assert visit().get("/my-day/fragment").status_code == 302


def test_three_bookings_ask_no_more_than_one(world: World, visit):
    def asked() -> int:
        client = visit("hana")
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/").status_code == 200
        return len(queries)

    held(world)
    once = asked()
    held(world, start=TEN + HOUR)
    held(world, start=TEN + 2 * HOUR)
    assert asked() == once


def test_the_page_is_read_only_for_those_who_look_on(world: World, visit):
    held(world, equipment="CYTO-2")
    page = day(visit, "auditor")
    assert "/approve" not in page
    assert 'href="/book/new' not in page
