"""Are they more concentrated than chance? Curve, envelopes, p value, where the curve leaves, and a sentence for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from squaremile.atlas.measures.points import envelopes, redrawing
from squaremile.atlas.measures.points.kdensity import k_density
from squaremile.atlas.measures.points.leaving import Leaving, leavings, verdict
from squaremile.atlas.measures.points.mfunction import m_function, rings
from squaremile.atlas.measures.points.redrawing import Null
from squaremile.atlas.measures.points.sites import Floats, Marks, Sites
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """How chance is asked: so many redrawings, at this level, from this seed."""

    simulations: int = 999
    level: float = 0.05
    seed: int = 0
    method: envelopes.Method = "erl"
    null: Null | None = None
    """None: location for one type, labels for two."""


@dataclass(frozen=True, slots=True, eq=False)
class Concentration(Shown):
    """Kd or M with its bands. Arrays are (radii,); NaN where the figure is not defined."""

    measure: str
    sites: int
    references: int
    neighbours: int
    weighted: bool
    radii: Floats
    observed: Floats
    expected: Floats
    """1 for M; for Kd the mean of the simulations."""
    mean: Floats
    lo: Floats
    hi: Floats
    local_lo: Floats
    local_hi: Floats
    p_value: float | None
    """Global, of the extreme rank length test; None for the dropping method, which has none."""
    significant: bool
    bandwidth: float | None
    simulations: int
    level: float
    exact_level: bool
    """(simulations + 1) × level is whole: the test rejects a true null with exactly that probability."""
    seed: int
    method: str
    null: str
    leaves: tuple[Leaving, ...]
    verdict: Text


def distances(radii: Sequence[float] | None, top: float | None, sites: Sites, steps: int) -> Floats:
    """The radii asked for, or `steps` equal ones up to `top`, or up to a third of the diagonal of the sites' box."""
    if radii is None:
        end = sites.diagonal / 3 if top is None else float(top)
        found = np.linspace(0.0, end, steps + 1)
    else:
        found = np.asarray(sorted(float(r) for r in radii))
    if not len(found) or not np.isfinite(found).all() or found[0] < 0 or found[-1] <= 0:
        raise Unmeasurable(
            Text(ko="거리는 0 이상이고 하나는 0보다 커야 합니다.", en="Radii are zero or more, and one of them more than zero."),
            Text(ko="사업장이 모두 한곳에 있으면 --max로 거리를 정하십시오.", en="Where all sites share one place, give --max."),
        )  # fmt: skip
    if len(np.unique(found)) < len(found):
        raise Unmeasurable(Text(ko="같은 거리가 두 번 있습니다.", en="A radius is given twice."))
    return found


def kd_test(
    sites: Sites, marks: Marks, radii: Sequence[float] | None = None, top: float | None = None, trial: Trial = Trial()
) -> Concentration:
    """Kd with bands. Counterfactual: the same number of establishments drawn from all sites.

    Duranton & Overman (2005) Rev. Econ. Stud. 72:1077; global envelope: Myllymäki et al. (2017) J. R. Stat. Soc. B 79:381.
    The bandwidth is found anew for every simulation, so that observed and simulated curves are made alike.
    """
    at = distances(radii, top, sites, 100)
    found = k_density(sites, marks, at)
    return _tried("Kd", sites, marks, found.values, lambda each: k_density(sites, each, at, drawn=True).values, at, trial,
                  bandwidth=found.bandwidth)  # fmt: skip


def m_test(
    sites: Sites, marks: Marks, radii: Sequence[float] | None = None, top: float | None = None, trial: Trial = Trial()
) -> Concentration:
    """M with bands. Marcon & Puech (2010) J. Econ. Geogr. 10:745; envelope as for `kd_test`."""
    at = distances(radii, top, sites, 50)
    ring = rings(sites, at)
    null = trial.null or redrawing.usual(marks)
    if null == "labels" or not marks.weighted:
        everyone = ring.around(np.arange(len(sites)), marks.weight)
        statistic = lambda each: m_function(ring, each, lambda some: everyone[some])
    else:
        statistic = lambda each: m_function(ring, each, lambda some: ring.around(some, each.weight))
    return _tried("M", sites, marks, statistic(marks), statistic, at, trial, expected=np.ones(len(at)))


def _tried(
    measure: str, sites: Sites, marks: Marks, observed: Floats, statistic: Callable[[Marks], Floats], radii: Floats,
    trial: Trial, expected: Floats | None = None, bandwidth: float | None = None,
) -> Concentration:  # fmt: skip
    envelopes.enough(trial.simulations, trial.level)
    null = trial.null or redrawing.usual(marks)
    drawn = redrawing.curves(statistic, marks, null, trial.simulations, trial.seed)
    band = envelopes.envelope(observed, drawn, trial.level, trial.method)
    mean = np.full(len(radii), np.nan)
    known = np.isfinite(drawn).any(axis=0)
    mean[known] = np.nanmean(drawn[:, known], axis=0)
    expected = mean if expected is None else expected
    found = leavings(radii, observed, expected, band.lo, band.hi)
    significant = bool(found) if band.p is None else band.p <= trial.level * (1 + 1e-12)
    whole = (trial.simulations + 1) * trial.level
    words: dict[str, Any] = {"p": band.p, "level": trial.level, "one_type": marks.one_type}
    return Concentration(
        measure, len(sites), int(marks.reference.sum()), int(marks.neighbour.sum()), marks.weighted, radii, observed,
        expected, mean, band.lo, band.hi, band.local_lo, band.local_hi, band.p, significant, bandwidth,
        trial.simulations, trial.level, trial.method == "erl" and abs(whole - round(whole)) < 1e-9, trial.seed,
        trial.method, null, found if significant else (), verdict(found, significant, radii, **words),
    )  # fmt: skip
