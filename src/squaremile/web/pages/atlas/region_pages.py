"""Regions: the list, and one region with counts by precision and its figures."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.reads import regions, registry
from squaremile.kernel.scope import require
from squaremile.web.pages.atlas import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def listing(request: HttpRequest) -> HttpResponse:
    """Regions of one scheme, or of all."""
    scheme = request.GET.get("scheme", "").replace("\x00", "")[:40]
    here = reverse("atlas_regions")
    tabs = [(str(c.name), f"{here}?scheme={c.code}", c.code == scheme, None) for c in registry.schemes()]
    return render(request, "atlas/regions.html", {
        "sections": sections.tabs("atlas_regions"), "rows": regions.regions(scheme),
        "schemes": [(_("All"), here, not scheme, None), *tabs],
    })


@require_GET
@only(rules.look)
def page(request: HttpRequest, region_scheme: str, region: str) -> HttpResponse:
    """Who is there, how exactly that is known, and what is published of it."""
    found = regions.region(region_scheme, region)
    return render(request, "atlas/region.html", {
        "sections": sections.tabs("atlas_regions"), "page": found, "keeps": rules.keep(require()),
        "crumbs": [(_("Regions"), reverse("atlas_regions")), (str(found.name), "")],
    })
