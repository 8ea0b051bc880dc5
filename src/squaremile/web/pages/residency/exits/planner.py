"""The exit planner: from a company's first day on, what would have to be done when, for any last day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import companies, exits
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.exits.forms import NoticeForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """GET plans for `?last_day=`; POST gives notice."""
    row, asking, sent = companies.company(code), require(), request.method == "POST"
    form = NoticeForm(request.POST if sent else request.GET if request.GET.get("last_day") else None)
    valid, refusal, made = form.is_bound and form.is_valid(), None, []
    if sent and not rules.propose(asking):
        raise Forbidden(NOT_ALLOWED)
    if sent and valid:
        refusal = tried(lambda: made.append(residency.notify_exit(company=code, **form.cleaned_data)))
        if refusal is None:
            return done(request, _("Notice is given."), reverse("residency_exit", args=[made[0].code]))
    every = exits.of_company(row.id)
    running = next((one for one in every if one.state == "noticed"), None)
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "residency/exits/planner.html", {
        "row": row, "plan": exits.plan(row.id, form.cleaned_data.get("last_day") if valid else None), "exits": every,
        "running": running, "form": form, "refusal": refusal, "sections": sections.tabs("residency_exits"),
        "may_notify": rules.propose(asking) and running is None and row.state == "resident",
        "may_terms": rules.keep_companies(asking), "crumbs": [(str(row.name), reverse("residency_company", args=[code]))],
    }, status=status)
