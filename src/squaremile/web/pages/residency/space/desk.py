"""The allocation desk: ask for a plan or for a what-if, see what came of it, and accept it."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import allocation_desk as desk
from squaremile.residency.reads import companies, licences
from squaremile.residency.reads.days import today
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.space.forms import AcceptForm, AskForm, LimitForm, SeatingForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only
from squaremile.web.shell.site import looked_at, site_of


def _choices() -> list[tuple[str, str]]:
    known = companies.companies(states=("applicant", "admitted", "resident"))
    return [(row.code, str(row.name)) for row in known]


@require_GET
@only(rules.see_allocation)
def page(request: HttpRequest) -> HttpResponse:
    """Plans, needs, whom to keep apart, limits, requests that wait, moves ahead."""
    return _page(request)


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    asking, names = require(), _choices()
    return render(request, "residency/space/desk.html", {
        "site": looked_at(request), "plans": desk.plans(), "needs": desk.needs(), "seating": desk.seating(), "limits": desk.limits(),
        "requests": desk.requests(waiting=True), "moves": desk.moves(ahead=True), "may": rules.allocate(asking),
        "may_limit": rules.limit_areas(asking), "ask_form": AskForm(companies=names, initial={"on_day": today() + timedelta(days=30)}),
        "seating_form": SeatingForm(companies=names), "limit_form": LimitForm(),
        "sections": sections.tabs("residency_allocation"), **more,
    }, status=status)


@require_POST
@only(rules.allocate)
def ask(request: HttpRequest) -> HttpResponse:
    """The worker draws it; the page of the plan renews itself until then."""
    form, made = AskForm(request.POST, companies=_choices()), []
    if not form.is_valid():
        return _page(request, 422, ask_form=form)
    site = site_of(request).code
    refusal = tried(lambda: made.append(residency.ask_space_plan(site=site, **form.said())))
    if refusal is not None:
        return _page(request, refusal.status, refusal=refusal, ask_form=form)
    return done(request, _("The plan is being drawn."), reverse("residency_space_plan", args=[made[0].code]))


@require_POST
@only(rules.allocate)
def seat(request: HttpRequest) -> HttpResponse:
    """Keep apart, seat nearby, or neither."""
    form = SeatingForm(request.POST, companies=_choices())
    if not form.is_valid():
        return _page(request, 422, seating_form=form)
    refusal = tried(lambda: residency.set_neighbour(**form.cleaned_data))
    if refusal is not None:
        return _page(request, refusal.status, refusal=refusal, seating_form=form)
    return done(request, _("Saved."), reverse("residency_allocation"))


@require_POST
@only(rules.limit_areas)
def limit(request: HttpRequest) -> HttpResponse:
    """What a control area takes."""
    form = LimitForm(request.POST)
    if not form.is_valid():
        return _page(request, 422, limit_form=form)
    refusal = tried(lambda: residency.set_area_limits(**form.said()))
    if refusal is not None:
        return _page(request, refusal.status, refusal=refusal, limit_form=form)
    return done(request, _("Saved."), reverse("residency_allocation"))


@require_GET
@only(rules.see_allocation)
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """One plan."""
    return _plan(request, code)


def _plan(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    found = desk.plan(code)
    may = rules.allocate(require()) and found.row.state == "drawn" and found.row.newcomer is None
    return render(request, "residency/space/plan.html", {
        "found": found, "sections": sections.tabs("residency_allocation"),
        "form": AcceptForm(prices=_prices(), initial={
            "until_day": today() + timedelta(days=14), "last_day": found.row.day + timedelta(days=729),
        }) if may else None, **more,
    }, status=status)  # fmt: skip


def _prices() -> list[tuple[str, str]]:
    return [(row.code, f"{row.name} ({row.currency})") for row in licences.prices()]


@require_POST
@only(rules.allocate)
def accept(request: HttpRequest, code: str) -> HttpResponse:
    """All of it: offers and moves."""
    form = AcceptForm(request.POST, prices=_prices())
    if not form.is_valid():
        return _plan(request, code, 422, form=form)
    refusal = tried(lambda: residency.accept_space_plan(space_plan=code, **form.said()))
    if refusal is not None:
        return _plan(request, code, refusal.status, refusal=refusal, form=form)
    return done(request, _("Offers and moves are made."), reverse("residency_space_plan", args=[code]))
