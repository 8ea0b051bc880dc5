"""Meanings of parameters: partnering events and the calendar of events."""

from squaremile.core.asked.meaning import Known

KNOWN: dict[str, Known] = {}
