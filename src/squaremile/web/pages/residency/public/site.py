"""What there is: sites and places, equipment, events and companies that chose to be listed."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.booking.reads import instruments
from squaremile.kernel.korean import search_key
from squaremile.kernel.scope import scope
from squaremile.network.reads import events
from squaremile.residency.reads import calls, companies, licences
from squaremile.residency.reads.days import today
from squaremile.residency.reads.leads import open_slots
from squaremile.spaces.reads.offered import offered
from squaremile.web.pages.residency.public.frame import READER, framed, tabs


@require_GET
@framed
def home(request: HttpRequest) -> HttpResponse:
    """The first page: what can be had, what is open now."""
    with scope(READER):
        machines = len(instruments.all_of())
    return render(request, "residency/public/home.html", {
        "parts": tabs("public"), "sites": offered(), "machines": machines, "calls": calls.open_calls(),
        "slots": open_slots()[:3], "listed": len(companies.listed()), "embed": "embed" in request.GET,
    })


@require_GET
@framed
def prices(request: HttpRequest) -> HttpResponse:
    """The list of prices that holds today."""
    return render(request, "residency/public/prices.html", {
        "parts": tabs("public_prices"), "listed": licences.prices_in_force(today()), "embed": "embed" in request.GET,
    })


@require_GET
@framed
def equipment(request: HttpRequest) -> HttpResponse:
    """The shared instruments, by kind. Whether one is free now is told to members."""
    asked = search_key(request.GET.get("q", ""))
    with scope(READER):
        every = sorted(instruments.all_of(), key=lambda one: (str(one.kind_name), str(one.name)))
    rows = [one for one in every if not asked or asked in search_key(one.found_by)]
    kinds = [(kind, list(some)) for kind, some in groupby(rows, key=lambda one: str(one.kind_name))]
    return render(request, "residency/public/equipment.html", {
        "parts": tabs("public_equipment"), "kinds": kinds, "count": len(rows), "total": len(every), "asked": bool(asked),
        "embed": "embed" in request.GET,
    })


@require_GET
@framed
def calendar(request: HttpRequest) -> HttpResponse:
    """Events that everybody may come to."""
    return render(request, "residency/public/events.html", {
        "parts": tabs("public_events"), "events": [one for one in events.coming() if one.state != "cancelled"],
        "embed": "embed" in request.GET,
    })


@require_GET
@framed
def directory(request: HttpRequest) -> HttpResponse:
    """Companies that chose to be listed, with a search over what they say."""
    asked = search_key(request.GET.get("q", ""))
    shown = [
        one for one in companies.listed()
        if not asked or asked in search_key(f"{one.name.ko} {one.name.en} {one.summary.ko} {one.summary.en} {' '.join(one.fields)}")
    ]
    return render(request, "residency/public/companies.html", {
        "parts": tabs("public_companies"), "companies": shown, "asked": bool(asked), "embed": "embed" in request.GET,
    })
