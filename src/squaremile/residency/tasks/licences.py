"""Offers by the clock."""

from squaremile.core.worker import repeats
from squaremile.residency.operations import lapse_offers


@repeats(seconds=300)
def lapse() -> None:
    """Every five minutes: what nobody took is free again."""
    lapse_offers()
