"""The incentive ledger of a year: the staff's report, and a researcher's own balance."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.reads import ledger
from squaremile.web.pages.network import sections
from squaremile.web.shell.cells import cell
from squaremile.web.shell.entry import only


def _year(request: HttpRequest) -> ledger.Year:
    asked, currency = request.GET.get("year", ""), request.GET.get("currency", "KRW")
    year = int(asked) if asked.isdecimal() and 1970 <= int(asked) <= 2199 else ledger.this_year()
    return ledger.year(year, currency if currency in MINOR_DIGITS else "KRW")


@require_GET
@only(rules.see_ledger)
def page(request: HttpRequest) -> HttpResponse:
    """Shares and lines of a year; a researcher reads her own only."""
    year, current = _year(request), ledger.this_year()
    return render(request, "network/liaison/ledger.html", {
        "year": year, "all": rules.see_all_ledgers(require()), "staff": rules.liaise(require()),
        "years": [(str(n), f"?year={n}&currency={year.currency}", n == year.year, None) for n in range(current, current - 4, -1)],
        "sections": sections.tabs("network_relationships"),
    })


@require_GET
@only(rules.see_all_ledgers)
def export(request: HttpRequest) -> HttpResponse:
    """The payout report as CSV, in UTF-8 with a mark so that spreadsheets read Korean."""
    year = _year(request)
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="payout-{year.year}-{year.currency}.csv"',
    })
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow([_("Year"), _("Code"), _("Name"), _("Organisation"), _("Points"), _("Amount"), _("Currency"), _("Closed")])
    for share in year.shares:
        writer.writerow([cell(value) for value in (
            year.year, share.person_code, share.person, share.body, share.points,
            share.amount.amount if share.amount else 0, year.currency, year.closed_at or "",
        )])
    return response


