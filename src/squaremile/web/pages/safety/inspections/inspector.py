"""One sheet with everything that an inspector asks for: to be read, and printed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.safety import rules
from squaremile.safety.reads import inspector
from squaremile.web.pages.safety import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_as_inspector)
def page(request: HttpRequest) -> HttpResponse:
    """As of now. Nothing on it can be changed from it."""
    return render(request, "safety/inspector.html", {"sheet": inspector.sheet(), "sections": sections.tabs("safety_inspector")})
