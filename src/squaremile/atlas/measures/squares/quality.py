"""What may be counted where: rows that only name a city are left out, pile-ups and strays are pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.squares.found import Caution
from squaremile.atlas.measures.squares.ground import EARTH_M, Floats, Ints
from squaremile.kernel.words import Text

CENTROIDS = frozenset({"city", "시군구", "도시"})
"""Precision classes whose coordinates are the middle of something much larger than a square."""
PRECISE = frozenset({"roof", "rooftop", "street", "address", "parcel", "건물", "도로명", "지번"})
PILE = 5
"""More different organisations than this on one coordinate look like a centroid, unless marked as precise."""
FAR_M = 100_000.0


def measurable(precision: Sequence[Any] | None, n: int) -> tuple[Ints, dict[str, int]]:
    """The points whose position is finer than a city, and how many were left out.

    Raises:
        Unmeasurable: none is left, or another number of classes than points.
    """
    if precision is None:
        return np.arange(n, dtype=np.int64), {}
    if len(precision) != n:
        raise Unmeasurable(
            Text(
                ko=f"점은 {n}개인데 정밀도는 {len(precision)}개입니다.",
                en=f"There are {n} points and {len(precision)} precisions.",
            )
        )
    coarse = np.fromiter((_class(each) in CENTROIDS for each in precision), bool, n)
    if n and coarse.all():
        raise Unmeasurable(
            Text(
                ko=f"{n}곳 모두 도시 단위 좌표뿐이어서 밀도를 말할 수 없습니다.",
                en=f"All {n} positions are those of a city, so nothing can be said about density.",
            ),
            Text(ko="사업장 주소의 좌표를 마련하십시오.", en="Obtain the coordinates of the sites' addresses."),
        )
    return np.flatnonzero(~coarse).astype(np.int64), {"city": int(coarse.sum())} if coarse.any() else {}


def _class(value: Any) -> str:
    return str(value).strip().casefold()


def pile_ups(x: Floats, y: Floats, names: Ints | None, precision: Sequence[Any] | None) -> list[Caution]:
    """A warning for each coordinate on which more than five organisations lie without being marked as precise.

    `names` are numbers of organisations; without them every row is one.
    """
    vague = np.arange(len(x)) if precision is None else np.flatnonzero([_class(p) not in PRECISE for p in precision])
    order = vague[np.lexsort((y[vague], x[vague]))]
    if not len(order):
        return []
    new = np.flatnonzero(np.concatenate(([True], (np.diff(x[order]) != 0) | (np.diff(y[order]) != 0))))
    found = []
    ends = np.append(new[1:], len(order))
    large = np.flatnonzero(ends - new > PILE)
    for begin, end in zip(new[large], ends[large], strict=True):
        here = np.sort(order[begin:end])
        many = len(here) if names is None else len(np.unique(names[here]))
        if many > PILE:
            found.append((many, float(x[here[0]]), float(y[here[0]]), here))
    ko, en = ("행 {}개가", "rows") if names is None else ("기관 {}곳이", "organisations")
    found.sort(key=lambda each: (-each[0], each[1], each[2]))
    return [
        Caution(
            "pile_up",
            Text(
                ko=f"한 좌표({a}, {b})에 {ko.format(many)} 겹쳐 있습니다. 건물이 아니라 행정구역 중심점이면 밀도가 부풀려집니다.",
                en=f"{many} {en} share one coordinate ({a}, {b}). If it is a centroid and no building, density is inflated.",
            ),
            tuple(here.tolist()),
        )
        for many, a, b, here in found
    ]


def find_strays(lat: Floats, lon: Floats) -> list[Caution]:
    """A warning for points more than 100 km, and twenty times the 90th percentile, from the middle of the rest."""
    if len(lat) < 10:
        return []
    up, across = np.radians(lat), np.radians(lon)
    vectors = np.stack([np.cos(up) * np.cos(across), np.cos(up) * np.sin(across), np.sin(up)])
    middle = np.median(vectors, axis=1, keepdims=True)
    middle /= max(float(np.linalg.norm(middle)), 1e-12)
    away = 2 * EARTH_M * np.arcsin(np.minimum(1.0, np.linalg.norm(vectors - middle, axis=0) / 2))
    far = np.flatnonzero(away > max(FAR_M, 20 * float(np.quantile(away, 0.9))))
    if not len(far):
        return []
    return [
        Caution(
            "far_away",
            Text(
                ko=f"나머지와 동떨어진 점이 {len(far)}개 있습니다. 지오코딩 오류인지 확인하십시오.",
                en=f"{len(far)} points lie far from all others: check whether they were geocoded rightly.",
            ),
            tuple(far.tolist()),
        )
    ]
