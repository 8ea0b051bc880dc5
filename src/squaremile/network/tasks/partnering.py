"""Reminders of events."""

from squaremile.core.worker import repeats
from squaremile.network.operations import remind_of_events


@repeats(seconds=900)
def remind() -> None:
    """Every quarter of an hour: who goes to what begins within a day is told once."""
    remind_of_events()
