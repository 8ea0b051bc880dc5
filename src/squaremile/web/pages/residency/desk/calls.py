"""Calls of the programme: the list, writing one, opening and closing it, and taking in a form."""

import json
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import calls
from squaremile.residency.words.applications import CALL_UNKNOWN
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

LONG = forms.Textarea(attrs={"rows": 5})
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
MOST_FORM = 500_000


class CallForm(forms.Form):
    """A call and whom it takes."""

    title_ko = forms.CharField(label=gettext_lazy("Title in Korean"), max_length=200, required=False)
    title_en = forms.CharField(label=gettext_lazy("Title in English"), max_length=200, required=False)
    says_ko = forms.CharField(label=gettext_lazy("Text in Korean"), max_length=8000, required=False, widget=LONG)
    says_en = forms.CharField(label=gettext_lazy("Text in English"), max_length=8000, required=False, widget=LONG)
    opens_at = forms.DateTimeField(label=gettext_lazy("Opens"), required=False, widget=MOMENT)
    closes_at = forms.DateTimeField(
        label=gettext_lazy("Closes"), required=False, widget=MOMENT, help_text=gettext_lazy("Empty: open at any time.")
    )
    form = forms.ChoiceField(label=gettext_lazy("Form"))
    eligibility = forms.JSONField(
        label=gettext_lazy("Rules of eligibility (JSON)"), required=False, widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=gettext_lazy("A list of rules: age_most, capital_most, stages, no_work, people_most."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        named = [(row.code, f"{row.name} · v{row.versions}") for row in calls.forms()]
        self.fields["form"].choices = named  # type: ignore[attr-defined]


class ImportForm(forms.Form):
    """A form as data."""

    code = forms.CharField(label=gettext_lazy("Code"), max_length=20)
    file = forms.FileField(label=gettext_lazy("Form (JSON)"))

    def clean_file(self) -> Any:
        """What the file declares."""
        upload = self.cleaned_data["file"]
        try:
            return json.loads(upload.read(MOST_FORM).decode("utf-8-sig"))
        except (ValueError, RecursionError):
            raise forms.ValidationError(_("This is no JSON.")) from None


@require_safe
@only(rules.see_applications)
def page(request: HttpRequest) -> HttpResponse:
    """Every call, the newest first."""
    return render(request, "residency/desk/calls.html", {
        "rows": calls.calls(), "forms": calls.forms(), "may_hold": rules.hold_calls(require()),
        "sections": sections.tabs("residency_desk"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.hold_calls)
def new(request: HttpRequest) -> HttpResponse:
    """Write a call; it is a draft until it is opened."""
    form = CallForm(request.POST or None, initial={"eligibility": []})
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.draft_call(**_said(form)))
        if refusal is None:
            return done(request, _("The call is drafted. Open it when it is right."), reverse("residency_calls"))
    return form_page(request, form, refusal, _("Write a call"), _("Keep as a draft"), reverse("residency_calls"))


@require_http_methods(["GET", "POST"])
@only(rules.hold_calls)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Write it anew."""
    row = calls.call(code)
    form = CallForm(request.POST or None, initial={
        "title_ko": row.title_ko, "title_en": row.title_en, "says_ko": row.says_ko, "says_en": row.says_en,
        "opens_at": row.opens_at, "closes_at": row.closes_at, "form": row.form, "eligibility": list(row.eligibility),
    })
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.edit_call(call=code, **_said(form)))
        if refusal is None:
            return done(request, _("Saved."), reverse("residency_calls"))
    return form_page(
        request, form, refusal, _("Edit %(name)s") % {"name": row.title}, _("Save"), reverse("residency_calls"),
        lead=_("Applications that have begun keep the version of the form they began with."),
    )


@require_POST
@only(rules.hold_calls)
def step(request: HttpRequest, code: str, step: str) -> HttpResponse:
    """Open it or close it."""
    acts = {"open": residency.open_call, "close": residency.close_call}
    if step not in acts:
        raise Missing(CALL_UNKNOWN)
    acts[step](call=code)
    told = _("The call is open.") if step == "open" else _("The call is closed.")
    return done(request, told, reverse("residency_calls"))


@require_http_methods(["GET", "POST"])
@only(rules.hold_calls)
def take_form(request: HttpRequest) -> HttpResponse:
    """Take in the JSON of a form; a change is a new version."""
    form = ImportForm(request.POST or None, request.FILES or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        made: list[Any] = []
        said = form.cleaned_data
        refusal = tried(lambda: made.append(residency.import_form(form=said["code"], body=said["file"])))
        if refusal is None:
            return done(request, _("The form stands at version %(number)s.") % {"number": made[0].number}, reverse("residency_calls"))
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "residency/desk/form_import.html", {
        "form": form, "refusal": refusal, "sections": sections.tabs("residency_desk"),
    }, status=status)


def _said(form: CallForm) -> dict[str, Any]:
    return {**form.cleaned_data, "eligibility": form.cleaned_data["eligibility"] or []}
