"""A company and its space: what it needs, what it has asked for, and its moves."""

from collections.abc import Callable
from functools import partial
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
from squaremile.residency.reads import companies
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.space.forms import MoveForm, NeedForm, RequestForm
from squaremile.web.pages.residency.space.merge_form import OwnMergeForm
from squaremile.web.shell.acts import back, done, sent
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For staff and the company's own people."""
    return _page(request, code)


def _page(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    row, asking = companies.company(code), require()
    need, may = desk.need_of(row.id), rules.allocate(asking)
    return render(request, "residency/space/company.html", {
        "row": row, "need": need, "requests": desk.requests(company=row.id), "moves": desk.moves(company=row.id), "may": may,
        "may_say": rules.say_needs(asking), "need_form": NeedForm(initial=_began(need), urgent=may), "request_form": RequestForm(),
        "move_form": MoveForm(excepts=rules.make_exceptions(asking)), "merge_form": OwnMergeForm() if rules.merge_let(asking) else None,
        "sections": sections.tabs("residency_plan"), **more,
    }, status=status)


def _began(need: Any) -> dict[str, Any]:
    if need is None:
        return {}
    return {
        **{f"n_{kind}": n for kind, n in need.counts.items()}, **{f"g_{kind}": n for kind, n in need.growth.items()},
        **{f"h_{hazard}": n for hazard, n in need.hazards.items()}, "biosafety": need.biosafety, "urgency": need.urgency,
    }


def _did(request: HttpRequest, code: str, act: Callable[..., Any], **form: NeedForm | RequestForm | MoveForm | OwnMergeForm) -> HttpResponse:
    companies.company(code)
    said = next(iter(form.values()))
    return sent(
        request, lambda: act(company=code, **said.said()), reverse("residency_company_space", args=[code]),
        partial(_page, request, code), **form,
    )


@require_POST
@only(rules.say_needs)
def need(request: HttpRequest, code: str) -> HttpResponse:
    """What it needs."""
    return _did(request, code, residency.set_space_need, need_form=NeedForm(request.POST, urgent=rules.allocate(require())))


@require_POST
@only(rules.say_needs)
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """More places, fewer, or others."""
    return _did(request, code, residency.ask_for_space, request_form=RequestForm(request.POST))


@require_POST
@only(rules.allocate)
def move(request: HttpRequest, code: str) -> HttpResponse:
    """Plan a move."""
    return _did(request, code, residency.plan_move, move_form=MoveForm(request.POST, excepts=rules.make_exceptions(require())))


@require_POST
@only(rules.merge_let)
def merge(request: HttpRequest, code: str) -> HttpResponse:
    """Places that it sits on become one."""
    return _did(request, code, residency.merge_own_places, merge_form=OwnMergeForm(request.POST))


@require_POST
@only(rules.allocate)
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Grant or refuse a request."""
    residency.answer_space_request(
        space_request=code, granted=request.POST.get("granted") == "yes", says=request.POST.get("says", "")
    )
    return done(request, _("Answered."), back(request, reverse("residency_allocation")))


@require_POST
@only(rules.say_needs)
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Take a request back."""
    residency.withdraw_space_request(space_request=code)
    return done(request, _("Withdrawn."), back(request, reverse("residency_plan")))


@require_POST
@only(rules.allocate)
def carry_out(request: HttpRequest, code: str) -> HttpResponse:
    """The company has moved."""
    residency.carry_out_move(move=code)
    return done(request, _("The move is done."), back(request, reverse("residency_allocation")))


@require_POST
@only(rules.allocate)
def cancel(request: HttpRequest, code: str) -> HttpResponse:
    """It stays where it is."""
    residency.cancel_move(move=code)
    return done(request, _("The move is cancelled."), back(request, reverse("residency_allocation")))
