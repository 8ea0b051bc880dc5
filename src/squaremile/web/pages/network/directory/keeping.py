"""Keeping the directory: enter, edit, hide, show, confirm."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import desk
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.directory import forms
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@dataclass(frozen=True, slots=True)
class Kept:
    """How one kind is kept. `code` is what the operation calls the entry."""

    form: type[forms.EntryForm]
    add: Callable[..., Any]
    edit: Callable[..., Any]
    code: str
    new: str | Promise


KEPT: dict[str, Kept] = {
    "partner": Kept(forms.PartnerForm, network.add_partner, network.edit_partner, "partner", gettext_lazy("New organisation in the directory")),
    "lab": Kept(forms.LabForm, network.add_lab, network.edit_lab, "lab", gettext_lazy("New lab")),
    "person": Kept(forms.PersonForm, network.add_person, network.edit_person, "expert", gettext_lazy("New person")),
    "technology": Kept(
        forms.TechnologyForm, network.add_technology, network.edit_technology, "technology", gettext_lazy("New technology")),
    "project": Kept(
        forms.ProjectForm, network.add_research_project, network.edit_research_project, "research_project",
        gettext_lazy("New research project")),
    "publication": Kept(
        forms.PublicationForm, network.add_publication, network.edit_publication, "publication",
        gettext_lazy("New publication")),
}  # fmt: skip
ADDED_LATER = {"needs_ko", "needs_en"}
"""What a host must know is added once the person is there."""


@require_http_methods(["GET", "POST"])
@only(rules.keep_directory)
def add(request: HttpRequest, noun: str) -> HttpResponse:
    """Enter one."""
    kept, made = KEPT[noun], []
    form = kept.form(request.POST if request.method == "POST" else None, initial={"partner": request.GET.get("partner", "")})
    for name in ADDED_LATER & set(form.fields):
        del form.fields[name]
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(kept.add(**_said(form, new=True))))
        if refusal is None:
            return done(request, _("Entered."), reverse(f"network_{noun}", args=[made[0].code]))
    return form_page(request, form, refusal, str(kept.new), _("Enter it"), f"{reverse('network_directory')}?kind={_plural(noun)}")


@require_http_methods(["GET", "POST"])
@only(rules.keep_directory)
def edit(request: HttpRequest, noun: str, **named: str) -> HttpResponse:
    """Change what is said of one."""
    (code,) = named.values()
    kept, record = KEPT[noun], desk.record(noun, code)
    form = kept.form(request.POST if request.method == "POST" else None, initial=record)
    refusal, back = None, reverse(f"network_{noun}", args=[code])
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: kept.edit(**{kept.code: code}, **_said(form, new=False)))
        if refusal is None:
            return done(request, _("Saved."), back)
    return form_page(request, form, refusal, _("Edit %(name)s") % {"name": record["name"]}, _("Save"), back)


def _said(form: forms.EntryForm, *, new: bool) -> dict[str, Any]:
    """A number that was left out is nothing said."""
    return {name: value for name, value in form.cleaned_data.items() if value is not None and not (new and value == "")}


def _plural(noun: str) -> str:
    return {"person": "people", "partner": "organisations", "technology": "technologies"}.get(noun, f"{noun}s")


def form_page(request: HttpRequest, form: Any, refusal: Any, title: str, send: str, back: str, **more: Any) -> HttpResponse:
    """A form with what was refused."""
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "network/directory/form.html", {
        "sections": sections.tabs("network_directory"), "form": form, "refusal": refusal, "title": title, "send": send,
        "cancel_url": back, **more,
    }, status=status)


@require_POST
@only(rules.be_listed)
def hide(request: HttpRequest, noun: str, **named: str) -> HttpResponse:
    """Out of sight of everyone but staff; the toast takes it back."""
    (code,) = named.values()
    network.hide_entry(noun=noun, entry=code)
    return done(request, _("Hidden."), reverse(f"network_{noun}", args=[code]), undo=reverse(f"network_{noun}_show", args=[code]))


@require_POST
@only(rules.be_listed)
def show(request: HttpRequest, noun: str, **named: str) -> HttpResponse:
    """Into sight again."""
    (code,) = named.values()
    network.show_entry(noun=noun, entry=code)
    return done(request, _("Shown again."), reverse(f"network_{noun}", args=[code]))


@require_POST
@only(rules.keep_directory)
def confirm(request: HttpRequest, technology: str) -> HttpResponse:
    """All that is written still holds."""
    network.confirm_technology(technology=technology)
    return done(request, _("Confirmed as of today."), reverse("network_technology", args=[technology]))
