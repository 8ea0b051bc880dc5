"""Three days at a glance: chosen with the keyboard, travelled by three, with what stands on them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import SignIn

pytestmark = pytest.mark.slow
SEOUL = ZoneInfo("Asia/Seoul")


def span(address: str) -> tuple[datetime, datetime]:
    """What the board asks the feed for, by the site's clock."""
    query = parse_qs(urlsplit(address).query)
    start, end = (datetime.fromisoformat(query[name][0]).astimezone(SEOUL) for name in ("from", "to"))
    return start, end


def span_asked(page: Page, press: Callable[[], None]) -> tuple[datetime, datetime]:
    """The three days that are asked for after a press."""

    def three_days(request: Request) -> bool:
        if "/book/feed?" not in request.url:
            return False
        start, end = span(request.url)
        return end - start == timedelta(days=3)

    with page.expect_request(three_days) as asked:
        press()
    return span(asked.value.url)


def test_three_days_by_keyboard(with_bookings, enter: SignIn, tomorrow):
    page = enter("hana", language="en")
    today = (tomorrow - timedelta(days=1)).astimezone(SEOUL).date()
    page.goto(f"/book/?date={today}")
    expect(page.locator(".sm-timeline [data-row]").first).to_be_visible()
    button = page.get_by_role("button", name="Three days")

    def choose() -> None:
        button.focus()
        page.keyboard.press("Enter")

    start, end = span_asked(page, choose)
    assert (start.date(), start.hour, end - start) == (today, 0, timedelta(days=3))
    expect(button).to_have_attribute("aria-pressed", "true")
    for look in ("mine", "other"):
        expect(page.locator(f".ec-event.look-{look}")).to_have_count(1)
    later = page.get_by_role("button", name="Later")
    start, end = span_asked(page, lambda: later.press("Enter"))
    assert (start.date(), end - start) == (today + timedelta(days=3), timedelta(days=3))
    expect(page.locator(".ec-event.look-mine")).to_have_count(0)
    assert page.errors == []  # type: ignore[attr-defined]
