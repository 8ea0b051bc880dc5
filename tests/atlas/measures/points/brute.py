"""The definitions, written out with loops: what the kernels must agree with."""

import math

import numpy as np


def distances(xy, weight, reference, neighbour):
    """Every pair of a reference with a neighbour once: distance and product of weights."""
    found = []
    for i in range(len(xy)):
        for j in range(i):
            if (reference[i] and neighbour[j]) or (reference[j] and neighbour[i]):
                found.append((math.dist(xy[i], xy[j]), weight[i] * weight[j]))
    return found


def type_7(values, q):
    """R's default quantile."""
    ranked, place = sorted(values), (len(values) - 1) * q
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return ranked[low] + (place - low) * (ranked[high] - ranked[low])


def bandwidth(values):
    """R's bw.nrd0."""
    mean = sum(values) / len(values)
    sd = math.sqrt(sum((v - mean) ** 2 for v in values) / (len(values) - 1))
    spread = min(sd, (type_7(values, 0.75) - type_7(values, 0.25)) / 1.34)
    return 0.9 * spread * len(values) ** -0.2


def kd(xy, weight, reference, neighbour, radii):
    pairs = distances(xy, weight, reference, neighbour)
    h = bandwidth([d for d, _ in pairs if d <= 2 * max(radii)])
    total = sum(w for _, w in pairs)
    kernel = lambda u: math.exp(-u * u / 2) / math.sqrt(2 * math.pi)
    return [sum(w * (kernel((r - d) / h) + kernel((r + d) / h)) for d, w in pairs) / (total * h) for r in radii]


def m(xy, weight, reference, neighbour, radii):
    found = []
    one_type = list(reference) == list(neighbour)
    total, kind = sum(weight), sum(w for w, n in zip(weight, neighbour, strict=True) if n)
    for r in radii:
        local = overall = 0.0
        for i in range(len(xy)):
            if not reference[i]:
                continue
            near = [
                j
                for j in range(len(xy))
                if j != i and sum((a - b) ** 2 for a, b in zip(xy[i], xy[j], strict=True)) <= r * r
            ]
            every = sum(weight[j] for j in near)
            if every > 0:
                local += sum(weight[j] for j in near if neighbour[j]) / every
                overall += (kind - weight[i] if one_type else kind) / (total - weight[i])
        found.append(local / overall if overall else math.nan)
    return np.array(found)


def share_inside(x, y, r, window, steps=20_000):
    """Share of a circle inside a rectangle, by walking round it."""
    angle = (np.arange(steps) + 0.5) * 2 * math.pi / steps
    px, py = x + r * np.cos(angle), y + r * np.sin(angle)
    left, low, right, high = window
    return float(np.mean((px >= left) & (px <= right) & (py >= low) & (py <= high)))
