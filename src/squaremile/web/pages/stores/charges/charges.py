"""What was taken and what it costs: a company's own, everybody's for staff."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.stores import rules
from squaremile.stores.reads import charges
from squaremile.stores.words import minibar as words
from squaremile.web.pages.stores import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """The newest first; those that wait for an answer above them."""
    state = request.GET.get("state", "")
    return render(request, "stores/charges.html", {
        "charges": charges.charges(state=state if state in words.CHARGE_STATES else ""),
        "waiting": charges.charges(state="disputed"), "staff": rules.see_everyone(require()), "sections": sections.tabs("stores_charges"),
    })
