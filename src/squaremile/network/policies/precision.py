"""Precision at k of a list that was judged: of its first k entries, the share that fits.

Entries that nobody judged count neither way; how many were judged is told beside it, because few judgements say little.
"""

from collections.abc import Iterable
from dataclasses import dataclass

DEPTHS = (1, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class Precision:
    """`fits` of `judged` entries among the first `k`; `share` is None where none was judged."""

    k: int
    fits: int
    judged: int

    @property
    def share(self) -> float | None:
        return self.fits / self.judged if self.judged else None


def precision(verdicts: Iterable[tuple[int, bool]], k: int) -> Precision:
    """From (position from 1, whether it fits); positions of 0 are not known and left out."""
    within = [fits for position, fits in verdicts if 1 <= position <= k]
    return Precision(k, sum(within), len(within))
