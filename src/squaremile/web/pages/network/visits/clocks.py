"""The clocks of all visits: what is due how many days before or after, as this installation sets it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import visit_clocks
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.visits.forms import ClockForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.see_delegations)
def page(request: HttpRequest) -> HttpResponse:
    """The table, and a form to set one clock."""
    form, refusal = ClockForm(request.POST or None, auto_id="clock_%s"), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: network.set_visit_clock(**form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), reverse("visit_clocks"))
    return render(request, "network/visits/clocks.html", {
        "clocks": visit_clocks.settings(), "form": form, "refusal": refusal, "keeps": rules.liaise(require()) and require().may_write,
        "crumbs": [(_("Delegations"), reverse("network_visits"))], "sections": sections.tabs("network_visits"),
    }, status=refusal.status if refusal else 422 if form.errors else 200)
