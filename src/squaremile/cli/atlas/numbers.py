"""Numbers in the options of the commands."""

import argparse

from squaremile.kernel.words import Text


def zero_or_more(said: str) -> int:
    """A whole number of zero or more: seeds, and how often something is drawn."""
    try:
        number = int(said)
    except ValueError:
        number = -1
    if number < 0:
        raise argparse.ArgumentTypeError(
            str(Text(ko=f"0 이상의 정수여야 합니다: {said}", en=f"a whole number of zero or more is wanted, not {said}"))
        )
    return number
