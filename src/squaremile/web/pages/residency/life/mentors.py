"""Mentors and their hours, for everybody in the cluster."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import companies, life
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class MentorForm(forms.Form):
    """Who she is, and what she knows."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=80, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=80, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail address"), help_text=gettext_lazy("Her key goes there."))
    language = forms.ChoiceField(label=gettext_lazy("Language of her letters"), choices=[("ko", "한국어"), ("en", "English")])
    fields_said = forms.CharField(label=gettext_lazy("Fields, separated by commas"), max_length=600, required=False)
    says_ko = forms.CharField(label=gettext_lazy("About her, in Korean"), max_length=600, required=False)
    says_en = forms.CharField(label=gettext_lazy("About her, in English"), max_length=600, required=False)


class HourForm(forms.Form):
    """When and where."""

    start = forms.DateTimeField(label=gettext_lazy("From"), widget=MOMENT)
    end = forms.DateTimeField(label=gettext_lazy("To"), widget=MOMENT)
    where_ko = forms.CharField(label=gettext_lazy("Where, in Korean"), max_length=200, required=False)
    where_en = forms.CharField(label=gettext_lazy("Where, in English"), max_length=200, required=False)

    def said(self) -> dict[str, Any]:
        asked, zone = dict(self.cleaned_data), ZoneInfo(settings.TIME_ZONE)
        return {**asked, "start": asked["start"].replace(tzinfo=zone), "end": asked["end"].replace(tzinfo=zone)}


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Who advises, which hours are free, and one's own."""
    return render(request, "residency/life/mentors.html", {**shown(), "form": HourForm()})


def shown() -> dict[str, Any]:
    """What the page of mentors shows to whoever asks."""
    asking, every = require(), life.hours()
    own = companies.of_organisation(next(iter(asking.organisations))) if len(asking.organisations) == 1 else None
    return {
        "mentors": life.mentors(), "free": [one for one in every if one.state == "open" and not one.over],
        "mine": [one for one in every if one.mine], "may_keep": rules.keep_companies(asking),
        "may_book": rules.meet_mentors(asking) and (own is not None or rules.keep_companies(asking)), "own": own,
        "companies": companies.companies(states=("resident",)) if rules.keep_companies(asking) else (),
        "sections": sections.tabs("residency_life"), "hour_fields": [
            ("start", _("From"), "datetime-local"), ("end", _("To"), "datetime-local"),
            ("where_ko", _("Where, in Korean"), "text"), ("where_en", _("Where, in English"), "text"),
        ],
    }


@require_http_methods(["GET", "POST"])
@only(rules.keep_companies)
def add(request: HttpRequest) -> HttpResponse:
    """Enter a mentor."""
    form, refusal = MentorForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        words = said.pop("fields_said").split(",")
        refusal = tried(lambda: residency.add_mentor(fields=words, **said))
        if refusal is None:
            return done(request, _("Entered; her key goes out by mail."), reverse("residency_life"))
    return form_page(request, form, refusal, _("Enter a mentor"), _("Enter"), reverse("residency_life"))


@require_POST
@only(rules.keep_companies)
def retire(request: HttpRequest, code: str) -> HttpResponse:
    """She advises no longer."""
    residency.retire_mentor(mentor=code)
    return done(request, _("Her key has ended; hours that are booked still take place."), reverse("residency_life"))


@require_POST
@only(rules.keep_companies)
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """A new key for a year."""
    residency.invite_mentor(mentor=code, email=request.POST.get("email", ""))
    return done(request, _("The link goes out by mail."), reverse("residency_life"))


@require_POST
@only(rules.keep_companies)
def offer(request: HttpRequest, code: str) -> HttpResponse:
    """An hour on behalf of a mentor."""
    form = HourForm(request.POST)
    refusal = None
    if form.is_valid():
        refusal = tried(lambda: residency.offer_hour(mentor=code, **form.said()))
        if refusal is None:
            return done(request, _("The hour is offered."), reverse("residency_life"))
    status = refusal.status if refusal else 422
    return render(request, "residency/life/mentors.html", {**shown(), "form": form, "refusal": refusal}, status=status)
