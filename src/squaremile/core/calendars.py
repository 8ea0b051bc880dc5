"""The calendar part of an e-mail (RFC 5545, RFC 5546): an invitation, its change, its cancellation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as Entry

from squaremile.kernel import clock
from squaremile.kernel.words import Text

REQUEST, CANCEL = "REQUEST", "CANCEL"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that takes time. `uid` never changes; `sequence` grows with every change, so that the latest wins."""

    uid: str
    sequence: int
    start: datetime
    end: datetime
    summary: Text
    place: Text | None = None
    says: Text | None = None
    url: str = ""
    method: str = REQUEST


def sender_address() -> str:
    """The bare address that messages come from."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].strip("<> ")


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//squaremile//calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _entry(event: Event, language: str) -> Entry:
    entry = Entry()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", clock.now())
    entry.add("dtstart", event.start)
    entry.add("dtend", event.end)
    entry.add("summary", event.summary.say(language))
    entry.add("status", "CANCELLED" if event.method == CANCEL else "CONFIRMED")
    for field, said in (("location", event.place), ("description", event.says)):
        if said is not None:
            entry.add(field, said.say(language))
    if event.url:
        entry.add("url", settings.PUBLIC_URL + event.url)
    return entry


def written(event: Event, *, email: str, name: str, language: str) -> str:
    """The iCalendar text for one attendee, in her language. She is entered as coming: she made or holds the booking."""
    calendar, entry = _calendar(event.method), _entry(event, language)
    organizer = vCalAddress(f"mailto:{sender_address()}")
    organizer.params["CN"] = vText(settings.CLUSTER_NAME[language])
    entry["organizer"] = organizer
    attendee = vCalAddress(f"mailto:{email}")
    attendee.params["CN"] = vText(name)
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("ACCEPTED")
    attendee.params["RSVP"] = vText("FALSE")
    entry.add("attendee", attendee, encode=False)
    calendar.add_component(entry)
    return calendar.to_ical().decode()


def published(events: Iterable[Event], *, language: str) -> str:
    """The iCalendar text of several events, for whoever keeps them: nobody is invited, nobody answers."""
    calendar = _calendar("PUBLISH")
    for event in events:
        calendar.add_component(_entry(event, language))
    return calendar.to_ical().decode()
