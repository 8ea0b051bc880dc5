"""What the directory does by itself: every night it looks for entries that may be the same."""

import importlib.util

from squaremile.core.worker import repeats
from squaremile.network.operations import find_duplicates

NIGHTLY = 24 * 3600


@repeats(seconds=NIGHTLY)
def look_for_duplicates() -> None:
    """Candidates alone: whether two are one is decided by liaison staff. Nothing where the matching extra is absent."""
    if importlib.util.find_spec("splink") is not None:
        for noun in ("person", "partner"):
            find_duplicates(noun=noun)
