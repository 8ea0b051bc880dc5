"""Integer cells of nearly equal size over the whole earth, at three sides: counting by area becomes a group-by.

Bands of 4 km run along the parallels; each is cut into columns about 4 km wide at its middle, and every cell into 16
and 256 smaller ones, so that a smaller cell lies wholly in one larger. A cell is band × 2²⁸ + column, as one integer.
"""

import math

EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""
SIDES: dict[str, int] = {"4km": 1, "1km": 4, "250m": 16}
"""Name → how many of them along the side of the largest."""
_KM_A_DEGREE = math.pi * EARTH_KM / 180
_BANDS = round(180 * _KM_A_DEGREE / 4)
_SHIFT = 1 << 28


def _columns(band: int) -> int:
    """How many cells of 4 km go round the earth in a band, at its middle."""
    middle = math.radians((band + 0.5) * 180 / _BANDS - 90)
    return max(1, round(2 * math.pi * EARTH_KM * math.cos(middle) / 4))


def cell(latitude: float, longitude: float, side: str) -> int:
    """The cell of a point (degrees, WGS 84). Raises ValueError for what is no point, KeyError for an unknown side."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"no point of the earth: {latitude}, {longitude}")
    parts = SIDES[side]
    row = min(int((latitude + 90) / 180 * _BANDS * parts), _BANDS * parts - 1)
    columns = _columns(row // parts) * parts
    column = int((longitude + 180) / 360 * columns) % columns
    return row * _SHIFT + column


def wider(small: int, side: str) -> int:
    """The cell of 4 km that a cell of `side` lies in."""
    parts = SIDES[side]
    row, column = divmod(small, _SHIFT)
    return row // parts * _SHIFT + column // parts
