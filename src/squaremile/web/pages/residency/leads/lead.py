"""One enquiry: what is asked, what was agreed, what comes next."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.core import refs
from squaremile.core.reads.staff import holding
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import companies, leads
from squaremile.residency.words import public as words
from squaremile.web.pages.residency import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

HOSTS = ("programme", "site_director", "lab_operations", "safety_officer")


class FollowUpForm(forms.Form):
    """Where the talk stands."""

    state = forms.ChoiceField(label=gettext_lazy("State"))
    person = forms.ChoiceField(label=gettext_lazy("Who looks after it"), required=False)
    follow_up_on = forms.DateField(
        label=gettext_lazy("Next contact"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    remark = forms.CharField(
        label=gettext_lazy("Remark"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, state: str, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        open_to = [s for s in words.LEAD_STATES if s == state or s in ("contacted", "toured", "dropped")]
        self.fields["state"].choices = [(s, str(words.LEAD_STATES[s])) for s in open_to]  # type: ignore[attr-defined]
        self.fields["person"].choices = host_choices()  # type: ignore[attr-defined]


def host_choices() -> list[tuple[str, str]]:
    """Staff who may guide, by ref."""
    return [("", "—"), *((refs.ref("person", one.id), str(one.name)) for one in holding(HOSTS))]


@require_http_methods(["GET", "POST"])
@only(rules.see_leads)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Shows it; POST follows it up."""
    row, tours, steps = leads.lead(code)
    form = FollowUpForm(row.state, request.POST or None, initial={
        "state": row.state, "person": refs.ref("person", row.host_id) if row.host_id else "",
        "follow_up_on": row.follow_up_on, "remark": row.remark,
    })
    refusal = None
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        host = said.pop("person")
        said["person"] = refs.read("person", host) if host else None
        refusal = tried(lambda: residency.follow_up_lead(lead=code, **said))
        if refusal is None:
            return done(request, _("Saved."), reverse("residency_lead", args=[code]))
    return _page(request, row, tours, steps, form, refusal)


@require_POST
@only(rules.keep_companies)
def record(request: HttpRequest, code: str) -> HttpResponse:
    """Begin the company's record, or join one that is there."""
    row, tours, steps = leads.lead(code)
    refusal = tried(lambda: residency.record_lead(lead=code, company=request.POST.get("company", "")))
    if refusal is None:
        return done(request, _("The enquiry belongs to a company record now."), reverse("residency_lead", args=[code]))
    return _page(request, row, tours, steps, FollowUpForm(row.state, initial={"state": row.state}), refusal)


@require_POST
@only(rules.keep_companies)
def book(request: HttpRequest, code: str) -> HttpResponse:
    """Book a tour for somebody who asked on the telephone."""
    row, tours, steps = leads.lead(code)
    heads = request.POST.get("heads", "1")
    refusal = tried(lambda: residency.book_tour(
        lead=code, tour_slot=request.POST.get("tour_slot", ""), heads=int(heads) if heads.isdigit() else 0,
        signed_name=request.POST.get("signed_name", ""),
    ))
    if refusal is None:
        return done(request, _("The tour is booked; the confirmation goes out by mail."), reverse("residency_lead", args=[code]))
    return _page(request, row, tours, steps, FollowUpForm(row.state, initial={"state": row.state}), refusal)


def _page(
    request: HttpRequest, row: leads.LeadRow, tours: Any, steps: Any, form: FollowUpForm, refusal: SquaremileError | None
) -> HttpResponse:
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "residency/leads/lead.html", {
        "row": row, "tours": tours, "steps": steps, "form": form, "refusal": refusal, "slots": leads.open_slots(),
        "may_keep": rules.keep_companies(require()), "sections": sections.tabs("residency_leads"),
        "companies": companies.companies() if not row.company else (),
    }, status=status)
