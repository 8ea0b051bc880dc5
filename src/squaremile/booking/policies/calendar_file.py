"""Calendars for other programs (RFC 5545): one's own bookings, or an instrument's with others as busy.

Invitations by e-mail are written by core.calendars; the same `uid` makes both the same entry in a calendar.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from squaremile.kernel.words import Text

BUSY = Text(ko="사용 중", en="Busy")
REFRESH = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Entry:
    """One span. `summary` empty: another company's, of which no more than the time is told."""

    code: str
    sequence: int
    start: datetime
    end: datetime
    changed_at: datetime
    summary: Text | None = None
    place: Text | None = None
    says: str = ""
    url: str = ""
    tentative: bool = False


def uid(code: str, host: str) -> str:
    """Never changes for a booking, and is unique in the world (RFC 7986 §5.3)."""
    return f"{code}@{host}"


def feed(name: Text, entries: Iterable[Entry], *, host: str, language: str) -> bytes:
    """A calendar to subscribe to (METHOD:PUBLISH), in UTC, so that every program agrees about a change of clocks."""
    calendar = Calendar()
    calendar.add("prodid", "-//squaremile//bookings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name.say(language))
    calendar.add("x-wr-calname", name.say(language))
    calendar.add("refresh-interval", REFRESH)
    calendar.add("x-published-ttl", "PT15M")
    for entry in entries:
        calendar.add_component(_event(entry, host, language))
    return calendar.to_ical()


def _event(entry: Entry, host: str, language: str) -> Event:
    event = Event()
    event.add("uid", uid(entry.code, host))
    event.add("sequence", entry.sequence)
    # DTSTAMP is the last change, not now: an unchanged feed is the same bytes.
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("dtstart", entry.start.astimezone(UTC))
    event.add("dtend", entry.end.astimezone(UTC))
    event.add("summary", (entry.summary or BUSY).say(language))
    event.add("status", "TENTATIVE" if entry.tentative else "CONFIRMED")
    event.add("transp", "OPAQUE")
    if entry.summary is None:
        event.add("class", "PRIVATE")
        return event
    if entry.place is not None:
        event.add("location", entry.place.say(language))
    if entry.says:
        event.add("description", entry.says)
    if entry.url:
        event.add("url", entry.url)
    return event
