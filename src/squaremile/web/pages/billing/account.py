"""One account: its statement of a period, receipts, and who its payer is to the tax office."""

from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.reads import account_statement, agreed, deposits, months, payers, receipts
from squaremile.kernel.scope import require
from squaremile.web.pages.billing import keeping, sections
from squaremile.web.shell import deeds, papers, tables
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only
from squaremile.web.shell.money import MoneyField


class IdentityForm(forms.Form):
    """The fields of the Korean tax invoice and of Peppol."""

    registration = forms.CharField(label=gettext_lazy("Business registration number"), max_length=30, required=False)
    representative = forms.CharField(label=gettext_lazy("Representative"), max_length=80, required=False)
    business_type = forms.CharField(label=gettext_lazy("Type of business"), max_length=60, required=False)
    business_item = forms.CharField(label=gettext_lazy("Item of business"), max_length=60, required=False)
    postal_address = forms.CharField(label=gettext_lazy("Postal address"), max_length=200, required=False)
    contact = forms.CharField(label=gettext_lazy("E-mail for bills"), max_length=254, required=False)
    country = forms.CharField(
        label=gettext_lazy("Country"), min_length=2, max_length=2, help_text=gettext_lazy("Two letters, such as KR.")
    )
    legal_id = forms.CharField(label=gettext_lazy("Company register number"), max_length=30, required=False)
    vat_id = forms.CharField(
        label=gettext_lazy("VAT number"), max_length=20, required=False,
        help_text=gettext_lazy("With its country before it; empty in Korea."),
    )
    address_scheme = forms.CharField(
        label=gettext_lazy("Peppol address scheme"), max_length=4, required=False, help_text=gettext_lazy("A GLN is 0088.")
    )
    electronic_address = forms.CharField(label=gettext_lazy("Peppol address"), max_length=60, required=False)


class RefundForm(forms.Form):
    """What went back, and what of."""

    of = forms.ChoiceField(label=gettext_lazy("What is paid back"))
    amount = MoneyField(label=gettext_lazy("Amount"))
    paid_on = forms.DateField(label=gettext_lazy("Paid on"), widget=forms.DateInput(attrs={"type": "date"}))
    bank_reference = forms.CharField(label=gettext_lazy("Reference of the bank"), max_length=120)

    def __init__(self, rows: list[deposits.Holding], currency: str, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["amount"].of(currency)  # type: ignore[attr-defined]
        self.fields["of"].choices = [  # type: ignore[attr-defined]
            (f"{row.source}:{row.code}", f"{row.said} {row.code} · {row.left.amount:,} {row.left.currency}") for row in rows
        ]

    def said(self) -> dict[str, Any]:
        """As the operation takes it."""
        data = {name: self.cleaned_data[name] for name in ("amount", "paid_on", "bank_reference")}
        source, _, code = self.cleaned_data["of"].partition(":")
        return data if source == "deposit" else {**data, source: code}


class PeriodForm(forms.Form):
    """From a day to a day, both in it."""

    first = forms.DateField(label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=gettext_lazy("To"), widget=forms.DateInput(attrs={"type": "date"}))


def period(request: HttpRequest) -> tuple[date, date, PeriodForm]:
    """As asked for; this year up to today where it is not, or is turned round."""
    today = months.today()
    first, last = today.replace(month=1, day=1), today
    asked = PeriodForm(request.GET)
    if asked.is_valid() and asked.cleaned_data["first"] <= asked.cleaned_data["last"]:
        first, last = asked.cleaned_data["first"], asked.cleaned_data["last"]
    return first, last, PeriodForm(initial={"first": first, "last": last})


@require_http_methods(["GET", "POST"])
@only(rules.see_own_bills)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For its payer's admins and for finance; POST does what its button names, or saves the tax identity."""
    if request.method == "POST" and "act" in request.POST:
        it = agreed.agreed(code)
        can = keeping.of_account(code, it)
        done = deeds.do(request, can, reverse("money_account", args=[code]))
        return done.answer if done and done.answer else _page(request, code, done.status if done else 403, deeds=deeds.shown(can, done), agreed=it)
    if request.method == "POST":
        form = IdentityForm(request.POST)
        return sent(
            request, lambda: billing.identify_account(account=code, **form.cleaned_data), reverse("money_account", args=[code]),
            partial(_page, request, code), form=form,
        )
    return _page(request, code)


def _page(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    first, last, asked = period(request)
    payer, staff, keeps = payers.account(code), rules.see_money(require()), rules.keep_money(require())
    holdings = deposits.holdings(code) if staff else []
    it: agreed.Agreed = more.pop("agreed", None) or agreed.agreed(code)
    return render(request, "billing/account.html", {
        "statement": account_statement.statement(code, first, last), "payer": payer, "period": asked,
        "form": IdentityForm(initial=payer.fields), "may_keep": keeps, "staff": staff,
        "agreed": it, "deeds": more.pop("deeds", None) or deeds.shown(keeping.of_account(code, it)),
        "holdings": holdings, "refunds": deposits.refunds(code), "refund_form": RefundForm(holdings, it.currency),
        "sections": sections.tabs("money_accounts" if staff else "money_invoices"), **more,
    }, status=status)


@require_POST
@only(rules.keep_money)
def refund(request: HttpRequest, code: str) -> HttpResponse:
    """Money that went back by bank."""
    form = RefundForm(deposits.holdings(payers.account(code).code), agreed.agreed(code).currency, request.POST)
    return sent(
        request, lambda: billing.refund(account=code, **form.said()), reverse("money_account", args=[code]), partial(_page, request, code),
        refund_form=form,
    )


@require_GET
@only(rules.see_own_bills)
def taken(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """The statement as CSV or XLSX, with the figures of the page."""
    first, last, _ = period(request)
    said, language = account_statement.statement(code, first, last), papers.language_asked(request)
    sheet = tables.Sheet(f"{code} {first:%Y-%m-%d}", account_statement.HEAD[language], account_statement.table(said, language))
    name = f"statement-{code}-{first:%Y%m%d}-{last:%Y%m%d}"
    return tables.as_xlsx(name, [sheet]) if form == "xlsx" else tables.as_csv(name, [sheet])


@require_GET
@only(rules.see_own_bills)
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """For one payment, in the reader's language or the one asked for by `?lang=`."""
    return papers.pdf(f"receipt-{code}.pdf", receipts.pdf(code, papers.language_asked(request)))
