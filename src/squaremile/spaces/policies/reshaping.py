"""Outlines of places that become one or several: side by side, one rectangle of two, strips of one."""

from collections.abc import Sequence

from squaremile.spaces.policies.plan import NEAR, Outline, area, box, edges


def adjoin(one: Outline, other: Outline) -> bool:
    """They share a piece of an edge that is longer than a point. Only edges along the axes are looked at, as benches stand."""
    return any(_shared(a, b) > NEAR for a in edges(one) for b in edges(other))


def connected(shapes: Sequence[Outline]) -> bool:
    """Each can be reached from each by places that adjoin."""
    if not shapes:
        return True
    reached, left = [shapes[0]], list(shapes[1:])
    while left:
        found = next((shape for shape in left if any(adjoin(shape, known) for known in reached)), None)
        if found is None:
            return False
        reached.append(found)
        left.remove(found)
    return True


def joined(shapes: Sequence[Outline]) -> Outline | None:
    """The rectangle that they fill without a gap; None where they are no rectangle together."""
    if not shapes:
        return None
    around = box(shapes)
    if abs(around.width * around.height - sum(area(shape) for shape in shapes)) > NEAR * 100:
        return None
    return (
        (around.left, around.bottom), (around.right, around.bottom), (around.right, around.top), (around.left, around.top)
    )


def strips(shape: Outline, count: int) -> list[Outline] | None:
    """A rectangle cut across its longer side into equal parts; None where it is no rectangle."""
    if joined([shape]) is None:
        return None
    around = box([shape])
    made: list[Outline] = []
    for n in range(count):
        lo, hi = n / count, (n + 1) / count
        if around.width >= around.height:
            left, right = around.left + around.width * lo, around.left + around.width * hi
            bottom, top = around.bottom, around.top
        else:
            left, right = around.left, around.right
            bottom, top = around.bottom + around.height * lo, around.bottom + around.height * hi
        made.append(((left, bottom), (right, bottom), (right, top), (left, top)))
    return made


def _shared(a: tuple[tuple[float, float], tuple[float, float]], b: tuple[tuple[float, float], tuple[float, float]]) -> float:
    """Metres that two edges along one axis have in common; 0 where they lie on no common line."""
    for along, across in ((0, 1), (1, 0)):
        level = a[0][across]
        if all(abs(point[across] - level) < NEAR for point in (*a, *b)):
            low = max(min(a[0][along], a[1][along]), min(b[0][along], b[1][along]))
            high = min(max(a[0][along], a[1][along]), max(b[0][along], b[1][along]))
            return max(high - low, 0.0)
    return 0.0
