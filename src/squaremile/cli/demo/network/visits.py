"""Made up for the demonstration: delegations and visit days."""

from collections.abc import Iterable

from squaremile.cli.demo.network.stage import Stage
from squaremile.kernel.words import Text

LABEL = Text(ko="", en="")
"""What is being made, as the progress bar says; empty where there is nothing yet."""
TOTAL = 0


def make(stage: Stage) -> Iterable[int]:
    """Make it, by operations alone; yields how many are done."""
    return ()
