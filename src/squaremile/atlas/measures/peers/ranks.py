"""Where regions stand, and how surely: ranks of a composite score as intervals, over doubtful weights and noisy counts.

A rank alone is not comparable between a count of 12 and a count of 12,000. The interval holds, for each region, every rank
that the other regions' scores do not rule out: regions whose score is surely higher push it down, surely lower ones up.
“Surely” is simultaneous over all others, by the largest standardised difference among the draws (Mogstad, Romano, Shaikh
& Wilhelm 2024, Review of Economic Studies 91:476), so the interval covers the true rank with at least the level stated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.table import Floats, Matrix
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table
from squaremile.kernel.words import Text

Noise = Literal["posterior", "poisson", "none"]
NOISES: tuple[Noise, ...] = ("posterior", "poisson", "none")
CELLS = 40_000_000
"""Draws times regions held at once."""


@dataclass(frozen=True, slots=True)
class Standing(Shown):
    """All regions by score, first first. Ranks count from 1; `low` and `high` hold the rank at `level`; `percentile` is
    0 for the last and 100 for the first; `score` is 100 for a region that is average in every indicator."""

    region: tuple[str, ...]
    score: Floats
    rank: np.ndarray[tuple[int], np.dtype[np.int64]]
    low: np.ndarray[tuple[int], np.dtype[np.int64]]
    high: np.ndarray[tuple[int], np.dtype[np.int64]]
    percentile: Floats
    indicators: tuple[str, ...]
    weights: Floats
    concentration: float | None
    noise: Noise
    level: float
    draws: int
    seed: int

    def tables(self) -> Mapping[str, Table]:
        """One row a region."""
        names = ("region", "score", "rank", "low", "high", "percentile")
        return {"ranks": {n: getattr(self, n) for n in names}}

    def sentence(self, region: str) -> Text:
        """What may be said of one region. Raises ValueError where it is not ranked."""
        at = self.region.index(region)
        rank, low, high, of = int(self.rank[at]), int(self.low[at]), int(self.high[at]), len(self.region)
        if low == high:
            return Text(
                ko=f"{region}: {of}곳 가운데 {rank}위입니다({self.level:.0%}).", en=f"{region} ranks {rank} of {of} ({self.level:.0%})."
            )
        return Text(
            ko=f"{region}: {of}곳 가운데 {low}위에서 {high}위 사이입니다({self.level:.0%}). 점수만으로는 {rank}위이지만 순위를 단정할 수 없습니다.",
            en=f"{region} ranks between {low} and {high} of {of} ({self.level:.0%}); by score alone {rank}, which the data do not settle.",
        )


@measures("rank_interval", "percentile")
def ranks(
    matrix: Matrix, *, sizes: Mapping[str, float] | None = None, weights: Mapping[str, float] | None = None,
    concentration: float | None = 50.0, noise: Noise = "posterior", level: float = 0.9, draws: int = 2000, seed: int = 0,
) -> Standing:  # fmt: skip
    """Ranks of Σ_k w_k 100 x_rk/s_r ÷ mean_r(x_rk/s_r): every column of the table is an indicator.

    `sizes` (population, area, firms) divide the counts; 1 each where none are given. `weights` are equal where none are
    given and are scaled to 1; they are drawn from a Dirichlet distribution around them, the tighter the larger
    `concentration` (None: they are certain). `noise` of a count x: a rate from its posterior Gamma(x + 1/2) (a zero is not
    certain to stay zero), a Poisson bootstrap, or none (values that are no counts). Same seed, same answer.

    Raises Unmeasurable for fewer than two regions, sizes or weights that are missing or not positive, values that are no
    whole numbers with noise, and a level, concentration or number of draws that is none.
    """
    _settings(matrix, concentration, noise, level, draws)
    size = np.array([_of(sizes, r, "size", "크기") for r in matrix.regions]) if sizes is not None else np.ones(len(matrix.regions))
    weight = _weights(matrix, weights)
    generator = np.random.default_rng(seed)
    score = _scores(matrix.values[None] / size[None, :, None], weight[None])[0]
    drawn = _drawn(matrix.values, size, weight, concentration, noise, draws, generator)
    order = np.lexsort((np.array(matrix.regions), -score))
    score, drawn = score[order], drawn[:, order]
    low, high = _intervals(score, drawn, level)
    return Standing(
        region=tuple(matrix.regions[r] for r in order), score=score, rank=_rank(score), low=low, high=high,
        percentile=percentiles(score), indicators=matrix.activities, weights=weight, concentration=concentration,
        noise=noise, level=level, draws=draws, seed=seed,
    )  # fmt: skip


def percentiles(values: Floats) -> Floats:
    """Of each value: how many of the others lie below it, equals counting half; 0 to 100. Raises ValueError for fewer
    than two values."""
    if len(values) < 2:
        raise ValueError("a percentile is among others")
    ordered = np.sort(values)
    below = np.searchsorted(ordered, values, side="left")
    equal = np.searchsorted(ordered, values, side="right") - below - 1
    return 100.0 * (below + 0.5 * equal) / (len(values) - 1)


def _rank(score: Floats) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """1 + how many are strictly higher."""
    return 1 + len(score) - np.searchsorted(np.sort(score), score, side="right").astype(np.int64)


def _scores(rates: Floats, weights: Floats) -> Floats:
    """(draws, regions) from rates (draws, regions, indicators) and weights (draws, indicators)."""
    mean = rates.mean(axis=1, keepdims=True)
    index = np.divide(100.0 * rates, mean, out=np.zeros_like(rates), where=mean > 0)
    return np.einsum("brk,bk->br", index, weights)


def _drawn(
    values: Floats, size: Floats, weight: Floats, concentration: float | None, noise: Noise, draws: int,
    generator: np.random.Generator,
) -> Floats:  # fmt: skip
    """One score a draw and region; in parts, so that many regions with many indicators fit in memory."""
    parts = []
    step = max(1, CELLS // values.size // 4)
    for begin in range(0, draws, step):
        n = min(step, draws - begin)
        shape = (n, *values.shape)
        if noise == "posterior":
            counts = generator.standard_gamma(np.broadcast_to(values + 0.5, shape))
        elif noise == "poisson":
            counts = generator.poisson(np.broadcast_to(values, shape)).astype(np.float64)
        else:
            counts = np.broadcast_to(values, shape)
        if concentration is None:
            weights = np.broadcast_to(weight, (n, len(weight)))
        else:
            gamma = generator.standard_gamma(np.broadcast_to(concentration * weight, (n, len(weight))))
            weights = gamma / gamma.sum(axis=1, keepdims=True)
        parts.append(_scores(counts / size[:, None], weights))
    return np.concatenate(parts)


def _intervals(
    score: Floats, drawn: Floats, level: float
) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], np.ndarray[tuple[int], np.dtype[np.int64]]]:
    n = len(score)
    low, high = np.empty(n, dtype=np.int64), np.empty(n, dtype=np.int64)
    middle = drawn.mean(axis=0)
    for i in range(n):
        moved = (drawn[:, i : i + 1] - drawn) - (middle[i] - middle)
        spread = moved.std(axis=0)
        others = (np.arange(n) != i) & (spread > 1e-9)
        furthest = np.abs(moved[:, others] / spread[others]).max(axis=1) if others.any() else np.zeros(1)
        reach = float(np.quantile(furthest, level)) * spread + 1e-9
        apart = score[i] - score
        low[i] = 1 + int((apart < -reach).sum())
        high[i] = n - int((apart > reach).sum())
    return low, np.maximum(high, low)


def _settings(matrix: Matrix, concentration: float | None, noise: Noise, level: float, draws: int) -> None:
    if len(matrix.regions) < 2:
        raise Unmeasurable(Text(ko="순위에는 지역이 둘 이상 있어야 합니다.", en="A rank wants two regions or more."))
    if noise not in NOISES:
        raise Unmeasurable(Text(ko=f"noise는 {', '.join(NOISES)} 가운데 하나입니다.", en=f"noise is one of {', '.join(NOISES)}."))
    if noise != "none" and not np.array_equal(matrix.values, np.floor(matrix.values)):
        raise Unmeasurable(
            Text(ko="정수가 아닌 값에는 개수의 흔들림을 셈할 수 없습니다.", en="Values that are no whole numbers have no count noise."),
            Text(ko="개수를 넣거나 noise를 none으로 하십시오.", en="Give counts, or set noise to none."),
        )
    if not 0 < level < 1 or not 100 <= draws <= 1_000_000 or not (concentration is None or concentration > 0):
        raise Unmeasurable(Text(
            ko="수준은 0과 1 사이, 추출은 100번 이상 1,000,000번 이하, 집중도는 0보다 커야 합니다.",
            en="The level lies between 0 and 1, draws between 100 and 1,000,000, and the concentration is above 0.",
        ))  # fmt: skip
    if draws * len(matrix.regions) > CELLS:
        raise Unmeasurable(Text(
            ko=f"지역 {len(matrix.regions):,}곳에 추출 {draws:,}번은 너무 많습니다.",
            en=f"{draws:,} draws of {len(matrix.regions):,} regions are too many: use fewer draws.",
        ))  # fmt: skip


def _of(given: Mapping[str, float], name: str, what_en: str, what_ko: str) -> float:
    value = given.get(name)
    if value is None or not np.isfinite(value) or value <= 0:
        raise Unmeasurable(Text(
            ko=f"‘{name}’의 {what_ko} 값이 없거나 0보다 크지 않습니다.", en=f"“{name}” has no {what_en} above 0.",
        ))  # fmt: skip
    return float(value)


def _weights(matrix: Matrix, given: Mapping[str, float] | None) -> Floats:
    if given is None:
        return np.full(len(matrix.activities), 1.0 / len(matrix.activities))
    if odd := sorted(set(given) - set(matrix.activities)):
        raise Unmeasurable(Text(
            ko=f"가중치 ‘{odd[0]}’에 맞는 지표가 없습니다. 있는 것: {', '.join(matrix.activities)}",
            en=f"There is no indicator “{odd[0]}” to weigh. There are: {', '.join(matrix.activities)}.",
        ))  # fmt: skip
    weight = np.array([_of(given, name, "weight", "가중치") for name in matrix.activities])
    return weight / weight.sum()
