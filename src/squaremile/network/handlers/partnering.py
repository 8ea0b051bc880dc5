"""Timetables that were asked for on a page are made here, by the worker."""

from squaremile.core.outbox import handles
from squaremile.network.operations.timetable import make_asked
from squaremile.published.partnering import TimetableAsked


@handles("TimetableAsked")
def make_the_timetable(fact: TimetableAsked) -> None:
    """Once: a run that is no longer waited for, or was made meanwhile by hand, makes nothing."""
    make_asked(event=fact.event, code=fact.code, asked=fact.asked, seconds=fact.seconds)
