"""Moves by the clock."""

from squaremile.core.worker import repeats
from squaremile.residency.operations import carry_out_moves


@repeats(seconds=600)
def move() -> None:
    """Every ten minutes; a move is made once, on its day."""
    carry_out_moves()
