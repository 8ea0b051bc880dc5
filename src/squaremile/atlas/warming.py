"""Compiling the measures ahead of their first use: what is compiled is kept on disk beside the source (numba).

Run by itself (`python -m squaremile.atlas.warming`): once where the product is set up, and again beside a server that
starts, where it finds everything done and ends at once. In a process of its own, so that no worker holds what it never
shows; and last in line for the cores.
"""

import os

from squaremile.atlas.measures.ties.communities import communities
from squaremile.atlas.measures.ties.graph import graph
from squaremile.atlas.measures.ties.partners import partners
from squaremile.atlas.measures.ties.paths import steps
from squaremile.atlas.measures.ties.profiles import profiles
from squaremile.atlas.measures.ties.standing import constraint, cores
from squaremile.atlas.policies.square import SIDES, Columns, best

TEN = range(10)


def warm() -> None:
    """The squares, the discs, the network and partners, of ten points."""
    points = Columns([358_500_000 + 9_000 * n for n in TEN], [1_271_000_000 + 7_000 * (n * n % 7) for n in TEN], [n % 8 for n in TEN])
    for shape in ("square", "disc"):
        for side in SIDES:
            best(points, side, shape)
    net = graph([str(n) for n in TEN], [str((n + 3) % 10) for n in TEN], [1.0] * 10)
    communities(net)
    steps(net)
    constraint(net)
    cores(net)
    partners(profiles([str(n) for n in TEN for _ in range(3)], [str((n * k) % 7) for n in TEN for k in (1, 2, 3)]), net)


if __name__ == "__main__":
    os.nice(10)
    warm()
