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
    less the third. Where the table falls into blocks (`components` above 1) or the gap is 0, the eigenvector is not
    defined: `eci`, `pci` and `raw` are NaN, and `undefined` says why. `either`: nothing but the names of regions says
    which end of the order is the high one.
    """

    eci: Floats
    pci: Floats
    raw: Floats
    eigenvalues: tuple[float, ...]
    gap: float
    components: int
    undefined: Text | None = None
    either: bool = False


def components(present: Binary) -> int:
    """How many blocks the table falls into: regions and activities linked by presence."""
    links = csr_array(present)
    both = bmat([[None, links], [links.T, None]], format="csr")
    return int(connected_components(both, directed=False, return_labels=False))


@measures("eci", "pci")
def ranking(present: Binary) -> Ranking:
    """ECI and PCI of a table of presence without empty rows or columns.

    S = D^-1/2 M U^-1/2 with D diversity and U ubiquity; v, the second eigenvector of SS' (on the smaller side), gives
    ECI ∝ D^-1/2 v, and PCI the eigenvector of U^-1 M' D^-1 M. The sign makes ECI correlate with diversity; with no
    correlation, PCI correlates negatively with ubiquity; without that too, the first region off the mean is high.
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
    gap = float(values[1] - (values[2] if len(values) > 2 else 0.0))
    # Every block has an eigenvalue of 1: with a second one below, there is one block.
    blocks = components(present) if values[1] > 1 - 1e-6 else 1
    sign = _sign(diversity, place) or -_sign(ubiquity, product)
    undefined = _undefined(blocks, gap)
    either = sign == 0 and not undefined
    if either:
        sign = 1.0 if place[np.abs(place - place.mean()) > 1e-6 * spread][0] > place.mean() else -1.0
    if undefined:
        sign = np.nan
    eci = sign * (place - place.mean()) / spread
    raw = sign * product / spread
    pci = raw - sign * place.mean() / spread
    return Ranking(eci, pci, raw, tuple(float(v) for v in values), gap, blocks, undefined, either)


def _second(scaled: Floats) -> tuple[Floats, Floats]:
    """The three largest squared singular values, and the right singular vector of the second."""
    tall = scaled.shape[0] > scaled.shape[1]
    square = scaled.T @ scaled if tall else scaled @ scaled.T
    size = len(square)
    values, vectors = eigh(square, subset_by_index=[max(0, size - 3), size - 1])
    second = vectors[:, -2]
    right = second if tall else scaled.T @ second
    return values[::-1].clip(min=0.0), right


def _sign(of: Floats, along: Floats) -> float:
    """Whether the two go together (1), apart (-1) or neither (0)."""
    spread = of - of.mean(), along - along.mean()
    together = float(np.dot(*spread))
    if abs(together) <= 1e-8 * float(np.linalg.norm(spread[0]) * np.linalg.norm(spread[1])):
        return 0.0
    return 1.0 if together > 0 else -1.0


def _undefined(blocks: int, gap: float) -> Text | None:
    """Why the second eigenvector is not defined, if it is not."""
    if blocks > 1:
        return Text(
            ko=f"표가 서로 이어지지 않는 {blocks}개 덩어리로 나뉩니다. 덩어리마다 고윳값이 1이어서 ECI와 PCI가 정해지지 않습니다.",
            en=f"The table falls into {blocks} unconnected blocks. Each has an eigenvalue of 1: ECI and PCI are not defined.",
        )
    if gap < NOTHING:
        return Text(
            ko="둘째와 셋째 고윳값이 같아 ECI와 PCI가 정해지지 않습니다.",
            en="The second and third eigenvalues are equal: ECI and PCI are not defined.",
        )
    return None


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
