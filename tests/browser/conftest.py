"""A real server on a database of the test's own, and a real browser. The server's clock is the real one."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.serving import serving
from tests.world import PASSWORD, World

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Playwright's loop runs in this thread; the tests' own look-ups are plain calls beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong

SignIn = Callable[..., Page]


@pytest.fixture(scope="session")
def kept_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """One server for all of a worker's tests: starting it takes longer than most of them. `kept_up(database)` is its address.

    A worker's tests call their databases by one name, each made anew, and the server takes whichever is there."""
    running: dict[str, str] = {}
    with ExitStack() as until_the_end:
        def address(database_url: str) -> str:
            if database_url not in running:
                log: Path = tmp_path_factory.mktemp("server") / "server.log"
                running[database_url] = until_the_end.enter_context(serving(database_url, log, "tests.browser.renewed"))
            return running[database_url]

        yield address


@pytest.fixture
def server(committed_world: World, own_database: str, kept_up: Callable[[str], str]) -> str:
    """The address of a server whose database holds the small world."""
    return kept_up(own_database)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


def opened(browser: Browser, server: str, *, language: str, theme: str, width: int = 1280, height: int = 900) -> Page:
    """A page of a browser of its own, in that language and look. What its console complains of is in `page.errors`."""
    context = browser.new_context(
        base_url=server, viewport={"width": width, "height": height}, color_scheme=theme,
        timezone_id="Europe/London", locale="en-GB", reduced_motion="reduce",
    )
    page = context.new_page()
    page.errors = []  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.errors.append(str(error)))  # type: ignore[attr-defined]
    page.on("console", lambda said: said.type == "error" and page.errors.append(said.text))  # type: ignore[attr-defined]
    choose(page, server, language, theme)
    return page


def choose(page: Page, server: str, language: str, theme: str) -> None:
    """Signing in chooses the person's own language: a test says again which it is in."""
    page.context.add_cookies([
        {"name": "django_language", "value": language, "url": server},
        {"name": "squaremile_theme", "value": theme, "url": server},
    ])


@pytest.fixture
def enter(server: str, browser: Browser) -> Iterator[SignIn]:
    """Sign in as one of the world's people: `enter("hana", language="en", theme="dark")` gives her page."""
    contexts: list[BrowserContext] = []

    def signed_in(who: str, *, language: str = "ko", theme: str = "light", width: int = 1280) -> Page:
        page = opened(browser, server, language=language, theme=theme, width=width)
        contexts.append(page.context)
        if who:
            page.goto("/accounts/login/")
            page.fill('input[name="login"]', f"{who}@example.org")
            page.fill('input[name="password"]', PASSWORD)
            page.press('input[name="password"]', "Enter")
            page.wait_for_url("**/")
            choose(page, server, language, theme)
        return page

    yield signed_in
    for context in contexts:
        context.close()


@pytest.fixture
def tomorrow() -> datetime:
    """10:00 in Seoul tomorrow."""
    seoul = datetime.now(UTC) + timedelta(hours=9)
    return datetime(seoul.year, seoul.month, seoul.day, 1, tzinfo=UTC) + timedelta(days=1)


@pytest.fixture
def world_at(server: str, committed_world: World) -> World:
    """The world that the running server shows."""
    return committed_world


@pytest.fixture
def with_bookings(world_at: World, tomorrow: datetime) -> str:
    """A fault, bookings of both rivals, one of them waiting. Answers the code of the one that waits."""
    from squaremile.booking import operations as booking

    hour = timedelta(hours=1)
    with world_at.as_("hana"):
        booking.reserve(equipment="CONFOCAL", start=tomorrow, end=tomorrow + hour, purpose="세포 관찰")
        waiting = booking.reserve(equipment="CYTO-2", start=tomorrow, end=tomorrow + hour)
        booking.report_fault(equipment="CHILLER", severity="degraded", says="소음")
    with world_at.as_("sora"):
        booking.reserve(equipment="CONFOCAL", start=tomorrow + hour, end=tomorrow + 2 * hour)
    return waiting.code
