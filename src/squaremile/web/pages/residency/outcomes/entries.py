"""Outcomes: the entries and the figures made from them, for the programme's staff; and each company's own."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.policies.indicators import DEFINITIONS, chosen
from squaremile.residency.reads import companies, impact, outcomes, surveys
from squaremile.residency.reads.days import today
from squaremile.residency.words import outcomes as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.pages.residency.outcomes.forms import RecordForm, SaidForm, WithdrawForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class Filters(forms.Form):
    """Which entries."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    company = forms.ChoiceField(label=gettext_lazy("Company"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="filter-%s")
        self.fields["kind"].choices = [("", _("All")), *((k, str(t)) for k, t in words.KINDS.items())]  # type: ignore[attr-defined]
        self.fields["company"].choices = [("", _("All")), *((r.code, str(r.name)) for r in companies.companies())]  # type: ignore[attr-defined]


@require_GET
@only(rules.see_outcomes)
def page(request: HttpRequest) -> HttpResponse:
    """Every figure as it stands today, nothing withheld; then the entries behind them."""
    filters = Filters(request.GET)
    filters.is_valid()
    picked = {name: filters.cleaned_data.get(name, "") for name in ("kind", "company")}
    return render(request, "residency/outcomes/outcomes.html", {
        "figures": impact.live(outcomes.figures(today(), chosen())), "today": today(), "filters": filters,
        "entries": outcomes.entries(**picked), "surveys": surveys.surveys(), "asked": any(picked.values()),
        "may_keep": rules.keep_outcomes(require()), "sections": sections.tabs("residency_outcomes"),
    })


@require_GET
@only(rules.look)
def definitions(request: HttpRequest) -> HttpResponse:
    """What each figure is, in every version."""
    return render(request, "residency/outcomes/definitions.html", {
        "definitions": DEFINITIONS, "sections": sections.tabs("residency_impact"),
    })


@require_GET
@only(rules.see_own_outcomes)
def of_company(request: HttpRequest, code: str) -> HttpResponse:
    """One company's entries and sheets, for itself and the programme's staff."""
    row, asking = companies.company(code), require()
    if not (rules.see_outcomes(asking) or row.id in asking.organisations):
        raise Missing(COMPANY_UNKNOWN)
    return render(request, "residency/outcomes/company.html", {
        "row": row, "entries": outcomes.entries(company=code), "may_tell": rules.tell_outcomes(asking),
        "sheets": surveys.own_sheets() if row.id in asking.organisations else [],
        "crumbs": [(row.name, reverse("residency_company", args=[code]))],
        "sections": sections.tabs("residency_outcomes"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.tell_outcomes)
def record(request: HttpRequest) -> HttpResponse:
    """A new entry."""
    form = RecordForm(request.POST or None, initial={"company": request.GET.get("company", "")})
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.record_outcome(**form.cleaned_data))
        if refusal is None:
            return done(request, _("The outcome is on record."), _back(form.cleaned_data["company"]))
    return form_page(
        request, form, refusal, _("Record an outcome"), _("Record it"), _back(""),
        lead=_("What happened, on which day, and where it is known from. Entries are corrected, never changed."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.tell_outcomes)
def correct(request: HttpRequest, code: str) -> HttpResponse:
    """An entry that takes the place of another."""
    before = _kept(code)
    whose = before.company.code if before.company else ""
    money = Money(before.amount_minor, before.currency).amount if before.amount_minor is not None else None
    form = SaidForm(request.POST or None, initial={
        "happened_on": before.happened_on, "money": money, "currency": before.currency, "funding_source": before.source,
        "funding_round": before.round, "counted": before.count, "out_of": before.of, "evidence_url": before.evidence_url,
        "note_text": before.note, "may_publish": before.may_publish, "verified": before.confidence == "verified",
    })
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.correct_outcome(
            outcome_entry=code, file=before.evidence_file_id, **form.cleaned_data
        ))
        if refusal is None:
            return done(request, _("Corrected. The entry before stays readable."), _back(whose))
    title = _("Correct: %(kind)s") % {"kind": words.KINDS[before.kind]}
    return form_page(request, form, refusal, title, _("Correct it"), _back(whose), lead=str(words.MEASURED[before.kind]))


@require_http_methods(["GET", "POST"])
@only(rules.tell_outcomes)
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Say that it did not happen."""
    before = _kept(code)
    whose = before.company.code if before.company else ""
    form, refusal = WithdrawForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.withdraw_outcome(outcome_entry=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Withdrawn. Figures count it no more."), _back(whose))
    title = _("Withdraw: %(kind)s") % {"kind": words.KINDS[before.kind]}
    return form_page(request, form, refusal, title, _("Withdraw it"), _back(whose))


def _kept(code: str) -> Any:
    """An entry the asker keeps. Raises Missing."""
    found, asking = outcomes.entry(code), require()
    if not (rules.keep_outcomes(asking) or found.company_id in asking.organisations):
        raise Missing(words.OUTCOME_UNKNOWN)
    return found


def _back(company: str) -> str:
    """Staff go back to the list, a company to its own page."""
    asking = require()
    if rules.see_outcomes(asking):
        return reverse("residency_outcomes")
    code = company or next((row.code for row in companies.companies() if row.id in asking.organisations), "")
    return reverse("residency_company_outcomes", args=[code]) if code else "/"
