"""The densest square or disc of a given size: the exact answer, with every member named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.squares.arranging import arrange
from squaremile.atlas.measures.squares.discs import densest_discs
from squaremile.atlas.measures.squares.found import Caution, Densest, Place, corners, inside
from squaremile.atlas.measures.squares.ground import Floats, Ground, Ints, in_plane, on_earth, paired, refuse_positions
from squaremile.atlas.measures.squares.lengths import metres
from squaremile.atlas.measures.squares.quality import find_strays, measurable, pile_ups
from squaremile.atlas.measures.squares.sweep import Taken, fullest
from squaremile.atlas.measures.squares.worth import Worth, worth_of
from squaremile.kernel.words import Text

SHAPES = ("square", "disc")


@measures("densest_square", "densest_disc")
def densest(
    first: ArrayLike,
    second: ArrayLike,
    *,
    side: str | float = "1mi",
    radius: str | float | None = None,
    shape: str = "square",
    plane: bool = False,
    weight: ArrayLike | None = None,
    distinct: Sequence[Any] | np.ndarray | None = None,
    precision: Sequence[Any] | None = None,
    top: int = 1,
    at_latitude: float | None = None,
    strays: bool = True,
) -> Densest:
    """Where the most lies within one square (sides north-south and east-west, closed) or one closed disc. Exact.

    Args:
        first, second: latitude and longitude in degrees, shape (n,); with `plane`, x and y in metres.
        side: of the square, or the diameter of the disc (which fits into that square): "1mi", "500m", or metres.
        radius: of a disc, instead of `side`; implies `shape="disc"`.
        weight: maximise its sum instead of the number of rows; zero or more each.
        distinct: maximise the number of its different values (organisations, not doors).
        precision: class of each position; rows of class "city" are left out and counted in `excluded`.
        top: so many places, each the best that does not touch an earlier one; fewer where nothing is left.
        strays: count points far from all others too; without, they are left out and counted in `excluded`.
        at_latitude: one latitude to give all squares their width, instead of their own (see `ground`).

    Ties go to the smallest longitude (x), then latitude (y) of the lower left corner, which is then pushed against its
    members. Source: Imai and Asano 1983 for squares; Chazelle and Lee, Computing 36 (1986), for discs.

    Raises:
        Unmeasurable: no usable points, sizes that are none, weights below zero; see `ground` and `worth`.
    """
    shape, size = _size(shape, side, radius, top)
    a, b = paired(first, second)
    kept, excluded = measurable(precision, len(a))
    if not (strays or plane):
        kept, excluded = _without_strays(a, b, kept, excluded)
    worth = worth_of(len(a), weight, distinct).taken(kept)
    u, v = a[kept], b[kept]
    ground = in_plane(u, v, size) if plane else on_earth(u, v, size)
    if at_latitude is not None:
        ground = replace(ground, latitude=_latitude(at_latitude))
    search = densest_squares(ground, worth, top) if shape == "square" else densest_discs(ground, u, v, worth, top)
    cautions = _cautions(ground, u, v, worth, None if precision is None else [precision[i] for i in kept])
    return _found(ground, worth, shape, search, cautions, kept, excluded)


def _size(shape: str, side: str | float, radius: str | float | None, top: int) -> tuple[str, float]:
    if shape not in SHAPES:
        raise Unmeasurable(
            Text(ko=f"모양은 square 또는 disc입니다: {shape}", en=f"The shape is square or disc, not {shape}.")
        )
    if not 1 <= top <= 1000:
        raise Unmeasurable(
            Text(ko="개수(top)는 1부터 1,000까지입니다.", en="The number of places (top) is 1 to 1,000.")
        )
    return (shape, metres(side)) if radius is None else ("disc", 2 * metres(radius))


def _found(
    ground: Ground,
    worth: Worth,
    shape: str,
    places: list[Place],
    cautions: list[Caution],
    kept: Ints,
    excluded: dict[str, int],
) -> Densest:
    """The answer, with positions among all points given instead of those kept."""
    everyone = np.arange(len(kept), dtype=np.int64)
    return Densest(
        squares=tuple(replace(p, members=kept[p.members]) for p in places),
        total=worth.count(everyone),
        total_weight=worth.weigh(everyone),
        shape=shape,
        side_m=ground.side_m,
        method=_method(ground, shape),
        width_error=max(ground.width_error(y) for y in _bottoms(places, ground)) if shape == "square" else 0.0,
        considered=kept,
        excluded=excluded,
        warnings=tuple(replace(c, members=tuple(kept[list(c.members)].tolist())) for c in cautions),
    )


def densest_squares(ground: Ground, worth: Worth, top: int) -> list[Place]:
    """The best squares one after the other, none touching an earlier one."""
    points = arrange(ground, worth.whole, merge=not worth.colours, below=top > 1)
    places: list[Place] = []
    taken: Taken = np.zeros((0, 3), np.int64)
    while len(places) < top:
        value, x, y, width = fullest(points, taken, worth.colours)
        if not value:
            break
        corner = _pushed(ground, (x, y, width, ground.height), taken, points.turn)
        places.append(_place(ground, worth, corner, points.turn))
        taken = np.concatenate([taken, [[corner[0], corner[1], width]]]).astype(np.int64)
    return places


def _pushed(ground: Ground, corner: tuple[int, int, int, int], taken: Taken, turn: int) -> tuple[int, int, int, int]:
    """The square pushed right and up against its members, unless it would touch a square taken before, or be too wide for
    the band that it is pushed into."""
    x, y, width, height = corner
    members = inside(ground.x, ground.y, corner, turn)
    across = ground.x[members] - x
    right = x + int((across % turn if turn else across).min())
    if turn:
        right = (right + turn // 2) % turn - turn // 2
    up = int(ground.y[members].min())
    if int(ground.widths(ground.band(np.array([up])))[0]) < width:
        up = y
    apart = np.abs(_around(taken[:, 0] - right, turn)) > np.maximum(width, taken[:, 2])
    clear = apart | (np.abs(taken[:, 1] - up) > height)
    return (right, up, width, height) if clear.all() else corner


def _around(difference: Ints, turn: int) -> Ints:
    return (difference + turn // 2) % turn - turn // 2 if turn else difference


def _place(ground: Ground, worth: Worth, corner: tuple[int, int, int, int], turn: int) -> Place:
    members = inside(ground.x, ground.y, corner, turn)
    return Place(
        count=worth.count(members),
        weight=worth.weigh(members),
        rows=len(members),
        bounds=corners(ground, corner, members),
        members=members,
    )


def _without_strays(a: Floats, b: Floats, kept: Ints, excluded: dict[str, int]) -> tuple[Ints, dict[str, int]]:
    refuse_positions(a[kept], b[kept])
    far = [i for each in find_strays(a[kept], b[kept]) for i in each.members]
    return np.delete(kept, far), excluded | ({"far_away": len(far)} if far else {})


def _latitude(given: float) -> float:
    if not -89.0 <= given <= 89.0:
        raise Unmeasurable(
            Text(
                ko=f"기준 위도는 -89도부터 89도까지입니다: {given}",
                en=f"The latitude is -89 to 89 degrees, not {given}.",
            )
        )
    return float(given)


def _bottoms(places: list[Place], ground: Ground) -> list[int]:
    return [round(place.bounds.y[0] / ground.unit) for place in places] or [0]


def _method(ground: Ground, shape: str) -> str:
    if not ground.round_earth:
        return "plane"
    if shape == "disc":
        return "sphere, great-circle distance, radius 6371008.8 m"
    at = "each square's own latitude" if ground.latitude is None else f"latitude {ground.latitude:g}"
    return f"local equirectangular at {at}, radius 6371008.8 m"


def _cautions(ground: Ground, u: Floats, v: Floats, worth: Worth, classes: Sequence[Any] | None) -> list[Caution]:
    found = pile_ups(u, v, worth.whole if worth.colours else None, classes)
    return found + find_strays(u, v) if ground.round_earth else found
