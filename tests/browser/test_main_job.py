"""The main job in a real browser: find an instrument, see why it may (not) be used, book it by keyboard and by hand."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from squaremile.booking import operations as booking
from tests.browser.conftest import SignIn
from tests.world import World

pytestmark = pytest.mark.slow


def at(moment: datetime) -> str:
    """As a date-and-time field is filled, on the clock in Seoul."""
    return (moment + timedelta(hours=9)).strftime("%Y-%m-%dT%H:%M")


def open_day(page: Page, moment: datetime) -> None:
    page.goto(f"/book/?date={moment:%Y-%m-%d}")
    expect(page.locator("[data-row]").first).to_be_visible()


def own(world: World, who: str = "hana") -> list[tuple[str, datetime, datetime]]:
    from squaremile.booking.reads import bookings

    with world.as_(who):
        return [(b.equipment, b.period.start, b.period.end) for b in bookings.Lines(mine=True, upcoming=True)[0:50]]


def test_misspelt_search_leads_to_the_instrument(enter: SignIn):
    page = enter("hana")
    page.keyboard.press("Control+k")
    page.keyboard.type("공촛점현미경")
    expect(page.locator('#palette-results [role="option"]').first).to_contain_text("공초점 현미경")
    page.keyboard.press("Enter")
    page.wait_for_url("**/book/CONFOCAL/")
    expect(page.locator("#checklist")).to_contain_text("사용 자격이")
    assert page.errors == []  # type: ignore[attr-defined]


def test_she_sees_why_she_may_not(enter: SignIn):
    page = enter("sujin", language="en")
    page.goto("/book/CONFOCAL/")
    expect(page.locator("#checklist")).to_contain_text("You have not been trained on Confocal microscope.")
    page.get_by_role("link", name="Ask for training.").click()
    assert page.url.endswith("/book/CONFOCAL/#contact")


def test_booking_by_keyboard_alone(world_at: World, enter: SignIn, tomorrow: datetime):
    page = enter("hana")
    open_day(page, tomorrow)
    page.locator('[data-row="CONFOCAL"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    drawer = page.locator("#drawer-frame[open]")
    expect(drawer).to_be_visible()
    drawer.get_by_label("목적").focus()
    page.keyboard.type("세포 관찰")
    page.keyboard.press("Enter")
    expect(page.locator(".toast-note")).to_contain_text("예약했습니다")
    made = own(world_at)
    assert [(code, int((end - start).total_seconds() // 60)) for code, start, end in made] == [("CONFOCAL", 45)]
    page.get_by_role("button", name="되돌리기").press("Enter")
    expect(page.locator(".toast-note")).to_contain_text("되돌렸습니다")
    assert own(world_at) == []


def test_booking_by_drag_and_moving_by_keyboard(world_at: World, enter: SignIn, tomorrow: datetime):
    page = enter("hana", width=1600)
    open_day(page, tomorrow)
    row = page.locator('[data-row="CONFOCAL"]').bounding_box()
    board = page.locator(".ec-main").bounding_box()
    assert row and board
    y = row["y"] + row["height"] / 2
    page.mouse.move(board["x"] + 420, y)
    page.mouse.down()
    page.mouse.move(board["x"] + 480, y, steps=6)
    page.mouse.move(board["x"] + 540, y, steps=6)
    page.mouse.up()
    drawer = page.locator("#drawer-frame[open]")
    expect(drawer).to_be_visible()
    drawer.get_by_role("button", name="이 시간 예약하기").click()
    expect(page.locator(".toast-note")).to_contain_text("예약했습니다")
    (_code, start, end), = own(world_at)
    open_day(page, tomorrow)
    page.wait_for_load_state("networkidle")
    mine = page.locator(".ec-event.look-mine .event-hit")
    expect(mine).to_be_visible()
    mine.press("Alt+ArrowRight")
    expect(page.locator('[data-timeline-target="status"]')).to_contain_text("옮겼습니다")
    assert own(world_at) == [("CONFOCAL", start + timedelta(minutes=15), end + timedelta(minutes=15))]


def test_a_rivals_slot_is_busy_only(world_at: World, enter: SignIn, tomorrow: datetime):
    with world_at.as_("sora"):
        booking.reserve(equipment="CONFOCAL", start=tomorrow, end=tomorrow + timedelta(hours=2), purpose="비밀 실험")
    page = enter("hana")
    open_day(page, tomorrow)
    busy = page.locator(".ec-event.look-other")
    expect(busy).to_have_count(1)
    for secret in ("소라", "새봄", "비밀", "SAEBOM", "RS-"):
        assert secret not in page.content()
    busy.click()
    assert page.url.endswith(f"/book/?date={tomorrow:%Y-%m-%d}")


def test_two_browsers_race_and_one_wins(world_at: World, enter: SignIn, tomorrow: datetime):
    pages = [enter("hana"), enter("sora", language="en")]
    for page in pages:
        page.goto("/book/new?equipment=CONFOCAL")
        page.locator("#slot_start").fill(at(tomorrow))
        page.locator("#slot_end").fill(at(tomorrow + timedelta(hours=1)))
        expect(page.locator("#slot-checks details")).to_be_attached()
    for page in pages:
        page.locator("main form button[type=submit]").click(no_wait_after=True)
    for page in pages:
        page.wait_for_selector(".toast-note.ok, .refusal")
    won = [page.locator(".toast-note.ok").count() for page in pages]
    assert sorted(won) == [0, 1]
    assert len(own(world_at, "hana")) + len(own(world_at, "sora")) == 1
    loser = pages[won.index(0)]
    expect(loser.locator(".refusal")).to_contain_text("booking.slot_taken")


def test_what_another_does_appears_by_itself(world_at: World, enter: SignIn, tomorrow: datetime):
    page = enter("hana")
    open_day(page, tomorrow)
    expect(page.locator(".ec-event.look-other")).to_have_count(0)
    with world_at.as_("sora"):
        booking.reserve(equipment="CONFOCAL", start=tomorrow, end=tomorrow + timedelta(hours=1))
    expect(page.locator(".ec-event.look-other")).to_have_count(1, timeout=10_000)


def test_without_scripts_the_day_is_a_list(browser, server: str, enter: SignIn, tomorrow: datetime):
    cookies = enter("hana").context.cookies()
    context = browser.new_context(base_url=server, java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(f"/book/?date={tomorrow:%Y-%m-%d}")
    expect(page.locator(".timeline-list").last).to_contain_text("공초점 현미경")
    context.close()
