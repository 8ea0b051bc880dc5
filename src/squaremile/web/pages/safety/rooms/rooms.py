"""Rooms: the tree of places with what stands in them, and one room with everything about it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.reads import rooms
from squaremile.web.pages.safety import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_stock)
def page(request: HttpRequest) -> HttpResponse:
    """Places with containers, each under the one it lies in."""
    return render(request, "safety/rooms.html", {"rows": rooms.tree(), "sections": sections.tabs("safety_rooms")})


@require_GET
@only(rules.see_stock)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """Its area and rules, cabinets, containers, hazards, and neighbours that do not get along."""
    return render(request, "safety/room.html", {
        "room": rooms.room(code), "may_keep": rules.keep_stock(require()), "everyone": rules.see_everyone(require()),
        "sections": sections.tabs("safety_rooms"),
    })  # fmt: skip
