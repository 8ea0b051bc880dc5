"""Tests of sterilisers by the clock."""

from squaremile.core.worker import repeats
from squaremile.stores.operations import remind_of_tests
from squaremile.stores.reads.sterilisers import any_overdue


@repeats(seconds=3600)
def watch_the_tests() -> None:
    """Every hour; nobody is told the same thing twice."""
    if any_overdue():
        remind_of_tests()
