"""Enquiries by the clock."""

from squaremile.core.worker import repeats
from squaremile.residency.operations import remind_of_leads


@repeats(seconds=3600)
def remind() -> None:
    """Every hour; nobody is told the same thing twice."""
    remind_of_leads()
