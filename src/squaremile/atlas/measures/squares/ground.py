"""Where points lie, in whole numbers: the finest decimals that a plane allows, or 10^-12 of a degree on the sphere.

Whether a point is inside is decided in whole numbers, so that "exactly a mile apart" has one answer on every machine:
0.1 and 0.4 are three tenths apart, although their difference as binary fractions is not. The unit stays above the
grain of the coordinates as float64, and is so fine (10^-8 m for the metres of UTM) that nothing farther apart counts.

On the sphere (radius 6,371,008.8 m, the mean radius of the Earth) the ground is cut into bands as high as the square, counted from
the equator. A square whose southern edge lies in one band is as wide as its side at the northern edge of that band,
which is at most half a side away from the square's own middle. The width is therefore wrong by no more than
tan(latitude) x side / (2 x radius), about 0.01 % for a mile at 42 degrees, however far the data reach: no point of
the data bends the square of another. Longitude is circular: the 180th meridian is no edge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

EARTH_M = 6_371_008.8
"""Mean radius R1 of the Earth in metres (IUGG)."""
DEGREE = 10**12
"""Units of a degree."""
HALF_TURN = 180 * DEGREE
FARTHEST = 89.0
"""Degrees of latitude beyond which there are no squares: east and west lose their meaning at the poles."""
WIDEST_M = 1_000_000.0
_LARGEST = 1 << 52
_GRAIN = 1 << 50
"""Units that a coordinate may count: a unit is then at least four steps of float64, more than a sum of two errs by."""
_DIGITS = 15

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class AtPoint(Unmeasurable):
    """A refusal that one point causes: `at` is its position in the arrays given, from 0."""

    def __init__(self, at: int, text: Text, remedy: Text | None = None) -> None:
        super().__init__(text, remedy)
        self.at = at


@dataclass(frozen=True, slots=True)
class Ground:
    """Points in whole numbers, with the size of the square in the same.

    `x`, `y` shape (n,); `height` units; `unit` metres per unit in a plane, degrees per unit on the sphere.
    """

    x: Ints
    y: Ints
    height: int
    unit: float
    round_earth: bool
    side_m: float
    latitude: float | None = None
    """Degrees at which every square gets its width; None for its own band's."""
    raw: tuple[Floats, Floats] | None = None
    """`x` and `y` as they were given (longitudes within [-180, 180)); None where that is x and y themselves."""

    @property
    def given(self) -> tuple[Floats, Floats]:
        """The coordinates across and up, as they were given."""
        return self.raw or (self.x / self.per, self.y / self.per)

    @property
    def per(self) -> int:
        """Units of a metre, or of a degree."""
        return round(1 / self.unit)

    def some(self, chosen: Ints) -> Ground:
        """Some of the points, on the same ground."""
        raw = (self.raw[0][chosen], self.raw[1][chosen]) if self.raw else None
        return replace(self, x=self.x[chosen], y=self.y[chosen], raw=raw)

    def band(self, y: Ints) -> Ints:
        """The band of each height, counted from y = 0."""
        return np.floor_divide(y, self.height)

    def widths(self, bands: Ints) -> Ints:
        """The width in units of a square whose lower edge lies in each band."""
        if not self.round_earth:
            return np.full(len(bands), self.height, dtype=np.int64)
        own = (bands + 1) * (self.height / DEGREE)
        middle = np.radians(own if self.latitude is None else np.full(len(bands), self.latitude))
        return np.rint(self.height / np.maximum(np.cos(middle), 1e-3)).astype(np.int64)

    def width_error(self, y: int) -> float:
        """Largest relative error of the width of a square that begins at y: 0 in a plane."""
        if not self.round_earth:
            return 0.0
        if self.latitude is not None:
            own = math.radians((y + self.height / 2) / DEGREE)
            return abs(math.cos(own) / math.cos(math.radians(self.latitude)) - 1)
        highest = math.radians((abs(y) + 1.5 * self.height) / DEGREE)
        return math.tan(min(highest, math.radians(FARTHEST + 0.5))) * self.side_m / (2 * EARTH_M)


def in_plane(x: ArrayLike, y: ArrayLike, side: float) -> Ground:
    """Points of a plane, in metres (or any one unit, with the side in the same).

    The unit is the finest decimal one (down to 10^-15) that the coordinates allow; a millimetre at least, and a
    hundred-thousandth of the side's order of magnitude.

    Raises:
        Unmeasurable: no points, shapes that differ, NaN or infinity, or numbers too large for that unit.
    """
    a, b = paired(x, y)
    unit = min(1e-3, 10.0 ** (math.floor(math.log10(side)) - 5))
    farthest = max(float(np.abs(a).max()), float(np.abs(b).max()), side)
    if farthest / unit > _LARGEST:
        raise Unmeasurable(
            Text(
                ko="좌푯값이 너무 커서 이 크기의 정사각형을 가를 수 없습니다.",
                en="The coordinates are too large for a square of this size.",
            ),
            Text(
                ko="원점을 옮기거나 단위를 미터로 맞추십시오.", en="Move the origin, or give the coordinates in metres."
            ),
        )
    unit = min(unit, 10.0 ** -min(_DIGITS, math.floor(math.log10(_GRAIN / farthest))))
    per = round(1 / unit)
    whole = [np.rint(v * per).astype(np.int64) for v in (a, b)]
    return Ground(whole[0], whole[1], max(1, round(side * per)), unit, False, side, raw=(a, b))


def on_earth(lat: ArrayLike, lon: ArrayLike, side: float) -> Ground:
    """Points in degrees of latitude and longitude; the side in metres.

    Raises:
        Unmeasurable: what is no position, positions within a degree of a pole, sides above 1,000 km.
    """
    north, east = paired(lat, lon)
    refuse_positions(north, east)
    if len(polar := np.flatnonzero(np.abs(north) > FARTHEST)):
        raise AtPoint(
            int(polar[0]),
            Text(
                ko=f"{polar[0]}번째 점(0부터)이 극지방({north[polar[0]]}도)에 있어 동서 폭을 정할 수 없습니다.",
                en=f"Point {polar[0]} (from 0) lies at a pole ({north[polar[0]]} degrees), where east and west have no width.",
            ),
            Text(
                ko="좌표를 확인하거나 평면 좌표(--x, --y)로 주십시오.",
                en="Check the coordinates, or give plane ones (--x, --y).",
            ),
        )
    if side > WIDEST_M:
        raise Unmeasurable(
            Text(
                ko="한 변이 1,000km를 넘으면 지구 위의 정사각형이라 할 수 없습니다.",
                en="A square with a side above 1,000 km is none on the Earth.",
            ),
        )
    x = np.rint(east * DEGREE).astype(np.int64)
    x[x >= HALF_TURN] -= 2 * HALF_TURN
    height = max(1, round(math.degrees(side / EARTH_M) * DEGREE))
    y, raw = np.rint(north * DEGREE).astype(np.int64), (np.where(east >= 180, east - 360, east), north)
    return Ground(x, y, height, 1 / DEGREE, True, side, raw=raw)


def paired(first: ArrayLike, second: ArrayLike) -> tuple[Floats, Floats]:
    """Two columns of equal length, finite and not empty, as float64."""
    a, b = (np.ascontiguousarray(v, dtype=np.float64) for v in (first, second))
    if a.ndim != 1 or a.shape != b.shape:
        raise Unmeasurable(
            Text(
                ko=f"좌표 두 열의 길이가 다릅니다: {a.shape}, {b.shape}.",
                en=f"The two columns of coordinates differ: {a.shape}, {b.shape}.",
            )
        )
    if not len(a):
        raise Unmeasurable(
            Text(ko="점이 하나도 없습니다.", en="There are no points."),
            Text(ko="파일과 고르는 조건을 확인하십시오.", en="Check the file and what was selected from it."),
        )
    if len(wrong := np.flatnonzero(~(np.isfinite(a) & np.isfinite(b)))):
        raise AtPoint(
            int(wrong[0]),
            Text(
                ko=f"{wrong[0]}번째 점(0부터)의 좌표가 유한한 숫자가 아닙니다.",
                en=f"Point {wrong[0]} (from 0) has no finite coordinates.",
            ),
            Text(ko="좌표를 채우거나 그 점을 빼십시오.", en="Fill the coordinates in, or leave the point out."),
        )
    return a, b


def refuse_positions(lat: Floats, lon: Floats) -> None:
    """Refuse what is no latitude and longitude, and say so where the two look swapped."""
    wrong = np.flatnonzero((np.abs(lat) > 90) | (lon < -180) | (lon > 360))
    if not len(wrong):
        return
    i = int(wrong[0])
    swapped = abs(lat[i]) > 90 and abs(lon[i]) <= 90
    raise AtPoint(
        i,
        Text(
            ko=f"{i}번째 점(0부터)의 위도 {lat[i]}, 경도 {lon[i]} 값은 지구 위의 위치가 아닙니다.",
            en=f"Point {i} (from 0), latitude {lat[i]}, longitude {lon[i]}, is no position on the Earth.",
        ),
        Text(
            ko="위도와 경도의 열을 서로 바꾸어 보십시오.",
            en="Latitude and longitude look swapped: exchange the columns.",
        )
        if swapped
        else Text(
            ko="도 단위의 좌표를 주십시오. 미터라면 --x, --y를 쓰십시오.",
            en="Give degrees; for metres use --x and --y.",
        ),
    )
