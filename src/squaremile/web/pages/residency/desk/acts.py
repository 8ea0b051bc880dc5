"""Acts on an application before review: each form goes to one operation; a refusal comes back above the page."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.words.applications import CHECKS
from squaremile.web.pages.residency.desk.dossier import (
    CompetitorForm,
    DeclineForm,
    JudgeForm,
    ReturnForm,
    ScreenForm,
    SettleForm,
    shown,
)
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


def _acted(
    request: HttpRequest, code: str, act: Callable[[], Any], told: str, form: forms.Form | None = None, name: str = ""
) -> HttpResponse:
    if form is not None and not form.is_valid():
        return shown(request, code, sent={name: form})
    refusal = tried(act)
    if refusal is not None:
        return shown(request, code, refusal=refusal, sent={name: form} if form is not None and name else None)
    return done(request, told, reverse("residency_application", args=[code]))


@require_POST
@only(rules.screen)
def screen(request: HttpRequest, code: str) -> HttpResponse:
    """Keep the checklist."""
    form = ScreenForm(request.POST)
    return _acted(request, code, lambda: residency.screen_application(
        application=code, checks={key: key in form.cleaned_data["checks"] for key in CHECKS}, flags=form.cleaned_data["flags"],
    ), _("The checklist is kept."), form, "screen")


@require_POST
@only(rules.screen)
def give_back(request: HttpRequest, code: str) -> HttpResponse:
    """Return it for completion."""
    form = ReturnForm(request.POST)
    return _acted(request, code, lambda: residency.return_application(application=code, **form.cleaned_data),
                  _("It is returned, and its writers are told."), form, "give_back")


@require_POST
@only(rules.screen)
def pass_on(request: HttpRequest, code: str) -> HttpResponse:
    """On to review."""
    exception = request.POST.get("exception", "")
    return _acted(request, code, lambda: residency.pass_to_review(application=code, exception=exception), _("It is in review."))


@require_POST
@only(rules.hold_reviews)
def decline(request: HttpRequest, code: str) -> HttpResponse:
    """It ends here, before its review; the company is written to."""
    form = DeclineForm(request.POST)

    def act() -> None:
        with transaction.atomic():
            residency.decide_application(application=code, outcome="decline", **form.cleaned_data)
            residency.tell_decision(application=code)

    return _acted(request, code, act, _("It is declined, and the company is written to."), form, "decline")


@require_POST
@only(rules.judge_safety)
def judge(request: HttpRequest, code: str) -> HttpResponse:
    """What safety says to the declaration."""
    form = JudgeForm(request.POST)
    return _acted(request, code, lambda: residency.judge_feasibility(application=code, **form.cleaned_data),
                  _("The verdict is kept."), form, "judge")


@require_POST
@only(rules.screen)
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Look for conflicts with residents."""
    return _acted(request, code, lambda: residency.check_competition(application=code), _("Checked against every resident."))


@require_POST
@only(rules.screen)
def name_one(request: HttpRequest, code: str) -> HttpResponse:
    """A conflict that staff know of."""
    form = CompetitorForm(request.POST)
    return _acted(request, code, lambda: residency.name_competitor(application=code, **form.cleaned_data),
                  _("The conflict is kept."), form, "competitor")


@require_POST
@only(rules.screen)
def settle(request: HttpRequest, code: str, finding: str) -> HttpResponse:
    """What came of a conflict."""
    form = SettleForm(request.POST)
    if not form.is_valid():
        return shown(request, code, sent={"unsettled": form})
    return _acted(request, code, lambda: residency.settle_competition(finding=finding, **form.cleaned_data), _("It is settled."))
