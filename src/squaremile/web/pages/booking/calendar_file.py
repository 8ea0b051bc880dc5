"""One booking as a calendar file, for whichever calendar a person keeps."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from squaremile.booking.policies import calendar_file
from squaremile.booking.reads import bookings
from squaremile.booking.reads.telling import host
from squaremile.core import calendars
from squaremile.kernel.words import Text
from squaremile.web.shell.entry import signed_in


@require_GET
@signed_in
def ics(request: HttpRequest, code: str) -> HttpResponse:
    """The same event that the e-mail carries: its number makes a later file replace this one."""
    found = bookings.booking(code)
    line = found.line
    title, place = Text(ko=line.equipment_name, en=line.equipment_name), Text(ko=line.place, en=line.place)
    gone = line.state in ("cancelled", "declined")
    event = calendars.Event(
        uid=calendar_file.uid(line.code, host()), sequence=found.sequence, start=line.period.start, end=line.period.end,
        summary=title, place=place, url=reverse("booking", args=[line.code]),
        method=calendars.CANCEL if gone else calendars.REQUEST,
    )
    language = "en" if (get_language() or "").startswith("en") else "ko"
    text = calendars.written(event, email=found.email, name=line.person, language=language)
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="{line.code}.ics"',
    })
