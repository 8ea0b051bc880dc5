"""My costs: this month so far, line by line, with a forecast, from the functions that will bill it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.billing.reads import so_far
from squaremile.web.pages.billing import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_own_costs)
def page(request: HttpRequest) -> HttpResponse:
    """For everybody of a company; rent and vouchers for its admins."""
    return render(request, "billing/costs.html", {"accounts": so_far.so_far(), "sections": sections.tabs("money_costs")})
