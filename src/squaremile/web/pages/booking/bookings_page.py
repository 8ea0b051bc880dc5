"""My bookings: mine or my company's, to come or past; the same as a table to take along."""

import csv
from typing import Any, cast

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.booking.reads.bookings import Line, Lines
from squaremile.kernel.scope import require
from squaremile.web.pages.booking import board
from squaremile.web.shell.cells import cell
from squaremile.web.shell.entry import signed_in

PER_PAGE = 25
MOST_EXPORTED = 10_000


class Filters(forms.Form):
    """Whose bookings."""

    whose = forms.ChoiceField(
        label=gettext_lazy("Whose"),
        required=False,
        choices=[("mine", gettext_lazy("Mine")), ("company", gettext_lazy("My company's"))],
    )


def _asked(request: HttpRequest) -> Lines:
    return Lines(mine=request.GET.get("whose") != "company", upcoming=request.GET.get("when") != "past")


@require_GET
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """The list; staff book nothing and see the operations board instead."""
    past = request.GET.get("when") == "past"
    whose = "company" if request.GET.get("whose") == "company" else "mine"
    tabs = [
        (_("To come"), f"?whose={whose}", not past, ""),
        (_("Past"), f"?whose={whose}&when=past", past, ""),
    ]
    return render(
        request,
        "booking/bookings.html",
        {
            "page": Paginator(cast(Any, _asked(request)), PER_PAGE).get_page(request.GET.get("page")),
            "past": past,
            "whose": whose,
            "tabs": tabs,
            "filters": Filters(initial={"whose": whose}, auto_id="filter-%s"),
            "has_company": bool(require().organisations), "may_board": board.may_see(require()),
        },
    )


@require_GET
@signed_in
def export(request: HttpRequest) -> HttpResponse:
    """The list as CSV, in UTF-8 with a mark so that spreadsheets read Korean."""
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": 'attachment; filename="bookings.csv"',
        },
    )
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(
        [
            _("Code"),
            _("Instrument"),
            _("Room"),
            _("From"),
            _("To"),
            _("Time zone"),
            _("State"),
            _("Company"),
            _("Who"),
            _("Charged to"),
            _("Purpose"),
        ]
    )
    writer.writerows(_cells(line) for line in _asked(request)[0:MOST_EXPORTED])
    return response


def _cells(line: Line) -> list[str]:
    start, end = (moment.astimezone(line.zone) for moment in (line.period.start, line.period.end))
    cells = [
        line.code,
        line.equipment_name,
        line.place,
        f"{start:%Y-%m-%d %H:%M}",
        f"{end:%Y-%m-%d %H:%M}",
        str(line.zone),
        str(line.state_says),
        line.company,
        line.person,
        line.project,
        line.purpose,
    ]
    return [cell(each) for each in cells]
