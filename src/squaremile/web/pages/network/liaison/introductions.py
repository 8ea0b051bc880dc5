"""Introductions: what waits, and asking for one."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import introductions
from squaremile.network.reads.members import member as member_of
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.liaison import filled, picking
from squaremile.web.shell.entry import only

STEPS = {
    "": (gettext_lazy("All"), ()), "open": (gettext_lazy("Under way"), ("requested", "asked", "accepted", "met")),
    "over": (gettext_lazy("Over"), ("refused", "declined", "withdrawn", "closed")),
}  # fmt: skip


class AskForm(forms.Form):
    """Whom one wants to meet, and why."""

    expert = picking.field(
        "expert", gettext_lazy("Person"), help_text=gettext_lazy("Give one of the three: a person, a lab or an organisation.")
    )
    lab = picking.field("lab", gettext_lazy("Lab"))
    partner = picking.field("partner", gettext_lazy("Organisation"))
    reason_ko = filled.area(
        gettext_lazy("Why, in Korean"), gettext_lazy("For the liaison staff alone; one of the two languages is enough.")
    )
    reason_en = filled.area(gettext_lazy("Why, in English"))
    need = picking.field("need", gettext_lazy("The need behind it"))
    anonymous = forms.BooleanField(
        label=gettext_lazy("Do not say who asks until the other side accepts"), required=False, initial=True
    )
    contact_name = forms.CharField(
        label=gettext_lazy("Contact: name"), max_length=120, required=False, help_text=gettext_lazy("Yourself, if left empty.")
    )
    contact_email = forms.EmailField(label=gettext_lazy("Contact: e-mail address"), required=False)


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Those the reader may see: her company's, those she is asked about, all for the staff."""
    chosen = request.GET.get("show", "")
    _label, states = STEPS.get(chosen, STEPS[""])
    return render(request, "network/liaison/introductions.html", {
        "lines": introductions.lines(states), "staff": rules.oversee(require()),
        "filters": [(label, f"?show={key}" if key else "?", key == chosen, None) for key, (label, _states) in STEPS.items()],
        "sections": sections.tabs("network_relationships"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.ask_introduction)
def add(request: HttpRequest, member: str) -> HttpResponse:
    """Ask to be introduced; `?expert=`, `?lab=`, `?partner=` and `?need=` fill the form in."""
    whose = member_of(member)
    given = {name: request.GET[name] for name in ("expert", "lab", "partner", "need") if request.GET.get(name)}
    return filled.shown(
        request, AskForm(request.POST or None, initial={"anonymous": True, **given}),
        lambda asked: network.request_introduction(member=whose.code, **asked), title=_("Ask for an introduction"),
        send=_("Send the request"), said=_("Sent to the liaison staff."), back=reverse("network_introductions"),
        lead=_("The liaison staff read it first; then the other side is asked. Contact data are exchanged when both agree."),
    )
