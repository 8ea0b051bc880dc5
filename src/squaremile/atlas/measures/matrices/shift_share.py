"""Why a region grew: with the whole, with its mix of industries, or by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.table import Floats, Matrix
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class ShiftShare(Shown):
    """Cells [region, activity] in the unit of the table; `national` + `mix` + `regional` = `change`, exactly in theory.

    Sum a row for the region.
    """

    regions: tuple[str, ...]
    activities: tuple[str, ...]
    change: Floats
    national: Floats
    mix: Floats
    regional: Floats

    def tables(self) -> Mapping[str, Table]:
        """The sum of each region, and each region and activity."""
        names = ("change", "national", "mix", "regional")
        down = np.repeat(np.array(self.regions), len(self.activities))
        across = np.tile(np.array(self.activities), len(self.regions))
        return {
            "regions": {"region": self.regions, **{n: getattr(self, n).sum(axis=1) for n in names}},
            "cells": {"region": down, "activity": across, **{n: getattr(self, n).ravel() for n in names}},
        }


@measures("shift_share")
def shift_share(before: Matrix, after: Matrix, whole: tuple[Floats, Floats] | None = None) -> ShiftShare:
    """The classical decomposition (Dunn 1960), x before, x' after, X the whole by activity, G its growth:

    national x·G, mix x·(G_c − G), regional x' − x·(1 + G_c). The whole is the sum of the regions, or `whole`: activity
    totals before and after, in the order of all activities of both tables, sorted. Regions and activities of either
    table count. Raises Unmeasurable where an activity is in a region before but in the whole not at all, which cannot be,
    or begins from nothing in the whole (its growth has no rate).
    """
    regions = tuple(sorted(set(before.regions) | set(after.regions)))
    activities = tuple(sorted(set(before.activities) | set(after.activities)))
    x, y = _aligned(before, regions, activities), _aligned(after, regions, activities)
    first, second = (x.sum(axis=0), y.sum(axis=0)) if whole is None else whole
    if len(first) != len(activities) or len(second) != len(activities):
        raise Unmeasurable(
            Text(ko="전체 합계의 수가 활동의 수와 다릅니다.", en="The whole does not have one total an activity.")
        )
    growth = second.sum() / first.sum() - 1
    started = first > 0
    if whole is not None and (x[:, ~started] > 0).any():
        raise Unmeasurable(
            Text(ko="전체에는 없는 활동이 지역에 있습니다.", en="A region has an activity that the whole had not."),
            Text(ko="전체 합계를 확인하십시오.", en="Check the totals of the whole."),
        )
    rate = np.divide(second - first, first, out=np.zeros_like(first, dtype=np.float64), where=started)
    return ShiftShare(regions, activities, y - x, x * growth, x * (rate - growth), y - x * (1 + rate))


def _aligned(matrix: Matrix, regions: tuple[str, ...], activities: tuple[str, ...]) -> Floats:
    found = np.zeros((len(regions), len(activities)))
    row, column = {n: i for i, n in enumerate(regions)}, {n: i for i, n in enumerate(activities)}
    at = np.ix_([row[n] for n in matrix.regions], [column[n] for n in matrix.activities])
    found[at] = matrix.values
    return found
