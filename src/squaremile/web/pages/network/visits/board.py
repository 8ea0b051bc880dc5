"""The planner's board: what its script draws, and where a stop or a wish was dragged to."""

import json
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from squaremile.core.problems import MEDIA_TYPE
from squaremile.core.words import BAD_INPUT
from squaremile.kernel.errors import Invalid
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import visit_board, visit_rows
from squaremile.network.reads.visit_plan import clash_list, stops_of, zone_of
from squaremile.web.kit.templatetags.kit import clock_text
from squaremile.web.kit.timeline_words import timeline_texts
from squaremile.web.pages.booking.times import SiteTimeField, set_zone
from squaremile.web.shell.entry import only

STEP = 15


class TimesForm(forms.Form):
    """When a stop is, on the clock of the place visited: the same fields as typed."""

    start = SiteTimeField()
    end = SiteTimeField()


def hours(found: Any) -> tuple[str, str]:
    """From when until when the sheet of hours goes: the day's own hours and what lies around them, `HH:MM:SS`."""
    opens, closes = found.day_start.hour * 60 + found.day_start.minute - 60, found.day_end.hour * 60 + found.day_end.minute + 120
    opens, closes = max(opens // 60 * 60, 0), min(-(-closes // 60) * 60, 1440)
    return f"{opens // 60:02d}:00:00", f"{closes // 60:02d}:00:00"


def words(found: Any) -> str:
    """The board's texts; names match `frontend/src/timeline/words.ts`."""
    return json.dumps(timeline_texts() | {
        "looks": {
            "mine": _("Meeting"), "company": _("Ceremony"), "other": _("Travel, meal or rest"), "pending": _("Waits for a time"),
            "fault": _("Clashes"), "maintenance": "",
        },
        "states": {"free": "", "in_use": "", "fault": "", "maintenance": "", "locked": ""},
        "board": _("Stops of the visit by day and time"), "book": _("New stop"), "cursor": _("{instrument}, {start} to {end}. Enter adds a stop."),
        "moved": _("The stop stands there now."), "unplanned": _("A wish that waits has no time to change. Drag it onto a day."),
        "hours": _("Hours in %(zone)s") % {"zone": found.time_zone},
        "stands": _("It stands there now, but the plan does not work yet."),
    }, ensure_ascii=False)


@require_GET
@only(rules.liaise)
def feed(request: HttpRequest, code: str) -> JsonResponse:
    """Days as rows on one sheet of hours, wishes that wait above them. Wall-clock times are given as if they were UTC."""
    found = visit_rows.delegation(code)
    stops = stops_of(found)
    clashes = clash_list(found, stops)
    events = visit_board.events(found, stops, clashes)
    midnight = datetime.combine(found.starts_on, time(), UTC)
    waiting = sum(event.wish for event in events)
    return JsonResponse({
        "version": "", "timezone": "UTC", "now": midnight.isoformat(),
        "resources": [
            *([_waiting(waiting, code)] if waiting else []),
            *(_day(row, code) for row in visit_board.days(found, stops, clashes)),
        ],
        "events": [_event(event, midnight, code) for event in events],
    })


def _waiting(count: int, code: str) -> dict[str, object]:
    said = ngettext("%(n)s wish", "%(n)s wishes", count) % {"n": count}
    return _row(visit_board.WAITING, _("Not in a day yet"), _("Whom they want to meet"), "in_use", said, f"{_planner(code)}#wishes")


def _day(row: visit_board.BoardDay, code: str) -> dict[str, object]:
    said = ngettext("%(n)s stop", "%(n)s stops", row.stops) % {"n": row.stops}
    if row.wrong:
        said += " · " + ngettext("%(n)s clashes", "%(n)s clash", row.wrong) % {"n": row.wrong}
    name, state = row.day.isoformat(), "fault" if row.wrong else "free"
    return _row(name, clock_text(row.day, "date"), _("Days of the visit"), state, said, f"{_planner(code)}#day-{name}")


def _row(name: str, title: str, group: str, state: str, said: str, url: str) -> dict[str, object]:
    return {
        "id": name, "title": title, "group": group, "state": state, "locked_reason": said, "step_minutes": STEP, "url": url,
    }


def _planner(code: str) -> str:
    return reverse("delegation_planner", args=[code])


def _event(event: visit_board.BoardEvent, midnight: datetime, code: str) -> dict[str, object]:
    page = "visit_wish" if event.wish else "visit_stop"
    return {
        "id": f"{'wish' if event.wish else 'stop'}:{event.code}", "resource": event.row,
        "start": (midnight + timedelta(minutes=event.start)).isoformat(), "end": (midnight + timedelta(minutes=event.end)).isoformat(),
        "look": event.look, "title": event.title, "editable": event.movable, "url": reverse(page, args=[code, event.code]),
    }


@require_POST
@only(rules.liaise)
def place(request: HttpRequest, code: str) -> HttpResponse:
    """A stop was dragged elsewhere, or a wish onto a day: the operation of the form is called, and what clashes is said."""
    found = visit_rows.delegation(code)
    kind, name, form = _asked(request, found)
    if not form.is_valid():
        said = next(iter(form.errors.values()))[0]
        return JsonResponse({"title": str(said), "status": 422}, status=422, content_type=MEDIA_TYPE)
    times = form.cleaned_data
    if kind == "wish":
        stands = network.add_stop(delegation=code, kind="meeting", wish=name, **times)
    else:
        stands = network.edit_stop(stop=visit_rows.stop(found, name).code, **times)
    stops = stops_of(found)
    wrong = visit_board.said(stands.code, stops, clash_list(found, stops))
    return JsonResponse({"id": f"stop:{stands.code}", "clashes": [f"{says} ({other})" if other else str(says) for says, other in wrong]})


def _asked(request: HttpRequest, found: Any) -> tuple[str, str, forms.Form]:
    """What is moved, and when it is to be: minutes of the sheet of hours become a wall-clock time of the row's day."""
    try:
        asked = json.loads(request.body)
        kind, colon, name = str(asked["id"]).partition(":")
        day = datetime.combine(datetime.strptime(asked["row"], "%Y-%m-%d").date(), time())
        sheet = datetime.combine(found.starts_on, time())
        start, end = (day + (datetime.fromisoformat(asked[key]).replace(tzinfo=None) - sheet) for key in ("start", "end"))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        raise Invalid(BAD_INPUT) from None
    if kind not in ("stop", "wish") or not colon:
        raise Invalid(BAD_INPUT)
    form = TimesForm({"start": start.strftime("%Y-%m-%dT%H:%M"), "end": end.strftime("%Y-%m-%dT%H:%M")})
    set_zone(form, zone_of(found))
    return kind, name, form
