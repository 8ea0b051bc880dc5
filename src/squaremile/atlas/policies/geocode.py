"""Whether points are where their addresses say: outside the region, latitude and longitude swapped, far from all others,
many organisations on one point. A point that fails is not placed; the row stays, and somebody looks at it.
"""

import re
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from squaremile.atlas.policies.polygons import Outline, metres

PILE = 5
"""More organisations than these on one point are told of."""
FAR_METRES, FAR_TIMES = 50_000.0, 30.0
"""A point is far from all others where it is farther from their middle than both 50 km and 30 times the median distance."""
UNPLACED = ("outside", "swapped", "far", "no_point")
"""Findings after which a point is not believed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point to look at. `key` names its row; `address` as the file has it."""

    key: str
    latitude: float
    longitude: float
    address: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is doubtful about one row: outside, swapped, far, no_point, pile_up or one_building; `metres` how far off,
    `count` how many share the point."""

    key: str
    kind: str
    metres: float = 0.0
    count: int = 0


def doubts(places: Sequence[Place], inside: Outline | None = None) -> list[Doubt]:
    """Everything doubtful, in the order of the rows. `inside` is the region that all should lie in."""
    found = [one for place in places if (one := _alone(place, inside)) is not None]
    told = {one.key for one in found}
    left = [place for place in places if place.key not in told]
    found += _far(left)
    told |= {one.key for one in found}
    found += _piles([place for place in left if place.key not in told])
    order = {place.key: n for n, place in enumerate(places)}
    return sorted(found, key=lambda one: (order[one.key], one.kind))


def _alone(place: Place, inside: Outline | None) -> Doubt | None:
    north, east = place.latitude, place.longitude
    if (north, east) == (0.0, 0.0):
        return Doubt(place.key, "no_point")
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        sound = -90 <= east <= 90 and -180 <= north <= 180
        return Doubt(place.key, "swapped" if sound else "no_point")
    if inside is None or inside.holds(north, east):
        return None
    if -90 <= east <= 90 and inside.holds(east, north):
        return Doubt(place.key, "swapped")
    middle = ((inside.south + inside.north) / 2, (inside.west + inside.east) / 2)
    return Doubt(place.key, "outside", metres=metres(north, east, *middle))


def _far(places: Sequence[Place]) -> list[Doubt]:
    """Those far from the middle of all. Fewer than five points have no middle to speak of."""
    if len(places) < 5:
        return []
    middle = statistics.median(p.latitude for p in places), statistics.median(p.longitude for p in places)
    away = [metres(p.latitude, p.longitude, *middle) for p in places]
    limit = max(FAR_METRES, FAR_TIMES * statistics.median(away))
    found = []
    for place, distance in zip(places, away, strict=True):
        if distance > limit:
            back = metres(place.longitude, place.latitude, *middle) if abs(place.longitude) <= 90 else distance
            found.append(Doubt(place.key, "swapped" if back <= limit else "far", metres=distance))
    return found


def _piles(places: Sequence[Place]) -> list[Doubt]:
    """More than five on one point: a building where their addresses are one, else the middle of a city or a street."""
    together: defaultdict[tuple[float, float], list[Place]] = defaultdict(list)
    for place in places:
        together[place.latitude, place.longitude].append(place)
    found = []
    for pile in together.values():
        if len(pile) > PILE:
            streets = {_street(place.address) for place in pile}
            kind = "one_building" if len(streets) == 1 and "" not in streets else "pile_up"
            found += [Doubt(place.key, kind, count=len(pile)) for place in pile]
    return found


def _street(address: str) -> str:
    """House number and street, without floor, suite or unit, so that neighbours in one building compare equal."""
    text = re.sub(r"[.,]", " ", address.casefold())
    text = re.split(r"\b(?:floor|fl|suite|ste|unit|room|rm|bldg|building|\d+(?:st|nd|rd|th))\b|#", text)[0]
    return " ".join(text.split())
