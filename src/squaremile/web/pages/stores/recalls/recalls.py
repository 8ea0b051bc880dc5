"""Recalled lots: the list, and one with who got some of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.stores import rules
from squaremile.stores.reads import recalls
from squaremile.web.pages.stores import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The newest first; whether the reader's own company got some."""
    return render(request, "stores/recalls.html", {
        "rows": recalls.recalls(), "staff": rules.see_everyone(require()), "sections": sections.tabs("stores_recalls"),
    })


@require_GET
@only(rules.look)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """Why, what is left, and who got some: for a company its own part alone."""
    return render(request, "stores/recall.html", {
        "row": recalls.recall(code), "staff": rules.see_everyone(require()), "sections": sections.tabs("stores_recalls"),
    })
