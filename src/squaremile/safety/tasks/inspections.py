"""Inspections, findings, incidents and waste by the clock."""

from squaremile.core.worker import repeats
from squaremile.safety.operations import remind_of_findings, remind_of_incidents, remind_of_manifests, remind_of_waste


@repeats(seconds=3600)
def look_at_the_deadlines() -> None:
    """Every hour; nobody is told the same thing twice."""
    remind_of_findings()
    remind_of_waste()
    remind_of_manifests()


@repeats(seconds=300)
def look_at_incidents() -> None:
    """Every five minutes: some authorities are told at once."""
    remind_of_incidents()
