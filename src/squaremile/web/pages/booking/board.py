"""The operations board: a site's day for lab operations. Every row has its verb."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.booking import rules, words
from squaremile.booking.reads import board, calendar
from squaremile.core.roles import AUDITOR, any_of
from squaremile.kernel import clock
from squaremile.kernel.scope import Scope, require
from squaremile.web.shell.entry import only
from squaremile.web.shell.site import site_of

SHOWN_STATES = ("pending", "confirmed", "in_use", "done", "missed", "cancelled")


def may_see(asking: Scope) -> bool:
    """Those who decide, those who stop, and the auditor."""
    return rules.stop(asking) or any_of(AUDITOR)(asking)


@require_GET
@only(may_see)
def page(request: HttpRequest) -> HttpResponse:
    """The board in its frame; it refreshes itself when something changes."""
    return render(request, "booking/board.html", _board(request))


@require_GET
@only(may_see)
def fragment(request: HttpRequest) -> HttpResponse:
    """Its rows alone."""
    return render(request, "booking/board_rows.html", _board(request))


@require_GET
@only(may_see)
def version(request: HttpRequest) -> JsonResponse:
    """Changes with the site's bookings, faults and instruments."""
    return JsonResponse({"version": calendar.version(site=site_of(request).id)})


def _board(request: HttpRequest) -> dict[str, Any]:
    site, asking = site_of(request), require()
    found = board.board(site=site.code)
    return {
        "board": found, "site_row": site, "zone": str(found.zone), "now": clock.now(),
        "version": calendar.version(site=site.id),
        "states": [(state, words.STATES[state], found.counts[state]) for state in SHOWN_STATES],
        "can": {"decide": rules.approve(asking), "stop": rules.stop(asking), "maintain": rules.maintain(asking)},
        "asked_site": site.code,
    }
