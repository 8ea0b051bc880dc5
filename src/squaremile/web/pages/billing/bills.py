"""A bill before it is issued: lines with their evidence, dispute in one tap, and finance's answers."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.reads import statement
from squaremile.kernel.scope import require
from squaremile.web.pages.billing import sections, told
from squaremile.web.shell.acts import back, sent
from squaremile.web.shell.entry import only
from squaremile.web.shell.money import MoneyField


class SettleForm(forms.Form):
    """What is taken off a line's net; nothing: it stands."""

    taken_off = MoneyField(label=gettext_lazy("Taken off the net"), required=False)

    def __init__(self, currency: str, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["taken_off"].of(currency)  # type: ignore[attr-defined]


@require_GET
@only(rules.see_own_bills)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For the payer's admins and for finance."""
    return _page(request, code)


def _page(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    asking, seen = require(), told.named(statement.bill(code))
    return render(request, "billing/bill.html", {
        "bill": seen, "may_answer": rules.answer(asking) and seen.state == "shown", "may_keep": rules.keep_money(asking),
        "sections": sections.tabs("money_closes" if rules.see_money(asking) else "money_invoices"), **more,
    }, status=status)


@require_GET
@only(rules.see_own_bills)
def evidence(request: HttpRequest, code: str, line: int) -> HttpResponse:
    """Every use behind a line, with its chain of reasons from what was stored of it."""
    seen = told.named(statement.bill(code))
    n, rows = told.uses(code, line)
    return render(request, "billing/evidence.html", {
        "bill": seen, "line": next(row for row in seen.lines if row.number == line), "n": n, "rows": rows,
        "sections": sections.tabs("money_closes" if rules.see_money(require()) else "money_invoices"),
    })


@require_POST
@only(rules.keep_money)
def approve(request: HttpRequest, code: str) -> HttpResponse:
    """Reviewed."""
    return _did(request, code, lambda: billing.approve_bill(bill=code))


@require_POST
@only(rules.keep_money)
def again(request: HttpRequest, code: str) -> HttpResponse:
    """Rated anew."""
    return _did(request, code, lambda: billing.rate_again(bill=code))


@require_POST
@only(rules.answer)
def accept(request: HttpRequest, code: str) -> HttpResponse:
    """The payer says that it is right."""
    return _did(request, code, lambda: billing.accept_bill(bill=code))


@require_POST
@only(rules.keep_money)
def unanswered(request: HttpRequest, code: str) -> HttpResponse:
    """Finance accepts it in the place of a payer who does not answer."""
    return _did(request, code, lambda: billing.accept_unanswered(bill=code, remark=request.POST.get("remark", "")))


@require_POST
@only(rules.answer)
def dispute(request: HttpRequest, code: str, line: int) -> HttpResponse:
    """One line is not right."""
    return _did(request, code, lambda: billing.dispute_line(bill=code, bill_line=line, reason=request.POST.get("reason", "")))


@require_POST
@only(rules.keep_money)
def settle(request: HttpRequest, code: str) -> HttpResponse:
    """Finance answers a dispute."""
    bill = statement.of_dispute(code)
    form = SettleForm(statement.bill(bill).net.currency, request.POST)
    return sent(
        request, lambda: billing.settle_dispute(
            dispute=code, taken_off=form.cleaned_data["taken_off"] or 0, reply=request.POST.get("answer", "")
        ),
        back(request, reverse("money_bill", args=[bill])), partial(_page, request, bill, answered=code), settling=form,
    )


@require_POST
@only(rules.answer)
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """The payer lets a line stand after all."""
    return _did(request, statement.of_dispute(code), lambda: billing.withdraw_dispute(dispute=code))


def _did(request: HttpRequest, code: str, act: Any) -> HttpResponse:
    return sent(request, act, reverse("money_bill", args=[code]), partial(_page, request, code))
