"""The calendar address: one's own bookings, for calendar programs that subscribe. The secret in it is the only key."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from squaremile.booking.policies import calendar_file
from squaremile.booking.reads.bookings import Line, Lines
from squaremile.booking.reads.telling import host
from squaremile.core import calendars
from squaremile.kernel.words import Text

TO_COME, PAST = 500, 100
"""How many bookings a feed holds at most: calendar programs fetch all of it every time."""
SHOWN = ("pending", "confirmed", "in_use", "done")


@never_cache
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """iCalendar of what its owner holds. A wrong, ended or revoked secret is told like an address that never was."""
    entered = request.entered  # type: ignore[attr-defined]
    if entered is None:
        return HttpResponse(status=404, content_type="text/plain")
    with translation.override(entered.language):
        lines = [*Lines(mine=True, upcoming=True)[:TO_COME], *Lines(mine=True, upcoming=False)[:PAST]]
        text = calendars.published([_event(line) for line in lines if line.state in SHOWN], entered.language)
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers={
        "Content-Disposition": 'inline; filename="bookings.ics"', "X-Robots-Tag": "noindex",
    })


def _event(line: Line) -> calendars.Event:
    waits = Text(ko="승인 대기: ", en="Awaiting approval: ") if line.state == "pending" else Text(ko="", en="")
    return calendars.Event(
        uid=calendar_file.uid(line.code, host()), sequence=0, start=line.period.start, end=line.period.end,
        summary=Text(ko=waits.ko + line.equipment_name, en=waits.en + line.equipment_name),
        place=Text(ko=line.place, en=line.place), url=reverse("booking", args=[line.code]),
    )
