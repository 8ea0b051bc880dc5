"""The same questions answered without any cleverness, for small inputs."""

import itertools
import math

import numpy as np

R = 6_371_008.8


def worth(colours, value, chosen):
    """What a set of positions is worth: the sum, or how many different colours."""
    picked = np.asarray(value)[chosen]
    return len(set(picked.tolist())) if colours else picked.sum()


def square(x, y, value, w, h, *, colours=False):
    """Largest worth of a closed w x h rectangle, and the smallest corner of those that touch their members."""
    best, corner = 0, None
    for a in sorted(set(x.tolist())):
        for b in sorted(set(y.tolist())):
            chosen = (x >= a) & (x <= a + w) & (y >= b) & (y <= b + h)
            got = worth(colours, value, chosen)
            if got > best and x[chosen].min() == a and y[chosen].min() == b:
                best, corner = got, (a, b)
    return best, corner


def anywhere(x, y, value, side, taken, *, colours=False):
    """Largest worth over every whole-numbered corner that touches no square taken."""
    best = 0
    for a in range(x.min() - side, x.max() + 1):
        for b in range(y.min() - side, y.max() + 1):
            if any(abs(a - p) <= side and abs(b - q) <= side for p, q in taken):
                continue
            got = worth(colours, value, (x >= a) & (x <= a + side) & (y >= b) & (y <= b + side))
            best = max(best, got)
    return best


def square_on_earth(lat, lon, value, side, *, colours=False):
    """As `square`, in degrees: each candidate as wide as its side at the middle of the band that its lower edge is in.

    A square may also begin just below the band of its lowest point: south of the equator it is wider there.
    """
    unit = 10**9
    h = round(math.degrees(side / R) * unit)
    x, y = np.rint(lon * unit).astype(np.int64), np.rint(lat * unit).astype(np.int64)
    best = 0
    for a in x:
        for b in {*y.tolist(), *(y // h * h - 1).tolist()}:
            w = round(h / math.cos(math.radians((b // h + 1) * h / unit)))
            across = (x - a) % (360 * unit)
            best = max(best, worth(colours, value, (across <= w) & (y >= b) & (y <= b + h)))
    return best


def disc(x, y, value, r, *, colours=False, slack=1e-7):
    """Largest worth of a closed disc: centres at the points and where two circles of radius r meet."""
    points = list(zip(x.tolist(), y.tolist(), strict=True))
    centres = list(points)
    for (ax, ay), (bx, by) in itertools.permutations(points, 2):
        d = math.hypot(bx - ax, by - ay)
        if 0 < d <= 2 * r:
            up = math.sqrt(max(0.0, r * r - d * d / 4))
            centres.append(((ax + bx) / 2 - up * (by - ay) / d, (ay + by) / 2 + up * (bx - ax) / d))
    return max(worth(colours, value, np.hypot(x - a, y - b) <= r + slack) for a, b in centres)


def cap(lat, lon, value, r, *, colours=False, slack=1e-6):
    """As `disc`, on the sphere, with the centres where two planes and the sphere meet; r in metres."""
    up, across = np.radians(lat), np.radians(lon)
    v = np.stack([np.cos(up) * np.cos(across), np.cos(up) * np.sin(across), np.sin(up)], axis=1)
    centres = list(v)
    for p, q in itertools.permutations(v, 2):
        normal = np.cross(p, q)
        half, wide = math.asin(min(1.0, float(np.linalg.norm(p - q)) / 2)), r / R
        if half == 0 or half > wide:
            continue
        normal, middle = normal / np.linalg.norm(normal), (p + q) / np.linalg.norm(p + q)
        off = 2 * math.asin(math.sqrt(math.sin((wide + half) / 2) * math.sin((wide - half) / 2) / math.cos(half)))
        centres.append(middle * math.cos(off) + normal * math.sin(off))
    far = [2 * R * np.arcsin(np.minimum(1, np.linalg.norm(v - c, axis=1) / 2)) for c in centres]
    return max(worth(colours, value, d <= r + slack) for d in far)
