"""Safety home: what presses today, section by section, each with its place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.safety import rules
from squaremile.web.pages.safety import home_sections, sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Everything that the reader's roles may see of safety today, the most pressing first."""
    return render(request, "safety/home.html", {"shown": home_sections.shown(), "sections": sections.tabs("safety")})
