"""What sponsors and funders owe: what their vouchers paid in a month or quarter, to read and to take along. For finance."""

from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.billing.policies.claims import span_of
from squaremile.billing.reads import claims, months
from squaremile.web.pages.billing import sections
from squaremile.web.shell import tables
from squaremile.web.shell.entry import only

BY = ((claims.BILLED, gettext_lazy("the month billed, as limits count")), (claims.ISSUED, gettext_lazy("the day of the document")))


class ClaimsForm(forms.Form):
    """Whose vouchers, and when."""

    sponsor = forms.ChoiceField(label=gettext_lazy("Paid by"), required=False)
    span = forms.ChoiceField(label=gettext_lazy("Month or quarter"), required=False)
    by = forms.ChoiceField(label=gettext_lazy("Counted by"), choices=BY, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["sponsor"].choices = [("", _("Everybody")), *((one, one) for one in claims.sponsors())]  # type: ignore[attr-defined]
        self.fields["span"].choices = [(one, one) for one in claims.spans()]  # type: ignore[attr-defined]


def _asked(request: HttpRequest) -> tuple[ClaimsForm, str, str, list[claims.Claim]]:
    """The last month that is over, where nothing is asked for. Nothing is shown of what there is not: never everybody's in its place."""
    usual = {"sponsor": "", "span": f"{months.before(months.first_of(months.today())):%Y-%m}", "by": claims.BILLED}
    form = ClaimsForm(usual | {name: value for name, value in request.GET.items() if value})
    if not form.is_valid() or (span := span_of(form.cleaned_data["span"])) is None:
        return form, "", "", []
    said = form.cleaned_data
    return form, said["sponsor"], said["span"], claims.claims(*span, sponsor=said["sponsor"], by=said["by"])


@require_GET
@only(rules.see_money)
def page(request: HttpRequest) -> HttpResponse:
    """The list, its sums, and the vouchers that it is of."""
    return _shown(request, *_asked(request))


def _shown(request: HttpRequest, form: ClaimsForm, sponsor: str, span: str, rows: list[claims.Claim]) -> HttpResponse:
    sound = form.is_valid()
    return render(request, "billing/claims.html", {
        "form": form, "rows": rows, "totals": claims.totals(rows), "held": claims.held(sponsor) if sound else [], "span": span,
        "query": request.GET.urlencode(), "sections": sections.tabs("money_claims"),
    }, status=200 if sound else 422)


@require_GET
@only(rules.see_money)
def taken(request: HttpRequest, form: str) -> HttpResponse:
    """The same rows as CSV or XLSX; of one sponsor, they name its own voucher holders alone."""
    asked, sponsor, span, rows = _asked(request)
    if not asked.is_valid():
        return _shown(request, asked, sponsor, span, rows)
    heads = [
        _("Paid by"), _("Company"), _("Voucher"), _("Name"), _("Issuer"), _("Month"), _("Document"), _("Issued on"), _("Currency"),
        _("Paid, before tax"), _("Left of the limit"), _("The limit holds"),
    ]
    made = [tables.Sheet(f"{span} {sponsor}".strip(), heads, [_row(one) for one in rows])]
    return tables.as_xlsx(f"claims-{span}", made) if form == "xlsx" else tables.as_csv(f"claims-{span}", made)


def _row(one: claims.Claim) -> list[Any]:
    rest: Decimal | None = one.rest.amount if one.rest else None
    return [
        one.sponsor, str(one.company), one.voucher, str(one.title), str(one.issuer), f"{one.month:%Y-%m}", one.document, one.issued_on,
        one.amount.currency, one.amount.amount, rest, str(one.per) if one.rest else "",
    ]
