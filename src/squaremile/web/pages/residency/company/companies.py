"""Companies of the cluster: the list for staff, and opening the record of one that is here already."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.korean import search_key
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import companies
from squaremile.residency.words import companies as words
from squaremile.web.pages.residency import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class Filters(forms.Form):
    """Which companies."""

    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="filter-%s")
        self.fields["state"].choices = [("", _("All")), *((s, str(said)) for s, said in words.STATES.items())]  # type: ignore[attr-defined]


class RecordForm(forms.Form):
    """How far a company is, since when it exists, and until when it sits here under a licence on paper."""

    founded_on = forms.DateField(
        label=gettext_lazy("Founded on"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    stage = forms.ChoiceField(label=gettext_lazy("Stage"), required=False)
    country = forms.CharField(label=gettext_lazy("Country (two letters)"), max_length=2, initial="KR")
    licensed_until = forms.DateField(
        label=gettext_lazy("Last day of its licence on paper"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Its people book until that day. Without it they book once a licence made here is in force."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["stage"].choices = [("", "—"), *((s, str(said)) for s, said in words.STAGES.items())]  # type: ignore[attr-defined]


class OpenForm(RecordForm):
    """With whose record it is, and where it stands."""

    organisation = forms.ChoiceField(label=gettext_lazy("Organisation"))
    state = forms.ChoiceField(label=gettext_lazy("State"))
    field_order = ("organisation", "state", "licensed_until")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        known = {row.organisation for row in companies.companies()}
        places = [(each.code, str(each.name)) for each in organisations() if each.code not in known]
        self.fields["organisation"].choices = places  # type: ignore[attr-defined]
        self.fields["state"].choices = [(s, str(words.STATES[s])) for s in ("resident", "alumni")]  # type: ignore[attr-defined]


@require_GET
@only(rules.see_companies)
def page(request: HttpRequest) -> HttpResponse:
    """The list, with a filter by name, code and state."""
    filters, asked = Filters(request.GET), search_key(request.GET.get("q", ""))
    filters.is_valid()
    state = filters.cleaned_data.get("state", "")
    rows = [
        row for row in companies.companies(states=(state,) if state else ())
        if not asked or asked in search_key(f"{row.name.ko} {row.name.en} {row.code}")
    ]
    return render(request, "residency/companies.html", {
        "rows": rows, "filters": filters, "asked": bool(asked or state), "may_keep": rules.keep_companies(require()),
        "sections": sections.tabs("residency"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_companies)
def open_record(request: HttpRequest) -> HttpResponse:
    """Begin the record of an organisation that is here already."""
    form = OpenForm(request.POST or None)
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(residency.open_record(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("The record is open."), reverse("residency_company", args=[made[0].code]))
    return form_page(
        request, form, refusal, _("Open a company record"), _("Open it"), reverse("residency"),
        lead=_("For companies that were here before squaremile. New ones come in through an enquiry or a call."),
    )


def form_page(
    request: HttpRequest, form: forms.Form, refusal: Any, title: str, send: str, back: str, *, lead: str = ""
) -> HttpResponse:
    """A page that is one form; with its refusal, or its errors, when it was sent."""
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": title, "send": send, "cancel_url": back, "lead": lead,
        "sections": sections.tabs("residency"),
    }, status=status)
