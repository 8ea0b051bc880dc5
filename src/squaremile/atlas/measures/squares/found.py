"""What is found: squares or discs with their members, and everything that was left out or looks wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from squaremile.atlas.measures.squares.ground import Floats, Ground, Ints
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Bounds:
    """South-west and north-east corners: x and y in a plane, longitude and latitude in degrees on the Earth.

    East is smaller than west where the 180th meridian lies between them (RFC 7946).
    """

    x: tuple[float, float]
    y: tuple[float, float]
    round_earth: bool

    def as_dict(self) -> dict[str, list[float]]:
        return (
            {"lat": list(self.y), "lon": list(self.x)} if self.round_earth else {"x": list(self.x), "y": list(self.y)}
        )


@dataclass(frozen=True, slots=True)
class Place:
    """One square or disc. `members` are positions in the arrays given, from 0, ascending; `rows` how many."""

    count: int
    weight: float
    rows: int
    bounds: Bounds
    members: Ints
    centre: tuple[float, float] | None = None
    """Of a disc: x and y, or longitude and latitude."""
    names: tuple[Any, ...] | None = None

    def as_dict(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "count": self.count,
            "weight": self.weight,
            "rows": self.rows,
            "bounds": self.bounds.as_dict(),
            "members": self.members.tolist() if self.names is None else list(self.names),
        }
        if self.centre:
            keys = ("lon", "lat") if self.bounds.round_earth else ("x", "y")
            found["centre"] = dict(zip(keys, self.centre, strict=True))
        return found


@dataclass(frozen=True, slots=True)
class Caution:
    """Something a reader of the figure must know; `members` are the rows concerned."""

    code: str
    text: Text
    members: tuple[int, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"code": self.code, "text": {"ko": self.text.ko, "en": self.text.en}, "members": list(self.members)}


@dataclass(frozen=True, slots=True)
class Densest:
    """The densest places, the best first, no two of them touching.

    `total` is what `count` is out of: rows, or different organisations; `total_weight` what `weight` is out of.
    """

    squares: tuple[Place, ...]
    total: int
    total_weight: float
    shape: str
    side_m: float
    method: str
    width_error: float
    considered: Ints = field(repr=False)
    """Positions of the points that were counted."""
    excluded: dict[str, int] = field(default_factory=dict)
    warnings: tuple[Caution, ...] = ()

    @property
    def best(self) -> Place:
        return self.squares[0]

    @property
    def count(self) -> int:
        return self.best.count

    @property
    def members(self) -> Ints:
        return self.best.members

    def as_dict(self) -> dict[str, Any]:
        """The best place's keys at the top; all of them under "squares" where more than one was asked for."""
        found = self.best.as_dict() | {
            "total": self.total,
            "total_weight": self.total_weight,
            "share": self.best.weight / self.total_weight if self.total_weight else 0.0,
            "shape": self.shape,
            "side_m": self.side_m,
            "method": self.method,
            "width_error": self.width_error,
            "excluded": dict(self.excluded),
            "warnings": [each.as_dict() for each in self.warnings],
        }
        if self.shape == "disc":
            found["radius_m"] = self.side_m / 2
        if len(self.squares) > 1:
            found["squares"] = [each.as_dict() for each in self.squares]
        return found

    def _repr_html_(self) -> str:
        cells = "".join(
            f"<tr><td>{i}</td><td>{p.count}</td><td>{p.weight}</td><td>{p.bounds.as_dict()}</td></tr>"
            for i, p in enumerate(self.squares, 1)
        )
        head = "<tr><th></th><th>count</th><th>weight</th><th>bounds</th></tr>"
        return f"<table>{head}{cells}</table><p>of {self.total}; {self.shape} of {self.side_m:g} m</p>"


def longitude(units: int, turn: int, unit: float) -> float:
    """Degrees east in [-180, 180)."""
    return ((units + turn // 2) % turn - turn // 2) * unit if turn else units * unit


def corners(ground: Ground, corner: tuple[int, int, int, int], members: Ints) -> Bounds:
    """The bounds of a square, so that exactly its members lie within them as their coordinates were given.

    They begin at the smallest coordinate of the members where the square was pushed against it. They end one side
    further, or at the member that rounding would leave outside; where they would take in a point that is none, they
    end at the largest coordinate of the members.
    """
    x, y, width, height = corner
    across, up = ground.given
    turn = 360 * ground.per if ground.round_earth else 0
    (west, east), far = _ends(ground.x[members], across[members], x, width, ground.per, turn)
    (south, north), high = _ends(ground.y[members], up[members], y, height, ground.per, 0)
    round_about = (across >= west) | (across <= east) if east < west else (across >= west) & (across <= east)
    if int((round_about & (up >= south) & (up <= north)).sum()) != len(members):
        east, north = far, high
    return Bounds((west, east), (south, north), ground.round_earth)


def _ends(whole: Ints, raw: Floats, start: int, size: int, per: int, turn: int) -> tuple[tuple[float, float], float]:
    """Where a square begins and ends along one axis, and the largest coordinate of its members."""
    off = (whole - start) % turn if turn else whole - start
    first = longitude(start, turn, 1.0) / per
    last = longitude(start + size, turn, 1.0) / per
    low = float(raw[off == off.min()].min())
    far = float(raw[off == off.max()].max())
    if off.min() == 0 and low != first:
        first, last = low, low + size / per
        if turn and last >= 180:
            last -= 360
    return (first, far if 0 < far - last < 180 else last), far


def inside(x: Ints, y: Ints, corner: tuple[int, int, int, int], turn: int) -> Ints:
    """Positions within the closed square (x, y, width, height); a whole turn of `turn` units goes round."""
    left, bottom, width, height = corner
    across = x - left
    if turn:
        across = across % turn
    return np.flatnonzero((across >= 0) & (across <= width) & (y >= bottom) & (y <= bottom + height)).astype(np.int64)
