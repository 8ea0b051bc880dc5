"""The register of permits: the list, recording one, and one with what can be done with it."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.core import operations as core
from squaremile.core.reads.organisations import organisation
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import permits
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.permits.forms import PermitForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_permits)
def page(request: HttpRequest) -> HttpResponse:
    """The cluster's and one's own; everybody's for those who answer for them. The most urgent first."""
    asking = require()
    return render(request, "safety/permits/permits.html", {
        "rows": permits.permits(gone="all" in request.GET), "all": "all" in request.GET, "needs": permits.needs(),
        "may_keep": rules.keep_permits(asking), "may_take": rules.take_packs(asking),
        "sections": sections.tabs("safety_permits"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_permits)
def record(request: HttpRequest) -> HttpResponse:
    """A permit for the register, with its paper."""
    begun = {"permit_kind": request.GET.get("kind", ""), "renews": request.GET.get("renews", "")}
    form = PermitForm(request.POST or None, request.FILES or None, initial=begun)
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(_record(dict(form.cleaned_data))))
        if refusal is None:
            return done(request, _("The permit is recorded."), reverse("safety_permit", args=[made[0].code]))
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "safety/permits/record.html", {
        "form": form, "refusal": refusal, "sections": sections.tabs("safety_permits"),
    }, status=status)


@require_http_methods(["GET", "POST"])
@only(rules.see_permits)
def permit(request: HttpRequest, code: str) -> HttpResponse:
    """One, and what can be done with it: the act is named by the button that was pressed."""
    row, asking, act = permits.permit(code), require(), request.POST.get("act", "")
    reason = request.POST.get("reason", "")
    acts: dict[str, Any] = {
        "confirm": lambda: safety.confirm_permit(permit=code, approve=True, reason=reason),
        "refuse": lambda: safety.confirm_permit(permit=code, approve=False, reason=reason),
        "end": lambda: safety.end_permit(permit=code, reason=reason),
    }
    refusal = tried(acts[act]) if act in acts else None
    if act in acts and refusal is None:
        return done(request, _("Saved."), reverse("safety_permit", args=[code]))
    confirms = rules.confirm_permits(asking)
    return render(request, "safety/permits/permit.html", {
        "row": row, "refusal": refusal, "may_confirm": confirms and row.state == "recorded",
        "may_end": row.state in ("recorded", "in_force") and (confirms or row.owner in asking.organisations),
        "sections": sections.tabs("safety_permits"),
    }, status=refusal.status if refusal else 200)


def _record(said: dict[str, Any]) -> Any:
    upload, whose = said.pop("upload"), said.get("organisation", "")
    mine = require().organisations
    owner = organisation(whose).id if whose else next(iter(mine)) if len(mine) == 1 and not require().staff else None
    with transaction.atomic():
        file = core.store_file(name=upload.name or "", content=upload.read(), organisation=owner).id if upload else None
        return safety.record_permit(file=file, **said)
