"""Accounts, ageing and the books; a payment is recorded here."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.reads import money
from squaremile.kernel.scope import require
from squaremile.web.pages.billing import keeping, sections
from squaremile.web.shell import deeds
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only
from squaremile.web.shell.money import MoneyField, finish


class PaymentForm(forms.Form):
    """Money that came in."""

    account = forms.ChoiceField(label=gettext_lazy("Account"))
    amount = MoneyField(label=gettext_lazy("Amount"), help_text=gettext_lazy("In the account's currency."))
    paid_on = forms.DateField(label=gettext_lazy("Paid on"), widget=forms.DateInput(attrs={"type": "date"}))
    bank_reference = forms.CharField(label=gettext_lazy("Reference of the bank"), max_length=120)
    invoice = forms.CharField(label=gettext_lazy("Invoice"), max_length=40, required=False, help_text=gettext_lazy("Empty: the oldest open ones."))

    def __init__(self, rows: list[money.AccountRow], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.currencies = {row.code: row.open.currency for row in rows}
        self.fields["account"].choices = [  # type: ignore[attr-defined]
            (row.code, f"{row.company} · {row.code} · {row.open.currency}") for row in rows
        ]

    def clean(self) -> dict[str, Any]:
        finish(self, self.currencies.get(self.cleaned_data.get("account", ""), ""), "amount")
        return self.cleaned_data


@require_http_methods(["GET", "POST"])
@only(rules.see_money)
def page(request: HttpRequest) -> HttpResponse:
    """Who owes what; POST opens an account or records a payment."""
    if request.method == "POST" and "act" in request.POST:
        can = keeping.of_accounts()
        done = deeds.do(request, can, reverse("money_accounts"))
        return done.answer if done and done.answer else _page(request, done.status if done else 403, deeds=deeds.shown(can, done))
    if request.method == "POST":
        form = PaymentForm(money.accounts(), request.POST)
        return sent(request, lambda: billing.record_payment(**form.cleaned_data), reverse("money_accounts"), partial(_page, request), form=form)
    return _page(request)


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    rows = money.accounts()
    return render(request, "billing/accounts.html", {
        "rows": rows, "ageing": money.ageing(), "books": money.books(), "wallets": money.wallets(), "form": PaymentForm(rows),
        "deeds": more.pop("deeds", None) or deeds.shown(keeping.of_accounts()),
        "may_keep": rules.keep_money(require()) and bool(rows), "sections": sections.tabs("money_accounts"), **more,
    }, status=status)
