"""The dashboard of finance: where the close stands, what was billed, how it goes with occupancy, what is odd and what is open."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.billing import rules
from squaremile.billing.reads import months, revenue
from squaremile.booking.reads import occupancy
from squaremile.kernel.money import MINOR_DIGITS, Money
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text
from squaremile.web.kit.charts import Axis, Chart, Point, Series, table
from squaremile.web.pages.billing import sections
from squaremile.web.shell.entry import only
from squaremile.web.shell.money import typed

LOOKS = ("mine", "other", "expected", "info", "warn", "alarm")


@require_GET
@only(rules.see_money)
def page(request: HttpRequest) -> HttpResponse:
    """All of it, each chart with its table."""
    shown = revenue.last_months(revenue.LOOKED_BACK)
    window = Period(months.bounds(shown[0])[0], months.bounds(shown[-1])[1])
    rows = _instruments(revenue.by_instrument(shown[0], shown[-1]), occupancy.occupancy(window))
    return render(request, "billing/overview.html", {
        "pipeline": revenue.pipeline(), "odd": revenue.odd(), "ageing": revenue.ageing(), "charts": _revenue(revenue.earned()),
        "scatter": _scatter(rows, shown), "instruments": rows, "first": shown[0], "last": shown[-1],
        "sections": sections.tabs("money_overview"),
    })


def _revenue(found: Sequence[revenue.Earned]) -> list[Chart]:
    charts = []
    for one in found:
        named = [f"{month:%Y-%m}" for month in one.months]
        for title, rows in ((_("Billed by kind"), one.kinds), (_("Billed by issuer"), one.issuers)):
            charts.append(_lines(title, one.currency, named, rows, one.totals))
    return charts


def _lines(title: str, currency: str, named: list[str], rows: Sequence[tuple[Text, tuple[int, ...]]], totals: tuple[int, ...]) -> Chart:
    """Months without a document are nought: nothing was billed."""
    scale = 10 ** MINOR_DIGITS[currency]
    best = max(range(len(totals)), key=lambda n: totals[n])
    says = _("In all %(total)s %(currency)s in %(n)s months; most in %(month)s.") % {
        "total": typed(sum(totals), currency), "currency": currency, "n": len(named), "month": named[best],
    }
    return Chart(
        "lines", f"{title}, {currency}", says, Axis(_("Month"), values=tuple(named)), Axis(_("Net"), currency),
        tuple(
            Series(name, LOOKS[n % len(LOOKS)], tuple(Point(at, value / scale) for at, value in enumerate(row)))
            for n, (name, row) in enumerate(rows)
        ),
        table(((_("Month"), False), *((name, True) for name, _row in rows), (_("Total"), True)), [
            (month, *(typed(row[n], currency) for _name, row in rows), typed(totals[n], currency)) for n, month in enumerate(named)
        ]),
        source=_("Issued documents, corrections taken off; before tax."),
    )


def _instruments(earned: Sequence[revenue.ByInstrument], occupied: Sequence[occupancy.Occupied]) -> list[dict[str, Any]]:
    """One row an instrument: how full, how much, and how much an hour that was booked."""
    by_code = {one.code: one for one in earned}
    rows = []
    for one in occupied:
        mine = by_code.get(one.code)
        hours = one.use.booked_minutes / 60
        rows.append({
            "code": one.code, "name": one.name, "percent": one.use.percent, "hours": round(hours), "net": mine.net if mine else None,
            "an_hour": Money(round(mine.net.minor / hours), mine.net.currency) if mine and hours else None,
        })
    return sorted(rows, key=lambda row: -(row["net"].minor if row["net"] else -1))


def _scatter(rows: Sequence[dict[str, Any]], shown: Sequence[Any]) -> Chart:
    known = [row for row in rows if row["net"] is not None and row["percent"] is not None]
    currency = known[0]["net"].currency if known else "KRW"
    known = [row for row in known if row["net"].currency == currency]
    scale = 10 ** MINOR_DIGITS[currency]
    says = _("%(n)s instruments, %(first)s to %(last)s.") % {"n": len(known), "first": f"{shown[0]:%Y-%m}", "last": f"{shown[-1]:%Y-%m}"}
    points = tuple(Point(row["percent"], row["net"].minor / scale, name=row["name"]) for row in known)
    return Chart(
        "points", _("Occupancy and revenue of instruments"), says, Axis(_("Occupancy"), "%", least=0), Axis(_("Net of use"), currency, least=0),
        (Series(_("Instruments"), "mine", points),) if points else (),
        table(((_("Instrument"), False), (_("Occupancy in percent"), True), (_("Net of use"), True)), [
            (str(row["name"]), row["percent"], typed(row["net"].minor, currency)) for row in known
        ]),
        source=_("Booked share of open hours without maintenance; charges of use before vouchers."),
    )
