"""My costs: this month so far, told apart by the columns that the reader chooses, with a forecast, from the functions that will bill it."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.billing.reads import awaited, so_far
from squaremile.billing.reads.breakdown import COLUMNS, Cell, Table
from squaremile.billing.words.budgets import BY
from squaremile.booking.reads import instruments
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.web.pages.billing import sections
from squaremile.web.shell import tables
from squaremile.web.shell.entry import only


class ColumnsForm(forms.Form):
    """By what the month is told apart: one column or several together."""

    by = forms.MultipleChoiceField(label=gettext_lazy("Grouped by"), choices=list(BY.items()), widget=forms.CheckboxSelectMultiple)


def _asked(request: HttpRequest) -> tuple[list[str], list[so_far.SoFar]]:
    """The columns asked for, by project where there are none, and each account with instruments by their names."""
    by = [one for one in request.GET.getlist("by") if one in COLUMNS] or list(COLUMNS[:1])
    names = {one.code: one.name for one in instruments.all_of()}
    return by, [replace(one, table=_named(one.table, names)) for one in so_far.so_far(by=by)]


@require_GET
@only(rules.see_own_costs)
def page(request: HttpRequest) -> HttpResponse:
    """For everybody of a company; rent and vouchers for its admins."""
    by, accounts = _asked(request)
    return render(request, "billing/costs.html", {
        "to_answer": awaited.for_me(), "accounts": accounts, "form": ColumnsForm({"by": by}), "query": request.GET.urlencode(),
        "sections": sections.tabs("money_costs"),
    })


@require_GET
@only(rules.see_own_costs)
def taken(request: HttpRequest, form: str) -> HttpResponse:
    """The tables of the page, one an account, with the same sums at the foot."""
    _by, accounts = _asked(request)
    made = [_sheet(one) for one in accounts] or [tables.Sheet(_("My costs"), [_("Net so far")], [])]
    return tables.as_xlsx("costs", made) if form == "xlsx" else tables.as_csv("costs", made)


def _sheet(one: so_far.SoFar) -> tables.Sheet:
    table = one.table
    heads = [said for head in table.heads for said in (str(head), f"{head}: {_('Code')}")]
    empty = [""] * (len(heads) - 1)

    def foot(said: str, amount: Money) -> list[Any]:
        return [said, *empty, "", amount.amount, "", amount.currency]

    return tables.Sheet(f"{one.issuer} {one.month:%Y-%m}", [*heads, _("Uses"), _("Net so far"), _("Forecast for the month"), _("Currency")], [
        *(
            [*(said for cell in part.cells for said in (str(cell.label), cell.code)), part.uses, part.net.amount, part.forecast.amount,
             part.net.currency]
            for part in table.parts
        ),
        foot(_("Sum"), table.net), foot(_("Vouchers and disputes"), table.off), foot(_("Net on the statement"), table.billed),
    ])  # fmt: skip


def _named(table: Table, names: dict[str, Text]) -> Table:
    """Instruments by their names, which booking knows."""
    def shown(cell: Cell) -> Cell:
        return replace(cell, label=names.get(cell.code, cell.label)) if cell.by == "instrument" else cell

    return replace(table, parts=tuple(replace(part, cells=tuple(map(shown, part.cells))) for part in table.parts))
