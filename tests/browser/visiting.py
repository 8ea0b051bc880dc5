"""What is wrong with a page, as a visitor who needs more than sight and a mouse would find it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

axe = Axe()


def violations(page: Page) -> list[str]:
    """Violations of the accessibility rules, a page wider than its screen, and what the console complained of."""
    where = page.url
    found = []
    for one in axe.run(page).response["violations"]:
        found.append(f"{where}: {one['id']}: {one['nodes'][0]['html'][:160]}")
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append(f"{where}: wider than the screen")
    complaints = page.errors  # type: ignore[attr-defined]
    found += [f"{where}: {said}" for said in complaints]
    complaints.clear()
    return found
