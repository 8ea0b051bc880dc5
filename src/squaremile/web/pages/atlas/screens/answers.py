"""The ways a screen with charts answers: as a page, as CSV of one chart, and as one chart alone to be framed elsewhere."""

import csv
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from squaremile.web.kit.charts import Chart
from squaremile.web.shell.cells import cell


def answered(request: HttpRequest, template: str, shown: dict[str, Any], charts: Sequence[str]) -> HttpResponse:
    """`?csv=<chart>` gives that chart's table."""
    wanted = request.GET.get("csv")
    if wanted is None:
        plain = request.GET.copy()
        return render(request, template, shown | {"plain": plain.urlencode()})
    if wanted not in charts or not isinstance(shown.get(wanted), Chart):
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
