"""One exit: what is counted, cleared and signed, the statement of the deposit, and its proof on paper."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads import exits
from squaremile.residency.reads.clearance_pdf import pdf as clearance_pdf
from squaremile.residency.words.departures import DEPARTURE_STEP
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.exits.board import LOOKS
from squaremile.web.pages.residency.exits.forms import (
    ClearForm,
    CountForm,
    DeductForm,
    DisputeForm,
    OwedForm,
    RecountForm,
)
from squaremile.web.shell.acts import back, done, sent, tried
from squaremile.web.shell.entry import only
from squaremile.web.shell.papers import language_asked, pdf

STEPS: dict[str, Callable[..., Any]] = {
    "withdraw": residency.withdraw_exit, "graduate": residency.graduate, "settle": residency.settle_deposit,
}


@require_GET
@only(rules.look)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For staff and the company's own people."""
    return _page(request, code)


@require_GET
@only(rules.look)
def proof(request: HttpRequest, code: str) -> HttpResponse:
    """The zero-balance proof with the statement of the deposit, in the language asked for or the one being served."""
    language = language_asked(request)
    content = clearance_pdf(exits.exit_of(code), language, clock.now())
    return pdf(f"clearance-{code}-{language}.pdf", content)


@require_POST
@only(rules.clear)
def count(request: HttpRequest, code: str) -> HttpResponse:
    """How much there is of one thing."""
    return _did(request, code, residency.count_line, count_form=CountForm(request.POST))


@require_POST
@only(rules.settle_deposits)
def deduct(request: HttpRequest, code: str) -> HttpResponse:
    """Something is taken from the deposit."""
    return _did(request, code, residency.deduct, deduct_form=DeductForm(exits.exit_of(code).currency, request.POST))


@require_POST
@only(rules.settle_deposits)
def owed(request: HttpRequest, code: str) -> HttpResponse:
    """Of what is owed beyond the deposit so much came in, or is waived."""
    return _did(request, code, residency.settle_owed, owed_form=OwedForm(exits.exit_of(code).currency, request.POST))


@require_POST
@only(rules.look)
def step(request: HttpRequest, code: str, exit_step: str) -> HttpResponse:
    """Withdrawn, confirmed or settled; refused with every sum that is not nothing."""
    exits.exit_of(code)
    act = STEPS.get(exit_step)
    if act is None:
        raise Missing(DEPARTURE_STEP)
    return sent(
        request, lambda: act(departure=code), reverse("residency_exit", args=[code]), partial(_page, request, code)
    )


@require_POST
@only(rules.clear)
def clear(request: HttpRequest, code: str) -> HttpResponse:
    """So much of a line is gone; a photograph or paper may go with it."""
    form, found = ClearForm(request.POST, request.FILES), exits.of_line(code)
    if not form.is_valid():
        return _page(request, found.code, status=422, clear_form=form, line=code)
    refusal = tried(lambda: _clear(code, found, form))
    if refusal is None:
        return done(request, _("Saved."), f"{reverse('residency_exit', args=[found.code])}#{code}")
    return _page(request, found.code, status=refusal.status, refusal=refusal)


@require_POST
@only(rules.clear)
def recount(request: HttpRequest, code: str) -> HttpResponse:
    """It was counted wrongly: how much there really was, and why."""
    form, found = RecountForm(request.POST), exits.of_line(code)
    return sent(
        request, lambda: residency.recount_line(clearance_line=code, **form.cleaned_data),
        f"{reverse('residency_exit', args=[found.code])}#{code}", partial(_page, request, found.code), recount_form=form,
    )


@require_POST
@only(rules.sign_clearance)
def sign(request: HttpRequest, code: str) -> HttpResponse:
    """Nothing of it is left, says the desk whose line it is."""
    found = exits.of_line(code)
    residency.sign_line(clearance_line=code)
    return done(request, _("Signed."), back(request, reverse("residency_exit", args=[found.code])))


@require_POST
@only(rules.sign_clearance)
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    """Something was left after all."""
    found = exits.of_line(code)
    residency.reopen_line(clearance_line=code, remark=request.POST.get("remark", ""))
    return done(request, _("Open again."), back(request, reverse("residency_exit", args=[found.code])))


@require_POST
@only(rules.dispute)
def dispute(request: HttpRequest, code: str) -> HttpResponse:
    """How much of a deduction the company contests; nought ends the dispute."""
    found = exits.of_deduction(code)
    form = DisputeForm(exits.exit_of(found.code).currency, request.POST)
    return sent(
        request, lambda: residency.dispute_deduction(deduction=code, **form.cleaned_data),
        reverse("residency_exit", args=[found.code]), partial(_page, request, found.code), dispute_form=form,
    )


def _clear(code: str, found: exits.ExitRow, form: ClearForm) -> None:
    said = dict(form.cleaned_data)
    upload = said.pop("file")
    with transaction.atomic():
        kept = core.store_file(
            name=upload.name or "", content=upload.read(), organisation=found.company_id
        ).id if upload else None
        residency.clear_line(clearance_line=code, file=kept, **said)


def _did(request: HttpRequest, code: str, act: Callable[..., Any], **form: forms.Form) -> HttpResponse:
    exits.exit_of(code)
    said = next(iter(form.values()))
    return sent(
        request, lambda: act(departure=code, **said.cleaned_data), reverse("residency_exit", args=[code]),
        partial(_page, request, code), **form,
    )


def _page(request: HttpRequest, code: str, status: int = 200, **more: object) -> HttpResponse:
    found, asking = exits.exit_of(code), require()
    runs, own = found.row.state == "noticed", found.row.company_id in asking.organisations
    return render(request, "residency/exits/exit.html", {
        "found": found, "row": found.row, "kinds": [(LOOKS[k.state], k) for k in found.kinds], "runs": runs,
        "may_clear": runs and rules.clear(asking), "may_graduate": runs and rules.keep_companies(asking),
        "may_withdraw": runs and rules.propose(asking) and (own or rules.keep_companies(asking)),
        "may_settle": rules.settle_deposits(asking) and found.row.settled_at is None and found.row.state != "withdrawn",
        "may_dispute": rules.dispute(asking) and found.row.settled_at is None,
        "left_behind": exits.left_behind(found.row.company_id, found.statement.taken, found.row.last_day) if runs and rules.clear(asking) else [],
        "count_form": CountForm(), "deduct_form": DeductForm(found.currency),
        "owed_form": OwedForm(found.currency, initial={"amount_minor": f"{found.statement.outstanding.amount}"}),
        "may_receive": rules.settle_deposits(asking) and found.row.state != "withdrawn"
        and bool(found.outstanding or (found.came and not found.row.settled_at)),
        "clear_form": ClearForm(auto_id=False),
        "sections": sections.tabs("residency_exits"), "crumbs": [(_("Exits"), reverse("residency_exits"))], **more,
    }, status=status)
