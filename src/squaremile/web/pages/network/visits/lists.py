"""Delegations for those who keep or approve them; for everyone else, her own meetings with them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import visit_rows
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.visits.forms import DelegationForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only, signed_in

STATE_LOOKS = {
    "draft": "neutral", "submitted": "pending", "approved": "ok", "live": "in_use", "reported": "ok", "closed": "neutral",
    "cancelled": "stop",
}  # fmt: skip


@require_GET
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """The list."""
    asking = require()
    return render(request, "network/visits/list.html", {
        "rows": [(row, STATE_LOOKS[row.state]) for row in visit_rows.delegations()], "mine": visit_rows.my_stops(),
        "keeps": rules.liaise(asking) and asking.may_write, "sees": rules.see_delegations(asking),
        "sections": sections.tabs("network_visits"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def add(request: HttpRequest) -> HttpResponse:
    """A new delegation."""
    form, refusal = DelegationForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data, level=int(form.cleaned_data["level"]))
        made: list[str] = []
        refusal = tried(lambda: made.append(network.add_delegation(**said).code))
        if refusal is None:
            return done(request, _("The draft is there."), reverse("delegation", args=made))
    return render(request, "network/visits/form.html", {
        "form": form, "refusal": refusal, "title": _("New delegation"), "send": _("Make the draft"),
        "cancel_url": reverse("network_visits"), "sections": sections.tabs("network_visits"),
    }, status=refusal.status if refusal else 422 if form.errors else 200)
