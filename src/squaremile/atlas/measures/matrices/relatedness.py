"""How near activities are to each other, and a region to an activity it does not have."""

from typing import Literal

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.presence import Binary
from squaremile.atlas.measures.matrices.table import Floats

Kind = Literal["proximity", "association", "cosine", "jaccard", "conditional"]
KINDS: tuple[Kind, ...] = ("proximity", "association", "cosine", "jaccard", "conditional")


def co_occurrence(present: Binary) -> Floats:
    """In how many regions each pair of activities is present together; on the diagonal the ubiquity.

    Single precision holds whole numbers exactly up to 2²⁴ regions, and its product is twice as fast.
    """
    single = present.astype(np.float32)
    together: Floats = (single.T @ single).astype(np.float64)
    return together


@measures("proximity")
def proximity(present: Binary) -> Floats:
    """φ_ij = regions with both / the larger ubiquity of the two: the smaller conditional probability, 0 to 1.

    The diagonal is 1 for every activity that is present somewhere, and 0 for one that is not.
    Source: Hidalgo, Klinger, Barabási & Hausmann 2007, Science 317:482.
    """
    together = co_occurrence(present)
    ubiquity = np.diagonal(together)
    larger = np.maximum.outer(ubiquity, ubiquity)
    if ubiquity.all():
        found: Floats = together / larger
        return found
    return np.divide(together, larger, out=np.zeros_like(together), where=larger > 0)


@measures("relatedness")
def related(present: Binary, kind: Kind = "proximity") -> Floats:
    """Relatedness of every pair of activities, of one of five kinds; a pair that cannot be compared has 0.

    With C_ij regions with both, u_i = C_ii:
    proximity C_ij/max(u_i,u_j) · cosine C_ij/√(u_i u_j) · jaccard C_ij/(u_i+u_j−C_ij) · conditional P(i|j) = C_ij/u_j
    (row i, column j; not symmetric) · association C_ij·T/(S_i·S_j) on the off-diagonal C, S its row sums, T its total:
    1 where co-occurrence is what chance would give (diagonal 0). Source: van Eck & Waltman 2009, JASIST 60:1635.
    """
    if kind == "proximity":
        return proximity(present)
    together = co_occurrence(present)
    ubiquity = np.diagonal(together).copy()
    if kind == "association":
        np.fill_diagonal(together, 0.0)
        strength = together.sum(axis=1)
        divisor, together = np.multiply.outer(strength, strength), together * strength.sum()
    elif kind == "cosine":
        divisor = np.sqrt(np.multiply.outer(ubiquity, ubiquity))
    elif kind == "jaccard":
        divisor = np.add.outer(ubiquity, ubiquity) - together
    else:
        divisor = np.broadcast_to(ubiquity, together.shape)
    return np.divide(together, divisor, out=np.zeros_like(together), where=divisor > 0)


@measures("relatedness_density")
def density(present: Binary, nearness: Floats, own: bool = True) -> Floats:
    """Relatedness density ω_rc = Σ_c' M_rc' φ_cc' / Σ_c' φ_cc': how near region r is to activity c, 0 to 1.

    With `own`, the activity itself counts (φ_cc = 1), as in ecomplexity and the Atlas of Economic Complexity; without
    it the diagonal is set to 0 first, as in EconGeo. An activity related to nothing has density 0.
    """
    used = nearness if own else nearness - np.diag(np.diagonal(nearness))
    reach = used.sum(axis=1)
    near = present @ used.T
    return np.divide(near, reach, out=np.zeros_like(near), where=reach > 0)
