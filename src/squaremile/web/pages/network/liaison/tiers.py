"""Tiers of membership: what there is to join, for everyone; staff keep it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import tiers
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.liaison import filled
from squaremile.web.shell.entry import only

FIELDS = {"faculty_meeting": "faculty_meetings", "visit_day": "visit_days", "symposium_seat": "symposium_seats", "search": "searches"}


class TierForm(forms.Form):
    """Names, dues, and what it gives in a year."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120, required=False)
    dues = forms.IntegerField(
        label=gettext_lazy("Dues for a year"), min_value=0, max_value=2**31 - 1,
        help_text=gettext_lazy("In the smallest unit: won, or cents."),
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=[(each, each) for each in MINOR_DIGITS])
    faculty_meetings = forms.IntegerField(label=gettext_lazy("Faculty meetings a year"), min_value=0, max_value=1000, initial=0)
    visit_days = forms.IntegerField(label=gettext_lazy("Visit days a year"), min_value=0, max_value=1000, initial=0)
    symposium_seats = forms.IntegerField(label=gettext_lazy("Symposium seats a year"), min_value=0, max_value=1000, initial=0)
    searches = forms.IntegerField(label=gettext_lazy("Searches a year"), min_value=0, max_value=1000, initial=0)


class EditForm(TierForm):
    """With whether it can still be joined."""

    active = forms.BooleanField(label=gettext_lazy("Can be joined"), required=False)


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """What each costs and gives."""
    return render(request, "network/liaison/tiers.html", {
        "tiers": tiers.tiers(), "staff": rules.liaise(require()), "sections": sections.tabs("network_relationships"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def add(request: HttpRequest) -> HttpResponse:
    return filled.shown(
        request, TierForm(request.POST or None), lambda asked: network.add_tier(**asked), title=_("New tier"),
        send=_("Add"), said=_("Added."), back=reverse("network_tiers"),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Memberships keep the dues they were agreed at."""
    found = tiers.tier(code)
    initial: dict[str, Any] = {FIELDS[kind]: count for kind, _label, count in found.gives} | {
        "name_ko": found.name_ko, "name_en": found.name_en, "dues": found.dues.minor, "currency": found.dues.currency,
        "active": found.active,
    }
    return filled.shown(
        request, EditForm(request.POST or None, initial=initial), lambda asked: network.edit_tier(tier=code, **asked),
        title=_("Edit %(name)s") % {"name": found.name}, send=_("Save"), said=_("Saved."), back=reverse("network_tiers"),
        lead=_("Memberships keep the dues they were agreed at."),
    )
