"""Liaison work's own clock: late promises and memberships that end soon."""

from squaremile.core.worker import repeats
from squaremile.network.operations import remind_of_promises, remind_of_renewals, send_letters


@repeats(seconds=3600)
def remind() -> None:
    """Every hour; nobody is told the same thing twice."""
    send_letters()
    remind_of_promises()
    remind_of_renewals()
