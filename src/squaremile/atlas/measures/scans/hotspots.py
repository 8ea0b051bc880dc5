"""Hot spots and their p-values: Kulldorff's spatial scan statistic with circular windows.

Kulldorff, "A spatial scan statistic", Communications in Statistics: Theory and Methods 26 (1997) 1481-1496. Every place
is the middle of circles that grow from neighbour to neighbour up to a share of all sites; the circle with the largest
likelihood ratio is the hot spot, and its p-value is the share of relabelled maps whose best circle is as good: having
looked everywhere is already paid for.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.scans.windows import bernoulli, orders, poisson, reaches
from squaremile.atlas.measures.squares.discs import on_sphere
from squaremile.atlas.measures.squares.ground import EARTH_M, AtPoint, Floats, Ints, paired, refuse_positions
from squaremile.atlas.measures.squares.lengths import metres
from squaremile.kernel.words import Text

MOST_ENTRIES = 150_000_000
"""Neighbours kept in memory at once, four bytes each and one for where circles end."""


@dataclass(frozen=True, slots=True)
class Hotspot:
    """One circle. `members` are the rows in it, ascending; `risk` the rate inside over the rate outside."""

    centre: tuple[float, float]
    radius_m: float
    sites: float
    cases: int
    expected: float
    risk: float
    ratio: float
    """Log likelihood ratio."""
    p: float
    members: Ints

    def as_dict(self) -> dict[str, Any]:
        return {
            "centre": list(self.centre), "radius_m": self.radius_m, "sites": self.sites, "cases": self.cases,
            "expected": self.expected, "relative_risk": self.risk if math.isfinite(self.risk) else None,
            "log_likelihood_ratio": self.ratio, "p": self.p, "members": self.members.tolist(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hotspots:
    """Hot spots by falling likelihood, none sharing a place with an earlier one. Empty where no circle has an excess."""

    spots: tuple[Hotspot, ...]
    model: str
    sites: float
    cases: int
    draws: int
    seed: int
    maxima: Floats
    """The best log likelihood ratio of each relabelled map."""

    def as_dict(self) -> dict[str, Any]:
        return {
            "hotspots": [each.as_dict() for each in self.spots], "model": self.model, "sites": self.sites,
            "cases": self.cases, "draws": self.draws, "seed": self.seed,
            "critical_5_percent": float(np.quantile(self.maxima, 0.95, method="higher")) if self.draws else None,
        }  # fmt: skip

    def _repr_html_(self) -> str:
        cells = "".join(
            f"<tr><td>{s.centre}</td><td>{s.radius_m:.0f}</td><td>{s.cases}</td><td>{s.expected:.1f}</td><td>{s.p:.3f}</td></tr>"
            for s in self.spots
        )
        return (
            f"<table><tr><th>centre</th><th>radius m</th><th>cases</th><th>expected</th><th>p</th></tr>{cells}</table>"
        )


@measures("hot_spot")
def hotspots(
    first: ArrayLike,
    second: ArrayLike,
    cases: ArrayLike,
    *,
    population: ArrayLike | None = None,
    plane: bool = False,
    share: float = 0.5,
    radius: str | float | None = None,
    draws: int = 999,
    seed: int = 0,
    top: int = 10,
) -> Hotspots:
    """Where cases gather among sites (Bernoulli), or counts exceed a population (Poisson).

    Args:
        first, second: latitude and longitude in degrees, shape (n,); with `plane`, x and y in metres.
        cases: without `population`, 1 or 0 a site: whether it is a case. With it, whole counts.
        population: what counts are expected to be proportional to, zero or more.
        share: the largest part of all sites (of the population) that a circle may hold, above 0 and at most 0.5.
        radius: the largest circle: "2km" or metres; none by default.
        draws: relabelled maps; 0 computes no p-value (it is then 1).

    Raises:
        Unmeasurable: no case or nothing but cases, values that are no counts, more neighbours than fit into memory.
    """
    a, b = paired(first, second)
    if not plane:
        refuse_positions(a, b)
    _refuse_options(share, draws, top)
    counts, sites = _counted(cases, population, len(a))
    place, points, first_row = _places(a, b, plane)
    here = np.bincount(place, weights=counts, minlength=len(points)).astype(np.int64)
    held = np.bincount(place, weights=sites, minlength=len(points)).astype(np.float64)
    scan = _Scan(_circles(points, held, share, radius, plane), here, held, population is not None)
    rng = np.random.default_rng(seed)
    maxima = np.array([scan.best(scan.drawn(rng))[0].max() for _ in range(draws)])
    spots = []
    for i, inside, ratio in _apart(scan, here, top):
        p = (1 + int((maxima >= ratio * (1 - 1e-10)).sum())) / (1 + draws)
        radius_m = _metres(points[inside[-1]] - points[i], plane)
        members = np.flatnonzero(np.isin(place, inside)).astype(np.int64)
        at = (float(a[first_row[i]]), float(b[first_row[i]]))
        spots.append(_spot(at, radius_m, held, here, inside, ratio, p, members))
    model = "poisson" if population is not None else "bernoulli"
    return Hotspots(tuple(spots), model, float(held.sum()), int(here.sum()), draws, seed, maxima)


def _refuse_options(share: float, draws: int, top: int) -> None:
    if not 0 < share <= 0.5 or draws < 0 or top < 1:
        raise Unmeasurable(
            Text(
                ko="비율은 0보다 크고 0.5 이하, 추출은 0 이상, 개수는 1 이상입니다.",
                en="The share is above 0 and at most 0.5, draws 0 or more, top 1 or more.",
            )
        )


def _apart(scan: _Scan, cases: Ints, top: int) -> Iterator[tuple[int, Ints, float]]:
    """Middle, places and likelihood ratio of the best circles that share no place, the best first."""
    ratio, where = scan.best(cases)
    used = np.zeros(len(ratio), bool)
    many = 0
    for i in np.lexsort((np.arange(len(ratio)), -ratio)).tolist():
        inside = scan.index[scan.start[i] : scan.start[i] + where[i]]
        if ratio[i] <= 0 or many == top:
            return
        if not used[inside].any():
            used[inside] = True
            many += 1
            yield i, inside, float(ratio[i])


class _Scan:
    """One map's circles, and what is drawn at random on it."""

    def __init__(self, circles: tuple[Ints, Any, Any], cases: Ints, sites: Floats, counted: bool) -> None:
        self.start, self.index, self.ends = circles
        self.counted = counted
        self.total = int(cases.sum())
        self.sites = sites * (self.total / sites.sum()) if counted else sites.astype(np.int64)
        self.owner = np.empty(0, np.int64) if counted else np.repeat(np.arange(len(sites)), self.sites.astype(np.int64))
        top = self.total if counted else int(self.sites.sum())
        numbers = np.arange(top + 1, dtype=np.float64)
        self.logs = numbers * np.log(np.maximum(numbers, 1))
        self.kernel = poisson if counted else bernoulli

    def best(self, cases: Ints) -> tuple[Floats, Ints]:
        """The best likelihood ratio around each place, and how many places its circle takes in."""
        ratio, where = np.empty(len(self.start) - 1), np.empty(len(self.start) - 1, np.int64)
        self.kernel(self.start, self.index, self.ends, self.sites, cases, self.logs, ratio, where)
        if self.counted:
            ratio = np.where(where > 0, ratio - (self.logs[self.total] - self.total * math.log(self.total)), 0.0)
        return ratio, where

    def drawn(self, rng: np.random.Generator) -> Ints:
        """As many cases, dealt out anew."""
        if self.counted:
            return rng.multinomial(self.total, self.sites / self.sites.sum()).astype(np.int64)
        chosen = rng.choice(self.owner, self.total, replace=False)
        return np.bincount(chosen, minlength=len(self.sites)).astype(np.int64)


def _counted(cases: ArrayLike, population: ArrayLike | None, n: int) -> tuple[Floats, Floats]:
    counts = np.asarray(cases, dtype=np.float64)
    sites = np.ones(n) if population is None else np.asarray(population, dtype=np.float64)
    for values in (counts, sites):
        if values.shape != (n,):
            raise Unmeasurable(
                Text(
                    ko=f"점은 {n}개인데 값은 {values.size}개입니다.",
                    en=f"There are {n} points and {values.size} values.",
                )
            )
    good = np.isfinite(counts) & (counts >= 0) & (counts == np.rint(counts)) & np.isfinite(sites) & (sites >= 0)
    if population is None:
        good &= counts <= 1
    if len(wrong := np.flatnonzero(~good)):
        i = int(wrong[0])
        raise AtPoint(
            i,
            Text(
                ko=f"{i}번째 점(0부터)의 값 {counts[i]} 또는 인구 {sites[i]}을(를) 셀 수 없습니다.",
                en=f"Point {i} (from 0): {counts[i]} cases of {sites[i]} cannot be counted.",
            ),
            Text(
                ko="사례는 0이나 1, 또는 인구와 함께 0 이상의 정수로 주십시오.",
                en="Give cases as 0 or 1, or whole counts with a population.",
            ),
        )
    if not counts.any() or (population is None and counts.all()) or not sites.any():
        raise Unmeasurable(
            Text(
                ko="사례가 하나도 없거나 모두 사례여서 견줄 것이 없습니다.",
                en="There is no case, or nothing but cases: nothing to compare.",
            ),
            Text(
                ko="사례와 사례가 아닌 사업장이 함께 있는 파일을 주십시오.",
                en="Give a file that holds cases and other sites.",
            ),
        )
    return counts, sites


def _places(a: Floats, b: Floats, plane: bool) -> tuple[Ints, Floats, Ints]:
    """Each row's place, the places, and the first row of each."""
    across = b if plane else (b + 180.0) % 360.0 - 180.0
    _, first_row, place = np.unique(np.stack([a, across], axis=1), axis=0, return_index=True, return_inverse=True)
    u, v = a[first_row], b[first_row]
    points = np.stack([u, v, np.zeros(len(u))], axis=1) if plane else on_sphere(u, v)
    return place.reshape(-1).astype(np.int64), np.ascontiguousarray(points), first_row.astype(np.int64)


def _circles(
    points: Floats, sites: Floats, share: float, radius: str | float | None, plane: bool
) -> tuple[Ints, Any, Any]:
    limit = math.inf
    if radius is not None:
        size = metres(radius)
        limit = size * size if plane else (2 * math.sin(min(size / EARTH_M, math.pi) / 2)) ** 2
    many = reaches(points, sites, share * float(sites.sum()) * (1 + 1e-12), limit * (1 + 1e-12))
    start = np.concatenate([[0], np.cumsum(many)]).astype(np.int64)
    if start[-1] > MOST_ENTRIES:
        raise Unmeasurable(
            Text(
                ko=f"원 안의 이웃이 모두 {start[-1]:,}개라 기억에 담지 못합니다.",
                en=f"The circles hold {start[-1]:,} neighbours, more than fit into memory.",
            ),
            Text(ko="가장 큰 반경이나 비율을 줄이십시오.", en="Lower the largest radius or the share."),
        )
    index, ends = orders(points, many, start)
    return start, index, ends


def _metres(difference: Floats, plane: bool) -> float:
    straight = float(np.linalg.norm(difference))
    return straight if plane else 2 * EARTH_M * math.asin(min(1.0, straight / 2))


def _spot(
    at: tuple[float, float],
    radius: float,
    sites: Floats,
    cases: Ints,
    inside: np.ndarray,
    ratio: float,
    p: float,
    members: Ints,
) -> Hotspot:
    n, c = float(sites[inside].sum()), int(cases[inside].sum())
    all_sites, all_cases = float(sites.sum()), int(cases.sum())
    expected = n * all_cases / all_sites
    outside = (all_cases - c) / (all_sites - n) if all_sites > n else 0.0
    risk = (c / n) / outside if outside and n else math.inf
    return Hotspot(at, radius, n, c, expected, risk, ratio, p, members)
