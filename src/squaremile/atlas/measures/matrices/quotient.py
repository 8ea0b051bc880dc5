"""Location quotients with what they rest on: base, exact interval, test, withheld and hidden cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.base import Base, base_of
from squaremile.atlas.measures.matrices.intervals import (
    binomial_interval,
    binomial_p,
    false_discovery,
    of_each_count,
    poisson_p,
)
from squaremile.atlas.measures.matrices.quotient_kernel import quotients
from squaremile.atlas.measures.matrices.table import Floats, Matrix
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table, plain, rows
from squaremile.kernel.words import Text

Method = Literal["poisson", "binomial", "none"]
METHODS: tuple[Method, ...] = ("poisson", "binomial", "none")


@dataclass(frozen=True, slots=True)
class Quotients(Shown):
    """`lq[r, a]` (without unit; 1 is the expected share) between `low` and `high` at `level`; NaN where withheld.

    `method` is how the interval was made; "none" where the values are no counts. `suppressed` cells came without a
    value, `hidden` ones rest on fewer than `hide_below` units.
    """

    matrix: Matrix
    base: Base
    lq: Floats
    low: Floats
    high: Floats
    level: float
    method: Method
    suppressed: NDArray[np.bool_]
    hidden: NDArray[np.bool_]
    notes: tuple[Text, ...]

    @property
    def expected(self) -> Floats:
        """The value of each cell if its quotient were 1, in the unit of the table."""
        return self.base.totals[:, self.base.group] * (self.base.of_activity / self.base.of_all)

    @property
    def symmetric(self) -> Floats:
        """(LQ−1)/(LQ+1), from −1 to 1, for charts (Dalum, Laursen & Villumsen 1998)."""
        return (self.lq - 1.0) / (self.lq + 1.0)

    def tests(self) -> tuple[Floats, Floats]:
        """p of "the quotient is 1" for each cell (two-sided, exact), and q over all cells shown. NaN where none."""
        shown = np.isfinite(self.lq) & (self.method != "none")
        p = np.full(self.lq.shape, np.nan)
        counts, expected = self.matrix.values[shown], self.expected[shown]
        if self.method == "binomial":
            totals = self.base.totals[:, self.base.group]
            shares = np.broadcast_to(self.base.of_activity / self.base.of_all, self.lq.shape)
            p[shown] = binomial_p(counts, totals[shown], shares[shown])
        elif self.method == "poisson":
            p[shown] = poisson_p(counts, expected)
        return p, false_discovery(p.ravel()).reshape(p.shape)

    def tables(self) -> Mapping[str, Table]:
        """One row a region and activity."""
        regions, activities = len(self.matrix.regions), len(self.matrix.activities)
        p, q = self.tests()
        secret = self.suppressed | self.hidden
        return {
            "quotients": {
                "region": np.repeat(np.array(self.matrix.regions), activities),
                "activity": np.tile(np.array(self.matrix.activities), regions),
                "value": np.where(secret, np.nan, self.matrix.values).ravel(), "expected": self.expected.ravel(),
                "lq": self.lq.ravel(), "low": self.low.ravel(), "high": self.high.ravel(),
                "slq": self.symmetric.ravel(), "p": p.ravel(), "q": q.ravel(),
                "suppressed": self.suppressed.ravel(), "hidden": self.hidden.ravel(),
            }
        }  # fmt: skip

    def summary(self) -> dict[str, Any]:
        """The base and the method."""
        return {
            "base": plain(self.base.says), "groups": list(self.base.groups), "level": self.level, "method": self.method,
            "dropped_regions": list(self.matrix.dropped_regions),
            "dropped_activities": list(self.matrix.dropped_activities),
            "notes": plain(self.matrix.notes + self.notes),
        }  # fmt: skip

    def as_dict(self) -> dict[str, Any]:
        """The summary, then one row a region and activity."""
        return self.summary() | {name: rows(table) for name, table in self.tables().items()}


@measures("lq", "symmetric_lq")
def lq(
    matrix: Matrix,
    *,
    groups: Sequence[str] | None = None,
    reference: Mapping[str, float] | None = None,
    reference_total: float | None = None,
    region_totals: Mapping[str, float] | None = None,
    level: float = 0.95,
    method: Method = "poisson",
    suppressed: NDArray[np.bool_] | None = None,
    hide_below: float = 0.0,
) -> Quotients:
    """LQ_rc = (x_rc/x_r.)/(x_.c/x_..) of every cell; see `base_of` for what the margins may be.

    The interval treats a value as a count of independent units: exact Poisson (Garwood), or exact binomial of the
    region's total (Clopper–Pearson). Values that are no whole numbers get none, which the notes say. `suppressed` marks
    cells whose value is unknown (they must hold 0); `hide_below` hides cells with fewer units than that, but more than 0.
    Source: Florence 1939; Balassa 1965. Raises Unmeasurable for a level outside 0 to 1 and a base that does not fit.
    """
    if not 0 < level < 1:
        raise Unmeasurable(Text(ko="신뢰수준은 0과 1 사이입니다.", en="The level lies between 0 and 1."))
    if not hide_below >= 0:
        raise Unmeasurable(Text(ko="가릴 수는 0 이상입니다.", en="What is hidden below is a number of 0 or more."))
    base = base_of(matrix, groups, reference, reference_total, region_totals)
    unknown = np.zeros(matrix.values.shape, dtype=bool) if suppressed is None else suppressed
    notes = [_withheld(int(unknown.sum()))] if unknown.any() else []
    counted = of_each_count(matrix.values, level) if method == "poisson" else None
    if method != "none" and not np.array_equal(matrix.values, np.floor(matrix.values)):
        notes.append(_NO_COUNTS)
        method = "none"
    none = np.empty(0)
    low, high, place = counted or (none, none, np.empty((0, 0), dtype=np.int64))
    found, under, over = quotients(
        matrix.values, base.totals, base.group, base.of_activity, base.of_all, place, low, high
    )
    if method == "binomial":
        totals = base.totals[:, base.group]
        under, over = binomial_interval(matrix.values, np.floor(totals), level)
        shares = base.of_activity / base.of_all
        under, over = under / shares, over / shares
    hidden = np.zeros(unknown.shape, dtype=bool)
    if hide_below > 0:
        hidden = (matrix.values > 0) & (matrix.values < hide_below)
        notes.append(_hidden(int(hidden.sum()), hide_below))
    if unknown.any() or hidden.any():
        for each in (found, under, over):
            each[unknown | hidden] = np.nan
    return Quotients(matrix, base, found, under, over, level, method, unknown, hidden, tuple(notes))


_NO_COUNTS = Text(
    ko="값이 정수가 아니어서(개수가 아니어서) 구간과 검정을 내지 않습니다.",
    en="The values are not whole numbers, so not counts: no interval and no test.",
)


def _withheld(cells: int) -> Text:
    return Text(
        ko=f"비공개 칸이 {cells:,}개입니다. 합계에는 0으로 들어가므로 합계가 그만큼 작습니다.",
        en=f"{cells:,} cells are suppressed. They count as 0 in the sums, which are too small by them.",
    )


def _hidden(cells: int, below: float) -> Text:
    return Text(
        ko=f"{below:g}보다 적은 수에서 나온 칸 {cells:,}개를 가렸습니다. 한 행에 하나만 가려진 칸은 합계에서 되짚을 수 있습니다.",
        en=f"{cells:,} cells rest on fewer than {below:g} and are hidden. One alone in its row can be worked out from totals.",
    )
