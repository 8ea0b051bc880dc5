"""Vouchers that the asker's organisation pays for: what each took in a month, by the name of the company that holds it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.billing.reads import sponsored
from squaremile.web.pages.billing import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_sponsored)
def page(request: HttpRequest) -> HttpResponse:
    """The list and its sums; what the money was for is the holder's business."""
    rows = sponsored.taken()
    return render(request, "billing/sponsored.html", {
        "rows": rows, "totals": sponsored.totals(rows), "sections": sections.tabs("money_sponsored"),
    })
