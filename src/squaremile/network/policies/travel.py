"""How long it takes from one place of a visit to the next: entered by hand, or estimated from coordinates."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG 1980)."""
SAME, ENTERED, ESTIMATED, ASSUMED = "same", "entered", "estimated", "assumed"
STEP = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the Earth, in degrees (WGS 84)."""

    latitude: float
    longitude: float


def great_circle_km(a: Spot, b: Spot) -> float:
    """Distance along the sphere in kilometres (haversine; error below 0.6 % against the ellipsoid)."""
    north = math.radians(b.latitude - a.latitude)
    east = math.radians(b.longitude - a.longitude)
    part = math.sin(north / 2) ** 2 + math.cos(math.radians(a.latitude)) * math.cos(math.radians(b.latitude)) * (
        math.sin(east / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(part)))


@dataclass(frozen=True, slots=True)
class Leg:
    """Minutes on the way, and where the figure comes from: same, entered, estimated or assumed."""

    minutes: int
    basis: str


@dataclass(frozen=True, slots=True)
class Travel:
    """Travel times between places, by their codes.

    `entered` are minutes from one place to another; the way back takes as long unless it is entered too. Where nothing
    is entered: great-circle distance × `detour` ÷ `kmh`, plus `door` minutes to get in and out, up to the next five.
    Where a place has no coordinates either: `assumed` minutes.
    """

    entered: Mapping[tuple[str, str], int] = field(default_factory=dict)
    spots: Mapping[str, Spot] = field(default_factory=dict)
    detour: float = 1.3
    kmh: float = 25.0
    door: int = 5
    assumed: int = 30
    _known: dict[tuple[str, str], int] = field(default_factory=dict, compare=False, repr=False)
    """Ways that were asked for before: planning asks for the same ones a million times."""

    def leg(self, origin: str, target: str) -> Leg:
        """The way from `origin` to `target`. A stop without a place (empty code) takes no way."""
        if not origin or not target or origin == target:
            return Leg(0, SAME)
        for way in ((origin, target), (target, origin)):
            if way in self.entered:
                return Leg(self.entered[way], ENTERED)
        if origin in self.spots and target in self.spots:
            km = great_circle_km(self.spots[origin], self.spots[target]) * self.detour
            return Leg(STEP * math.ceil((km / self.kmh * 60 + self.door) / STEP - 1e-9), ESTIMATED)
        return Leg(self.assumed, ASSUMED)

    def minutes(self, origin: str, target: str) -> int:
        known = self._known.get((origin, target))
        if known is None:
            known = self._known[origin, target] = self.leg(origin, target).minutes
        return known
