"""What a region could do next: near to what it does, and worth the reach. And what two regions could do for each other."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.complexity import Complexity
from squaremile.atlas.measures.matrices.outlook import opportunity_gain
from squaremile.atlas.measures.matrices.table import Floats
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table
from squaremile.kernel.words import Text

QUADRANTS = {
    (True, True): "high-road",
    (True, False): "low-road",
    (False, True): "casino",
    (False, False): "dead-end",
}
"""(near, complex) → the name of Balland, Boschma, Crespo & Rigby 2019."""
REASONS = 3


@dataclass(frozen=True, slots=True)
class Opportunities(Shown):
    """The activities a region does not have, by what they would unlock (`unlocks`, descending).

    `density` is the relatedness density (0 to 1, small is risky), `pci` the reward. `unlocks` is Σ_c' φ_cc'/Σφ · PCI_c'
    over the other missing activities, in units of PCI: how much nearer the complex ones come. `gain` is the opportunity
    gain as printed by Hausmann et al. 2014, which also takes off density times PCI and so favours simple activities.
    `because` are the three present activities that lend most of the density, `from_there` the three missing ones that
    it unlocks most of. A quadrant is told from the medians of density and PCI over the candidates.
    """

    region: str
    activity: tuple[str, ...]
    quadrant: tuple[str, ...]
    density: Floats
    pci: Floats
    rca: Floats
    unlocks: Floats
    gain: Floats
    because: tuple[tuple[str, ...], ...]
    from_there: tuple[tuple[str, ...], ...]
    middle_density: float
    middle_pci: float
    warnings: tuple[Text, ...]

    def tables(self) -> Mapping[str, Table]:
        """One row a candidate."""
        names = ("activity", "quadrant", "density", "pci", "rca", "unlocks", "gain", "because", "from_there")
        return {"opportunities": {n: getattr(self, n) for n in names}}


@measures("opportunity")
def opportunities(found: Complexity, region: str) -> Opportunities:
    """The candidates of one region of a measured table. Raises Unmeasurable for a region that is not there (or was left
    out as too small, which is said) and for one that has everything.

    Sources: Balland, Boschma, Crespo & Rigby 2019, Reg. Studies 53:1252; Hausmann et al. 2014 for the gain.
    """
    at = _place(found, region)
    missing = np.flatnonzero(found.present[at] == 0)
    if len(missing) == 0:
        raise Unmeasurable(
            Text(ko=f"‘{region}’에는 모든 활동이 있습니다.", en=f"“{region}” has every activity."),
            Text(ko="활동을 더 잘게 나누십시오.", en="Divide the activities more finely."),
        )
    gain = opportunity_gain(found.present[at : at + 1], found.nearness, found.near[at : at + 1], found.order.pci)[0]
    weight = _worth(found, at)
    unlocks = found.nearness @ weight - np.diagonal(found.nearness) * weight
    order = missing[np.lexsort((missing, -unlocks[missing]))]
    near, pci = found.near[at], found.order.pci
    half, middle = float(np.median(near[missing])), float(np.median(pci[missing]))
    return Opportunities(
        region=region,
        activity=tuple(found.matrix.activities[c] for c in order),
        quadrant=tuple(QUADRANTS[bool(near[c] >= half), bool(pci[c] >= middle)] for c in order),
        density=near[order], pci=pci[order], rca=found.rca[at, order], unlocks=unlocks[order],
        gain=gain[order],
        because=tuple(_top(found, found.nearness[c] * found.present[at], c) for c in order),
        from_there=tuple(_top(found, found.nearness[c] * weight, c) for c in order),
        middle_density=half, middle_pci=middle, warnings=found.warnings,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Complementarity(Shown):
    """`score` = Σ_c (1−M_rc) ω_rc M_sc PCI_c over what `region` lacks and `partner` has; `terms` descending.

    It is not symmetric: it says what the partner could bring. Negative terms are activities below mean complexity.
    """

    region: str
    partner: str
    score: float
    activity: tuple[str, ...]
    density: Floats
    pci: Floats
    terms: Floats

    def tables(self) -> Mapping[str, Table]:
        """One row an activity that the partner could bring."""
        return {"brings": {n: getattr(self, n) for n in ("activity", "density", "pci", "terms")}}


@measures("complementarity")
def complementarity(found: Complexity, region: str, partner: str) -> Complementarity:
    """What `partner` has that `region` lacks, is near to, and would gain from.

    Source: Balland & Boschma 2021, Reg. Studies 55:1059. Raises Unmeasurable for the same region twice.
    """
    if region == partner:
        raise Unmeasurable(Text(ko="같은 지역을 두 번 적었습니다.", en="The two regions are the same."))
    at, other = _place(found, region), _place(found, partner)
    brings = (1 - found.present[at]) * found.present[other]
    terms = brings * found.near[at] * found.order.pci
    listed = np.flatnonzero(brings)
    order = listed[np.lexsort((listed, -terms[listed]))]
    return Complementarity(
        region, partner, float(terms.sum()), tuple(found.matrix.activities[c] for c in order),
        found.near[at][order], found.order.pci[order], terms[order],
    )  # fmt: skip


def _place(found: Complexity, region: str) -> int:
    """Where the region stands; refuses one that is not there, and a table that nothing puts in order."""
    found.demand_order()
    if gone := next((d for d in found.dropped if d.kind == "region" and d.name == region), None):
        raise Unmeasurable(
            Text(
                ko=f"‘{region}’ 지역은 빠졌습니다: {gone.reason.ko}.", en=f"“{region}” was left out: {gone.reason.en}."
            ),
            Text(ko="최소 기준을 낮추십시오.", en="Lower the minimum."),
        )
    return found.matrix.region(region)


def _worth(found: Complexity, at: int) -> Floats:
    """What each missing activity counts for when it comes nearer: its PCI over its reach."""
    reach = found.nearness.sum(axis=1)
    weight = np.divide(found.order.pci, reach, out=np.zeros_like(reach), where=reach > 0)
    return weight * (1 - found.present[at])


def _top(found: Complexity, weights: Floats, but: int) -> tuple[str, ...]:
    held = weights.copy()
    held[but] = 0.0
    best = np.argsort(-held, kind="stable")[:REASONS]
    return tuple(found.matrix.activities[c] for c in best if held[c] > 0)
