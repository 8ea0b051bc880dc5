"""Inspections and findings by the clock."""

from squaremile.core.worker import repeats
from squaremile.safety.operations import remind_of_findings


@repeats(seconds=3600)
def look_at_the_deadlines() -> None:
    """Every hour; nobody is told the same thing twice."""
    remind_of_findings()
