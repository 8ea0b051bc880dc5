"""The pictures of the README, from the demonstration itself. `make screenshots` writes them; every run checks the pages.

Without SCREENSHOTS the cluster is a small one and nothing is written, but each page must still show what its picture
shows: its title, its people at work, no violation of accessibility and no complaint in the console.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from squaremile.config import database
from tests.browser.conftest import choose, opened
from tests.browser.demonstration import SEOUL, working_morning
from tests.browser.serving import ROOT, serving
from tests.browser.visiting import violations
from tests.conftest import clone, drop, template_name

pytestmark = pytest.mark.slow
PICTURES = ROOT / "docs" / "images"
MOST_BYTES = 200_000
SCIENTIST, ENGLISH, OPERATOR = "jiwoo.oh@moak.example", "priya.raman@byeotnwi.example", "dohyun.nam@squaremile.example"


@dataclass(frozen=True)
class Shot:
    """One picture: whose page it is, in which look, and what must be seen on it."""

    name: str
    who: str
    address: str
    heading: str
    shows: str
    language: str = "ko"
    theme: str = "light"
    size: tuple[int, int] = (1280, 860)
    before: Callable[[Page], None] = field(default=lambda page: None)


def _choose_a_time(page: Page) -> None:
    """As one who uses the keyboard: the row, some steps on, a longer time, Enter. Its conditions are laid open."""
    page.locator('[data-row="CF-1"]').focus()
    for key in (*["ArrowRight"] * 5, *["Shift+ArrowRight"] * 2, "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#drawer-frame[open] .checklist")).to_be_attached()
    closed = page.locator("#drawer-frame[open] details:not([open]) > summary")
    for _ in range(closed.count()):
        closed.first.click()


DESK = (1440, 900)
SHOTS = (
    Shot("my-day-ko", SCIENTIST, "/", "나의 하루", "#day .panel"),
    Shot("timeline-ko", SCIENTIST, "/book/", "장비 예약", ".ec-event.look-other", size=DESK),
    Shot("timeline-en", ENGLISH, "/book/", "Book an instrument", ".ec-event.look-other", language="en", size=DESK),
    Shot("booking-panel-ko", SCIENTIST, "/book/", "장비 예약", "#drawer-frame[open] .checklist li", size=DESK,
         before=_choose_a_time),
    Shot("instrument-en-dark", ENGLISH, "/book/LCMS/", "Liquid chromatography mass spectrometer", ".checklist li",
         language="en", theme="dark"),
    Shot("floor-plan-ko", SCIENTIST, "/space/JB-A4/", "4층", "svg [data-room] text:text('모악셀웍스')", size=DESK),
    Shot("operations-en", OPERATOR, "/operations/", "Operations board", "main .line-list a", language="en", size=DESK),
    Shot("my-day-phone-ko", SCIENTIST, "/", "나의 하루", "#day .panel", size=(390, 844)),
)


@pytest.fixture(scope="module")
def morning() -> datetime:
    return working_morning()


@pytest.fixture(scope="module")
def demonstration(admin_url: str, worker_id: str, morning: datetime, tmp_path_factory) -> Iterator[str]:
    """The address of the demonstration, at twenty-five past ten on a Wednesday."""
    name = f"{urlsplit(admin_url).path.lstrip('/')}_demo_{worker_id}"
    url = urlsplit(admin_url)._replace(path=f"/{name}").geturl()
    as_of = {"AS_OF": morning.isoformat()}
    clone(admin_url, f"{template_name(admin_url)}_migrated", name)
    try:
        env = {**os.environ, **as_of, "DATABASE_URL": url}
        subprocess.run([sys.executable, "-m", "tests.browser.demonstration"], check=True, cwd=ROOT, env=env)
        log: Path = tmp_path_factory.mktemp("demonstration") / "server.log"
        app_url = database.as_role(url, "sm_app", settings.SECRET_KEY)
        with serving(app_url, log, "tests.browser.as_of", SQUAREMILE_DEMO="true", **as_of) as address:
            yield address
    finally:
        drop(admin_url, name)


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_the_page_shows_what_its_picture_shows(shot: Shot, demonstration: str, morning: datetime, browser: Browser):
    width, height = shot.size
    page = opened(browser, demonstration, language=shot.language, theme=shot.theme, width=width, height=height)
    page.clock.set_fixed_time(morning.astimezone(SEOUL))
    page.goto("/demo/")
    page.locator(f'button[value="{shot.who}"]').click()
    page.wait_for_url("**/")
    choose(page, demonstration, shot.language, shot.theme)
    page.goto(shot.address)
    shot.before(page)
    expect(page.locator(shot.shows).first).to_be_visible()
    expect(page.locator("h1")).to_contain_text(shot.heading)
    expect(page.locator("html")).to_have_attribute("lang", shot.language)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    if os.environ.get("SCREENSHOTS"):
        PICTURES.mkdir(exist_ok=True)
        written = PICTURES / f"{shot.name}.png"
        page.screenshot(path=written, animations="disabled", caret="hide")
        assert written.stat().st_size <= MOST_BYTES
    assert violations(page) == []
    page.context.close()


def test_the_readme_shows_every_picture_and_no_other():
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    for shot in SHOTS:
        assert f"docs/images/{shot.name}.png" in told
        assert (PICTURES / f"{shot.name}.png").stat().st_size <= MOST_BYTES
    assert {file.stem for file in PICTURES.iterdir()} == {shot.name for shot in SHOTS}
