"""Review for programme staff: rounds and reviewers, one round with its ranking, and the acts on it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST, require_safe

from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import calls, letters, pitches, rounds
from squaremile.residency.words import review as words
from squaremile.web.pages.residency import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

STANDARD = (
    ("science", "과학과 기술", "Science and technology", 4), ("plan", "사업 계획", "Plan", 2), ("team", "팀", "Team", 2),
    ("fit", "센터와의 어울림", "Fit with the site", 2),
)  # fmt: skip
"""What most rounds judge, out of ten; another rubric comes by `residency.draft_round` over the API."""


class RoundForm(forms.Form):
    """A round on the standard rubric."""

    call = forms.ChoiceField(label=gettext_lazy("Call"))
    review_stage = forms.ChoiceField(label=pgettext_lazy("review", "Stage"))
    each = forms.IntegerField(label=gettext_lazy("Reviewers an application"), min_value=1, max_value=10, initial=3)
    quorum = forms.IntegerField(label=gettext_lazy("Quorum"), min_value=1, max_value=10, initial=2)
    pass_mark = forms.DecimalField(label=gettext_lazy("Pass mark"), min_value=0, max_value=100, initial=70)
    room_for = forms.IntegerField(label=pgettext_lazy("review", "Places"), min_value=0, max_value=1000, initial=10)
    blind = forms.BooleanField(label=gettext_lazy("Blind: reviewers do not learn whose it is"), required=False, initial=True)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["call"].choices = [(row.code, str(row.title)) for row in calls.calls()]  # type: ignore[attr-defined]
        self.fields["review_stage"].choices = [(s, str(said)) for s, said in words.STAGES.items()]  # type: ignore[attr-defined]


class ReviewerForm(forms.Form):
    """Somebody from outside."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=80, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=80, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"))
    body_ko = forms.CharField(label=gettext_lazy("Firm or institute"), max_length=120, required=False)
    fields_said = forms.CharField(label=gettext_lazy("Fields, separated by commas"), max_length=600, required=False)
    capacity = forms.IntegerField(label=gettext_lazy("Takes at most"), min_value=1, max_value=500, initial=20)


@require_safe
@only(rules.see_reviews)
def page(request: HttpRequest) -> HttpResponse:
    """Rounds and reviewers."""
    return _page(request)


@require_POST
@only(rules.hold_reviews)
def draft(request: HttpRequest) -> HttpResponse:
    """A round on the standard rubric."""
    form, made = RoundForm(request.POST), []
    rubric = [{"key": k, "label": {"ko": ko, "en": en}, "weight": w, "least": 0, "most": 10} for k, ko, en, w in STANDARD]
    if not form.is_valid():
        return _page(request, round_form=form)
    refusal = tried(lambda: made.append(residency.draft_round(rubric=rubric, **form.cleaned_data)))
    if refusal is not None:
        return _page(request, refusal, round_form=form)
    return done(request, _("Drafted."), reverse("residency_round", args=[made[0].code]))


@require_POST
@only(rules.hold_reviews)
def add_reviewer(request: HttpRequest) -> HttpResponse:
    """Somebody from outside."""
    form = ReviewerForm(request.POST)
    if not form.is_valid():
        return _page(request, reviewer_form=form)
    said = dict(form.cleaned_data)
    fields = said.pop("fields_said").split(",")
    refusal = tried(lambda: residency.add_reviewer(fields=fields, **said))
    if refusal is not None:
        return _page(request, refusal, reviewer_form=form)
    return done(request, _("Added. Send the link when the round opens."), reverse("residency_reviews"))


@require_POST
@only(rules.hold_reviews)
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """Mail her the link."""
    residency.invite_reviewer(reviewer=code, language=request.POST.get("language", "ko"))
    return done(request, _("The link goes out by mail."), reverse("residency_reviews"))


@require_safe
@only(rules.see_reviews)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """Funnel, ranking with reasons, reviewer spread, conflicts, letters that wait."""
    return _one(request, code)


@require_POST
@only(rules.hold_reviews)
def act(request: HttpRequest, code: str, step: str) -> HttpResponse:
    """Open, close, assign, or send the letters."""
    acts: dict[str, tuple[Callable[[], Any], str]] = {
        "open": (lambda: residency.open_round(review_round=code), _("Reviewers may write.")),
        "close": (lambda: residency.close_round(review_round=code), _("The round is closed.")),
        "assign": (lambda: residency.assign_reviewers(review_round=code), _("Reviewers are assigned.")),
        "letters": (lambda: residency.send_letters(call=rounds.one(code).row.call), _("The letters go out by mail.")),
    }
    verb, told = acts[step]
    refusal = tried(verb)
    return _one(request, code, refusal) if refusal is not None else done(request, told, reverse("residency_round", args=[code]))


@require_POST
@only(rules.hold_reviews)
def decide(request: HttpRequest, code: str, application: str) -> HttpResponse:
    """Accept, wait-list or decline, with reasons."""
    said = {name: request.POST.get(name, "") for name in ("outcome", "reasons", "conditions", "exception")}
    refusal = tried(lambda: residency.decide_application(application=application, **said))
    if refusal is not None:
        return _one(request, code, refusal)
    return done(request, _("Decided. The company hears of it by the letter."), reverse("residency_round", args=[code]))


def _page(
    request: HttpRequest, refusal: SquaremileError | None = None, *, round_form: RoundForm | None = None,
    reviewer_form: ReviewerForm | None = None,
) -> HttpResponse:
    bad = any(form is not None and form.errors for form in (round_form, reviewer_form))
    return render(request, "residency/review/rounds.html", {
        "rounds": rounds.rounds(), "reviewers": rounds.reviewers(), "round_form": round_form or RoundForm(),
        "reviewer_form": reviewer_form or ReviewerForm(auto_id="reviewer-%s"), "refusal": refusal,
        "may_hold": rules.hold_reviews(require()), "sections": sections.tabs("residency_reviews"),
    }, status=refusal.status if refusal else 422 if bad else 200)


def _one(request: HttpRequest, code: str, refusal: SquaremileError | None = None) -> HttpResponse:
    found = rounds.one(code)
    waiting = [(each.application.code, letters.subject(each), letters.letter(each)) for each in letters.untold(found.row.call)]
    return render(request, "residency/review/round.html", {
        "found": found, "row": found.row, "refusal": refusal, "may_hold": rules.hold_reviews(require()), "letters": waiting,
        "schedule": pitches.schedule(code), "may_except": rules.make_exceptions(require()),
        "outcomes": [(o, words.OUTCOMES[o]) for o in ("accept", "wait_list", "decline")],
        "sections": sections.tabs("residency_reviews"),
    }, status=refusal.status if refusal else 200)
