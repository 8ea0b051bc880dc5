"""Lengths as people write them: "1mi", "500m", "2.5 km", or a bare number of metres."""

from __future__ import annotations

import math
import re

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

METRES = {
    "": 1.0,
    "m": 1.0,
    "km": 1000.0,
    "mi": 1609.344,
    "mile": 1609.344,
    "miles": 1609.344,
    "ft": 0.3048,
    "yd": 0.9144,
}
"""Metres in each unit; the mile, yard and foot are the international ones of 1959."""


def metres(said: str | float) -> float:
    """A length in metres, positive and finite.

    Raises:
        Unmeasurable: anything that is no such length.
    """
    if isinstance(said, str):
        found = re.fullmatch(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*([A-Za-z]*)\s*", said)
        unit = found.group(2).lower() if found else None
        value = float(found.group(1)) * METRES[unit] if found and unit in METRES else math.nan
    else:
        value = float(said)
    if math.isfinite(value) and value > 0:
        return value
    raise Unmeasurable(
        Text(ko=f"‘{said}’은(는) 길이가 아닙니다.", en=f"“{said}” is no length."),
        Text(
            ko="1mi, 500m, 2.5km처럼 양수와 단위를 쓰십시오.",
            en="Write a positive number and its unit: 1mi, 500m, 2.5km.",
        ),
    )
