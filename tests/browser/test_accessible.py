"""No accessibility violation on any page, in both languages and both themes, from a phone to a wall display."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import SignIn
from tests.world import World

pytestmark = pytest.mark.slow
SCIENTIST = (
    "/", "/book/", "/book/CONFOCAL/", "/book/CONFOCAL/label", "/book/new", "/book/new?equipment=CYTO-2",
    "/book/series?equipment=CONFOCAL", "/bookings/", "/catalogue/", "/search/?q=현미경",
)
STAFF = (
    "/", "/operations/", "/book/CONFOCAL/", "/catalogue/add", "/catalogue/CYTO-1/edit", "/catalogue/rules/",
    "/catalogue/rules/STRICT/", "/catalogue/CONFOCAL/trained/",
)
LOOKS = [("ko", "light", 1280), ("en", "dark", 1280), ("ko", "dark", 390), ("en", "light", 390), ("ko", "light", 1920)]


def violations(page: Page, addresses: tuple[str, ...]) -> list[str]:
    found = []
    for address in addresses:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        for one in Axe().run(page).response["violations"]:
            found.append(f"{address}: {one['id']}: {one['nodes'][0]['html'][:160]}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{address}: wider than the screen")
    return found + page.errors  # type: ignore[attr-defined]


@pytest.mark.parametrize(("language", "theme", "width"), LOOKS)
def test_pages_of_a_scientist(world_at: World, with_bookings, enter: SignIn, language, theme, width):
    page = enter("hana", language=language, theme=theme, width=width)
    assert violations(page, (*SCIENTIST, f"/bookings/{with_bookings}/")) == []


@pytest.mark.parametrize(("language", "theme", "width"), LOOKS)
def test_pages_of_lab_operations(world_at: World, with_bookings, enter: SignIn, language, theme, width):
    page = enter("operator", language=language, theme=theme, width=width)
    assert violations(page, (*STAFF, f"/bookings/{with_bookings}/")) == []


@pytest.mark.parametrize(("language", "theme", "width"), LOOKS[:2])
def test_the_welcome_and_the_way_in(enter: SignIn, language, theme, width):
    assert violations(enter("", language=language, theme=theme, width=width), ("/", "/accounts/login/")) == []
