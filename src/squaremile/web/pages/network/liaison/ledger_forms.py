"""Crediting, reversing, closing a year, and what earns how many points."""

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
from squaremile.network.reads import ledger
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.liaison import filled, picking
from squaremile.web.pages.network.liaison.membership import ReasonForm
from squaremile.web.shell.entry import only


class CreditForm(forms.Form):
    """Who did what, and what shows it."""

    expert = picking.field(
        "expert", gettext_lazy("Researcher"), required=True,
        help_text=gettext_lazy("For a student's meeting: the supervisor, to whom the points are credited."),
    )
    activity = forms.ChoiceField(label=gettext_lazy("Activity"))
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"), min_value=0, max_value=100_000, initial=0,
        help_text=gettext_lazy("0 takes the length of the contact's entry."),
    )
    student = forms.CharField(label=gettext_lazy("Student"), max_length=120, required=False)
    interaction = picking.field("interaction", gettext_lazy("The contact"))
    evidence = forms.CharField(
        label=gettext_lazy("Other evidence"), max_length=300, required=False,
        help_text=gettext_lazy("Needed where there is no contact's entry."),
    )

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        found = [(each.code, f"{each.name} · {each.points}") for each in ledger.kinds() if each.active]
        self.fields["activity"].choices = found  # type: ignore[attr-defined]


class CloseForm(forms.Form):
    """Which year, in which currency."""

    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=1970, max_value=2199)
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=[(each, each) for each in MINOR_DIGITS])


class KindForm(forms.Form):
    """Names and points."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120, required=False)
    points = forms.DecimalField(label=gettext_lazy("Points"), min_value=0, max_digits=6, decimal_places=2)


class NewKindForm(KindForm):
    """With how they are counted, which stays."""

    fixed = forms.BooleanField(label=gettext_lazy("So many each time, not by the hour"), required=False)


class EditKindForm(KindForm):
    """With whether it is still credited."""

    active = forms.BooleanField(label=gettext_lazy("In use"), required=False)


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def credit(request: HttpRequest) -> HttpResponse:
    """A line of the ledger. It is never changed: a wrong one is reversed."""
    return filled.shown(
        request, CreditForm(request.POST or None), lambda asked: network.credit_activity(**asked), title=_("Credit an activity"),
        send=_("Credit"), said=_("Credited."), back=reverse("network_ledger"),
        lead=_("A line is never changed. A wrong one is reversed by another."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def close(request: HttpRequest) -> HttpResponse:
    """Share out the pool of a year that is over."""
    return filled.shown(
        request, CloseForm(request.POST or None, initial={"year": ledger.this_year() - 1}),
        lambda asked: network.close_incentive_year(**asked), title=_("Share out a year's pool"), send=_("Close the year"),
        said=_("Shared out."), back=reverse("network_ledger"),
        lead=_("Nothing is credited to that year any more. The parts add up to the pool exactly."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def reverse_one(request: HttpRequest, credit: str) -> HttpResponse:
    """Take a line back by another."""
    ledger.line(credit)
    return filled.shown(
        request, ReasonForm(request.POST or None), lambda asked: network.reverse_credit(credit=credit, **asked),
        title=_("Reverse a line"), send=_("Reverse it"), said=_("Reversed."), back=reverse("network_ledger"), look="stop",
        lead=_("The line stays, and another takes the whole of it back."),
    )


@require_GET
@only(rules.oversee)
def kinds(request: HttpRequest) -> HttpResponse:
    """What earns how many points."""
    return render(request, "network/liaison/kinds.html", {
        "kinds": ledger.kinds(), "staff": rules.liaise(require()), "sections": sections.tabs("network_relationships"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def add_kind(request: HttpRequest) -> HttpResponse:
    return filled.shown(
        request, NewKindForm(request.POST or None), lambda asked: network.add_activity_kind(**asked),
        title=_("New kind of activity"), send=_("Add"), said=_("Added."), back=reverse("network_activity_kinds"),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def edit_kind(request: HttpRequest, code: str) -> HttpResponse:
    """From now on; what was credited stays."""
    found = ledger.kind(code)
    initial = {name: getattr(found, name) for name in ("name_ko", "name_en", "points", "active")}
    return filled.shown(
        request, EditKindForm(request.POST or None, initial=initial),
        lambda asked: network.edit_activity_kind(activity=code, **asked), title=_("Edit %(name)s") % {"name": found.name},
        send=_("Save"), said=_("Saved."), back=reverse("network_activity_kinds"),
        lead=_("From now on; what was credited stays as it was."),
    )
