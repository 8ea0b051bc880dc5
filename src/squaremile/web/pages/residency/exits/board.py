"""The clearance board: company by kind, so that each desk sees what still withholds a deposit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.residency import rules
from squaremile.residency.reads import exits
from squaremile.residency.words import departures as words
from squaremile.web.pages.residency import sections
from squaremile.web.shell.entry import only

LOOKS = {"uncounted": "unknown", "open": "stop", "unsigned": "pending", "cleared": "ok"}


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """Those that run or are not settled; with `?over=1` all. A company sees its own."""
    over = bool(request.GET.get("over"))
    rows = [
        (row, [(LOOKS[v.state], words.VERDICTS[v.state], v.arithmetic) for v in row.verdicts]) for row in exits.board(over=over)
    ]
    return render(request, "residency/exits/board.html", {
        "rows": rows, "kinds": list(words.KINDS.values()), "over": over, "sections": sections.tabs("residency_exits"),
    })
