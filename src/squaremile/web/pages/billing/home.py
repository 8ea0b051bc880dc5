"""The door to money: staff come to the month close, companies to what this month costs so far."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.kernel.scope import require
from squaremile.web.shell.entry import signed_in


@require_GET
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """On to the page that the reader comes for."""
    asking = require()
    to = "money_closes" if rules.see_money(asking) else "money_costs" if rules.see_own_costs(asking) else "money_cards"
    return HttpResponseRedirect(reverse(to))
