"""Density-based clusters of points on the Earth or in a plane, each with its outline."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.outlines.hulls import geometry
from squaremile.atlas.measures.outlines.neighbours import joined, neighbourhoods
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.squares.discs import on_sphere
from squaremile.atlas.measures.squares.ground import EARTH_M, AtPoint, Floats, Ints, paired, refuse_positions
from squaremile.atlas.measures.squares.lengths import metres
from squaremile.kernel.words import Text

FARTHEST_M = 5_000_000.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """One cluster. `members` are positions in the arrays given, ascending; `cores` how many of them are cores."""

    number: int
    rows: int
    weight: int
    cores: int
    members: Ints
    centre: tuple[float, float]
    """Mean position of its members by weight: latitude and longitude, or x and y."""

    def as_dict(self) -> dict[str, Any]:
        return {
            "cluster": self.number, "rows": self.rows, "weight": self.weight, "cores": self.cores,
            "centre": list(self.centre), "members": self.members.tolist(),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clusters:
    """Clusters by falling weight. `labels` (n,) is each point's cluster from 0, or -1 for none; `core` (n,) whether it is one."""

    labels: Ints
    core: NDArray[np.bool_]
    clusters: tuple[Cluster, ...]
    eps_m: float
    least: int
    plane: bool
    first: Floats
    second: Floats

    def as_dict(self) -> dict[str, Any]:
        return {
            "clusters": [each.as_dict() for each in self.clusters],
            "noise": int((self.labels < 0).sum()),
            "rows": len(self.labels),
            "eps_m": self.eps_m,
            "min": self.least,
        }

    def outlines(self, hull: str = "convex") -> dict[str, Any]:
        """A GeoJSON FeatureCollection (RFC 7946), one feature a cluster; `hull` is "convex" or "concave".

        Convex: the smallest convex outline (of great circles, seen from its middle). Concave: the union of the Delaunay triangles
        whose circumscribed circle has a radius of at most eps. In a plane coordinates are x and y.
        """
        return {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "id": each.number,
                    "properties": {
                        "cluster": each.number,
                        "rows": each.rows,
                        "weight": each.weight,
                        "cores": each.cores,
                    },
                    "geometry": geometry(
                        self.first[each.members], self.second[each.members], hull, self.eps_m, self.plane
                    ),
                }
                for each in self.clusters
            ],
        }

    def _repr_html_(self) -> str:
        cells = "".join(
            f"<tr><td>{c.number}</td><td>{c.rows}</td><td>{c.weight}</td><td>{c.centre}</td></tr>"
            for c in self.clusters[:20]
        )
        return f"<table><tr><th>cluster</th><th>rows</th><th>weight</th><th>centre</th></tr>{cells}</table>"


@measures("density_clusters")
def clusters(
    first: ArrayLike,
    second: ArrayLike,
    *,
    eps: str | float,
    least: int,
    weight: ArrayLike | None = None,
    plane: bool = False,
) -> Clusters:
    """DBSCAN: cores have at least `least` (weight, themselves included) within `eps`; cores within eps of each other are one cluster.

    Args:
        first, second: latitude and longitude in degrees, shape (n,); with `plane`, x and y in metres.
        eps: reach, inclusive: "15km" or metres, along the great circle.
        least: how much a core must have within reach, 1 or more.
        weight: whole numbers of zero or more, 1 each by default. One place may hold many rows: it is visited once.

    A point that is no core belongs to its nearest core within eps (of equally near ones, the first by place), so that
    neither the order of rows nor of visits changes anything.

    Raises:
        Unmeasurable: no points, no finite positions, weights that are no whole numbers, sizes that are none.
    """
    a, b = paired(first, second)
    if not plane:
        refuse_positions(a, b)
    reach = metres(eps)
    if least < 1 or least != int(least):
        raise Unmeasurable(
            Text(
                ko=f"최소 수는 1 이상의 정수입니다: {least}",
                en=f"The least number is a whole one of 1 or more, not {least}.",
            )
        )
    if not plane and reach > FARTHEST_M:
        raise Unmeasurable(Text(ko="반경(eps)은 5,000km까지입니다.", en="The reach (eps) is at most 5,000 km."))
    weights = _whole(weight, len(a))
    place, points, across, rows, starts, heavy = _arranged(a, b, weights, reach, plane)
    limit, windows = _limits(points, reach, plane)
    core = neighbourhoods(points, across, starts, rows, windows, heavy, limit, int(least), not plane)
    label = joined(points, across, starts, rows, windows, core, limit, not plane)
    labels, found = _numbered(label[place], core[place], weights, a, b, plane)
    return Clusters(labels, core[place], found, reach, int(least), plane, a, b)


def _whole(weight: ArrayLike | None, n: int) -> Ints:
    if weight is None:
        return np.ones(n, np.int64)
    values = np.asarray(weight, dtype=np.float64)
    if values.shape != (n,):
        raise Unmeasurable(
            Text(
                ko=f"점은 {n}개인데 가중치는 {values.size}개입니다.",
                en=f"There are {n} points and {values.size} weights.",
            )
        )
    wrong = np.flatnonzero(~(np.isfinite(values) & (values >= 0) & (values == np.rint(values))))
    if len(wrong):
        i = int(wrong[0])
        raise AtPoint(
            i,
            Text(
                ko=f"{i}번째 점(0부터)의 가중치 {values[i]} 값은 0 이상의 정수가 아닙니다.",
                en=f"Point {i} (from 0) weighs {values[i]}, which is no whole number of zero or more.",
            ),
        )
    return values.astype(np.int64)


def _arranged(
    a: Floats, b: Floats, weights: Ints, reach: float, plane: bool
) -> tuple[Ints, Floats, Floats, Ints, Ints, Ints]:
    """Each row's place; the places' points, across, bands, where bands begin, and weights."""
    across, height = (a, b) if plane else (np.radians((b + 180.0) % 360.0 - 180.0), np.radians(a))
    band = np.floor(height / (reach if plane else reach / EARTH_M)).astype(np.int64)
    order = np.lexsort((height, across, band))
    new = np.empty(len(a), bool)
    new[:1] = True
    new[1:] = (np.diff(across[order]) != 0) | (np.diff(height[order]) != 0) | (np.diff(band[order]) != 0)
    begins = np.flatnonzero(new)
    place = np.empty(len(a), np.int64)
    place[order] = np.cumsum(new) - 1
    kept = order[begins]
    rows, starts = np.unique(band[kept], return_index=True)
    points = np.stack([a[kept], b[kept], np.zeros(len(kept))], axis=1) if plane else on_sphere(a[kept], b[kept])
    heavy = np.add.reduceat(weights[order], begins)
    return place, points, across[kept], rows, np.append(starts, len(kept)).astype(np.int64), heavy


def _limits(points: Floats, reach: float, plane: bool) -> tuple[float, Floats]:
    """The squared distance allowed, and how far across each point's neighbours can be."""
    if plane:
        return reach * reach, np.full(len(points), reach * (1 + 1e-12))
    wide = reach / EARTH_M
    level = np.hypot(points[:, 0], points[:, 1])
    ratio = np.where(math.sin(wide) < level * (1 - 1e-9), math.sin(wide) / np.maximum(level, 1e-300), 2.0)
    windows = np.where(ratio < 1, np.arcsin(np.minimum(ratio, 1.0)) * (1 + 1e-9) + 1e-12, 2 * math.pi)
    return (2 * math.sin(wide / 2)) ** 2 * (1 + 1e-14), windows


def _numbered(
    label: Ints, core: NDArray[np.bool_], weights: Ints, a: Floats, b: Floats, plane: bool
) -> tuple[Ints, tuple[Cluster, ...]]:
    """Clusters numbered by falling weight, then by their first place."""
    order = np.argsort(label, kind="stable")
    names, begins = np.unique(label[order], return_index=True)
    groups = [(name, np.sort(part)) for name, part in zip(names, np.split(order, begins[1:]), strict=True) if name >= 0]
    groups.sort(key=lambda each: (-int(weights[each[1]].sum()), int(each[0])))
    labels = np.full(len(label), -1, np.int64)
    found = []
    for number, (_, members) in enumerate(groups):
        labels[members] = number
        heavy = weights[members]
        middle = _middle(a[members], b[members], heavy, plane)
        cores = int(core[members].sum())
        found.append(Cluster(number, len(members), int(heavy.sum()), cores, members.astype(np.int64), middle))
    return labels, tuple(found)


def _middle(a: Floats, b: Floats, weights: Ints, plane: bool) -> tuple[float, float]:
    shares = weights if weights.any() else np.ones(len(a))
    if plane:
        return float(np.average(a, weights=shares)), float(np.average(b, weights=shares))
    x, y, z = np.average(on_sphere(a, b), axis=0, weights=shares)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
