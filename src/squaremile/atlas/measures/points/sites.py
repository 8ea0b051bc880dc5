"""Where the sites are: a plane in metres, or the globe, and which of them are compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.squares.ground import AtPoint, refuse_positions
from squaremile.kernel.words import Text

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

EARTH = 6_371_008.8
"""Mean radius of the earth in metres (IUGG)."""


@dataclass(frozen=True, slots=True, eq=False)
class Sites:
    """Places of n sites.

    `xyz` (n, 3) in metres. On the globe the points stand on a sphere and straight lines through it are turned into
    great-circle distances, so that neither the antimeridian nor a pole is a border; in the plane z is 0.
    """

    xyz: Floats
    globe: bool

    def __len__(self) -> int:
        return len(self.xyz)

    def straight(self, distance: Any) -> Any:
        """The straight line that belongs to a distance on the ground; itself in the plane."""
        if not self.globe:
            return distance
        return 2 * EARTH * np.sin(np.minimum(np.asarray(distance) / (2 * EARTH), np.pi / 2))

    def ground(self, straight: Any) -> Any:
        """The distance on the ground that belongs to a straight line; itself in the plane."""
        if not self.globe:
            return straight
        return 2 * EARTH * np.arcsin(np.minimum(np.asarray(straight) / (2 * EARTH), 1.0))

    @property
    def diagonal(self) -> float:
        """Of the box around all sites, in metres: the greatest distance that can occur in it."""
        return float(self.ground(float(np.linalg.norm(np.ptp(self.xyz, axis=0)))))


def _column(values: Any, ko: str, en: str) -> Floats:
    column = np.ascontiguousarray(values, dtype=np.float64)
    if column.ndim != 1 or not np.isfinite(column).all():
        rows = np.flatnonzero(~np.isfinite(column.ravel()))[:3] + 1
        where = ", ".join(str(r) for r in rows)
        raise Unmeasurable(
            Text(ko=f"{ko} 값이 수가 아닙니다({where}번째).", en=f"{en} is not a number (site {where})."),
            Text(ko="그 행을 고치거나 빼 주십시오.", en="Mend those rows or leave them out."),
        )
    return column


def _same_length(a: Floats, b: Floats) -> None:
    if len(a) != len(b):
        text = Text(
            ko=f"두 좌표의 길이가 다릅니다({len(a)}, {len(b)}).", en=f"Coordinates of {len(a)} and {len(b)} sites."
        )
        raise Unmeasurable(text)
    if len(a) < 2:
        raise Unmeasurable(
            Text(ko=f"사업장이 {len(a)}곳뿐입니다.", en=f"There are only {len(a)} sites."),
            Text(ko="두 곳 이상이 있어야 거리를 잴 수 있습니다.", en="Distances need two sites or more."),
        )


def plane(x: Any, y: Any) -> Sites:
    """Sites by coordinates of a plane, both in the same unit (metres unless you say otherwise)."""
    east, north = _column(x, "x", "x"), _column(y, "y", "y")
    _same_length(east, north)
    return Sites(np.column_stack([east, north, np.zeros(len(east))]), globe=False)


def globe(lat: Any, lon: Any) -> Sites:
    """Sites by latitude and longitude in degrees (WGS 84 read as a sphere; within .5 % of the ellipsoid).

    Longitudes lie between -180 and 360: beyond 180 they are taken a turn back.
    """
    north, east = _column(lat, "위도", "Latitude"), _column(lon, "경도", "Longitude")
    _same_length(north, east)
    refuse_positions(north, east)
    phi, lam = np.radians(north), np.radians(east)
    xyz = EARTH * np.column_stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
    return Sites(xyz, globe=True)


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """What stands at each of n sites: is it of the reference type, of the neighbour type, and how heavy is it."""

    reference: Flags
    neighbour: Flags
    weight: Floats
    weighted: bool
    one_type: bool
    """The reference type is the neighbour type."""

    @property
    def taking_part(self) -> NDArray[np.int64]:
        """Numbers of the sites of either type."""
        return np.flatnonzero(self.reference | self.neighbour)


def _weights(weight: Any, count: int) -> Floats:
    if weight is None:
        return np.ones(count)
    column = _column(weight, "가중치", "Weight")
    if len(column) != count:
        raise Unmeasurable(
            Text(ko="가중치의 수가 사업장의 수와 다릅니다.", en="There is not one weight for each site.")
        )
    if column.min() < 0:
        at = int(np.flatnonzero(column < 0)[0])
        raise AtPoint(
            at,
            Text(ko=f"{at}번째 점(0부터)의 가중치 {column[at]} 값은 쓸 수 없습니다.", en=f"Point {at} (from 0) weighs {column[at]}."),
            Text(ko="가중치는 0 이상이어야 합니다.", en="Weights are zero or more."),
        )
    if not column.sum() > 0:
        raise Unmeasurable(
            Text(ko="가중치가 모두 0입니다.", en="All weights are zero.")
        )
    return column


def _known(name: str, held: NDArray[np.object_]) -> Flags:
    flags: Flags = held == name
    if not flags.any():
        names = sorted(set(held.tolist()))[:12]
        raise Unmeasurable(
            Text(ko=f"‘{name}’ 유형의 사업장이 없습니다.", en=f"There is no site of the type “{name}”."),
            Text(ko=f"자료에 있는 유형: {', '.join(names)}", en=f"The types there are: {', '.join(names)}"),
        )
    return flags


def marks(kinds: Sequence[Any], reference: str, neighbour: str | None = None, weight: Any = None) -> Marks:
    """Marks of sites by their types.

    `kinds` one type a site; `reference` whose surroundings are looked at; `neighbour` who is looked for there (the
    same type unless given); `weight` (n,) jobs, revenue, or whatever makes a site count more than one.
    """
    held = np.asarray([str(k) for k in kinds], dtype=object)
    other = reference if neighbour is None else neighbour
    first, second = _known(reference, held), _known(other, held)
    found = Marks(first, second, _weights(weight, len(held)), weight is not None, other == reference)
    if found.one_type and int(first.sum()) < 2:
        raise Unmeasurable(
            Text(ko=f"‘{reference}’ 사업장이 한 곳뿐입니다.", en=f"There is only one site of the type “{reference}”."),
            Text(ko="두 곳 이상이 있어야 합니다.", en="Two or more are needed."),
        )
    return found
