"""One licence: its terms, documents and signatures, and every step that the reader may take now."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from squaremile.kernel.scope import require
from squaremile.residency import operations as residency
from squaremile.residency import rules
from squaremile.residency.reads.licence_file import LicenceFile, document, licence_file
from squaremile.residency.reads.licences import licence
from squaremile.web.pages.residency import sections
from squaremile.web.pages.residency.licences.forms import (
    AmendmentForm,
    DepositForm,
    InsuranceForm,
    LicenceNoticeForm,
    ReasonForm,
    SignForm,
    UntilForm,
)
from squaremile.web.shell.acts import done, sent
from squaremile.web.shell.entry import only
from squaremile.web.shell.papers import pdf

FORMS: dict[str, type[forms.Form]] = {
    "until_form": UntilForm, "sign_form": SignForm, "insurance_form": InsuranceForm,
    "end_form": ReasonForm, "void_form": ReasonForm, "notice_form": LicenceNoticeForm,
}


@require_GET
@only(rules.see_licences)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For staff, and for the company's admin."""
    return _page(request, code)


@require_safe
@only(rules.see_licences)
def paper(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One of its documents: sealed where both have signed, or (`?signed=1`) the very bytes that are signed."""
    found = document(code, number, unsealed="signed" in request.GET)
    return pdf(*found, Cache_Control="private, no-store", X_Content_Type_Options="nosniff")


@require_POST
@only(rules.answer_offer)
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """The company takes the offer, or leaves it."""
    accept = request.POST.get("accept") == "yes"
    return _did(request, code, lambda: residency.answer_offer(licence=code, accept=accept))


@require_POST
@only(rules.sign)
def sign(request: HttpRequest, code: str) -> HttpResponse:
    """By a name that is typed."""
    form = SignForm(request.POST)
    return _did(request, code, lambda: residency.sign_licence(licence=code, **form.cleaned_data), sign_form=form)


@require_POST
@only(rules.keep_licences)
def extend(request: HttpRequest, code: str) -> HttpResponse:
    """The offer stands for longer."""
    form = UntilForm(request.POST)
    return _did(request, code, lambda: residency.extend_offer(licence=code, **form.said()), until_form=form)


@require_POST
@only(rules.keep_licences)
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """The offer is taken back, and the places are free."""
    return _did(request, code, lambda: residency.withdraw_offer(licence=code))


@require_POST
@only(rules.record_proofs)
def insurance(request: HttpRequest, code: str) -> HttpResponse:
    """A certificate."""
    form = InsuranceForm(request.POST)
    return _did(request, code, lambda: residency.record_insurance(licence=code, **form.cleaned_data), insurance_form=form)


@require_POST
@only(rules.record_money)
def deposit(request: HttpRequest, code: str) -> HttpResponse:
    """Money that came in."""
    form = DepositForm(licence(code).currency, request.POST)
    return _did(request, code, lambda: residency.record_deposit(licence=code, **form.cleaned_data), deposit_form=form)


@require_POST
@only(rules.keep_licences)
def start(request: HttpRequest, code: str) -> HttpResponse:
    """The company moves in now."""
    return _did(request, code, lambda: residency.start_licence(licence=code))


@require_POST
@only(rules.keep_licences)
def end(request: HttpRequest, code: str) -> HttpResponse:
    """It is over now."""
    form = ReasonForm(request.POST)
    return _did(request, code, lambda: residency.end_licence(licence=code, **form.cleaned_data), end_form=form)


@require_POST
@only(rules.keep_licences)
def void(request: HttpRequest, code: str) -> HttpResponse:
    """It comes to nothing before it began."""
    form = ReasonForm(request.POST)
    return _did(request, code, lambda: residency.void_licence(licence=code, **form.cleaned_data), void_form=form)


@require_POST
@only(rules.end_by_notice)
def notice(request: HttpRequest, code: str) -> HttpResponse:
    """It is over on a day."""
    form = LicenceNoticeForm(request.POST)
    return _did(request, code, lambda: residency.give_licence_notice(licence=code, **form.cleaned_data), notice_form=form)


@require_POST
@only(rules.keep_licences)
def amend(request: HttpRequest, code: str) -> HttpResponse:
    """A new version for both to sign."""
    form = _amendment(licence_file(code), request.POST)
    return _did(request, code, lambda: residency.propose_amendment(licence=code, **form.cleaned_data), amendment_form=form)


@require_POST
@only(rules.keep_licences)
def withdraw_amendment(request: HttpRequest, code: str) -> HttpResponse:
    """Nobody need sign it any more."""
    gone = residency.withdraw_amendment(amendment=code)
    return done(request, _("Saved."), reverse("residency_licence", args=[gone.licence.code]))


def _did(request: HttpRequest, code: str, act: Callable[[], Any], **form: forms.Form) -> HttpResponse:
    licence(code)
    return sent(request, act, reverse("residency_licence", args=[code]), partial(_page, request, code), **form)


def _amendment(found: LicenceFile, data: Any = None) -> AmendmentForm:
    its = sorted({place.code for place in found.places if not place.coming})
    return AmendmentForm(its, data, excepts=rules.make_exceptions(require()))


def _page(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    found, asking = licence_file(code), require()
    row, running = found.row, found.row.state == "in_force"
    waits = row.offer == "accepted" and row.state in ("offered", "signed")
    side = "cluster" if rules.keep_licences(asking) else "company"
    may_amend = running and found.terms is not None and found.notice is None and rules.keep_licences(asking) and not any(
        each.amendment and each.amendment.state in ("proposed", "signed") for each in found.papers
    )
    return render(request, "residency/licences/licence.html", {
        "file": found, "row": row, "terms": found.terms, "sections": sections.tabs("residency_licences"), "staff": asking.staff,
        "may_answer": row.offer == "open" and asking.has_role("company_admin"),
        "may_keep_offer": row.offer == "open" and rules.keep_licences(asking),
        "may_void": waits and rules.keep_licences(asking), "waits_to_begin": waits,
        "may_sign": found.waits_for == side and rules.sign(asking),
        "may_prove": row.state in ("signed", "in_force", "offered") and rules.record_proofs(asking),
        "may_pay": row.state in ("signed", "in_force", "offered") and rules.record_money(asking),
        "may_start": row.state == "signed" and rules.keep_licences(asking),
        "may_amend": may_amend,
        "may_end": running and rules.keep_licences(asking),
        "may_notice": running and found.notice is None and rules.end_by_notice(asking),
        "may_keep": rules.keep_licences(asking), "deposit_form": DepositForm(row.currency),
        **{name: form() for name, form in FORMS.items()}, **({"amendment_form": _amendment(found)} if may_amend else {}), **more,
    }, status=status)
