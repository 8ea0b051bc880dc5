"""The record of an organisation with the source of each field, and what staff do with it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.atlas import operations as atlas
from squaremile.atlas import rules
from squaremile.atlas.reads import record
from squaremile.kernel.scope import require
from squaremile.web.pages.atlas import forms, sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest, institution: str) -> HttpResponse:
    """Every field with its source and day, its sites, activities and ties."""
    found = record.record(institution)
    return render(request, "atlas/organisation.html", {
        "sections": sections.tabs("atlas"), "page": found, "keeps": rules.keep(require()),
        "crumbs": [(_("Registry"), reverse("atlas")), (str(found.name), "")],
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def add(request: HttpRequest) -> HttpResponse:
    """Enter one, as a draft."""
    form, made = forms.OrganisationForm(request.POST if request.method == "POST" else None), []
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(atlas.add_organisation(**form.said(new=True))))
        if refusal is None:
            return done(request, _("Entered as a draft."), reverse("atlas_organisation", args=[made[0].code]))
    return form_page(request, form, refusal, _("New organisation"), _("Enter it"), reverse("atlas"))


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def edit(request: HttpRequest, institution: str) -> HttpResponse:
    """Change what is said of one."""
    values = record.values(institution)
    form, back = forms.OrganisationForm(request.POST if request.method == "POST" else None, initial=values), _at(institution)
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: atlas.edit_organisation(institution=institution, **form.changes()))
        if refusal is None:
            return done(request, _("Saved."), back)
    return form_page(request, form, refusal, _("Edit %(name)s") % {"name": values["name"]}, _("Save"), back)


@require_http_methods(["GET", "POST"])
@only(rules.keep)
def add_site(request: HttpRequest, institution: str) -> HttpResponse:
    """Enter a place of one."""
    values, form = record.values(institution), forms.SiteForm(request.POST if request.method == "POST" else None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: atlas.add_site(institution=institution, **form.said(new=True)))
        if refusal is None:
            return done(request, _("Entered."), _at(institution))
    return form_page(request, form, refusal, _("New site of %(name)s") % {"name": values["name"]}, _("Enter it"), _at(institution))


@require_POST
@only(rules.keep)
def publish(request: HttpRequest, noun: str, **named: str) -> HttpResponse:
    """Show it to everyone of the cluster; the toast takes it back."""
    atlas.publish(noun=noun, entry=":".join(named.values()))
    return done(request, _("Published."), place(noun, named), undo=place(noun, named, "_unpublish"))


@require_POST
@only(rules.keep)
def unpublish(request: HttpRequest, noun: str, **named: str) -> HttpResponse:
    """A draft again."""
    atlas.unpublish(noun=noun, entry=":".join(named.values()))
    return done(request, _("A draft again."), place(noun, named))


def place(noun: str, named: dict[str, str], act: str = "") -> str:
    """The address of an entry, or of an act on it."""
    return reverse(f"atlas_{noun}{act}", args=list(named.values()))


def _at(institution: str) -> str:
    return reverse("atlas_organisation", args=[institution])


def form_page(request: HttpRequest, form: Any, refusal: Any, title: str, send: str, back: str, section: str = "atlas") -> HttpResponse:
    """A form with what was refused."""
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "atlas/form.html", {
        "sections": sections.tabs(section), "form": form, "refusal": refusal, "title": title, "send": send, "cancel_url": back,
    }, status=status)
