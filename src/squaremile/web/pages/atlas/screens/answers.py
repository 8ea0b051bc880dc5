"""The ways a screen with charts answers: as a page, and as CSV of one of its charts."""

import csv
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from squaremile.atlas import rules
from squaremile.kernel.scope import require
from squaremile.web.kit.charts import Chart
from squaremile.web.pages.atlas import sections
from squaremile.web.shell.cells import cell


def answered(request: HttpRequest, screen: str, section: str, shown: dict[str, Any]) -> HttpResponse:
    """The page of that name; with `?csv=<chart>` that chart's table."""
    said = request.GET.copy()
    wanted = said.pop("csv", [""])[-1]
    if not wanted:
        keeps = rules.keep(require())
        return render(request, f"atlas/screens/{screen}.html", shown | {
            "sections": sections.tabs(section), "query": said.urlencode(), "screen": screen, "shares": keeps, "keeps": keeps,
        })
    if not isinstance(shown.get(wanted), Chart):
        raise Http404
    return as_csv(wanted, shown[wanted])


def as_csv(name: str, chart: Chart) -> HttpResponse:
    """The chart's own table, in UTF-8 with a mark so that spreadsheets read Korean."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(response)
    writer.writerow([head for head, _number in chart.table.head])
    writer.writerows([cell(value) for value in row] for row in chart.table.rows)
    return response
