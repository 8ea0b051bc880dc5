"""What the timeline's script asks for: the feed, its version, and moves by hand or keyboard."""

import json
from datetime import datetime, timedelta

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from squaremile.booking import operations as booking
from squaremile.booking.reads import calendar, timeline
from squaremile.core.reads.search import search
from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.period import Period
from squaremile.web.shell.entry import signed_in
from squaremile.web.shell.site import site_of

LONGEST = timedelta(days=35)
MOST_FOUND = 100


def instant(text: str) -> datetime:
    """An ISO 8601 moment with its offset. Raises Invalid."""
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        raise Invalid(BAD_INPUT) from None
    if moment.tzinfo is None:
        raise Invalid(BAD_INPUT)
    return moment


def window(request: HttpRequest) -> Period:
    """The span asked for. Raises Invalid where it is empty or too long for one look."""
    start, end = instant(request.GET.get("from", "")), instant(request.GET.get("to", ""))
    if not timedelta() < end - start <= LONGEST:
        raise Invalid(BAD_INPUT)
    return Period(start, end)


def chosen(request: HttpRequest, rows: list[timeline.Row]) -> list[timeline.Row]:
    """The rows that the filters leave; a search forgives slips, as everywhere."""
    kind, room, usable, text = (request.GET.get(name, "").strip() for name in ("kind", "room", "usable", "q"))
    found = {hit.url for hit in search(text, kind="equipment", limit=MOST_FOUND)} if text else set()
    return [
        row for row in rows
        if (not kind or row.kind == kind) and (not room or row.room == room) and not (usable and row.locked)
        and (not text or reverse("instrument", args=[row.code]) in found)
    ]


@require_GET
@signed_in
def feed(request: HttpRequest) -> JsonResponse:
    """Instruments and what is on them; others' bookings are busy and no more."""
    site, span = site_of(request), window(request)
    rows = chosen(request, timeline.rows(site=site.id))
    codes = {row.code for row in rows}
    return JsonResponse({
        "version": calendar.version(site=site.id),
        "timezone": str(site.zone),
        "now": clock.now().isoformat(),
        "resources": [_resource(row) for row in rows],
        "events": [
            _event(event, number) for number, event in enumerate(calendar.events(site=site.id, window=span))
            if event.equipment in codes
        ],
    })


def _resource(row: timeline.Row) -> dict[str, object]:
    return {
        "id": row.code, "title": row.name, "group": row.room_name, "state": row.state,
        "locked_reason": str(row.locked) if row.locked else None, "step_minutes": row.step_minutes,
        "url": reverse("instrument", args=[row.code]),
    }


def _event(event: calendar.Event, number: int) -> dict[str, object]:
    # What is not one's own has no code: a number within this answer says nothing about it.
    return {
        "id": event.code or f"busy-{number}", "resource": event.equipment, "start": event.period.start.isoformat(),
        "end": event.period.end.isoformat(), "look": event.look, "title": event.title, "editable": event.editable,
        "url": reverse("booking", args=[event.code]) if event.code and event.look != "maintenance" else None,
    }


@require_GET
@signed_in
def version(request: HttpRequest) -> JsonResponse:
    """Changes when anything on the site's instruments does."""
    return JsonResponse({"version": calendar.version(site=site_of(request).id)})


@require_POST
@signed_in
def move(request: HttpRequest) -> JsonResponse:
    """Move one's own booking; a refusal comes back as a problem document."""
    try:
        asked = json.loads(request.body)
        code, equipment = str(asked["id"]), str(asked.get("equipment", ""))
        start, end = instant(asked["start"]), instant(asked["end"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Invalid(BAD_INPUT) from None
    moved = booking.move(reservation=code, equipment=equipment, start=start, end=end)
    return JsonResponse({"id": moved.code})
