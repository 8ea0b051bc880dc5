"""What staff do in a review by hand: one reviewer for one application, a conflict that they know of, what a reviewer takes."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.kernel.errors import Missing
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import rounds
from squaremile.residency.words import review as words
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class PairForm(forms.Form):
    """Which application, and which reviewer."""

    application = forms.ChoiceField(label=gettext_lazy("Application"))
    reviewer = forms.ChoiceField(label=gettext_lazy("Reviewer"))

    def __init__(self, found: rounds.Found, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        rows = [(row.code, f"{row.company} · {row.code}") for row in found.ranking]
        self.fields["application"].choices = rows  # type: ignore[attr-defined]
        known = [(row.code, f"{row.name} ({row.given} / {row.capacity})") for row in rounds.reviewers() if row.active]
        self.fields["reviewer"].choices = known  # type: ignore[attr-defined]


class ConflictForm(PairForm):
    """What keeps them apart."""

    kind = forms.ChoiceField(label=gettext_lazy("Conflict of interest"))
    why = forms.CharField(label=gettext_lazy("What is known"), max_length=1000, required=False)

    def __init__(self, found: rounds.Found, *args: Any, **more: Any) -> None:
        super().__init__(found, *args, **more)
        self.fields["kind"].choices = [(kind, str(words.KINDS[kind])) for kind in words.DECLARED]  # type: ignore[attr-defined]


class EditForm(forms.Form):
    """What she knows, and how much she takes."""

    fields_said = forms.CharField(label=gettext_lazy("Fields, separated by commas"), max_length=600, required=False)
    capacity = forms.IntegerField(label=gettext_lazy("Takes at most"), min_value=1, max_value=500)
    active = forms.BooleanField(
        label=gettext_lazy("Judges for us"), required=False, help_text=gettext_lazy("Unticked: she is given nothing new, and her link ends."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.hold_reviews)
def assign(request: HttpRequest, code: str) -> HttpResponse:
    """One application to one reviewer, whatever the solver would say."""
    form, refusal, back = PairForm(rounds.one(code), request.POST or None), None, reverse("residency_round", args=[code])
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.assign_reviewer(review_round=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Assigned."), back)
    return form_page(request, form, refusal, _("Assign one reviewer"), _("Assign"), back)


@require_http_methods(["GET", "POST"])
@only(rules.hold_reviews)
def conflict(request: HttpRequest, code: str) -> HttpResponse:
    """As told by somebody else, or known beforehand."""
    form, refusal, back = ConflictForm(rounds.one(code), request.POST or None), None, reverse("residency_round", args=[code])
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.record_conflict(**form.cleaned_data))
        if refusal is None:
            return done(request, _("Kept; she no longer has that application."), back)
    return form_page(request, form, refusal, _("Record a conflict of interest"), _("Record"), back)


@require_http_methods(["GET", "POST"])
@only(rules.hold_reviews)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """What a reviewer knows and takes, and whether she still judges."""
    row = next((each for each in rounds.reviewers() if each.code == code), None)
    if row is None:
        raise Missing(words.REVIEWER_UNKNOWN)
    form = EditForm(request.POST or None, initial={"fields_said": row.fields, "capacity": row.capacity, "active": row.active})
    refusal, back = None, reverse("residency_reviews")
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        fields = said.pop("fields_said").split(",")
        refusal = tried(lambda: residency.edit_reviewer(reviewer=code, fields=fields, **said))
        if refusal is None:
            return done(request, _("Saved."), back)
    return form_page(request, form, refusal, str(row.name), _("Save"), back)
