"""Kinds of permits, and who needs one for what."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import permits
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.areas.areas import form_page
from squaremile.web.pages.safety.permits.forms import KindForm, NeedForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.see_permits)
def page(request: HttpRequest) -> HttpResponse:
    """The kinds; sent, the standard ones are adopted."""
    if request.method == "POST":
        came = safety.adopt_permit_kinds()
        return done(request, _("Kinds that came: %(count)s") % {"count": came}, reverse("safety_permit_kinds"))
    return render(request, "safety/permits/kinds.html", {
        "kinds": permits.kinds(), "needs": permits.needs(), "may_keep": rules.confirm_permits(require()),
        "sections": sections.tabs("safety_permits"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.confirm_permits)
def declare(request: HttpRequest) -> HttpResponse:
    """A kind, new or said anew."""
    asked = request.GET.get("kind", "")
    now = next((k for k in permits.kinds() if k.code == asked), None)
    begun = {
        "code": now.code, "name_ko": now.name.ko, "name_en": now.name.en, "authority_ko": now.authority.ko, "authority_en": now.authority.en,
        "held_by": now.held_by, "blocks": now.blocks, "hazards": ", ".join(now.classes), "read_in": now.read_in,
        "remind_days": ", ".join(map(str, now.remind_days)), "checklist_item": now.item,
    } if now else {"remind_days": "90, 30, 7"}  # fmt: skip
    form, refusal = KindForm(request.POST or None, initial=begun), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: safety.declare_permit_kind(**form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), reverse("safety_permit_kinds"))
    return form_page(
        request, form, refusal, _("Declare a kind of permit"), _("Declare it"), reverse("safety_permit_kinds"), section="safety_permits",
    )


@require_http_methods(["GET", "POST"])
@only(rules.confirm_permits)
def need(request: HttpRequest) -> HttpResponse:
    """Who needs a permit; or that she needs it no more, where the button says so."""
    said, refusal = request.POST, None
    if "ends" in said:
        over = partial(
            safety.end_permit_need, permit_kind=said["ends"], organisation=said.get("organisation", ""), place=said.get("place", "")
        )
        refusal = tried(over)
        if refusal is None:
            return done(request, _("Saved."), reverse("safety_permit_kinds"))
    form = NeedForm(said or None, initial={"permit_kind": request.GET.get("kind", "")})
    if request.method == "POST" and refusal is None and form.is_valid():
        refusal = tried(lambda: safety.need_permit(**form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), reverse("safety_permit_kinds"))
    return form_page(
        request, form, refusal, _("Say that a permit is needed"), _("It is needed"), reverse("safety_permit_kinds"),
        lead=_("From today what you choose is shut without one in force."), section="safety_permits",
    )
