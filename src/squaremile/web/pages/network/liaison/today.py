"""What waits for me today: the liaison staff's board."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.network import rules
from squaremile.network.policies.response import Clocked
from squaremile.network.reads import today
from squaremile.web.pages.network import sections
from squaremile.web.shell.entry import only


@require_GET
@only(rules.oversee)
def page(request: HttpRequest) -> HttpResponse:
    """Requests, silence, late promises, missing minutes, memberships that end; and how fast we answer."""
    board = today.board()
    return render(request, "network/liaison/today.html", {
        "board": board, "sections": sections.tabs("network_relationships"),
        "clocks": [
            (_("Request to our first answer"), *_said(board.first_answer)),
            (_("Request to introduction"), *_said(board.to_introduction)),
            (_("Need to first introduction"), *_said(board.need_to_introduction)),
            (_("Soft check to the candidate's answer"), *_said(board.soft_answers)),
        ],
    })


def _said(clocked: Clocked) -> tuple[str, str, int]:
    """(median, 90th percentile, count) in days, with one place; empty where nothing was waited."""
    if clocked.median is None or clocked.p90 is None:
        return "", "", 0
    day = 86_400
    return f"{clocked.median.total_seconds() / day:.1f}", f"{clocked.p90.total_seconds() / day:.1f}", clocked.count
