"""Search: a page of its own, and the answers in the palette. A rival's things are simply not found."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from squaremile.core.reads.search import Found, search
from squaremile.web.shell.entry import signed_in

PALETTE, PAGE = 8, 60


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of thing is named and drawn."""

    label: str | Promise
    icon: str


KINDS = {
    "equipment": Kind(_("Instruments"), icon="microscope"),
    "person": Kind(_("People"), icon="user"),
    "organisation": Kind(_("Organisations"), icon="building-2"),
    "place": Kind(_("Places"), icon="map-pin"),
    "booking": Kind(_("Bookings"), icon="calendar-clock"),
    "event": Kind(_("Events"), icon="calendar-range"),
    # network: the directory
    "expert": Kind(_("Experts"), icon="user"),
    "partner": Kind(_("Directory of organisations"), icon="building-2"),
    "lab": Kind(_("Labs"), icon="microscope"),
    "technology": Kind(_("Technologies"), icon="lightbulb"),
    "research_project": Kind(_("Research projects"), icon="flask-conical"),
    "publication": Kind(_("Publications"), icon="file-text"),
    "atlas_organisation": Kind(_("Atlas: organisations"), icon="building-2"),
    "atlas_region": Kind(_("Atlas: regions"), icon="map"),
    "atlas_claim": Kind(_("Atlas: claims"), icon="file-text"),
}
OTHER = Kind(_("Other"), icon="circle")


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer with the look of its kind."""

    found: Found
    kind: Kind


def _hits(question: str, limit: int) -> list[Hit]:
    return [Hit(found, KINDS.get(found.kind, OTHER)) for found in search(question, limit=limit)] if question else []


@require_GET
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """All answers, grouped by kind, the best kind first. The palette's region where its script asks."""
    question = request.GET.get("q", "").strip()
    if request.headers.get("HX-Target") == "palette-results":
        return _palette(request, question)
    groups: dict[str, list[Hit]] = {}
    for hit in _hits(question, PAGE):
        groups.setdefault(str(hit.kind.label), []).append(hit)
    return render(request, "search/search.html", {"question": question, "groups": list(groups.items())})


@require_GET
@signed_in
def palette(request: HttpRequest) -> HttpResponse:
    """The first few answers."""
    return _palette(request, request.GET.get("q", "").strip())


def _palette(request: HttpRequest, question: str) -> HttpResponse:
    return render(request, "search/palette.html", {"question": question, "hits": _hits(question, PALETTE)})
