"""Giving and ending roles; a leaver in one step."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.core import operations as core
from squaremile.core import refs, rules
from squaremile.core.reads import people_directory
from squaremile.core.reads.organisations import organisation, organisations
from squaremile.core.roles import COMPANY_ROLES, ROLES, SITE_DIRECTOR, STAFF_ROLES
from squaremile.kernel.scope import require
from squaremile.web.pages.organisations.invite import end_of
from squaremile.web.pages.organisations.keeping import may
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.entry import only


class RoleForm(forms.Form):
    """A role, where, until when. The place of a staff role is empty."""

    role = forms.ChoiceField(label=gettext_lazy("Role"))
    organisation = forms.ChoiceField(label=gettext_lazy("In"), required=False)
    until = forms.DateField(
        label=gettext_lazy("Role lasts until"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("That day included. Empty: a year."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        roles = COMPANY_ROLES + (STAFF_ROLES if require().has_role(SITE_DIRECTOR) else ())
        self.fields["role"].choices = [(role, str(ROLES[role].label)) for role in roles]  # type: ignore[attr-defined]
        places = [(each.code, str(each.name)) for each in organisations() if may(each.id).invite]
        if require().has_role(SITE_DIRECTOR):
            places.append(("", _("the site's staff")))
        self.fields["organisation"].choices = places  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@only(rules.keep_own_company)
def grant(request: HttpRequest, ref: str) -> HttpResponse:
    """Give one more role to somebody who is here already."""
    person = people_directory.person(ref)
    form = RoleForm(request.POST or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        place = organisation(said["organisation"]).id if said["organisation"] else None
        refusal = tried(lambda: core.grant_role(
            person=person.id, role=said["role"], organisation=place, end=end_of(said["until"])))
        if refusal is None:
            return done(request, _("The role holds from now on."), reverse("person", args=[ref]))
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": _("Give %(name)s a role") % {"name": person.name},
        "send": _("Give the role"), "cancel_url": reverse("person", args=[ref]),
    }, status=refusal.status if refusal else 422 if form.errors else 200)


@require_POST
@only(rules.keep_own_company)
def end(request: HttpRequest, ref: str, grant_ref: str) -> HttpResponse:
    """End one role now."""
    core.end_role(grant=refs.read(people_directory.GRANT, grant_ref))
    return done(request, _("The role has ended."), back(request, reverse("person", args=[ref])))


@require_http_methods(["GET", "POST"])
@only(rules.keep_own_company)
def leave(request: HttpRequest, code: str, ref: str) -> HttpResponse:
    """Ask once, say what it does; POST does all of it."""
    where, person = organisation(code), people_directory.person(ref)
    to = reverse("organisation", args=[code])
    refusal = None
    if request.method == "POST":
        refusal = tried(lambda: core.end_membership(person=person.id, organisation=where.id))
        if refusal is None:
            return done(request, _("%(name)s no longer belongs to the company.") % {"name": person.name}, to)
    return render(request, "organisations/leave.html", {
        "person": person, "where": where, "refusal": refusal, "cancel_url": to,
    }, status=refusal.status if refusal else 200)


@require_http_methods(["GET", "POST"])
@only(rules.keep_people)
def deactivate(request: HttpRequest, ref: str) -> HttpResponse:
    """Close an account, after asking once."""
    person = people_directory.person(ref)
    refusal = None
    if request.method == "POST":
        refusal = tried(lambda: core.deactivate_person(person=person.id))
        if refusal is None:
            return done(request, _("The account is closed."), reverse("person", args=[ref]))
    return render(request, "organisations/leave.html", {
        "person": person, "where": None, "refusal": refusal, "cancel_url": reverse("person", args=[ref]),
    }, status=refusal.status if refusal else 200)
