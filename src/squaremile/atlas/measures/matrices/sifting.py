"""Leaving out what is too small to be ordered, with a list of what was left out and why."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from squaremile.atlas.measures.matrices.presence import advantage, presence
from squaremile.atlas.measures.matrices.table import Floats, Matrix, select, without_empty
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown
from squaremile.kernel.words import Text

EMPTY = Text(ko="값이 모두 0입니다", en="nothing but zeros")
RARE = Text(ko="기준을 넘는 활동(지역)이 최소 수보다 적습니다", en="present in fewer than the minimum")
SMALL = Text(ko="합계가 최소 합계보다 작습니다", en="its total is below the minimum")


@dataclass(frozen=True, slots=True)
class Dropped(Shown):
    """A region or activity that was left out."""

    kind: Literal["region", "activity"]
    name: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is left out: regions with a total below `min_total`, with fewer than `min_diversity` activities present,
    activities present in fewer than `min_ubiquity` regions. Zero or one leaves everything in that holds anything."""

    min_total: float = 0.0
    min_diversity: int = 1
    min_ubiquity: int = 1


@dataclass(frozen=True, slots=True)
class Sifted:
    """The table that is left, its quotients, where they reach the threshold, and what is gone."""

    matrix: Matrix
    rca: Floats
    present: Floats
    dropped: tuple[Dropped, ...]


def sift(matrix: Matrix, sieve: Sieve, threshold: float, given: bool) -> Sifted:
    """First by total, then RCA on what is left, then by diversity and ubiquity until nothing more falls.

    RCA is not computed again after the second step: presence is a property of the table of all that are large enough.
    With `given`, the table is presence itself: each value must be 0 or 1. Refuses where nothing is left.
    """
    dropped = [Dropped("region", n, EMPTY) for n in matrix.dropped_regions]
    dropped += [Dropped("activity", n, EMPTY) for n in matrix.dropped_activities]
    large = matrix.values.sum(axis=1) >= sieve.min_total
    dropped += [Dropped("region", n, SMALL) for n, stays in zip(matrix.regions, large, strict=True) if not stays]
    if not large.any():
        raise _nothing_left()
    whole = (
        without_empty(select(matrix, large, np.ones(len(matrix.activities), dtype=bool))) if not large.all() else matrix
    )
    used = set(whole.activities)
    dropped += [Dropped("activity", n, EMPTY) for n in matrix.activities if n not in used]
    if given and not np.isin(whole.values, (0.0, 1.0)).all():
        raise Unmeasurable(
            Text(ko="존재 여부 표에는 0과 1만 있어야 합니다.", en="A table of presence holds nothing but 0 and 1."),
            Text(ko="수나 금액이면 --binary 없이 재십시오.", en="For counts or amounts, measure without --binary."),
        )
    rca = whole.values.copy() if given else advantage(whole.values)
    present = presence(rca, 1.0 if given else threshold)
    rows, columns = _enough(present, sieve)
    dropped += [Dropped("region", n, RARE) for n, stays in zip(whole.regions, rows, strict=True) if not stays]
    dropped += [Dropped("activity", n, RARE) for n, stays in zip(whole.activities, columns, strict=True) if not stays]
    if not (rows.any() and columns.any()):
        raise _nothing_left()
    if rows.all() and columns.all():
        return Sifted(whole, rca, present, tuple(dropped))
    kept = np.ix_(rows, columns)
    return Sifted(select(whole, rows, columns), rca[kept].copy(), present[kept].copy(), tuple(dropped))


def _enough(present: Floats, sieve: Sieve) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns that stay, applied in turn until nothing more falls."""
    rows, columns = np.ones(present.shape[0], dtype=bool), np.ones(present.shape[1], dtype=bool)
    while True:
        diversity = present[:, columns].sum(axis=1)
        next_rows = rows & (diversity >= max(1, sieve.min_diversity))
        ubiquity = present[next_rows].sum(axis=0)
        next_columns = columns & (ubiquity >= max(1, sieve.min_ubiquity))
        if (next_rows == rows).all() and (next_columns == columns).all():
            return rows, columns
        rows, columns = next_rows, next_columns


def _nothing_left() -> Unmeasurable:
    return Unmeasurable(
        Text(ko="최소 기준을 넘는 지역이나 활동이 없습니다.", en="No region or activity reaches the minimum."),
        Text(ko="최소 기준을 낮추십시오.", en="Lower the minimum."),
    )
