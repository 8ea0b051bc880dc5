"""Bursts: stretches of time in which a topic takes more of its field than is usual for it (Kleinberg 2003)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.trends.discoveries import q_values
from squaremile.atlas.measures.trends.panel import Floats, Panel
from squaremile.kernel.words import Text

Ints = NDArray[np.int64]
CEILING = 0.999
"""No state has a share above this."""


@dataclass(frozen=True, slots=True)
class Burst:
    """From the period numbered `start` to `end`, both within it."""

    series: int
    level: int
    start: int
    end: int
    weight: float
    """How much dearer the stretch would have been without the burst, in nats (Kleinberg 2003, section 4)."""
    observed: float
    expected: float
    """Count in the stretch, and what the series' own share of the field would give."""
    p: float
    q: float


@dataclass(frozen=True, slots=True)
class Automaton:
    """`ratio` s: each state's share is s times that below; `gamma` what rising one state costs; `levels` above the base."""

    ratio: float = 2.0
    gamma: float = 1.0
    levels: int = 1

    def __post_init__(self) -> None:
        if not (self.ratio > 1 and self.gamma > 0 and self.levels >= 1):
            raise Unmeasurable(
                Text(
                    ko="배수는 1보다, 비용은 0보다 크고, 단계는 1 이상이어야 합니다.",
                    en="The ratio must exceed 1, the cost 0, and there is at least one level.",
                )
            )


def states(panel: Panel, automaton: Automaton = Automaton()) -> Ints:
    """(series, periods) the cheapest path: batched automaton of Kleinberg (2003), all series at once.

    State k expects the share p0 s^k of the field, p0 = the series' overall share; its cost in a period is minus the
    logarithm of the binomial probability; going up costs gamma ln T a level, going down nothing. Of equally cheap
    paths the one in lower states is taken.
    """
    cost = _costs(panel, automaton)
    series, periods, number = cost.shape
    rise = automaton.gamma * np.log(periods) * np.maximum(np.arange(number)[None, :] - np.arange(number)[:, None], 0)
    best = cost[:, 0] + rise[0]
    came = np.zeros((series, periods, number), dtype=np.int64)
    for t in range(1, periods):
        reached = best[:, :, None] + rise[None]
        came[:, t] = reached.argmin(axis=1)
        best = reached.min(axis=1) + cost[:, t]
    path = np.zeros((series, periods), dtype=np.int64)
    path[:, -1] = best.argmin(axis=1)
    rows = np.arange(series)
    for t in range(periods - 1, 0, -1):
        path[:, t - 1] = came[rows, t, path[:, t]]
    return path


def _costs(panel: Panel, automaton: Automaton) -> Floats:
    """(series, periods, states) without the binomial coefficient, which is the same in every state."""
    share = panel.counts.sum(axis=1) / panel.field.sum()
    shares = np.minimum(share[:, None] * automaton.ratio ** np.arange(automaton.levels + 1), CEILING)
    shares = np.maximum(shares, 1e-300)[:, None, :]
    counts = panel.counts[:, :, None]
    found: Floats = -(counts * np.log(shares) + (panel.field[:, None] - counts) * np.log1p(-shares))
    return found


def bursts(panel: Panel, automaton: Automaton = Automaton()) -> list[Burst]:
    """Every burst, heaviest first; nested levels are bursts of their own.

    p: the chance that a series with this sum, spread over the periods as the field is, holds so much in one stretch
    (binomial), times the number of stretches there are (Bonferroni); q over all series (Benjamini–Hochberg; a series
    counts once, with its strongest stretch). Kleinberg's automaton has no error rate of its own: q ≤ .05 keeps false
    alarms below 5 % of what is reported.
    """
    path, cost = states(panel, automaton), _costs(panel, automaton)
    number = len(panel.field)
    counted, whole = _running(panel.counts), _running(panel.field[None])[0]
    rows, levels, starts, ends, weights = [], [], [], [], []
    for level in range(1, automaton.levels + 1):
        row, start, end = _stretches(path >= level)
        gain = _running(cost[:, :, level - 1] - cost[:, :, level])
        rows.append(row)
        levels.append(np.full(len(row), level))
        starts.append(start)
        ends.append(end)
        weights.append(gain[row, end + 1] - gain[row, start])
    row, start, end = np.concatenate(rows), np.concatenate(starts), np.concatenate(ends)
    total = counted[:, -1]
    observed = counted[row, end + 1] - counted[row, start]
    share = (whole[end + 1] - whole[start]) / whole[-1]
    p = binom.sf(np.ceil(observed) - 1, np.ceil(total[row]), share) * (number * (number + 1) / 2)
    p = np.minimum(p, 1.0)
    columns = row, np.concatenate(levels), start, end, np.concatenate(weights), observed, total[row] * share
    q = _q(row, p, total)
    found = [
        Burst(int(r), int(k), int(s), int(e), float(w), float(o), float(x), float(p[n]), float(q[n]))
        for n, (r, k, s, e, w, o, x) in enumerate(zip(*columns, strict=True))
    ]
    return sorted(found, key=lambda b: (-b.weight, b.series, b.level, b.start))


def _running(values: Floats) -> Floats:
    """Sums up to each column, from 0."""
    return np.cumsum(np.pad(values, ((0, 0), (1, 0))), axis=1)


def _stretches(inside: NDArray[np.bool_]) -> tuple[Ints, Ints, Ints]:
    """Row, first and last column of each run of True."""
    edge = np.diff(np.pad(inside.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, starts = np.nonzero(edge == 1)
    return rows, starts, np.nonzero(edge == -1)[1] - 1


def _q(row: Ints, p: Floats, total: Floats) -> Floats:
    """Adjusted over the series that have counts: each is one test, by its strongest stretch; a weaker stretch of the
    same series has the q value that its p would have had in the strongest one's place."""
    strongest = np.where(total > 0, 1.0, np.nan)
    np.minimum.at(strongest, row, p)
    own = q_values(strongest)[row]
    tests = int(np.isfinite(strongest).sum())
    below = np.searchsorted(np.sort(strongest[np.isfinite(strongest)]), p, side="right")
    weaker = np.maximum(own, np.minimum(1.0, p * tests / np.maximum(below, 1)))
    found: Floats = np.where(p <= strongest[row], own, weaker)
    return found
