"""The site at a glance: how full it is, floor by floor."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.kernel import clock
from squaremile.spaces.reads.tree import FloorRow, overview
from squaremile.web.pages.spaces.days import day_of
from squaremile.web.pages.spaces.drawing import Drawing, draw
from squaremile.web.pages.spaces.keepers import keeps
from squaremile.web.shell.entry import signed_in
from squaremile.web.shell.site import every, site_of


@dataclass(frozen=True, slots=True)
class FloorShown:
    """A floor and its small drawing."""

    floor: FloorRow
    drawing: Drawing | None


@require_GET
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """The site asked for, or the first one."""
    if not every(request):
        return render(request, "spaces/no_site.html", {"keeps": keeps("", "")})
    return shown(request, site_of(request).code)


def shown(request: HttpRequest, code: str) -> HttpResponse:
    found = overview(code)
    zone: ZoneInfo = found.site.zone
    return render(request, "spaces/overview.html", {
        "found": found, "today": day_of(clock.now(), zone),
        "keeps": keeps(found.site.code, "site"),
        "floors": [FloorShown(floor, draw(floor.spots, zone, labels=False)) for floor in found.floors],
    })
