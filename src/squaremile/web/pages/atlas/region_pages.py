"""Regions: the list, and one region with counts by precision and its figures."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.reads import points, regions, registry
from squaremile.atlas.reads.outlines import Shape
from squaremile.atlas.reads.points import Where
from squaremile.atlas.reads.regions import RegionPage
from squaremile.kernel.scope import require
from squaremile.web.pages.atlas import sections
from squaremile.web.pages.atlas.screens.drawing import Drawing, draw
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def listing(request: HttpRequest) -> HttpResponse:
    """Regions of one scheme, or of all."""
    scheme = request.GET.get("scheme", "").replace("\x00", "")[:40]
    here = reverse("atlas_regions")
    tabs = [(str(c.name), f"{here}?scheme={c.code}", c.code == scheme, None) for c in registry.schemes()]
    return render(request, "atlas/regions.html", {
        "sections": sections.tabs("atlas_regions"), "rows": regions.regions(scheme), "keeps": rules.keep(require()),
        "schemes": [(_("All"), here, not scheme, None), *tabs],
    })


@require_GET
@only(rules.look)
def page(request: HttpRequest, region_scheme: str, region: str) -> HttpResponse:
    """Who is there, how exactly that is known, and what is published of it."""
    found = regions.region(region_scheme, region)
    last = found.facts[0].period if found.facts else ""
    return render(request, "atlas/region.html", {
        "sections": sections.tabs("atlas_regions"), "page": found, "keeps": rules.keep(require()), "drawing": drawn(found),
        "newest": [one for one in found.facts if one.period == last], "older": [one for one in found.facts if one.period != last],
        "on_map": f"{found.scheme}:{found.code}", "crumbs": [(_("Regions"), reverse("atlas_regions")), (str(found.name), "")],
    })


def drawn(found: RegionPage) -> Drawing | None:
    """Its outline and the sites in it; None where no outline is stored."""
    if found.outline is None:
        return None
    shape = Shape(found.scheme, found.code, found.name, found.outline)
    return draw(points.sites(Where(region=f"{found.scheme}:{found.code}")), [shape], found.box)
