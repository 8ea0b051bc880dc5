"""The days of a visit by hand: a wish is dragged onto a day, stops between times and days, by mouse and by keyboard."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from squaremile.network import operations as network
from squaremile.network.models import VisitStop
from tests.browser.conftest import SignIn
from tests.network.visits import staged
from tests.network.visits.staged import at
from tests.world import World

pytestmark = pytest.mark.slow
HALF_HOUR = 40
"""The width of half an hour on the board, in pixels."""
STATUS = '[data-planner-target="status"]'


@pytest.fixture
def board(world_at: World, enter: SignIn) -> Page:
    with world_at.as_("programme"):
        staged.visit()
    page = enter("programme", language="en", width=1600)
    page.goto("/network/visits/DG-1/planner")
    expect(event(page, "wish:VW-1")).to_be_visible()
    return page


def event(page: Page, name: str) -> Locator:
    return page.locator(f'[data-booking="{name}"]')


def drag(page: Page, what: Locator, *, to_row: str = "", by: int = 0) -> None:
    """Take an event in its middle and let it go on a row, so many pixels later."""
    box = what.bounding_box()
    row = page.locator(f'[data-row="{to_row}"]').bounding_box() if to_row else box
    assert box and row
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by / 2, (y + row["y"]) / 2, steps=6)
    page.mouse.move(x + by, row["y"] + row["height"] / 2, steps=6)
    page.mouse.up()


def stands(world: World, **which: str) -> tuple[datetime, datetime] | None:
    with world.as_("programme"):
        found = VisitStop.objects.filter(**which).first()
        return (found.period.start, found.period.end) if found else None


def test_a_wish_is_dragged_onto_a_day_and_on(world_at: World, board: Page):
    drag(board, event(board, "wish:VW-1"), to_row="2027-03-08", by=2 * HALF_HOUR)
    expect(board.locator(STATUS)).to_have_text("The stop stands there now.")
    assert stands(world_at, wish__code="VW-1") == (at(10), at(11))
    expect(board.locator("#visit-plan .visit-stop")).to_contain_text("10:00–11:00")
    stop = board.locator(".ec-event.look-mine .event-hit")
    expect(stop).to_be_focused()
    drag(board, stop, by=HALF_HOUR)
    expect(board.locator("#visit-plan .visit-stop")).to_contain_text("10:30–11:30")
    assert stands(world_at, wish__code="VW-1") == (at(10, 30), at(11, 30))
    assert board.errors == []  # type: ignore[attr-defined]


def test_a_clash_is_explained_where_one_drags(world_at: World, board: Page):
    drag(board, event(board, "wish:VW-1"), to_row="2027-03-09")
    card = board.locator(".timeline-refusal")
    expect(card).to_contain_text("It stands there now, but the plan does not work yet.")
    expect(card).to_contain_text("This is not a time when the host is free.")
    expect(board.locator(".ec-event.look-fault")).to_have_count(1)
    board.keyboard.press("Enter")
    expect(card).to_have_count(0)
    expect(board.locator(".ec-event.look-fault .event-hit")).to_be_focused()


def test_the_keyboard_does_the_same(world_at: World, board: Page):
    wish = event(board, "wish:VW-1")
    wish.press("Alt+ArrowDown")
    event(board, "wish:VW-1").press("Alt+ArrowRight")
    for _ in range(3):
        event(board, "wish:VW-1").press("Alt+ArrowRight")
    expect(board.locator(STATUS)).to_have_text("The stop stands there now.")
    assert stands(world_at, wish__code="VW-1") == (at(10), at(11))
    stop = board.locator(".ec-event.look-mine .event-hit")
    stop.press("Control+Alt+ArrowRight")
    expect(board.locator("#visit-plan .visit-stop")).to_contain_text("10:00–11:15")
    assert stands(world_at, wish__code="VW-1") == (at(10), at(11, 15))


def test_what_the_form_refuses_is_refused_here_and_goes_back(world_at: World, board: Page):
    with world_at.as_("programme"):
        network.add_stop(delegation="DG-1", code="VS-1", kind="meal", title_en="Lunch", start=at(12), end=at(13))
        network.cancel_delegation(delegation="DG-1", reason="The visit is off")
    event(board, "wish:VW-2").press("Alt+ArrowDown")
    expect(board.locator(".timeline-refusal")).to_contain_text("A visit that is over cannot be changed.")
    assert stands(world_at, wish__code="VW-2") is None
    expect(event(board, "wish:VW-2")).to_be_visible()


def test_free_time_fills_in_the_form(board: Page):
    row = board.locator('[data-row="2027-03-09"]')
    row.focus()
    board.keyboard.press("ArrowRight")
    board.keyboard.press("Shift+ArrowRight")
    board.keyboard.press("Enter")
    expect(board.locator("#stop_kind")).to_be_focused()
    expect(board.locator("#stop_start")).to_have_value("2027-03-09T09:00")
    expect(board.locator("#stop_end")).to_have_value("2027-03-09T09:45")


def test_on_a_phone_the_lists_are_there_alone(world_at: World, enter: SignIn):
    with world_at.as_("programme"):
        staged.visit()
        network.add_stop(delegation="DG-1", kind="meal", title_en="Lunch", start=at(12), end=at(12) + timedelta(hours=1))
    page = enter("programme", language="en", width=390)
    page.goto("/network/visits/DG-1/planner")
    expect(page.locator("#visit-plan .visit-stop")).to_contain_text("Lunch")
    expect(page.locator("#visit-board")).to_be_hidden()
