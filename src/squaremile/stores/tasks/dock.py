"""The dock by the clock."""

from squaremile.core.worker import repeats
from squaremile.stores.operations import count_cylinder_days, remind_of_cold_parcels
from squaremile.stores.reads.cylinders import any_uncounted
from squaremile.stores.reads.parcels import any_warming


@repeats(seconds=600)
def watch_the_cold() -> None:
    """Every ten minutes; nobody is told the same thing twice."""
    if any_warming():
        remind_of_cold_parcels()


@repeats(seconds=3600)
def count_days() -> None:
    """Every hour; a day is counted once, after it is over."""
    if any_uncounted():
        count_cylinder_days()
