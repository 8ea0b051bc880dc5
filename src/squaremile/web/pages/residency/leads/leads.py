"""Enquiries: who asks, where each stands, and whom to write to today."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import leads
from squaremile.residency.words import public as words
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.pages.residency.public.enquiry import EnquiryForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class Filters(forms.Form):
    """Which enquiries."""

    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="filter-%s")
        self.fields["state"].choices = [("", _("All")), *((s, str(said)) for s, said in words.LEAD_STATES.items())]  # type: ignore[attr-defined]


@require_GET
@only(rules.see_leads)
def page(request: HttpRequest) -> HttpResponse:
    """The list, with those to write to at the top."""
    filters = Filters(request.GET)
    filters.is_valid()
    rows = leads.leads(state=filters.cleaned_data.get("state", ""))
    rows.sort(key=lambda row: not row.late)
    return render(request, "residency/leads/leads.html", {
        "rows": rows, "filters": filters, "late": sum(row.late for row in rows), "may_keep": rules.keep_companies(require()),
        "asked": bool(filters.cleaned_data.get("state")), "sections": sections.tabs("residency_leads"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_companies)
def add(request: HttpRequest) -> HttpResponse:
    """Somebody asked on the telephone or at an event."""
    form = EnquiryForm(leads.open_slots(), request.POST or None, initial={"wanted": "unsure"})
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(residency.enquire(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("Entered."), reverse("residency_lead", args=[made[0].code]))
    return form_page(request, form, refusal, _("Enter an enquiry"), _("Enter it"), reverse("residency_leads"))
