"""The yearly survey: opened and watched by staff, answered by a company's admin or, by a key, without an account."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.core.roles import APPLICANT, SURVEY
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import surveys
from squaremile.residency.words import surveys as words
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.company.companies import form_page
from squaremile.web.pages.residency.outcomes.forms import AskForm, SheetForm, SurveyForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import by_key, only


@require_http_methods(["GET", "POST"])
@only(rules.see_own_outcomes)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For staff who has answered; for a company's admin her own sheet."""
    if rules.see_outcomes(require()):
        return _watched(request, code)
    return _sheet(request, code, "residency/outcomes/sheet.html", reverse("residency_survey", args=[code]))


@require_GET
@by_key(SURVEY)
def door_home(request: HttpRequest) -> HttpResponse:
    """On to the newest sheet."""
    newest = next(iter(surveys.own_sheets()), None)
    if newest is None:
        raise Missing(words.SURVEY_UNKNOWN)
    return HttpResponseRedirect(reverse("door_survey", args=[newest.survey]))


@require_http_methods(["GET", "POST"])
@by_key(SURVEY, APPLICANT)
def door(request: HttpRequest, code: str) -> HttpResponse:
    """The same sheet behind a key. Links from before keys of surveys had a kind of their own still open it."""
    return _sheet(request, code, "residency/outcomes/door_sheet.html", reverse("door_survey", args=[code]))


def _watched(request: HttpRequest, code: str) -> HttpResponse:
    rows = surveys.sheets(code)
    survey = next(each for each in surveys.surveys() if each.code == code)
    return render(request, "residency/outcomes/survey.html", {
        "survey": survey, "rows": rows, "may_keep": rules.keep_outcomes(require()),
        "sections": sections.tabs("residency_outcomes"), "crumbs": [(_("Outcomes"), reverse("residency_outcomes"))],
    })


def _sheet(request: HttpRequest, code: str, template: str, to: str) -> HttpResponse:
    sheet = surveys.own_sheet(code)
    form = SheetForm(sheet.questions, request.POST or None, initial={**sheet.answers, "may_publish": sheet.may_publish})
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.answer_outcome_survey(
            survey=code, replies=form.replies(), may_publish=form.cleaned_data["may_publish"]
        ))
        if refusal is None:
            return done(request, _("Thank you. Your answers are on record; you may change them until the survey closes."), to)
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, template, {
        "sheet": sheet, "form": form, "refusal": refusal, "sections": sections.tabs("residency_outcomes"),
    }, status=status)


@require_http_methods(["GET", "POST"])
@only(rules.keep_outcomes)
def open_survey(request: HttpRequest) -> HttpResponse:
    """Begin a year's survey."""
    form = SurveyForm(request.POST or None)
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(residency.open_outcome_survey(**form.cleaned_data)))
        if refusal is None:
            return done(request, _("The survey is open."), reverse("residency_survey", args=[made[0].code]))
    return form_page(
        request, form, refusal, _("Open the yearly survey"), _("Open it"), reverse("residency_outcomes"),
        lead=_("Admins of companies in residence and of alumni are asked at once. Give an address for those without an account."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_outcomes)
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Ask one more company."""
    surveys.sheets(code)
    form, refusal, back = AskForm(request.POST or None), None, reverse("residency_survey", args=[code])
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: residency.ask_outcome_survey(survey=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Asked."), back)
    return form_page(request, form, refusal, _("Ask one more company"), _("Ask"), back)
