"""Pairs of sites, compiled: listed, counted into a fine histogram, or summed around each site up to each radius."""

import math
from typing import Any

import numpy as np
from numba import njit


@njit(cache=True)
def _squared(xyz: Any, i: int, j: int) -> float:
    x, y, z = xyz[i, 0] - xyz[j, 0], xyz[i, 1] - xyz[j, 1], xyz[i, 2] - xyz[j, 2]
    return x * x + y * y + z * z  # type: ignore[no-any-return]


@njit(cache=True)
def listed(xyz: Any, reference: Any, neighbour: Any, weight: Any) -> Any:
    """Straight distances and products of weights of all pairs of a reference with a neighbour, each pair once."""
    count = len(xyz)
    distances = np.empty(count * (count - 1) // 2)
    products = np.empty(count * (count - 1) // 2)
    k = 0
    for i in range(count):
        for j in range(i):
            if (reference[i] and neighbour[j]) or (reference[j] and neighbour[i]):
                distances[k] = math.sqrt(_squared(xyz, i, j))
                products[k] = weight[i] * weight[j]
                k += 1
    return distances[:k], products[:k]


@njit(cache=True)
def counted(xyz: Any, starts: Any, near: Any, links: Any, reach: float, bins: int) -> Any:
    """(bins, 3) of the straight distances up to `reach` of all pairs, each pair once; sites stand cell by cell.

    In each bin: how many, and how far beyond its lower edge, in widths of a bin: the sum, and the sum of squares.
    """
    found = np.zeros((bins + 1, 3))
    per, limit = bins / reach, reach * reach
    for c in range(len(starts) - 1):
        for link in range(links[c], links[c + 1]):
            d = near[link]
            if d > c:
                continue
            for i in range(starts[c], starts[c + 1]):
                x, y, z = xyz[i, 0], xyz[i, 1], xyz[i, 2]
                for j in range(starts[d], i if d == c else starts[d + 1]):
                    dx, dy, dz = x - xyz[j, 0], y - xyz[j, 1], z - xyz[j, 2]
                    far = dx * dx + dy * dy + dz * dz
                    if far <= limit:
                        at = math.sqrt(far) * per
                        k = int(at)
                        at -= k
                        found[k, 0] += 1
                        found[k, 1] += at
                        found[k, 2] += at * at
    return _folded(found)


@njit(cache=True)
def weighed(
    xyz: Any, reference: Any, neighbour: Any, weight: Any, starts: Any, near: Any, links: Any, reach: float, bins: int
) -> Any:
    """As `counted`, of pairs of a reference with a neighbour; and the same with each pair as heavy as its product."""
    found, mass = np.zeros((bins + 1, 3)), np.zeros((bins + 1, 3))
    per, limit = bins / reach, reach * reach
    for c in range(len(starts) - 1):
        for link in range(links[c], links[c + 1]):
            d = near[link]
            if d > c:
                continue
            for i in range(starts[c], starts[c + 1]):
                for j in range(starts[d], i if d == c else starts[d + 1]):
                    if (reference[i] and neighbour[j]) or (reference[j] and neighbour[i]):
                        far = _squared(xyz, i, j)
                        if far <= limit:
                            at = math.sqrt(far) * per
                            k = int(at)
                            at -= k
                            product = weight[i] * weight[j]
                            found[k, 0] += 1
                            found[k, 1] += at
                            found[k, 2] += at * at
                            mass[k, 0] += product
                            mass[k, 1] += product * at
                            mass[k, 2] += product * at * at
    return _folded(found), _folded(mass)


@njit(cache=True)
def _folded(found: Any) -> Any:
    """Pairs exactly at the reach stand at the upper edge of the last bin instead of in one of their own."""
    last, over = found[-2], found[-1]
    last[2] += over[0] + 2 * over[1] + over[2]
    last[1] += over[0] + over[1]
    last[0] += over[0]
    return found[:-1]


@njit(cache=True)
def split(
    xyz: Any, reference: Any, neighbour: Any, starts: Any, near: Any, links: Any, reach: float, bins: int,
    wanted: Any, parts: int,
) -> Any:  # fmt: skip
    """(len(wanted), parts): how many pairs of a reference with a neighbour lie in each part of the bins `wanted`.

    `wanted` are four bins: from the first to the second nothing lies between, nor from the third to the fourth.
    """
    found = np.zeros((len(wanted), parts), np.int64)
    per = bins / reach
    least, most = (wanted[0] / per * (1 - 1e-12)) ** 2, ((wanted[1] + 1) / per * (1 + 1e-12)) ** 2
    lower, upper = (wanted[2] / per * (1 - 1e-12)) ** 2, ((wanted[3] + 1) / per * (1 + 1e-12)) ** 2
    for c in range(len(starts) - 1):
        for link in range(links[c], links[c + 1]):
            d = near[link]
            if d > c:
                continue
            for i in range(starts[c], starts[c + 1]):
                x, y, z = xyz[i, 0], xyz[i, 1], xyz[i, 2]
                for j in range(starts[d], i if d == c else starts[d + 1]):
                    dx, dy, dz = x - xyz[j, 0], y - xyz[j, 1], z - xyz[j, 2]
                    far = dx * dx + dy * dy + dz * dz
                    # Without a short circuit: most pairs lie in neither, and which comparison fails cannot be foreseen.
                    if not (((far >= least) & (far <= most)) | ((far >= lower) & (far <= upper))):
                        continue
                    if not ((reference[i] and neighbour[j]) or (reference[j] and neighbour[i])):
                        continue
                    at = math.sqrt(far) * per
                    k = min(int(at), bins - 1) if far <= reach * reach else bins
                    for w in range(len(wanted)):
                        if wanted[w] == k:
                            found[w, min(int((at - k) * parts), parts - 1)] += 1
    return found


@njit(cache=True)
def table_of(squares: Any, size: int) -> Any:
    """For each of `size` equal slices of [0, largest]: the first radius that may hold a square in it."""
    table = np.zeros(size + 1, np.int64)
    at = 0
    for k in range(size + 1):
        while at < len(squares) - 1 and squares[at] < (k - 1) * squares[-1] / size:
            at += 1
        table[k] = at
    return table


@njit(cache=True)
def _ring(square: float, squares: Any, table: Any, per: float) -> int:
    """Number of the smallest radius whose square is not below."""
    k = table[int(square * per)]
    while square > squares[k]:
        k += 1
    return k  # type: ignore[no-any-return]


@njit(cache=True)
def around_each(
    xyz: Any, reference: Any, neighbour: Any, weight: Any, starts: Any, near: Any, links: Any, squares: Any, table: Any
) -> Any:
    """(n, radii): weight of the neighbours in each ring around each reference; a site is not its own neighbour."""
    rings = np.zeros((len(xyz), len(squares)))
    limit = squares[-1]
    per = (len(table) - 1) / limit if limit > 0 else 0.0
    for c in range(len(starts) - 1):
        for link in range(links[c], links[c + 1]):
            d = near[link]
            if d > c:
                continue
            for i in range(starts[c], starts[c + 1]):
                for j in range(starts[d], i if d == c else starts[d + 1]):
                    square = _squared(xyz, i, j)
                    if square <= limit:
                        k = _ring(square, squares, table, per)
                        if reference[i] and neighbour[j]:
                            rings[i, k] += weight[j]
                        if reference[j] and neighbour[i]:
                            rings[j, k] += weight[i]
    return rings


@njit(cache=True)
def around_some(
    xyz: Any, some: Any, weight: Any, cell: Any, starts: Any, near: Any, links: Any, squares: Any, table: Any
) -> Any:
    """(len(some), radii): weight of all sites in each ring around the sites numbered `some` (site i is in cell[i])."""
    rings = np.zeros((len(some), len(squares)))
    limit = squares[-1]
    per = (len(table) - 1) / limit if limit > 0 else 0.0
    for at in range(len(some)):
        i = some[at]
        for link in range(links[cell[i]], links[cell[i] + 1]):
            for j in range(starts[near[link]], starts[near[link] + 1]):
                square = _squared(xyz, i, j)
                if square <= limit and j != i:
                    rings[at, _ring(square, squares, table, per)] += weight[j]
    return rings


@njit(cache=True)
def smoothed(places: Any, mass: Any, spread: Any, total: float, width: float, radii: Any) -> Any:
    """Gaussian density of masses at sorted `places` ≥ 0, reflected at 0 and divided by `total`, at each radius.

    `spread` is the variance of what each mass is made of around its place: the kernel is carried to the second order,
    f + f'' spread / 2. Masses farther than seven widths away are left out: each would add less than 1e-9 of a kernel's top.
    """
    density = np.zeros(len(radii))
    scale = 1.0 / (total * width * math.sqrt(2 * math.pi))
    for k in range(len(radii)):
        low = np.searchsorted(places, radii[k] - 7 * width)
        high = np.searchsorted(places, radii[k] + 7 * width)
        for b in range(low, high):
            if mass[b] != 0:
                u, v = (radii[k] - places[b]) / width, (radii[k] + places[b]) / width
                bent = spread[b] / (2 * width * width)
                near, far = math.exp(-0.5 * u * u), math.exp(-0.5 * v * v)
                density[k] += mass[b] * (near * (1 + bent * (u * u - 1)) + far * (1 + bent * (v * v - 1)))
        density[k] *= scale
    return density
