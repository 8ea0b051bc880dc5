"""What each figure of the atlas means: definition, formula, source, tolerance. Every figure links to its line here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.atlas import rules
from squaremile.atlas.measures import declared
from squaremile.web.pages.atlas import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """All of them, by code."""
    return render(request, "atlas/screens/definitions.html", {
        "sections": sections.tabs("atlas_definitions"), "indicators": list(declared.every().values()),
    })
