"""What lies ahead of a region: complexity outlook, and what each missing activity would bring nearer."""

from dataclasses import dataclass

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.presence import Binary
from squaremile.atlas.measures.matrices.ranking import NOTHING, Ranking
from squaremile.atlas.measures.matrices.table import Floats
from squaremile.atlas.measures.showing import Shown


@dataclass(frozen=True, slots=True)
class Outlook(Shown):
    """`coi` of each region and `cog` of each region and activity, as ecomplexity and its Stata original scale them:

    COI = z-score (ddof 0) of Σ_c ω_rc (1−M_rc) p_c with p the PCI before its mean is taken off;
    COG_rc = (1−M_rc) Σ_c' (1−M_rc') φ_c'c p_c'/Σ_k φ_c'k.
    """

    coi: Floats
    cog: Floats


@measures("coi", "cog")
def outlook(present: Binary, nearness: Floats, near: Floats, order: Ranking) -> Outlook:
    """Complexity outlook index and gain. `near` is the relatedness density.

    Source: Hausmann et al. 2014, The Atlas of Economic Complexity, with the scaling of the Growth Lab's own program.
    Where every region has the same outlook, COI is 0; where PCI is not defined, both are NaN.
    """
    missing = 1.0 - present
    reached = (near * missing) @ order.raw
    spread = float(reached.std())
    coi = (reached - reached.mean()) / spread if spread > NOTHING * np.abs(reached).max() else np.zeros_like(reached)
    if order.undefined:
        coi = np.full_like(reached, np.nan)
    reach = nearness.sum(axis=1)
    weight = np.divide(order.raw, reach, out=np.zeros_like(reach), where=reach > 0)
    return Outlook(coi, missing * (missing @ (nearness * weight[:, None])))


@measures("coi")
def complexity_ahead(present: Binary, near: Floats, pci: Floats) -> Floats:
    """Σ_c ω_rc (1−M_rc) PCI_c of each region: the outlook in units of PCI, not standardised."""
    ahead: Floats = (near * (1.0 - present)) @ pci
    return ahead


@measures("cog")
def opportunity_gain(present: Binary, nearness: Floats, near: Floats, pci: Floats) -> Floats:
    """Σ_c' φ_cc'/Σ_k φ_kc' (1−M_rc') PCI_c' − ω_rc PCI_c for missing activities: what taking up c would unlock.

    What c adds to the outlook less what is used up by having it; as printed, the sum includes c itself (φ_cc = 1).
    0 for what a region already has. In units of PCI.
    Source: Hausmann et al. 2014, p. 54.
    """
    missing = 1.0 - present
    reach = nearness.sum(axis=1)
    weight = np.divide(pci, reach, out=np.zeros_like(reach), where=reach > 0)
    return missing * (missing @ (nearness * weight[:, None]) - near * pci)
