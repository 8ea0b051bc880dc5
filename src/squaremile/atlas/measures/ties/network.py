"""A whole network at once: every node's standing, and the communities."""

from dataclasses import dataclass

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.showing import Shown
from squaremile.atlas.measures.ties.communities import communities, modularity
from squaremile.atlas.measures.ties.graph import Floats, Graph, Ints
from squaremile.atlas.measures.ties.paths import betweenness_weighted, steps
from squaremile.atlas.measures.ties.standing import constraint, cores


@dataclass(frozen=True, slots=True, eq=False)
class Network(Shown):
    """(n,) for each of `names`: ties, their summed weights, and where the node stands."""

    names: tuple[str, ...]
    degree: Ints
    strength: Floats
    betweenness: Floats
    betweenness_weighted: Floats
    closeness: Floats
    core: Ints
    constraint: Floats
    """NaN for a node without ties."""
    community: Ints
    communities: int
    modularity: float
    """By weight, as the communities were sought."""
    modularity_unweighted: float
    """Of the same communities, every tie counted once."""
    ties: int
    loops: int
    repeated: int
    seed: int


@measures(
    "degree", "strength", "betweenness", "betweenness_weighted", "closeness", "core_number", "constraint", "modularity"
)
def network(held: Graph, seed: int = 0, runs: int = 10) -> Network:
    """Every measure of ties on one graph. `seed` and `runs` are those of the search for communities."""
    between, close = steps(held)
    parts = communities(held, seed, runs)
    degree = np.diff(held.starts)
    once = Graph(held.names, held.starts, held.near, np.ones_like(held.weight), 0, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        broker = np.where(degree > 0, constraint(held), np.nan)
    return Network(
        held.names, degree, np.asarray(held.matrix.sum(axis=1)).ravel(), between, betweenness_weighted(held), close,
        cores(held), broker, parts.member, parts.count, parts.modularity, modularity(once, parts.member), held.ties,
        held.loops, held.repeated, seed,
    )  # fmt: skip
