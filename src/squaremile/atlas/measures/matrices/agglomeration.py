"""Ellison–Glaeser: is an industry more concentrated than its few large plants alone would make it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.adding import add_up
from squaremile.atlas.measures.matrices.table import Floats, check_values, encode
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Plants(Shown):
    """Plants by industry and region, checked. `x` is each region's share of all employment, summing to 1."""

    regions: tuple[str, ...]
    industries: tuple[str, ...]
    region: NDArray[np.int64]
    industry: NDArray[np.int64]
    size: Floats
    x: Floats
    notes: tuple[Text, ...]


def plants(
    regions: Sequence[Any],
    industries: Sequence[Any],
    sizes: Sequence[float] | Floats,
    region_totals: Mapping[str, float] | None = None,
) -> Plants:
    """Check the plants. Without `region_totals`, a region's total is the sum of the plants given, all industries.

    With it, regions that have no plant count too: their share of employment is part of the dartboard. The sum of the
    totals is the nation's. Plants of size 0 are left out, which the notes say. Raises Unmeasurable for negative or
    missing sizes, a region without a total, and for a single region.
    """
    size = np.asarray(sizes, dtype=np.float64)
    if not len(regions) == len(industries) == len(size):
        raise Unmeasurable(Text(ko="열의 길이가 서로 다릅니다.", en="The columns are of unequal length."))
    check_values(size)
    told = [str(r) for r in regions]
    listed = sorted(set(told) | set(region_totals or ()))
    if region_totals is not None and (lost := next((r for r in sorted(set(told)) if r not in region_totals), None)):
        raise Unmeasurable(
            Text(ko=f"지역 합계에 ‘{lost}’ 지역이 없습니다.", en=f"The totals of regions lack “{lost}”."),
            Text(ko="모든 지역의 합계를 적으십시오.", en="Give the total of every region."),
        )
    place = {name: n for n, name in enumerate(listed)}
    region = np.array([place[r] for r in told], dtype=np.int64)
    industry, names = encode(industries)
    there = size > 0
    notes = (_without_size(int((~there).sum())),) if not there.all() else ()
    if region_totals is None:
        totals = np.bincount(region, weights=size, minlength=len(listed)).astype(np.float64)
    else:
        totals = np.array([region_totals[r] for r in listed], dtype=np.float64)
        check_values(totals)
    if (totals > 0).sum() < 2:
        raise Unmeasurable(
            Text(
                ko="집적을 재려면 고용이 있는 지역이 둘 이상 있어야 합니다.",
                en="Two regions with employment are needed.",
            ),
            Text(ko="더 많은 지역을 넣거나 지역 합계를 주십시오.", en="Add regions, or give the totals of regions."),
        )
    return Plants(
        tuple(listed), tuple(names), region[there], industry[there], size[there], totals / totals.sum(), notes
    )


@dataclass(frozen=True, slots=True)
class Agglomeration(Shown):
    """Of one industry, without unit. `expected` and `variance` are those of G if plants fell by chance; NaN for `gamma`
    where one plant is the whole industry. `p` is the share of dartboards with a G as large (NaN without simulations).

    `verdict`: "concentrated" from 0.05, "between" from 0.02, "weak" from 0 (the rule of thumb of the authors), below
    it "dispersed". It speaks of the size of gamma; whether chance alone does as much is what `p` says.
    """

    industry: str
    plants: int
    gamma: float
    g: float
    h: float
    expected: float
    variance: float
    z: float
    p: float
    maurel_sedillot: float
    verdict: str


@measures("ellison_glaeser", "maurel_sedillot")
def ellison_glaeser(held: Plants, simulations: int = 0, seed: int = 0) -> list[Agglomeration]:
    """Each industry's γ = (G − (1−Σx²)H)/((1−Σx²)(1−H)) with G = Σ(s−x)², H = Σz².

    γ has mean 0 when each plant chooses its region by chance with probabilities x. Maurel & Sédillot's index has
    Σs² − Σx² in place of G. The variance of G under chance is 2{H²[Σx²−2Σx³+(Σx²)²] − Σz⁴[Σx²−4Σx³+3(Σx²)²]}.
    Sources: Ellison & Glaeser 1997, JPE 105:889; Maurel & Sédillot 1999, RSUE 29:575.
    """
    table, _ = add_up(held.region, held.industry, held.size, len(held.regions), len(held.industries))
    found = []
    for n, name in enumerate(held.industries):
        sizes = held.size[held.industry == n]
        if len(sizes) == 0:
            continue
        found.append(_one(name, sizes / sizes.sum(), table[:, n] / table[:, n].sum(), held.x, simulations, seed))
    return found


def _one(name: str, z: Floats, s: Floats, x: Floats, simulations: int, seed: int) -> Agglomeration:
    g, h = float(((s - x) ** 2).sum()), float((z**2).sum())
    two = float((x**2).sum())
    free = 1 - two
    alone = 1 - h < 1e-15
    gamma = np.nan if alone else (g - free * h) / (free * (1 - h))
    other = np.nan if alone else ((float((s**2).sum()) - two) / free - h) / (1 - h)
    variance = _variance(z, x)
    p = np.nan
    if simulations > 0:
        drawn = dartboard(z, x, simulations, seed)
        p = (1 + int((drawn >= g * (1 - 1e-12)).sum())) / (simulations + 1)
    spread = (g - free * h) / np.sqrt(variance) if variance > 0 else np.nan
    steps = ((0.0, "dispersed"), (0.02, "weak"), (0.05, "between"))
    verdict = "undefined" if alone else next((word for top, word in steps if gamma < top), "concentrated")
    return Agglomeration(name, len(z), float(gamma), g, h, free * h, variance, float(spread), p, float(other), verdict)


def _variance(z: Floats, x: Floats) -> float:
    two, three = float((x**2).sum()), float((x**3).sum())
    h, four = float((z**2).sum()), float((z**4).sum())
    found = 2 * (h * h * (two - 2 * three + two * two) - four * (two - 4 * three + 3 * two * two))
    return max(found, 0.0)


def dartboard(z: Floats, x: Floats, simulations: int, seed: int = 0) -> Floats:
    """G of so many industries whose plants (shares `z`) fell on regions by chance (probabilities `x`)."""
    dice = np.random.default_rng(seed)
    edges = np.cumsum(x)
    edges[-1] = 1.0
    found = np.empty(simulations)
    for n in range(simulations):
        fell = np.searchsorted(edges, dice.random(len(z)), side="right")
        s = np.bincount(fell, weights=z, minlength=len(x))
        found[n] = ((s - x) ** 2).sum()
    return found


@measures("coagglomeration")
def coagglomeration(held: Plants, industries: Sequence[str]) -> float:
    """γ^c of a group: how much more its industries share regions than each one's own concentration explains.

    γ^c = [G/(1−Σx²) − H − Σ γ_j w_j² (1−H_j)] / (1 − Σ w_j²), w the industries' shares of the group's employment,
    G of the group together, H = Σ w_j² H_j. 0 where industries choose apart. Source: Ellison & Glaeser 1997, eq. (10).
    Raises Unmeasurable for fewer than two industries, or one that is not there.
    """
    if len(set(industries)) < 2:
        raise Unmeasurable(
            Text(
                ko="함께 집적하는지 보려면 산업이 둘 이상 있어야 합니다.",
                en="Coagglomeration needs two industries or more.",
            ),
        )
    lost = next((i for i in industries if i not in held.industries), None)
    if lost is not None:
        raise Unmeasurable(
            Text(ko=f"‘{lost}’ 산업의 사업체가 없습니다.", en=f"There is no plant of “{lost}”."),
            Text(ko=f"있는 산업: {', '.join(held.industries)}", en=f"There are: {', '.join(held.industries)}"),
        )
    free = 1 - float((held.x**2).sum())
    group = np.isin(held.industry, [held.industries.index(i) for i in set(industries)])
    total = held.size[group].sum()
    together = np.bincount(held.region[group], weights=held.size[group], minlength=len(held.x)) / total
    g = float(((together - held.x) ** 2).sum())
    within = squares = own = 0.0
    for each in (a for a in ellison_glaeser(held) if a.industry in set(industries)):
        w = held.size[held.industry == held.industries.index(each.industry)].sum() / total
        squares += w * w
        within += w * w * each.h
        own += w * w * (each.g / free - each.h)  # γ(1−H), which is defined for a single plant too
    return float((g / free - within - own) / (1 - squares))


def _without_size(number: int) -> Text:
    return Text(ko=f"규모가 0인 사업체 {number:,}곳을 뺐습니다.", en=f"{number:,} plants of size 0 were left out.")
