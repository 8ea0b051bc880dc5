"""The calendar of events: what is ahead as a list, one month as a calendar, and what is over."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.reads.events import EventRow, between, coming
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.partnering.looks import EVENTS, SEATS
from squaremile.web.shell.entry import only


@dataclass(frozen=True, slots=True)
class Line:
    """An event with its looks."""

    row: EventRow
    look: str
    mine_look: str


@dataclass(frozen=True, slots=True)
class Day:
    """One cell of the month."""

    day: date
    inside: bool
    today: bool
    events: list[EventRow]


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """List, month or past."""
    view = request.GET.get("view", "")
    tabs = [
        (_("To come"), "?", view not in ("month", "past"), ""), (_("Month"), "?view=month", view == "month", ""),
        (_("Over"), "?view=past", view == "past", ""),
    ]
    asking = require()
    context = {
        "sections": sections.tabs("network_events"), "tabs": tabs, "view": view, "zone": settings.TIME_ZONE,
        "may_add": rules.run_events(asking) and asking.may_write,
    }
    if view == "month":
        context |= _month(request.GET.get("month", ""))
    else:
        context["lines"] = [Line(r, EVENTS[r.state], SEATS.get(r.mine, "neutral")) for r in coming(ended=view == "past")]
    return render(request, "network/partnering/events.html", context)


def _month(asked: str) -> dict[str, object]:
    zone = ZoneInfo(settings.TIME_ZONE)
    today = clock.now().astimezone(zone).date()
    try:
        first = date.fromisoformat(f"{asked}-01")
    except ValueError:
        first = today.replace(day=1)
    days = list(Calendar().itermonthdates(first.year, first.month)) if 1 < first.year < 9999 else [first]
    begin = datetime.combine(days[0], datetime.min.time(), zone)
    found = between(begin, begin + timedelta(days=len(days)))
    cells = [Day(d, d.month == first.month, d == today, [e for e in found if _covers(e, d, zone)]) for d in days]
    return {
        "weeks": [cells[n : n + 7] for n in range(0, len(cells), 7)], "first": first, "found": found,
        "before": f"{first - timedelta(days=1):%Y-%m}", "after": f"{first + timedelta(days=31):%Y-%m}",
    }


def _covers(event: EventRow, day: date, zone: ZoneInfo) -> bool:
    last = (event.period.end - timedelta(microseconds=1)).astimezone(zone).date()
    return event.period.start.astimezone(zone).date() <= day <= last
