"""No accessibility violation on any page that there is, in both languages and themes, from a phone to a wall display."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import cycle, product

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from squaremile.core import operations as core
from squaremile.core.models import Mail, User
from squaremile.kernel.scope import scope, system
from tests import parts
from tests.browser.conftest import SignIn, choose, opened
from tests.browser.crawl import Found, client_of, crawl, patterns
from tests.browser.visiting import violations
from tests.world import World

pytestmark = pytest.mark.slow
LOOKS = [("ko", "light", 1280), ("en", "dark", 1280), ("ko", "dark", 390), ("en", "light", 390), ("ko", "light", 1920)]
PEOPLE = ("", "hana", "hajin", "operator", "director", "programme", "auditor")
MAIN = {
    "hana": ("/", "/book/", "/book/CONFOCAL/", "/book/new?equipment=CYTO-2", "/space/JB-A2/"),
    "operator": ("/", "/operations/", "/book/CONFOCAL/"),
}
NOT_A_PAGE = {
    "files/<str:ref>/", "files/<str:ref>/<str:name>", "bookings/<str:code>/calendar.ics",  # what is downloaded
    "network/agreements/<str:code>/files/<str:paper>/", "network/events/<str:code>/calendar.ics",
    "network/lists/<str:code>/csv", "network/needs/<str:code>/blind.csv",
    "accounts/confirm-email/<str:key>/", r"accounts/^confirm-email/(?P<key>[-:\w]+)/$",  # closed: 404 for everyone
    "accounts/oidc/^(?P<provider_id>[^/]+)/login/", "accounts/oidc/^(?P<provider_id>[^/]+)/login/callback/",
    "accounts/2fa/webauthn/keys/<int:pk>/edit/", "accounts/2fa/webauthn/keys/<int:pk>/remove/",  # in test_passkey
}  # fmt: skip
BY_MAIL = {"invitation/<str:secret>/", "network/letter/<str:letter>/",
           r"accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"}  # fmt: skip
# atlas: a part for the drawer; a chart for other sites' frames, visited in test_atlas; parts that a page asks for again
NOT_A_PAGE |= {"atlas/map/<str:institution>/", "atlas/embed/<str:secret>/", "atlas/square/chance/", "atlas/opportunities/gain/",
               "atlas/partners/cards/", "residency/impact/<str:code>/report.pdf", "residency/exits/<str:code>/proof.pdf",
               "residency/licences/<str:code>/documents/<int:number>/", "residency/answer-files/<str:code>/",
               "residency/reviews/<str:code>/<round_step:step>/"}  # fmt: skip
REFUSED = {"hana": ("/bookings/RS-00000000/", "/operations/"), "": ("/invitation/0/", "/network/letter/0/", "/bookings/")}
# network: delegations and visit days: what is downloaded
NOT_A_PAGE |= {"network/events/<str:code>/desk/version"} | {
    f"network/visits/<str:code>/{file}" for file in (
        "planner/board",
        "itinerary.ics", "members/<str:visit_member>.ics", "documents/<str:visit_document>.pdf", "documents/<str:visit_document>.html",
    )
}  # fmt: skip
"""Pages that say no: nothing there, not allowed, no longer good, sign in first."""

Visit = Callable[[str, str, tuple[str, str, int]], list[str]]


@pytest.fixture
def visit(server: str, browser: Browser) -> Iterator[Visit]:
    """`visit("hana", "/book/", look)` says what is wrong with that page for her. "" is a visitor."""
    pages: dict[str, Page] = {}

    def visited(who: str, address: str, look: tuple[str, str, int]) -> list[str]:
        language, theme, width = look
        if who not in pages:
            pages[who] = opened(browser, server, language=language, theme=theme)
            session = client_of(who).cookies.get("sessionid")
            if session:
                pages[who].context.add_cookies([{"name": "sessionid", "value": session.value, "url": server}])
        page = pages[who]
        choose(page, server, language, theme)
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        if address.startswith("/book/?") or address == "/book/":
            expect(page.locator("[data-row], .timeline-list section").first).to_be_visible()
        found = violations(page)
        return [f"{who} {look}: {one}" for one in found if "the server responded with a status of 4" not in one]

    yield visited
    for page in pages.values():
        page.context.close()


ROOMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "safety/": (("hana", "hajin", "safety"), ("safety_",)), "stores/": (("hana", "operator"), ("stores_", "safety_stock")),
    "money/": (("hajin", "finance"), ("billing",)),
}  # fmt: skip
"""Rooms that are walked apart, with their own people and parts: a test of ten minutes is the longest that there may be."""
APART = tuple(beginning for _, some in ROOMS.values() for beginning in some)
UNLINKED = (*ROOMS, "residency/", "space/")
"""Rooms in which pages behind a code came up that nothing of the small cluster leads to yet."""


@pytest.fixture
def found(world_at: World, with_bookings: str, tomorrow: datetime) -> Found:
    """Every page of a cluster where something is going on."""
    from squaremile.spaces import operations as spaces

    with world_at.as_("operator"):
        spaces.hold(place="R201-B1", organisation="HANBIT", start=tomorrow, end=tomorrow + timedelta(days=90))
    for part in parts.PARTS:
        if hasattr(part, "furnish") and not part.__name__.rpartition(".")[2].startswith(APART):
            part.furnish(world_at)
    return crawl(PEOPLE)


def test_every_page_and_every_link(found: Found, visit: Visit, world_at: World):
    unreached = {p for p in patterns() if "<" in p and p not in found.acts and not found.people(p)}
    # Behind a key from the mail: tests/pages visits them.
    unreached -= {p for p in unreached if p.startswith(("door/", "public/"))}
    unreached -= {p for p in unreached if p.startswith(UNLINKED)}
    known = {p for p in NOT_A_PAGE | BY_MAIL if "<" in p and not p.startswith(UNLINKED)}
    assert unreached == known, "link to it from somewhere, or say here why nobody can come to it"
    assert (found.dead, found.broken) == ([], [])
    wrong, looks = [], cycle(LOOKS)
    for pattern in sorted(patterns()):
        people = found.people(pattern)
        if people and not pattern.startswith(tuple(ROOMS)):
            who = next((one for one in ("operator", "hajin") if one in people), people[0])
            wrong += visit(who, found.pages[pattern][who][-1], next(looks))
    for who, addresses in REFUSED.items():
        for address in addresses:
            wrong += visit(who, address, next(looks))
    for address in (_invitation(world_at), _new_password()):
        wrong += visit("", address, next(looks))
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("room", ROOMS)
def test_every_page_of_a_room(visit: Visit, world_at: World, room: str):
    people, furnished = ROOMS[room]
    for part in parts.PARTS:
        if hasattr(part, "furnish") and part.__name__.rpartition(".")[2].startswith(furnished):
            part.furnish(world_at)
    found = crawl(people, room)
    assert (found.dead, found.broken) == ([], [])
    wrong, looks = [], cycle(LOOKS)
    for pattern in sorted(one for one in patterns() if one.startswith(room) and found.people(one)):
        who = found.people(pattern)[0]
        wrong += visit(who, found.pages[pattern][who][-1], next(looks))
    assert wrong == [], "\n".join(wrong)


def _invitation(world: World) -> str:
    with world.as_("hajin"):
        core.invite(
            email="newcomer@hanbit.example", role="scientist", organisation=world.organisations["HANBIT"],
            name_ko="한새내", name_en="Saenae Han",
        )  # fmt: skip
    with scope(system("worker")):
        (letter,) = Mail.objects.filter(to="newcomer@hanbit.example").values_list("body", flat=True)
    return re.search(r"/invitation/\S+", letter)[0]


def _new_password() -> str:
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str

    with scope(system("auth")):
        user = User.objects.get(email="hana@example.org")
        key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})


def test_the_main_pages_in_every_look(visit: Visit, with_bookings: str):
    wrong = []
    for look, (who, addresses) in product(LOOKS, MAIN.items()):
        for address in (*addresses, f"/bookings/{with_bookings}/"):
            wrong += visit(who, address, look)
    assert wrong == []


def test_the_gallery(visit: Visit):
    """One sample of the timeline shows what a failing server looks like: its 503 is meant."""
    assert [one for look in LOOKS[:4] for one in visit("", "/kit/", look) if "status of 503" not in one] == []


@pytest.mark.parametrize("look", LOOKS[:2])
def test_what_opens_over_a_page(enter: SignIn, tomorrow: datetime, look):
    language, theme, width = look
    page = enter("hana", language=language, theme=theme, width=width)
    page.goto(f"/book/?date={tomorrow:%Y-%m-%d}")
    page.locator('[data-row="CONFOCAL"]').focus()
    for key in ("ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#drawer-frame[open] form[action]")).to_be_visible()
    wrong = violations(page)
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("현미경")
    expect(page.locator('#palette-results [role="option"]').first).to_be_visible()
    assert wrong + violations(page) == []
