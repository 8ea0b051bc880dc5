"""A sponsor with its key: its contract, what is left, and the companies that chose to be listed. Each look is recorded."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.core import refs
from squaremile.core.words import DOOR_SHUT
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency.reads import sponsors
from squaremile.residency.reads.companies import shown_of
from squaremile.web.shell.entry import by_key


@require_GET
@by_key("sponsor")
def page(request: HttpRequest) -> HttpResponse:
    """What it has, and whom it may get to know."""
    (holder,) = require().organisations
    row = sponsors.me(holder)
    if row is None:
        raise Forbidden(DOOR_SHUT)
    profiles = [(refs.ref("profile", one.id), one) for one in sponsors.profiles()]
    return render(request, "residency/sponsors/door.html", {"row": row, "profiles": profiles})


@require_GET
@by_key("sponsor")
def profile(request: HttpRequest, ref: str) -> HttpResponse:
    """One profile. Opening it leaves a line that the company and staff can read."""
    shown = shown_of(residency.look_at_profile(profile=refs.read("profile", ref)))
    return render(request, "residency/sponsors/door_profile.html", {"shown": shown})
