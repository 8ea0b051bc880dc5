"""Issued documents: the list, and one with its lines, what corrects it, and where its payment stands."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.operations.checkout import provider
from squaremile.billing.policies.corrections import REASONS
from squaremile.billing.reads import awaited, documents, filings, money, online, papers, payers, statement
from squaremile.kernel.scope import require
from squaremile.web.pages.billing import sections, told
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only


class CorrectionForm(forms.Form):
    """Why, and what of it. Lines and amounts where the reason does not take back the whole."""

    correction = forms.ChoiceField(label=gettext_lazy("Reason of the correction"))
    explanation = forms.CharField(label=gettext_lazy("What was wrong"), max_length=300)
    line = forms.IntegerField(label=gettext_lazy("Line"), min_value=1, required=False, help_text=gettext_lazy("Empty: the whole document."))
    amount = forms.IntegerField(label=gettext_lazy("Net to take back"), min_value=1, required=False)
    happened_on = forms.DateField(
        label=gettext_lazy("It came about on"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("The date on the tax invoice for 02, 03 and 04; empty: today. The others keep the date of the original."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["correction"].choices = [(r.code, f"{r.tax_code} {r.label}") for r in REASONS.values()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("line")) != bool(data.get("amount")) and not {"line", "amount"} & set(self.errors):
            self.add_error("amount" if data.get("line") else "line", _("A line and what is taken back of it go together."))
        return data

    def said(self, invoice: str) -> dict[str, Any]:
        """As the operation takes it. No line: all that is left of the document, whatever the reason."""
        data = self.cleaned_data
        reason = REASONS[data["correction"]]
        amounts = {str(data["line"]): data["amount"]} if data["line"] else None if reason.whole else documents.left_of(invoice)
        return {name: data[name] for name in ("correction", "explanation", "happened_on")} | {"amounts": amounts}


@require_GET
@only(rules.see_own_bills)
def page(request: HttpRequest) -> HttpResponse:
    """Documents, and bills that wait for an answer."""
    return render(request, "billing/invoices.html", {
        "rows": money.invoices(), "waiting": awaited.bills(), "staff": rules.see_money(require()),
        "accounts": [] if rules.see_money(require()) else payers.accounts(),
        "sections": sections.tabs("money_invoices"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.see_own_bills)
def invoice(request: HttpRequest, code: str) -> HttpResponse:
    """One document; POST issues a credit note for it."""
    if request.method == "POST":
        form = CorrectionForm(request.POST)
        return sent(
            request, lambda: billing.correct_invoice(invoice=code, **form.said(code)), reverse("money_invoice", args=[code]),
            partial(shown, request, code), form=form,
        )
    return shown(request, code)


def shown(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a document, with a refusal where an act of it was refused."""
    seen = statement.invoice(code)
    return render(request, "billing/invoice.html", {
        "invoice": seen, "bill": told.named(seen.statement), "form": CorrectionForm(), "filings": filings.of_document(code),
        "may_pay": rules.answer(require()) and provider() is not None and seen.open.minor > 0, "requests": online.of_invoice(code),
        "electronic": papers.electronic(code, keeps=rules.keep_money(require())), "may_keep": rules.keep_money(require()),
        "may_correct": rules.keep_money(require()) and seen.kind == "invoice", "sections": sections.tabs("money_invoices"), **more,
    }, status=status)
