"""Geometry of a floor plan: is an outline sound, where does its label go, does one place lie in another.

Corners are (x, y) in metres from the floor's south-west corner, x to the east and y to the north. Outlines are
closed by themselves: the last corner joins the first.
"""

import heapq
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Outline = tuple[Point, ...]
NEAR = 1e-6
"""Metres: closer than this is the same point. A plan is drawn to the centimetre."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle along the axes, in metres."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def around(self, margin: float) -> "Box":
        return Box(self.left - margin, self.bottom - margin, self.right + margin, self.top + margin)


def outline(corners: Iterable[Sequence[float]]) -> Outline:
    """Corners as they are stored, [[x, y], …], as an outline. Raises ValueError for anything else."""
    made = tuple((float(x), float(y)) for x, y in corners)
    if not all(math.isfinite(value) for corner in made for value in corner):
        raise ValueError("corners are finite numbers")
    return made


def is_sound(shape: Outline) -> bool:
    """Three or more corners, no two neighbours the same, an area, and edges that meet only at their ends."""
    if len(shape) < 3 or any(math.dist(a, b) < NEAR for a, b in edges(shape)) or area(shape) < NEAR:
        return False
    sides = list(edges(shape))
    for i, (a, b) in enumerate(sides):
        for j in range(i + 1, len(sides)):
            c, d = sides[j]
            if j == i + 1 or (i == 0 and j == len(sides) - 1):
                # Neighbours share a corner; they must not fold back onto each other.
                shared, one, other = (b, a, d) if j == i + 1 else (a, b, c)
                if _cross(shared, one, other) == 0 and _dot(shared, one, other) > 0:
                    return False
            elif _touch(a, b, c, d):
                return False
    return True


def edges(shape: Outline) -> Iterator[tuple[Point, Point]]:
    yield from zip(shape, (*shape[1:], shape[0]), strict=True)


def area(shape: Outline) -> float:
    """Square metres (the shoelace formula)."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(shape))) / 2


def box(shapes: Iterable[Outline]) -> Box:
    """The smallest rectangle around all corners. Raises ValueError when there are none."""
    corners = [corner for shape in shapes for corner in shape]
    if not corners:
        raise ValueError("nothing to draw a box around")
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def clearance(point: Point, shape: Outline) -> float:
    """Metres from the point to the outline; negative outside it."""
    nearest = min(_distance(point, a, b) for a, b in edges(shape))
    return nearest if _inside(point, shape) else -nearest


def contains(shape: Outline, point: Point) -> bool:
    """Inside or on the line."""
    return clearance(point, shape) >= -NEAR


def lies_in(inner: Outline, outer: Outline) -> bool:
    """All of `inner` is within `outer`; sharing a wall is within."""
    if not all(contains(outer, corner) for corner in inner):
        return False
    for a, b in edges(inner):
        for c, d in edges(outer):
            if _properly_cross(a, b, c, d):
                return False
        # Between two corners of a concave outer shape an edge may leave it without crossing any edge properly.
        cuts = sorted({0.0, 1.0, *(_along(a, b, corner) for corner in outer if _distance(corner, a, b) < NEAR)})
        for start, end in pairwise(cuts):
            middle = (start + end) / 2
            if not contains(outer, (a[0] + (b[0] - a[0]) * middle, a[1] + (b[1] - a[1]) * middle)):
                return False
    return True


def label_point(shape: Outline, precision: float = 0.1) -> Point:
    """The pole of inaccessibility: the inside point furthest from every wall, within `precision` metres.

    Best-first search over square cells (V. Agafonkin, "A new algorithm for finding a visual center of a polygon",
    2016): a cell is split as long as it could still hold a better point.
    """
    frame = box([shape])
    # A corridor of 100 m by 10 cm is covered by 64 cells, not by a thousand.
    size = max(min(frame.width, frame.height), max(frame.width, frame.height) / 64)
    half = size / 2
    best = max(_starts(shape, frame), key=lambda p: clearance(p, shape))
    most = clearance(best, shape)
    queue: list[tuple[float, float, Point, float]] = []

    def push(centre: Point, reach: float) -> None:
        found = clearance(centre, shape)
        heapq.heappush(queue, (-(found + reach * math.sqrt(2)), found, centre, reach))

    x = frame.left
    while x < frame.right:
        y = frame.bottom
        while y < frame.top:
            push((x + half, y + half), half)
            y += size
        x += size
    while queue:
        bound, found, centre, reach = heapq.heappop(queue)
        if found > most:
            best, most = centre, found
        if -bound - most <= precision:
            break
        for dx in (-reach / 2, reach / 2):
            for dy in (-reach / 2, reach / 2):
                push((centre[0] + dx, centre[1] + dy), reach / 2)
    return best


def _starts(shape: Outline, frame: Box) -> Iterator[Point]:
    """Points that may already be good: the middle of the box, the mean corner, and inside of each corner."""
    yield ((frame.left + frame.right) / 2, (frame.bottom + frame.top) / 2)
    yield (sum(x for x, _ in shape) / len(shape), sum(y for _, y in shape) / len(shape))
    for i, corner in enumerate(shape):
        before, after = shape[i - 1], shape[(i + 1) % len(shape)]
        yield ((before[0] + corner[0] + after[0]) / 3, (before[1] + corner[1] + after[1]) / 3)


def _cross(o: Point, a: Point, b: Point) -> float:
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def _dot(o: Point, a: Point, b: Point) -> float:
    return (a[0] - o[0]) * (b[0] - o[0]) + (a[1] - o[1]) * (b[1] - o[1])


def _along(a: Point, b: Point, p: Point) -> float:
    """Where on a→b the point nearest to p lies: 0 at a, 1 at b."""
    length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    return 0.0 if length == 0 else max(0.0, min(1.0, _dot(a, b, p) / length))


def _distance(p: Point, a: Point, b: Point) -> float:
    t = _along(a, b, p)
    return math.dist(p, (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t))


def _inside(p: Point, shape: Outline) -> bool:
    """Even-odd rule: a ray to the east crosses the outline an odd number of times."""
    inside = False
    for a, b in edges(shape):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]:
            inside = not inside
    return inside


def _properly_cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """The two edges cross at a point inside both, clear of their ends."""
    if any(_distance(p, q, r) < NEAR for p, q, r in ((a, c, d), (b, c, d), (c, a, b), (d, a, b))):
        return False
    return (_cross(a, b, c) > 0) != (_cross(a, b, d) > 0) and (_cross(c, d, a) > 0) != (_cross(c, d, b) > 0)


def _touch(a: Point, b: Point, c: Point, d: Point) -> bool:
    """The two edges share at least one point."""
    if _properly_cross(a, b, c, d):
        return True
    return any(_distance(p, q, r) < NEAR for p, q, r in ((a, c, d), (b, c, d), (c, a, b), (d, a, b)))
