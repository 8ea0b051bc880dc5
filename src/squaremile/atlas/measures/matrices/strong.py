"""Which regions are strong in which activity, by the two rules that offices know."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.presence import advantage
from squaremile.atlas.measures.matrices.shares import shares
from squaremile.atlas.measures.matrices.table import Floats, Matrix
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Strong(Shown):
    """`flag[r, a]` by the rule of the U.S. Cluster Mapping Project, and `stars[r, a]` (0 to 3) by the European one.

    `parts` are the three stars apart: size, specialisation, focus.
    """

    matrix: Matrix
    lq: Floats
    flag: NDArray[np.bool_]
    stars: NDArray[np.int64]
    parts: dict[str, NDArray[np.bool_]]

    def tables(self) -> Mapping[str, Table]:
        """One row a region and activity that has anything."""
        there = self.matrix.values > 0
        row, column = np.nonzero(there)
        regions, activities = np.array(self.matrix.regions), np.array(self.matrix.activities)
        return {
            "clusters": {
                "region": regions[row], "activity": activities[column], "value": self.matrix.values[there],
                "lq": self.lq[there], "strong": self.flag[there], "stars": self.stars[there],
                **{name: part[there] for name, part in self.parts.items()},
            }
        }  # fmt: skip


@measures("strong_cluster", "cluster_stars")
def strong_clusters(
    matrix: Matrix, establishments: Floats | None = None, lq: Floats | None = None, star_lq: float = 2.0
) -> Strong:
    """Strong clusters of a table of employment; `establishments` (same shape) where they are counted too.

    Flag: LQ above 1 and at or above the 75th percentile of the activity over regions, employment and establishments at
    or above their 25th percentile (of all regions of the table, those with none included).
    Stars: one each for size (employment in the top tenth of the activity), specialisation (LQ of `star_lq` or more) and
    focus (share of the region's employment in the top tenth of the activity). A region with none has no star.
    `lq` replaces the table's own quotients, for another base. Percentiles are R's type 7.
    Sources: Delgado, Porter & Stern 2016, J. Econ. Geogr. 16:1; European Cluster Observatory.
    """
    for other, what in ((establishments, "establishments"), (lq, "lq")):
        if other is not None and other.shape != matrix.values.shape:
            raise Unmeasurable(Text(ko=f"{what} 표의 크기가 다릅니다.", en=f"The table of {what} has another shape."))
    jobs = matrix.values
    quotient = advantage(jobs) if lq is None else lq
    flag = (
        (quotient > 1) & (quotient >= np.quantile(quotient, 0.75, axis=0)) & (jobs >= np.quantile(jobs, 0.25, axis=0))
    )
    if establishments is not None:
        flag &= establishments >= np.quantile(establishments, 0.25, axis=0)
    share = shares(jobs)
    parts = {
        "size": (jobs > 0) & (jobs >= np.quantile(jobs, 0.9, axis=0)),
        "specialisation": quotient >= star_lq,
        "focus": (jobs > 0) & (share >= np.quantile(share, 0.9, axis=0)),
    }
    stars = np.sum([part.astype(np.int64) for part in parts.values()], axis=0)
    return Strong(matrix, quotient, flag, stars, parts)
