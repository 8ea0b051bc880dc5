"""Bands that a curve leaves by chance with a known probability: at each radius, or anywhere at all."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

Floats = NDArray[np.float64]
Method = Literal["erl", "dropping"]


@dataclass(frozen=True, slots=True, eq=False)
class Envelope:
    """(radii,) bounds; `p` the global Monte-Carlo p value of the observed curve (None for the dropping method)."""

    lo: Floats
    hi: Floats
    local_lo: Floats
    local_hi: Floats
    p: float | None


def enough(simulations: int, level: float) -> None:
    """Raises Unmeasurable where so many simulations cannot show a level."""
    if not 0 < level < 1:
        raise Unmeasurable(Text(ko="유의수준은 0과 1 사이입니다.", en="The level lies between 0 and 1."))
    if (simulations + 1) * level < 1 - 1e-9:
        need = int(np.ceil(1 / level)) - 1
        raise Unmeasurable(
            Text(ko=f"모의실험 {simulations}회로는 {level:g} 수준을 말할 수 없습니다.",
                 en=f"{simulations} simulations cannot show a level of {level:g}."),
            Text(ko=f"{need}회 이상 하십시오. 999회를 권합니다.", en=f"Run {need} or more; 999 are advised."),
        )  # fmt: skip


def local_band(simulated: Floats, level: float) -> tuple[Floats, Floats]:
    """At each radius by itself: the k-th smallest and largest of S simulations, k = level / 2 (S + 1), at least 1."""
    number = len(simulated)
    k = max(1, int(np.floor((number + 1) * level / 2 + 1e-9)))
    ranked = np.sort(simulated, axis=0)
    return ranked[k - 1], ranked[number - k]


def extreme_ranks(curves: Floats) -> Floats:
    """(curves,) extreme rank length measure in (0, 1] (Myllymäki et al. 2017): small is extreme.

    At every radius a curve has its two-sided rank (1 the lowest or highest, ties share the mean rank). Curves are
    ordered by their sorted ranks, the smallest first, as words are ordered; the measure is the share of curves that are
    as extreme or more. Equal curves get an equal measure.
    """
    low = rankdata(curves, axis=0)
    ranks = np.sort(np.minimum(low, len(curves) + 1 - low), axis=1)
    order = np.lexsort(ranks.T[::-1])
    fresh = np.ones(len(curves), dtype=bool)
    fresh[1:] = (ranks[order[1:]] != ranks[order[:-1]]).any(axis=1)
    group = np.cumsum(fresh) - 1
    upto = np.cumsum(np.bincount(group))
    measure = np.empty(len(curves))
    measure[order] = upto[group] / len(curves)
    return measure


def erl(observed: Floats, simulated: Floats, level: float) -> tuple[Floats, Floats, float]:
    """Global envelope of the extreme rank length ordering, and the p value: lo, hi, p.

    The observed curve leaves [lo, hi] somewhere exactly when p ≤ level (ties between curves apart), and under the null
    that happens with probability `level` where (S + 1) level is whole, with less elsewhere.
    """
    curves = np.vstack([observed, simulated])
    measure = extreme_ranks(curves)
    kept = curves[measure > level * (1 + 1e-12)]
    if not len(kept):
        kept = curves
    return kept.min(axis=0), kept.max(axis=0), float(measure[0])


def dropping(simulated: Floats, level: float) -> tuple[Floats, Floats]:
    """The envelope that dbmss reports, for comparison: simulations that supply an extreme are dropped until 1 - level
    of them are left at most, then interpolated. Its level is not exact."""
    number = len(simulated)
    target, kept = (1 - level) * number, simulated
    low, high = kept.min(axis=0), kept.max(axis=0)
    before = low, high
    while len(kept) > target:
        before = low, high
        gone = np.unique(np.concatenate([kept.argmin(axis=0), kept.argmax(axis=0)]))
        kept = np.delete(kept, gone, axis=0)
        if len(kept) < 2:
            raise Unmeasurable(
                Text(
                    ko="모의실험이 모자라 전역 신뢰대를 만들 수 없습니다.", en="Too few simulations for this envelope."
                ),
                Text(ko="횟수를 늘리거나 erl 방법을 쓰십시오.", en="Run more of them, or use the method erl."),
            )
        low, high = kept.min(axis=0), kept.max(axis=0)
    part = (target - len(kept)) / number
    return low + (before[0] - low) * part, high + (before[1] - high) * part


def envelope(observed: Floats, simulated: Floats, level: float, method: Method = "erl") -> Envelope:
    """Both bands around `simulated` (S, radii). Radii where any curve is undefined have NaN bounds."""
    enough(len(simulated), level)
    defined = np.isfinite(observed) & np.isfinite(simulated).all(axis=0)
    if not defined.any():
        raise Unmeasurable(
            Text(
                ko="어느 거리에서도 모든 모의 곡선이 정해지지 않습니다.",
                en="At no radius is every simulated curve defined.",
            ),
            Text(ko="더 긴 거리를 보십시오.", en="Look at longer radii."),
        )
    seen, drawn = observed[defined], simulated[:, defined]
    p: float | None = None
    if method == "erl":
        low, high, p = erl(seen, drawn, level)
    else:
        low, high = dropping(drawn, level)
    near_low, near_high = local_band(drawn, level)

    def spread(values: Floats) -> Floats:
        whole = np.full(len(observed), np.nan)
        whole[defined] = values
        return whole

    return Envelope(spread(low), spread(high), spread(near_low), spread(near_high), p)
