"""What one opening of a minibar came to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.stores import rules
from squaremile.stores.reads import charges, doors
from squaremile.web.pages.stores import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """A receipt: who, when, what, and until when it may be disputed."""
    return render(request, "stores/opening.html", {
        "row": doors.opening(code), "charges": charges.of_opening(code), "sections": sections.tabs("stores_points"),
    })
