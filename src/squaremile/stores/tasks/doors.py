"""Doors by the clock."""

from squaremile.core.worker import repeats
from squaremile.stores.operations import close_lapsed_doors
from squaremile.stores.reads.doors import any_lapsed


@repeats(seconds=60)
def close_doors() -> None:
    """Every minute; where none was left open, nothing is done."""
    if any_lapsed():
        close_lapsed_doors()
