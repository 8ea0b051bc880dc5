"""Services: for a company what it asked for and its loads; for staff the queue, what is kept back, and what is on offer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.stores import rules
from squaremile.stores.reads import loads, services
from squaremile.web.pages.stores import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """What waits first; below it what is settled, and what can be asked for."""
    keep = rules.keep(require())
    here = loads.loads()
    return render(request, "stores/services.html", {
        "waiting": services.orders(waiting=True), "settled": services.orders(waiting=False, most=30),
        "kept": [row for row in here if row.state == "quarantined"], "here": [row for row in here if row.state != "quarantined"],
        "gone": loads.loads(here=False, most=20), "services": services.services(offered=not keep), "may_keep": keep,
        "may_ask": rules.take(require()), "staff": rules.see_everyone(require()), "sections": sections.tabs("stores_services"),
    })
