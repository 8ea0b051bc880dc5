"""What outcomes do by themselves: whoever has not answered the yearly survey is reminded."""

from squaremile.core.worker import repeats
from squaremile.residency.operations import remind_outcome_survey


@repeats(seconds=6 * 3600)
def remind() -> None:
    """Four times a day; the same company hears of it once."""
    remind_outcome_survey()
