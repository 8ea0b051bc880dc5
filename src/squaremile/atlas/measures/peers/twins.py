"""Two places at one scale: the same square laid over each, in the same metres, so that the eye compares like with like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from squaremile.atlas.measures.matrices.table import Floats
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table
from squaremile.kernel.words import Text

EARTH_M = 6_371_008.8
MILE_M = 1_609.344
LARGEST_M = 50_000.0
"""Beyond this a plane of one middle latitude is off by more than a tenth of a percent."""


@dataclass(frozen=True, slots=True)
class Half(Shown):
    """One place: `x_m`, `y_m` of the points in the square, metres east and north of its middle; `index` which they are."""

    name: str
    latitude: float
    longitude: float
    x_m: Floats
    y_m: Floats
    index: np.ndarray[tuple[int], np.dtype[np.int64]]
    inside: int
    points: int


@dataclass(frozen=True, slots=True)
class Twin(Shown):
    """Both places in a square of `side_m`; `scale_m` is a round length for the bar under the picture."""

    side_m: float
    scale_m: float
    one: Half
    other: Half

    def tables(self) -> Mapping[str, Table]:
        """One row a point."""
        halves = (self.one, self.other)
        return {
            "points": {
                "place": [h.name for h in halves for _ in range(h.inside)], "x_m": np.concatenate([h.x_m for h in halves]),
                "y_m": np.concatenate([h.y_m for h in halves]), "row": np.concatenate([h.index for h in halves]),
            }
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Points:
    """A place to lay down: its name, coordinates in degrees, and the middle of the square (the middle point if None)."""

    name: str
    lat: npt.ArrayLike
    lon: npt.ArrayLike
    middle: tuple[float, float] | None = None


def twin(one: Points, other: Points, *, side_m: float = MILE_M) -> Twin:
    """The points of both places within the closed square, north up, at one scale.

    Containment is decided in whole centimetres. Without a middle the square is put on the median latitude and longitude.
    Raises Unmeasurable for no points, coordinates off the Earth, unequal lengths, and a side that is not between 1 m and
    50 km. It knows nothing of how finely the points are known: see `policies.precision.density_from`.
    """
    if not 1.0 <= side_m <= LARGEST_M:
        raise Unmeasurable(Text(
            ko="변의 길이는 1 m에서 50 km 사이입니다.", en="The side is between 1 m and 50 km.",
        ))  # fmt: skip
    return Twin(side_m, _round_length(side_m / 4), _half(one, side_m), _half(other, side_m))


def _half(place: Points, side_m: float) -> Half:
    lat, lon = np.asarray(place.lat, dtype=np.float64), np.asarray(place.lon, dtype=np.float64)
    if lat.shape != lon.shape or lat.ndim != 1:
        raise Unmeasurable(Text(
            ko=f"{place.name}: 위도와 경도의 수가 다릅니다.", en=f"{place.name}: there are not as many latitudes as longitudes.",
        ))  # fmt: skip
    if len(lat) == 0:
        raise Unmeasurable(Text(ko=f"{place.name}: 점이 없습니다.", en=f"{place.name}: there are no points."))
    wrong = ~((np.abs(lat) <= 90) & (np.abs(lon) <= 180))
    if wrong.any():
        row = int(np.argmax(wrong))
        raise Unmeasurable(Text(
            ko=f"{place.name}: {row + 1}번째 점({lat[row]}, {lon[row]})은 지구 위의 자리가 아닙니다.",
            en=f"{place.name}: point {row + 1} ({lat[row]}, {lon[row]}) is no place on Earth.",
        ))  # fmt: skip
    middle = place.middle or (float(np.median(lat)), _median_longitude(lon))
    x = np.radians(_wrapped(lon - middle[1])) * EARTH_M * np.cos(np.radians(middle[0]))
    y = np.radians(lat - middle[0]) * EARTH_M
    half = round(side_m * 50)
    inside = np.flatnonzero((np.abs(np.rint(x * 100)) <= half) & (np.abs(np.rint(y * 100)) <= half))
    return Half(place.name, middle[0], middle[1], x[inside], y[inside], inside, len(inside), len(lat))


def _wrapped(degrees: Floats) -> Floats:
    """Into [-180, 180): the short way round the antimeridian."""
    return (degrees + 180.0) % 360.0 - 180.0


def _median_longitude(lon: Floats) -> float:
    """The median as seen from the first point, so that a place on the antimeridian is one place."""
    return float(_wrapped(np.array([lon[0] + float(np.median(_wrapped(lon - lon[0])))]))[0])


def _round_length(about: float) -> float:
    """1, 2 or 5 times a power of ten, at most `about`."""
    power = 10.0 ** np.floor(np.log10(about))
    return float(max(step * power for step in (1, 2, 5) if step * power <= about * (1 + 1e-12)))


def middle_of(lat: Sequence[float], lon: Sequence[float]) -> tuple[float, float]:
    """The median place, degrees."""
    return float(np.median(np.asarray(lat))), _median_longitude(np.asarray(lon, dtype=np.float64))
