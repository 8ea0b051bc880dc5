"""Rooms: the tree of places with what stands in them, and one room with everything about it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.reads import biosafety, door_signs, incidents, rooms
from squaremile.spaces.reads import places
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
    """What hangs at its door, who answers for it, whether it is locked; its area and rules, cabinets, containers, hazards, and
    neighbours that do not get along."""
    place = places.find(code)
    return render(request, "safety/room.html", {
        "sign": door_signs.sign_of(place.id), "keeper": door_signs.keeper(place.id), "level": biosafety.of_room(place.id),
        "locks": [lock for lock in incidents.locks() if lock.place == code], "may_sign": rules.keep_signs(require()),
        "room": rooms.room(code), "may_keep": rules.keep_stock(require()), "everyone": rules.see_everyone(require()),
        "sections": sections.tabs("safety_rooms"),
    })  # fmt: skip
