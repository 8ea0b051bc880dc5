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
from squaremile.web.shell.money import MoneyField


class CorrectionForm(forms.Form):
    """Why, and what of it. Lines and amounts where the reason does not take back the whole."""

    correction = forms.ChoiceField(label=gettext_lazy("Reason of the correction"))
    explanation = forms.CharField(label=gettext_lazy("What was wrong"), max_length=300)
    line = forms.IntegerField(label=gettext_lazy("Line"), min_value=1, required=False, help_text=gettext_lazy("Where a part is taken back."))
    amount = MoneyField(label=gettext_lazy("Net to take back"), required=False)
    all_of_it = forms.BooleanField(label=gettext_lazy("Take back all that is left of the document"), required=False)
    happened_on = forms.DateField(
        label=gettext_lazy("It came about on"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("The date on the tax invoice for 02, 03 and 04; empty: today. The others keep the date of the original."),
    )

    def __init__(self, currency: str, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["amount"].of(currency)  # type: ignore[attr-defined]
        self.fields["correction"].choices = [(r.code, f"{r.tax_code} {r.label}") for r in REASONS.values()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("line")) != bool(data.get("amount")) and not {"line", "amount"} & set(self.errors):
            self.add_error("amount" if data.get("line") else "line", _("A line and what is taken back of it go together."))
        if not {"line", "amount", "correction"} & set(self.errors):
            self._asked_for(data)
        return data

    def _asked_for(self, data: dict[str, Any]) -> None:
        """All that is left goes back where that is said, never because nothing was."""
        if data["line"] and (data["all_of_it"] or REASONS[data["correction"]].whole):
            self.add_error("line", _("All of it goes back: leave the line and its amount empty, or choose another reason."))
        elif not data["line"] and not data["all_of_it"]:
            self.add_error("all_of_it", _("Say that all that is left is taken back, or of which line how much."))

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
        form = CorrectionForm(statement.invoice(code).open.currency, request.POST)
        return sent(
            request, lambda: billing.correct_invoice(invoice=code, **form.said(code)), reverse("money_invoice", args=[code]),
            partial(shown, request, code), form=form,
        )
    return shown(request, code)


def shown(request: HttpRequest, code: str, status: int = 200, **more: Any) -> HttpResponse:
    """The page of a document, with a refusal where an act of it was refused."""
    seen = statement.invoice(code)
    return render(request, "billing/invoice.html", {
        "invoice": seen, "bill": told.named(seen.statement), "form": CorrectionForm(seen.open.currency), "filings": filings.of_document(code),
        "may_pay": rules.answer(require()) and provider() is not None and seen.open.minor > 0, "requests": online.of_invoice(code),
        "electronic": papers.electronic(code, keeps=rules.keep_money(require())), "may_keep": rules.keep_money(require()),
        "may_correct": rules.keep_money(require()) and seen.kind == "invoice", "sections": sections.tabs("money_invoices"), **more,
    }, status=status)
