"""Growth beyond the indexer's own: a log-linear Poisson trend of each series with the field as offset."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

from squaremile.atlas.measures.showing import Shown
from squaremile.atlas.measures.trends.discoveries import q_values
from squaremile.atlas.measures.trends.panel import Floats, Panel

STEEPEST = 5.0
"""A slope beyond e^±5 a period is not estimable: all counts lie at one end."""


@dataclass(frozen=True, slots=True, eq=False)
class Growth(Shown):
    """(series,) each. `rate` is growth of the share of the field per period: .1 is ten per cent a period faster.

    `lo`, `hi` its 95 % interval; NaN where all counts lie in the first or the last period, or there are none.
    `dispersion` of the counts around the trend, at least 1, by which the interval is widened.
    `ratio` late share over early share, shrunk towards the field (1) by Gamma–Poisson; `p` and `q` of the trend.
    """

    total: Floats
    rate: Floats
    lo: Floats
    hi: Floats
    dispersion: Floats
    p: Floats
    q: Floats
    ratio: Floats
    prior: float
    """Shape and rate of the Gamma prior: as many papers of evidence as the field as a whole weighs. inf: no spread."""


def growth(panel: Panel) -> Growth:
    """y_t ~ Poisson(field_t exp(a + b t)): the rate is e^b - 1; p by the signed root of the deviance over dispersion.

    Given its sum a series is multinomial, so a falls away and b solves sum t y_t = Y sum t p_t(b) with
    p_t ∝ field_t e^(b t) (McCullagh & Nelder 1989, section 6.4), found for all series together by Newton's steps.
    """
    counts, field = panel.counts, panel.field
    total = counts.sum(axis=1)
    time = np.arange(len(field), dtype=np.float64)
    slope = _slopes(counts, total, field, time)
    expected, spread = _fitted(slope, total, field, time)
    with np.errstate(divide="ignore", invalid="ignore"):
        pearson = np.where(expected > 0, (counts - expected) ** 2 / expected, 0.0).sum(axis=1)
    dispersion = np.maximum(1.0, pearson / (len(field) - 2))
    steady = total[:, None] * (field / field.sum())
    gain = 2 * (_likelihood(counts, expected) - _likelihood(counts, steady))
    p = np.where(total > 0, 2 * norm.sf(np.sqrt(np.maximum(gain, 0) / dispersion)), np.nan)
    known = (total > 0) & (np.abs(slope) < STEEPEST)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.where(known, np.sqrt(dispersion / (total * spread)), np.nan)
    slope = np.where(known, slope, np.nan)
    ratio, prior = shrunk(panel)
    return Growth(
        total, np.expm1(slope), np.expm1(slope - 1.959964 * error), np.expm1(slope + 1.959964 * error),
        dispersion, p, q_values(p), ratio, prior,
    )  # fmt: skip


def _fitted(slope: Floats, total: Floats, field: Floats, time: Floats) -> tuple[Floats, Floats]:
    """Expected counts (series, periods) under these slopes, and the variance of time within each series."""
    power = np.log(field) + slope[:, None] * time
    share = np.exp(power - power.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    mean = share @ time
    return total[:, None] * share, (share * (time - mean[:, None]) ** 2).sum(axis=1)


def _slopes(counts: Floats, total: Floats, field: Floats, time: Floats) -> Floats:
    slope = np.zeros(len(counts))
    wanted = counts @ time
    for _ in range(100):
        expected, spread = _fitted(slope, total, field, time)
        with np.errstate(divide="ignore", invalid="ignore"):
            step = np.where(total > 0, (wanted - expected @ time) / (total * spread), 0.0)
        step = np.clip(np.nan_to_num(step), -0.5, 0.5)
        slope = np.clip(slope + step, -STEEPEST, STEEPEST)
        if np.abs(step).max(initial=0.0) < 1e-12:
            break
    return slope


def _likelihood(counts: Floats, expected: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.where(counts > 0, counts * np.log(np.where(expected > 0, expected, 1.0)), 0.0)
    found: Floats = part.sum(axis=1)
    return found


def shrunk(panel: Panel) -> tuple[Floats, float]:
    """Late over early, beside the field's own late over early, shrunk towards 1: (late + k) / (early × field + k).

    The early half of the periods is compared with the late half (the middle one of an odd number is left out).
    k is the shape and rate of a Gamma prior with mean 1, by moments over all series: what the squared differences show
    beyond chance, where chance is that of the late count and, scaled, of the early one. One paper that becomes four says
    little: with k = 20 it is a ratio of 1.14, while a hundred that become four hundred stay at 3.5.
    """
    half = len(panel.field) // 2
    early, late = panel.counts[:, :half].sum(axis=1), panel.counts[:, -half:].sum(axis=1)
    scale = panel.field[-half:].sum() / panel.field[:half].sum()
    expected = early * scale
    beyond = float(((late - expected) ** 2 - expected * (1 + scale)).sum())
    if beyond <= 0 or not expected.any():
        return np.ones(len(early)), float("inf")
    prior = float((expected**2).sum() / beyond)
    return (late + prior) / (expected + prior), prior
