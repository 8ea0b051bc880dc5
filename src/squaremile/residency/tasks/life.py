"""Life in residence by the clock."""

from squaremile.core.worker import repeats
from squaremile.residency.operations import pass_milestones, remind_of_evaluations, renew_keys, tell_all_heads


@repeats(seconds=3600)
def look_at_the_calendar() -> None:
    """Every hour; nobody is told the same thing twice."""
    pass_milestones()
    remind_of_evaluations()
    tell_all_heads()
    renew_keys()
