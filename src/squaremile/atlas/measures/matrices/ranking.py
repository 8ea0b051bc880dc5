"""Economic complexity: the second eigenvector that orders regions and activities, and whether it may be trusted."""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import eigh
from scipy.sparse import bmat, csr_array
from scipy.sparse.csgraph import connected_components

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.presence import Binary
from squaremile.atlas.measures.matrices.table import Floats
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown
from squaremile.kernel.words import Text

NOTHING = 1e-10
"""An eigenvalue, gap or spread below this is rounding."""


@dataclass(frozen=True, slots=True)
class Ranking(Shown):
    """`eci` of each region and `pci` of each activity (without unit; ECI has mean 0 and standard deviation 1, ddof 0).

    PCI is scaled with ECI's mean and standard deviation, so that a region's ECI is the mean PCI of what it has.
    `raw` is PCI before the mean was taken off. `eigenvalues` are the first three (the first is 1); `gap` is the second
    less the third: near 0, nothing fixes the order. `components` above 1: the order only tells the blocks apart.
    """

    eci: Floats
    pci: Floats
    raw: Floats
    eigenvalues: tuple[float, ...]
    gap: float
    components: int


def components(present: Binary) -> int:
    """How many blocks the table falls into: regions and activities linked by presence."""
    links = csr_array(present)
    both = bmat([[None, links], [links.T, None]], format="csr")
    return int(connected_components(both, directed=False, return_labels=False))


@measures("eci", "pci")
def ranking(present: Binary) -> Ranking:
    """ECI and PCI of a table of presence without empty rows or columns.

    S = D^-1/2 M U^-1/2 with D diversity and U ubiquity; v, the second eigenvector of SS' (on the smaller side), gives
    ECI ∝ D^-1/2 v, and PCI the eigenvector of U^-1 M' D^-1 M. The sign makes ECI correlate with diversity (with no
    correlation, the first region that is not 0 is positive).
    Source: Hidalgo & Hausmann 2009, PNAS 106:10570; Hausmann et al. 2014. Raises Unmeasurable where the second
    eigenvalue is 0 (every region has the same) or fewer than two regions or activities are there.
    """
    diversity, ubiquity = present.sum(axis=1), present.sum(axis=0)
    if min(present.shape) < 2:
        raise _too_small()
    scaled = present / np.sqrt(diversity)[:, None] / np.sqrt(ubiquity)
    values, weights = _second(scaled)
    if values[1] < NOTHING:
        raise _same_everywhere()
    product = weights / np.sqrt(ubiquity)
    place = present @ product / diversity
    spread = float(place.std())
    if spread < NOTHING * float(np.abs(product).max()):
        raise _same_everywhere()
    sign = _sign(diversity, place)
    eci = sign * (place - place.mean()) / spread
    raw = sign * product / spread
    return Ranking(
        eci,
        raw - sign * place.mean() / spread,
        raw,
        tuple(float(v) for v in values),
        float(values[1] - (values[2] if len(values) > 2 else 0.0)),
        # Every block has an eigenvalue of 1: with a second one below, there is one block.
        components(present) if values[1] > 1 - 1e-6 else 1,
    )


def _second(scaled: Floats) -> tuple[Floats, Floats]:
    """The three largest squared singular values, and the right singular vector of the second."""
    tall = scaled.shape[0] > scaled.shape[1]
    square = scaled.T @ scaled if tall else scaled @ scaled.T
    size = len(square)
    values, vectors = eigh(square, subset_by_index=[max(0, size - 3), size - 1])
    second = vectors[:, -2]
    right = second if tall else scaled.T @ second
    return values[::-1].clip(min=0.0), right


def _sign(diversity: Floats, place: Floats) -> float:
    centred = float(np.dot(diversity - diversity.mean(), place - place.mean()))
    if abs(centred) > NOTHING * float(np.linalg.norm(diversity) * np.linalg.norm(place)):
        return 1.0 if centred > 0 else -1.0
    leading = place[np.abs(place - place.mean()) > NOTHING * np.abs(place).max()]
    return 1.0 if len(leading) == 0 or leading[0] > place.mean() else -1.0


def _too_small() -> Unmeasurable:
    return Unmeasurable(
        Text(
            ko="복잡도를 재려면 지역과 활동이 둘 이상 있어야 합니다.",
            en="Complexity needs at least two regions and two activities.",
        ),
        Text(ko="견줄 지역을 더 넣으십시오.", en="Add regions to compare with."),
    )


def _same_everywhere() -> Unmeasurable:
    return Unmeasurable(
        Text(
            ko="모든 지역에 같은 활동이 있어 순서를 정할 수 없습니다.",
            en="Every region has the same activities: nothing puts them in order.",
        ),
        Text(ko="더 잘게 나눈 활동을 쓰십시오.", en="Use finer activities."),
    )
