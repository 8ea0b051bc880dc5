"""Calendars to subscribe to: one's own bookings, or an instrument's with others as busy. The secret is the only key."""

import hashlib
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from squaremile.booking.policies import calendar_file
from squaremile.booking.policies.calendar_file import Entry
from squaremile.booking.reads import feeds
from squaremile.booking.reads.telling import host
from squaremile.core.entering import Entered
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text
from squaremile.network.reads import event_feed

MEDIA_TYPE = "text/calendar; charset=utf-8"


@require_safe
def mine(request: HttpRequest, secret: str) -> HttpResponse:
    """What the secret's owner holds. A wrong, ended or revoked secret is told like an address that never was."""
    entered: Entered | None = request.entered  # type: ignore[attr-defined]
    if entered is None:
        return _nothing()
    return _calendar(request, _cluster(), [*feeds.mine(), *_events()], entered.language)


@require_safe
def of_equipment(request: HttpRequest, secret: str, code: str) -> HttpResponse:
    """One instrument: her own company's bookings in full, everybody else's as busy and no more."""
    entered: Entered | None = request.entered  # type: ignore[attr-defined]
    if entered is None:
        return _nothing()
    try:
        name, entries = feeds.of_equipment(code)
    except Missing:
        return _nothing()
    return _calendar(request, name, entries, entered.language)


def _events() -> list[Entry]:
    """Events that she goes to, and her meetings there."""
    return [
        Entry(
            code=e.code, sequence=e.sequence, start=e.start, end=e.end, changed_at=e.changed_at, summary=e.summary,
            place=e.place, url=settings.PUBLIC_URL + e.url,
        )
        for e in event_feed.mine()
    ]


def _cluster() -> Text:
    return Text(ko=settings.CLUSTER_NAME["ko"], en=settings.CLUSTER_NAME["en"])


def _nothing() -> HttpResponse:
    return HttpResponse(status=404, content_type="text/plain")


def _calendar(request: HttpRequest, name: Text, entries: Iterable[Entry], language: str) -> HttpResponse:
    """The calendar, or 304 where it has not changed. No Last-Modified: no row keeps when a booking was last moved,
    and a program that trusted the day it was made would miss every change."""
    whole = calendar_file.feed(name, entries, host=host(), language=language)
    response = HttpResponse(
        whole, content_type=MEDIA_TYPE,
        headers={
            "ETag": f'"{hashlib.sha256(whole).hexdigest()[:32]}"', "Cache-Control": "private, no-cache",
            "Content-Disposition": 'inline; filename="bookings.ics"', "X-Robots-Tag": "noindex",
        },
    )  # fmt: skip
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
