"""Sponsors, for staff: who they are, what their contracts entitle to, and what is left."""

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

from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import companies, sponsors
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

DAY = forms.DateTimeInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SponsorForm(forms.Form):
    """Who it is, and whom to write to."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail address"), help_text=gettext_lazy("The key goes there."))
    language = forms.ChoiceField(label=gettext_lazy("Language of the letters"), choices=[("ko", "한국어"), ("en", "English")])


class ContractForm(forms.Form):
    """A term and what it entitles to."""

    start = forms.DateTimeField(label=gettext_lazy("From"), widget=DAY)
    end = forms.DateTimeField(label=gettext_lazy("Until (not included)"), widget=DAY)
    tickets_a_year = forms.IntegerField(label=gettext_lazy("Golden tickets a year"), min_value=0, max_value=50, initial=2)
    events_a_year = forms.IntegerField(label=gettext_lazy("Events a year"), min_value=0, max_value=365, initial=1)
    named_spaces_ko = forms.CharField(label=gettext_lazy("Spaces that carry its name, in Korean"), max_length=300, required=False)
    named_spaces_en = forms.CharField(label=gettext_lazy("Spaces that carry its name, in English"), max_length=300, required=False)

    def said(self) -> dict[str, Any]:
        asked, zone = dict(self.cleaned_data), ZoneInfo(settings.TIME_ZONE)
        return {**asked, "start": asked["start"].replace(tzinfo=zone), "end": asked["end"].replace(tzinfo=zone)}


@require_GET
@only(rules.see_sponsors)
def page(request: HttpRequest) -> HttpResponse:
    """The list."""
    return render(request, "residency/sponsors/sponsors.html", {
        "rows": sponsors.sponsors(), "may_keep": rules.keep_companies(require()),
        "sections": sections.tabs("residency_sponsors"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_companies)
def add(request: HttpRequest) -> HttpResponse:
    """Enter a sponsor."""
    form = SponsorForm(request.POST or None)
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(residency.add_sponsor(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("Entered; the key goes out by mail."), reverse("residency_sponsor", args=[made[0].code]))
    return form_page(request, form, refusal, _("Enter a sponsor"), _("Enter"), reverse("residency_sponsors"))


@require_http_methods(["GET", "POST"])
@only(rules.see_sponsors)
def sponsor(request: HttpRequest, code: str) -> HttpResponse:
    """One sponsor; POST records a contract."""
    form, refusal = ContractForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.sign_sponsor(sponsor=code, **form.said()))
        if refusal is None:
            return done(request, _("The contract is recorded."), reverse("residency_sponsor", args=[code]))
    return _page(request, code, form, refusal)


@require_POST
@only(rules.keep_companies)
def use(request: HttpRequest, code: str) -> HttpResponse:
    """A golden ticket, or an event."""
    said = {name: request.POST.get(name, "") for name in ("kind", "company", "says")}
    refusal = tried(lambda: residency.use_entitlement(sponsor=code, **said))
    if refusal is None:
        return done(request, _("Recorded."), reverse("residency_sponsor", args=[code]))
    return _page(request, code, ContractForm(), refusal)


@require_POST
@only(rules.keep_companies)
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """A new key for a year."""
    refusal = tried(lambda: residency.invite_sponsor(sponsor=code, email=request.POST.get("email", "")))
    if refusal is None:
        return done(request, _("The link goes out by mail."), reverse("residency_sponsor", args=[code]))
    return _page(request, code, ContractForm(), refusal)


def _page(request: HttpRequest, code: str, form: ContractForm, refusal: SquaremileError | None) -> HttpResponse:
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "residency/sponsors/sponsor.html", {
        "row": sponsors.sponsor(code), "form": form, "refusal": refusal, "may_keep": rules.keep_companies(require()),
        "companies": companies.companies(states=("lead", "applicant", "admitted", "resident")),
        "sections": sections.tabs("residency_sponsors"),
    }, status=status)
