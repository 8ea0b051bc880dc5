"""Lengths as people write them: "1mi", "500 metres", "2.5 km", or a bare number of metres."""

from __future__ import annotations

import math
import re

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

UNITS: dict[float, tuple[str, ...]] = {
    1.0: ("", "m", "metre", "metres", "meter", "meters", "미터"),
    1000.0: ("km", "kilometre", "kilometres", "kilometer", "kilometers", "킬로미터"),
    1609.344: ("mi", "mile", "miles", "마일"),
    0.3048: ("ft", "foot", "feet", "피트"),
    0.9144: ("yd", "yard", "yards", "야드"),
}
METRES = {name: size for size, names in UNITS.items() for name in names}
"""Metres in each unit; the mile, yard and foot are the international ones of 1959."""
_LENGTH = re.compile(r"\s*([-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)\s*([A-Za-z가-힣]*)\.?\s*")
_REMEDY = Text(
    ko="1mi, 500m, 2.5km처럼 양수와 단위를 쓰십시오.", en="Write a positive number and its unit: 1mi, 500m, 2.5km."
)


def signed(said: str | float) -> float:
    """A length in metres, finite, of either sign.

    Raises:
        Unmeasurable: anything that is no length.
    """
    value = math.nan
    if not isinstance(said, str):
        value = float(said)
    elif (found := _LENGTH.fullmatch(said)) and (unit := found.group(2).lower()) in METRES:
        value = float(found.group(1)) * METRES[unit]
    if math.isfinite(value):
        return value
    raise Unmeasurable(Text(ko=f"‘{said}’은(는) 길이가 아닙니다.", en=f"“{said}” is no length."), _REMEDY)


def metres(said: str | float) -> float:
    """A length in metres, positive and finite.

    Raises:
        Unmeasurable: anything that is no such length.
    """
    if (value := signed(said)) > 0:
        return value
    raise Unmeasurable(
        Text(ko=f"길이는 0보다 커야 합니다: {said}", en=f"A length is more than zero, not {said}."), _REMEDY
    )
