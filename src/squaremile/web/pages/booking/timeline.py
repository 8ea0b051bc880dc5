"""The timeline: instruments by room, who holds what as far as one may know, and the typed form as an equal path."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from squaremile.booking import rules
from squaremile.booking.reads import calendar, timeline
from squaremile.kernel import clock
from squaremile.kernel.period import Period, civil_day
from squaremile.kernel.scope import require
from squaremile.spaces.reads.sites import SiteRow
from squaremile.web.pages.booking.feed import chosen
from squaremile.web.shell.entry import signed_in
from squaremile.web.shell.site import site_of


class Filters(forms.Form):
    """What the address says about which instruments to show."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    room = forms.ChoiceField(label=_("Room"), required=False)
    usable = forms.ChoiceField(
        label=_("Show"), required=False, choices=[("", _("All instruments")), ("1", _("Only what I can use"))]
    )

    def __init__(self, request: HttpRequest, rows: list[timeline.Row]) -> None:
        super().__init__(request.GET or None, auto_id="filter-%s")
        every = [("", _("All"))]
        kinds = sorted({(row.kind, row.kind_name) for row in rows}, key=lambda pair: pair[1])
        self.fields["kind"].choices = every + kinds  # type: ignore[attr-defined]
        rooms = dict.fromkeys((row.room, row.room_name) for row in rows)
        self.fields["room"].choices = every + list(rooms)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Line:
    """One instrument of the plain list, with its day."""

    row: timeline.Row
    events: list[calendar.Event]


def day_of(request: HttpRequest, site: SiteRow) -> date:
    """The day asked for, or the site's today."""
    try:
        return date.fromisoformat(request.GET.get("date", ""))
    except ValueError:
        return clock.now().astimezone(site.zone).date()


@require_GET
@signed_in
def timeline_page(request: HttpRequest) -> HttpResponse:
    """The calendar for those with scripts; the same day as a plain list for those without."""
    site, asking = site_of(request), require()
    day = day_of(request, site)
    every = timeline.rows(site=site.id)
    text = request.GET.get("q", "").strip()
    shown = chosen(request, every)
    return render(request, "booking/timeline.html", {
        "site": site, "day": day, "filters": Filters(request, every), "found": len(shown), "every": len(every),
        "lines": _lines(site, shown, civil_day(day, site.zone)), "feed": _feed_query(request, site),
        "before": day - timedelta(days=1), "after": day + timedelta(days=1),
        "noon": datetime.combine(day, time(12), site.zone), "zone": str(site.zone), "text": text,
        "books": rules.reserve(asking) and asking.may_write,
    })


def _lines(site: SiteRow, rows: list[timeline.Row], span: Period) -> list[Line]:
    events = calendar.events(site=site.id, window=span)
    return [Line(row, [event for event in events if event.equipment == row.code]) for row in rows]


def _feed_query(request: HttpRequest, site: SiteRow) -> str:
    """The filters as the feed takes them, and the site: another tab may change what is looked at."""
    values = request.GET.copy()
    for name in list(values):
        if name not in ("kind", "room", "usable", "q") or not values[name]:
            del values[name]
    values["site"] = site.code
    return f"?{values.urlencode()}"
