"""Peers: regions of like size that do like things. A region of 300 firms is not set beside one of 30,000 unsaid."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.table import Floats, Matrix
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table
from squaremile.kernel.words import Text

REASONS = 3


@dataclass(frozen=True, slots=True)
class Peers(Shown):
    """The regions most like `region`, nearest first.

    `similarity` is the cosine of shares (0 to 1), `size` the total of the table's unit, `size_ratio` the peer's size over
    the region's. `because` are the three activities that make most of the similarity. `candidates` had a size within a
    factor `most_ratio`; `left_out` did not.
    """

    region: str
    size: float
    most_ratio: float
    candidates: int
    left_out: int
    peer: tuple[str, ...]
    similarity: Floats
    peer_size: Floats
    size_ratio: Floats
    because: tuple[tuple[str, ...], ...]

    def tables(self) -> Mapping[str, Table]:
        """One row a peer."""
        return {
            "peers": {
                "peer": self.peer, "similarity": self.similarity, "size": self.peer_size, "size_ratio": self.size_ratio,
                "because": self.because,
            }
        }  # fmt: skip


@measures("similarity", "size_ratio")
def peers(matrix: Matrix, region: str, *, k: int = 5, most_ratio: float = 4.0) -> Peers:
    """The `k` regions most like one by profile, among those between 1/most_ratio and most_ratio times its size.

    Equals are ordered by the nearer size, then by name. Raises Unmeasurable for a region that is not there, k below 1, a
    ratio below 1, and where no other region is within the ratio (the sentence names the nearest).
    """
    at = matrix.region(region)
    if k < 1 or not most_ratio >= 1:
        raise Unmeasurable(Text(
            ko="견줄 지역 수(k)와 크기 비율은 1 이상이어야 합니다.", en="The number of peers (k) and the size ratio are 1 or more.",
        ))  # fmt: skip
    sizes = matrix.values.sum(axis=1)
    ratio = sizes / sizes[at]
    others = np.arange(len(sizes)) != at
    # A little slack, so that a region of exactly the ratio is not lost to rounding.
    within = others & (ratio <= most_ratio * (1 + 1e-12)) & (ratio * (1 + 1e-12) >= 1 / most_ratio)
    if not within.any():
        raise _alone(matrix, region, ratio, others, most_ratio)
    shares = matrix.values / sizes[:, None]
    length = np.sqrt((shares * shares).sum(axis=1))
    terms = shares * shares[at] / (length * length[at])[:, None]
    cosine = np.minimum(terms.sum(axis=1), 1.0)
    names = np.array(matrix.regions)
    order = np.lexsort((names, np.abs(np.log(ratio)), -np.round(cosine, 12)))
    chosen = [r for r in order if within[r]][:k]
    return Peers(
        region=region, size=float(sizes[at]), most_ratio=most_ratio, candidates=int(within.sum()),
        left_out=int(others.sum() - within.sum()), peer=tuple(matrix.regions[r] for r in chosen),
        similarity=cosine[chosen], peer_size=sizes[chosen], size_ratio=ratio[chosen],
        because=tuple(_reasons(matrix, terms[r]) for r in chosen),
    )  # fmt: skip


def _reasons(matrix: Matrix, terms: Floats) -> tuple[str, ...]:
    order = np.lexsort((np.arange(len(terms)), -terms))[:REASONS]
    return tuple(matrix.activities[c] for c in order if terms[c] > 0)


def _alone(matrix: Matrix, region: str, ratio: Floats, others: np.ndarray, most: float) -> Unmeasurable:
    if not others.any():
        return Unmeasurable(Text(ko="표에 지역이 하나뿐입니다.", en="The table has one region only."))
    far = np.where(others, np.abs(np.log(ratio)), np.inf)
    nearest = int(np.argmin(far))
    return Unmeasurable(
        Text(
            ko=f"크기가 ‘{region}’의 1/{most:g}배에서 {most:g}배 사이인 다른 지역이 없습니다.",
            en=f"No other region is between 1/{most:g} and {most:g} times the size of “{region}”.",
        ),
        Text(
            ko=f"가장 가까운 지역은 {matrix.regions[nearest]}({ratio[nearest]:.3g}배)입니다. 비율을 넓히거나 더 많은 지역을 넣으십시오.",
            en=f"The nearest is {matrix.regions[nearest]} ({ratio[nearest]:.3g} times). Widen the ratio or bring in more regions.",
        ),
    )
