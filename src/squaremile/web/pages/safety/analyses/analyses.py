"""Hazard analyses: the list, drafting, one with what has changed since, and its sheet for the wall."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import analyses, analysis_sheet
from squaremile.safety.reads.analyses import AnalysisRow
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.analyses.forms import AnalysisForm, Steps, steps_of
from squaremile.web.shell import papers
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_GET
@only(rules.see_analyses)
def page(request: HttpRequest) -> HttpResponse:
    """A company's own; everybody's for those who answer for safety. What has to be done again first."""
    return render(request, "safety/analyses/analyses.html", {
        "rows": analyses.analyses(), "may_draft": rules.draft_analyses(require()), "everyone": require().staff,
        "sections": sections.tabs("safety_analyses"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.draft_analyses)
def draft(request: HttpRequest) -> HttpResponse:
    """For an activity in a room."""
    return _drafted(request, None)


@require_http_methods(["GET", "POST"])
@only(rules.draft_analyses)
def again(request: HttpRequest, code: str) -> HttpResponse:
    """The draft written anew, or the next version: filled with what stands there now."""
    return _drafted(request, analyses.analysis(code))


@require_http_methods(["GET", "POST"])
@only(rules.see_analyses)
def analysis(request: HttpRequest, code: str) -> HttpResponse:
    """One. An act is named by the button that was pressed."""
    row, asking, act, reason = analyses.analysis(code), require(), request.POST.get("act", ""), request.POST.get("reason", "")
    acts: dict[str, Any] = {
        "sign": lambda: safety.sign_analysis(analysis=code), "end": lambda: safety.end_analysis(analysis=code),
        "approve": lambda: safety.decide_analysis(analysis=code, approve=True, reason=reason),
        "return": lambda: safety.decide_analysis(analysis=code, approve=False, reason=reason),
    }
    refusal = tried(acts[act]) if act in acts else None
    if act in acts and refusal is None:
        return done(request, _("Saved."), reverse("safety_analysis", args=[code]))
    drafts = rules.draft_analyses(asking)
    return render(request, "safety/analyses/analysis.html", {
        "row": row, "refusal": refusal, "may_draft": drafts,
        "may_sign": drafts and row.newest.state == "draft" and row.newest.responsible_id == asking.actor,
        "may_decide": rules.decide(asking) and row.newest.state == "signed", "may_end": drafts and row.approved is not None,
        "sections": sections.tabs("safety_analyses"),
    }, status=refusal.status if refusal else 200)


@require_GET
@only(rules.see_analyses)
def sheet(request: HttpRequest, code: str) -> HttpResponse:
    """For the wall of the laboratory, in the language asked for or the one being served."""
    language = papers.language_asked(request)
    content = analysis_sheet.pdf(analyses.analysis(code), language, clock.now())
    return papers.pdf(f"hazard-analysis-{code}-{language}.pdf", content)


def _drafted(request: HttpRequest, row: AnalysisRow | None) -> HttpResponse:
    begun: dict[str, Any] = {"responsible": str(require().actor), "place": request.GET.get("place", "")}
    now = row.newest if row else None
    if now is not None:
        begun = {"name_ko": now.name.ko, "name_en": now.name.en, "responsible": str(now.responsible_id), "emergency": now.emergency}
    companies = [row.owner] if row else sorted(require().organisations)
    form = AnalysisForm(request.POST or None, initial=begun, companies=companies, moves=row is None)
    steps = Steps(request.POST or None, initial=steps_of(now.steps if now else ()), prefix="steps")
    refusal, made = None, []
    if request.method == "POST" and form.is_valid() and steps.is_valid():
        said = form.cleaned_data | {"responsible": UUID(form.cleaned_data["responsible"]), "analysis": row.code if row else ""}
        rows = [step for step in steps.cleaned_data if step.get("does")]
        refusal = tried(lambda: made.append(safety.draft_analysis(steps=rows, **said)))
        if refusal is None:
            return done(request, _("The draft is kept."), reverse("safety_analysis", args=[made[0].code]))
    bad = request.method == "POST" and refusal is None
    return render(request, "safety/analyses/draft.html", {
        "form": form, "steps": steps, "refusal": refusal, "row": row, "sections": sections.tabs("safety_analyses"),
    }, status=refusal.status if refusal else 422 if bad else 200)
