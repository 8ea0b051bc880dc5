"""“What if these five firms came?”: the table with them in it, and what it does to shares, quotients and ranks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.table import Floats, Matrix, matrix_from_rows
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Difference(Shown):
    """One row for each activity that somebody brings, or that the region has: before and after.

    `lq` without unit (NaN where the activity was nowhere); `rank` is the region's place by value, 1 the largest.
    """

    region: str
    total_before: float
    total_after: float
    activity: tuple[str, ...]
    came: Floats
    value_before: Floats
    value_after: Floats
    lq_before: Floats
    lq_after: Floats
    rank_before: np.ndarray[tuple[int], np.dtype[np.int64]]
    rank_after: np.ndarray[tuple[int], np.dtype[np.int64]]
    crossed: tuple[str, ...]
    """Activities whose quotient passes 1, upwards or downwards."""

    def tables(self) -> Mapping[str, Table]:
        """One row an activity."""
        names = ("activity", "came", "value_before", "value_after", "lq_before", "lq_after", "rank_before", "rank_after")
        return {"difference": {n: getattr(self, n) for n in names}}


@measures("lq")
def what_if(matrix: Matrix, region: str, newcomers: Sequence[tuple[str, float]]) -> Difference:
    """The region with newcomers: (activity, value) each, in the unit of the table; a negative value is a leaving.

    An activity that was nowhere before is taken in. Everything is computed again from the changed table, nothing is
    added up in passing. Raises Unmeasurable for a region that is not there, no newcomers, a value that is none or 0, and a
    leaving of more than there is.
    """
    at = matrix.region(region)
    if not newcomers:
        raise Unmeasurable(Text(ko="누가 오는지 한 줄 이상 적으십시오.", en="Say who comes: one row or more."))
    came: dict[str, float] = {}
    for activity, value in newcomers:
        if not str(activity).strip() or not np.isfinite(value) or value == 0:
            raise Unmeasurable(Text(
                ko=f"‘{activity}’: 활동과 0이 아닌 값이 있어야 합니다.", en=f"“{activity}”: an activity and a value other than 0 are wanted.",
            ))  # fmt: skip
        came[activity] = came.get(activity, 0.0) + value
    activities = tuple(sorted({*matrix.activities, *came}))
    before = np.zeros((len(matrix.regions), len(activities)))
    before[:, [activities.index(a) for a in matrix.activities]] = matrix.values
    after = before.copy()
    for activity, value in came.items():
        after[at, activities.index(activity)] += value
    if (after[at] < 0).any():
        short = activities[int(np.argmin(after[at]))]
        raise Unmeasurable(Text(
            ko=f"‘{short}’에서 있는 것보다 많이 떠날 수는 없습니다.", en=f"More cannot leave “{short}” than is there.",
        ))  # fmt: skip
    return _difference(region, at, activities, came, before, after)


def _difference(
    region: str, at: int, activities: tuple[str, ...], came: Mapping[str, float], before: Floats, after: Floats
) -> Difference:
    shown = [c for c, name in enumerate(activities) if name in came or before[at, c] > 0]
    first, then = _quotients(before)[at, shown], _quotients(after)[at, shown]
    names = tuple(activities[c] for c in shown)
    past = np.nan_to_num(first) >= 1
    crossed = tuple(n for n, was, now in zip(names, past, np.nan_to_num(then) >= 1, strict=True) if was != now)
    return Difference(
        region=region, total_before=float(before[at].sum()), total_after=float(after[at].sum()), activity=names,
        came=np.array([came.get(n, 0.0) for n in names]), value_before=before[at, shown], value_after=after[at, shown],
        lq_before=first, lq_after=then, rank_before=_places(before[:, shown], at), rank_after=_places(after[:, shown], at),
        crossed=crossed,
    )  # fmt: skip


def _quotients(values: Floats) -> Floats:
    expected = values.sum(axis=1, keepdims=True) * values.sum(axis=0, keepdims=True) / values.sum()
    return np.divide(values, expected, out=np.full(values.shape, np.nan), where=expected > 0)


def _places(values: Floats, at: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return 1 + (values > values[at]).sum(axis=0).astype(np.int64)


def totals(matrix: Matrix) -> Matrix:
    """The same regions with one column, their total: the indicator where no other is named."""
    return matrix_from_rows(matrix.regions, ["total"] * len(matrix.regions), matrix.values.sum(axis=1))
