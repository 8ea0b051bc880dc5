"""The start: a welcome for visitors, My day for whoever has signed in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.billing.reads import awaited
from squaremile.booking import rules
from squaremile.booking.reads import awaiting, my_day
from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.web.shell.entry import signed_in


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """One address for both, so that a bookmark always leads somewhere."""
    if require().actor is None:
        return render(request, "home/welcome.html")
    return render(request, "home/my_day.html", _day())


@require_GET
@signed_in
def fragment(request: HttpRequest) -> HttpResponse:
    """The same without its frame, for refreshing in place."""
    return render(request, "home/day.html", _day())


def _day() -> dict[str, Any]:
    asking, day = require(), my_day.my_day()
    books, decides = rules.reserve(asking) and asking.may_write, rules.approve(asking)
    coming = [one for one in day.coming if one.state != "in_use"]
    first = next((one for one in coming if one.state == "confirmed"), None)
    return {
        "to_answer": awaited.for_me(), "day": day, "now": clock.now(), "next": first, "later": [one for one in coming if one is not first],
        "books": books, "decides": decides, "staff": asking.staff,
        "waiting": awaiting.decisions() if decides else [],
        "company": awaiting.company() if not asking.staff and len(asking.organisations) else [],
        "quiet": not (day.coming or day.running),
    }
