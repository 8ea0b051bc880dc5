"""Where a site lies, as integers: metres on a local plane and cells at four sizes, so that places are joined, not compared.

The plane is the sphere cut into rows 64 km high; within a row, y is metres along the meridian and x metres along the
row's middle parallel. Cells are squares on that plane, each size four times the next finer one, so that a coarse cell is
the union of sixteen finer ones. East-west lengths are off by at most `tan(latitude) * 32 km / 6371 km` at a row's edge:
0.5 % at 42 degrees, 0.9 % at 60. Cells are keys for counting and joining; the exact densest square is `atlas.densest`.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

EARTH_M = 6_371_008.8
"""Mean radius of the Earth, metres (IUGG)."""
ROW_M = 64_000.0
SIZES = (250, 1_000, 4_000, 16_000)
"""Sides of the cells, metres."""
COLUMNS = tuple(f"cell_{size}" for size in SIZES)
NOWHERE = -1
"""The cell of what has no place."""
_BITS = 27
_MIDDLE = 1 << (_BITS - 1)

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Placed:
    """Sites on the plane: `row` names the plane, x_m and y_m are metres on it, `cells` holds one array for each of SIZES.

    What has no coordinates has NaN metres, row and cells -1.
    """

    row: Ints
    x_m: Floats
    y_m: Floats
    cells: dict[int, Ints]


def place(lat: npt.ArrayLike, lon: npt.ArrayLike) -> Placed:
    """Coordinates in degrees (WGS 84) to the plane and its cells.

    Both NaN is a site without a place. Raises Unmeasurable where only one of the two is there, or where one is outside
    [-90, 90] and [-180, 180]; the sentence names the first such row (counted from 1).
    """
    north, east = np.asarray(lat, dtype=np.float64), np.asarray(lon, dtype=np.float64)
    nowhere = np.isnan(north) & np.isnan(east)
    _refuse(~nowhere & ~((np.abs(north) <= 90) & (np.abs(east) <= 180)), north, east)
    # The antimeridian is one line: 180 degrees east is written as 180 degrees west.
    east = np.where(east == 180.0, -180.0, east)
    y_m = np.radians(north) * EARTH_M
    with np.errstate(invalid="ignore"):
        row = np.where(nowhere, NOWHERE, np.floor(y_m / ROW_M) + _MIDDLE).astype(np.int64)
    x_m = np.radians(east) * EARTH_M * _parallel(row)
    cells = {size: np.where(nowhere, NOWHERE, _cell(x_m, y_m, size)) for size in SIZES}
    return Placed(row, np.where(nowhere, np.nan, x_m), np.where(nowhere, np.nan, y_m), cells)


def _refuse(wrong: npt.NDArray[np.bool_], north: Floats, east: Floats) -> None:
    if wrong.any():
        first = int(np.argmax(wrong))
        raise Unmeasurable(
            Text(
                ko=f"{first + 1}번째 행의 좌표({north[first]}, {east[first]})는 지구 위의 자리가 아닙니다.",
                en=f"Row {first + 1}: ({north[first]}, {east[first]}) is no place on Earth.",
            ),
            Text(
                ko="위도는 -90~90, 경도는 -180~180입니다. 두 열이 바뀌지 않았는지 살피십시오.",
                en="Latitude runs from -90 to 90, longitude from -180 to 180: see whether the two columns are swapped.",
            ),
        )


def _parallel(row: Ints) -> Floats:
    """The cosine of each row's middle latitude; the rows at the poles keep the circle that they have."""
    middle = (row - _MIDDLE + 0.5) * ROW_M / EARTH_M
    return np.cos(np.clip(middle, -np.pi / 2, np.pi / 2))


def _cell(x_m: Floats, y_m: Floats, size: int) -> Ints:
    with np.errstate(invalid="ignore"):
        across = np.floor(x_m / size).astype(np.int64) + _MIDDLE
        up = np.floor(y_m / size).astype(np.int64) + _MIDDLE
    return (np.int64(SIZES.index(size)) << (2 * _BITS)) | (up << _BITS) | across


def size_of(cell: int) -> int:
    """The side of a cell, metres."""
    return SIZES[cell >> (2 * _BITS)]


def middle_of(cells: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Latitude and longitude (degrees) of the middle of each cell."""
    ids = np.asarray(cells, dtype=np.int64)
    size = np.asarray(SIZES, dtype=np.float64)[ids >> (2 * _BITS)]
    up = ((ids >> _BITS) & ((1 << _BITS) - 1)) - _MIDDLE
    across = (ids & ((1 << _BITS) - 1)) - _MIDDLE
    y_m = (up + 0.5) * size
    row = np.floor(y_m / ROW_M).astype(np.int64) + _MIDDLE
    lon = np.degrees((across + 0.5) * size / (EARTH_M * _parallel(row)))
    return np.degrees(y_m / EARTH_M), lon


def coarser(cells: npt.ArrayLike, size: int) -> Ints:
    """The cell of `size` that holds each of the given finer (or equal) cells."""
    ids = np.asarray(cells, dtype=np.int64)
    level = ids >> (2 * _BITS)
    steps = 2 * (np.int64(SIZES.index(size)) - level)
    if (steps < 0).any():
        raise ValueError(f"a cell is larger than {size} m")
    up = ((((ids >> _BITS) & ((1 << _BITS) - 1)) - _MIDDLE) >> steps) + _MIDDLE
    across = (((ids & ((1 << _BITS) - 1)) - _MIDDLE) >> steps) + _MIDDLE
    return (np.int64(SIZES.index(size)) << (2 * _BITS)) | (up << _BITS) | across
