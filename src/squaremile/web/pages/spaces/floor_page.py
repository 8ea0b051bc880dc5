"""The plan of one floor: what is where, what is free, and from when the rest is."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from squaremile.kernel import clock
from squaremile.kernel.period import civil
from squaremile.spaces.reads.floor import FloorPlan, floor
from squaremile.spaces.reads.inside import Spot
from squaremile.spaces.reads.tree import Way
from squaremile.web.pages.spaces.days import day_of, last_day
from squaremile.web.pages.spaces.drawing import draw
from squaremile.web.pages.spaces.forms import AsOfForm
from squaremile.web.pages.spaces.keepers import keeps
from squaremile.web.pages.spaces.machines import machines, marks
from squaremile.web.pages.spaces.standing_words import dates, look
from squaremile.web.shell.site import every

LEGEND = ("free", "pending", "company", "other")


@dataclass(frozen=True, slots=True)
class Row:
    """One place in the table beside the plan."""

    spot: Spot
    look: str
    dates: str
    free_from: date | None
    inside: str
    """Name of the room it is in."""


def shown(request: HttpRequest, code: str) -> HttpResponse:
    """The floor today, or on the day asked for."""
    form = AsOfForm(request.GET or None)
    on = form.cleaned_data["on"] if form.is_bound and form.is_valid() else None
    found = floor(code)
    zone = found.way.zone
    today = day_of(clock.now(), zone)
    if on and on != today:
        found = floor(code, _noon(on, zone))
    drawing = draw([found.floor, *found.spots], zone)
    site = next((each.id for each in every(request) if each.code == found.way.crumbs[0].code), None)
    # What instruments do is known for now, not for another day.
    here = machines(site, [found.floor, *found.spots], zone) if site and (on or today) == today else []
    return render(request, "spaces/floor.html", {
        "found": found, "zone": str(zone), "crumbs": crumbs(found.way), "day": on or today, "today": today,
        "drawing": drawing, "rows": rows(found, zone), "machines": here,
        "marks": marks(here, [found.floor, *found.spots], drawing) if drawing else [],
        "form": AsOfForm(initial={"on": on or today}), "legend": LEGEND,
        "keeps": keeps(found.floor.code, "floor", active=found.floor.active),
    })


def _noon(day: date, zone: ZoneInfo) -> datetime:
    return civil(day, time(12), zone)


def rows(found: FloorPlan, zone: ZoneInfo) -> list[Row]:
    """Every place but control areas, in the order of the plan; the rentable ones say how they stand."""
    names = {spot.code: str(spot.name) for spot in found.spots if spot.kind in ("room", "suite")}
    return [row(spot, zone, names.get(spot.parent, "")) for spot in found.spots if spot.kind != "control_area"]


def row(spot: Spot, zone: ZoneInfo, inside: str = "") -> Row:
    free = spot.standing.free_from
    # The day after the last: free from then on.
    first_free = None if free is None else date.fromordinal(last_day(free, zone).toordinal() + 1)
    return Row(spot, look(spot), dates(spot.standing, zone), first_free, inside)


def crumbs(way: Way) -> list[tuple[Any, str]]:
    """Links to the places around; the page itself last, without one. Buildings have no page worth a stop."""
    *around, here = way.crumbs
    links = [(str(c.name), reverse("place", args=[c.code])) for c in around]
    return [*links, (str(here.name), "")]
