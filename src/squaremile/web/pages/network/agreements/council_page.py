"""The council report: on screen and on paper, as CSV and as a workbook."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.network import rules
from squaremile.network.reads import council
from squaremile.network.reads.days import today
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.agreements.promises_pages import asked_day
from squaremile.web.shell import tables
from squaremile.web.shell.entry import only


@require_GET
@only(rules.answer_for_promises)
def page(request: HttpRequest) -> HttpResponse:
    """A period (this year), as of its last day."""
    end = min(asked_day(request, "end", today()), today())
    start = min(asked_day(request, "start", end.replace(month=1, day=1)), end)
    report = council.council_report(start, end)
    kind = request.GET.get("export", "")
    if kind in ("csv", "xlsx"):
        made = list(_sheets(report))
        return (tables.as_xlsx if kind == "xlsx" else tables.as_csv)(f"council-{start}-{end}", made)
    return render(request, "network/agreements/council.html", {
        "sections": sections.tabs("network_agreements"), "report": report, "query": f"start={start}&end={end}",
    })


def _sheets(report: council.CouncilReport) -> Iterable[tables.Sheet]:
    yield tables.Sheet(
        _("Promised and arrived"),
        [_("Kind"), _("Unit"), _("Agreements"), _("Promised"), _("Reported so far"), _("Arrived"), _("Lapsed"), _("Entries")],
        [
            (t.kind, t.figure.unit, t.figure.agreements, t.figure.promised, t.figure.reported, t.figure.arrived,
             t.figure.lapsed, " ".join(t.figure.entries))
            for t in report.totals
        ],
    )
    yield tables.Sheet(
        _("Signed"), [_("Code"), _("Title"), _("Type"), _("Parties"), _("Signed"), _("Report by"), _("Reported on")],
        [(s.code, s.title, s.type, s.parties, s.signed_on, s.report_by, s.reported_on) for s in report.signed],
    )
    yield tables.Sheet(
        _("Reports and reviews due"), [_("Code"), _("Title"), _("What"), _("Due on"), _("Done on"), _("What was done")],
        [
            (r.agreement, r.title, r.label, r.due.due_on, r.answer.answered_on if r.answer else None,
             r.answer.says if r.answer else "")
            for r in report.due
        ],
    )
    yield tables.Sheet(
        _("Ended unfulfilled"), [_("Code"), _("Title"), _("How"), _("Happened on"), _("Reason"), _("What was learnt")],
        [(e.code, e.title, e.state, e.on, e.reason, e.lesson) for e in report.ended],
    )
