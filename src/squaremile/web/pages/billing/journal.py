"""The accounting journal: which months went out, what waits, and the files."""

from decimal import Decimal
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.billing import operations as billing
from squaremile.billing import rules
from squaremile.billing.policies.exports.journal import HEAD
from squaremile.billing.reads import closes, journals
from squaremile.kernel.scope import require
from squaremile.web.pages.billing import sections
from squaremile.web.shell import tables
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only


class JournalForm(forms.Form):
    """Whose month goes out, and why once more."""

    issuer = forms.ChoiceField(label=gettext_lazy("Issuer"))
    month = forms.DateField(label=gettext_lazy("Any day of the month"), widget=forms.DateInput(attrs={"type": "date"}))
    explanation = forms.CharField(
        label=gettext_lazy("Why once more"), max_length=300, required=False,
        help_text=gettext_lazy("Only where the month went out before: the file says that it is a copy."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["issuer"].choices = [(code, str(name)) for code, name in closes.issuers()]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@only(rules.see_money)
def page(request: HttpRequest) -> HttpResponse:
    """Months and their files; POST makes one."""
    if request.method == "POST":
        form = JournalForm(request.POST)
        return sent(request, lambda: billing.export_journal(**form.cleaned_data), reverse("money_journal"), partial(_page, request), form=form)
    return _page(request)


def _page(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    rows = journals.listed()
    return render(request, "billing/journal.html", {
        "rows": rows, "form": JournalForm(initial={"month": rows[0].month} if rows else {}), "may_keep": rules.keep_money(require()) and bool(rows),
        "sections": sections.tabs("money_journal"), **more,
    }, status=status)


@require_GET
@only(rules.see_money)
def taken(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """A file as it went out."""
    name, rows = journals.content(code)
    made = [tables.Sheet(name[:31], HEAD, [_typed(row) for row in rows])]
    return tables.as_xlsx(name, made) if form == "xlsx" else tables.as_csv(name, made)


def _typed(row: list[Any]) -> list[Any]:
    """Amounts as numbers, exact: so that spreadsheets add them up."""
    return [Decimal(one) if HEAD[n] in ("debit", "credit") and one else one for n, one in enumerate(row)]
