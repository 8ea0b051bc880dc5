"""Moves by the clock."""

from squaremile.core.worker import repeats
from squaremile.residency.operations import carry_out_moves, keep_unsigned_moves
from squaremile.residency.reads.allocation_desk import any_unsigned


@repeats(seconds=600)
def move() -> None:
    """Every ten minutes; a move is made once, on its day, and waits where it is unsigned."""
    if any_unsigned():
        keep_unsigned_moves()
    carry_out_moves()
