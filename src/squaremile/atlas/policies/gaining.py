"""“What if the region gained these?”: everything measured again with them present, beside what is measured now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from squaremile.atlas.measures.matrices.complexity import Complexity, complexity
from squaremile.atlas.measures.matrices.opportunities import opportunities
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

MOST = 10
"""Activities at once: more would be another region."""
NEXT = 10
NONE_CHOSEN = Text(ko="얻을 활동을 하나 이상 고르십시오.", en="Choose one activity or more to gain.")
TOO_MANY = Text(ko=f"한 번에 {MOST}개까지 고를 수 있습니다.", en=f"At most {MOST} can be chosen at once.")


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure now and then."""

    now: float
    then: float

    @property
    def change(self) -> float:
        return self.then - self.now


@dataclass(frozen=True, slots=True)
class Nearer:
    """An activity that would still be missing: its relatedness density (0 to 1), its complexity and what it would unlock."""

    activity: str
    density: Pair
    pci: Pair
    unlocks: Pair


@dataclass(frozen=True, slots=True)
class Gained:
    """The region with the activities `gained`: ECI (standard deviations of all regions), its rank by ECI among `regions`
    (1 the most complex), how many activities it has, the outlook in units of PCI, and what comes nearest next.

    `density` is that of each activity gained, as it is now: how far it had to reach.
    """

    region: str
    gained: tuple[str, ...]
    density: tuple[float, ...]
    eci: Pair
    rank: Pair
    regions: int
    diversity: Pair
    outlook: Pair
    next: tuple[Nearer, ...]


def gain(found: Complexity, region: str, wanted: Sequence[str]) -> Gained:
    """Presence of `wanted` is set for the one region, and proximity, density, ECI and PCI are computed again from that.

    All other regions stay as they are; how large the activities would be is not asked, as presence alone counts here.
    `next` holds what rises most in density. Raises Unmeasurable for a region that is not there, no or too many
    activities, one that the table has not, and one that the region has already.
    """
    found.demand_order()
    at, chosen = found.matrix.region(region), tuple(dict.fromkeys(wanted))
    if not chosen:
        raise Unmeasurable(NONE_CHOSEN)
    if len(chosen) > MOST:
        raise Unmeasurable(TOO_MANY)
    place = {name: n for n, name in enumerate(found.matrix.activities)}
    for name in chosen:
        if name not in place or found.present[at, place[name]] > 0:
            raise Unmeasurable(
                Text(ko=f"‘{name}’은(는) 이 지역이 새로 얻을 수 있는 활동이 아닙니다.", en=f"“{name}” is not for this region to gain."),
                Text(ko="아직 없는 활동에서 고르십시오.", en="Choose from what it does not have."),
            )  # fmt: skip
    present = found.present.copy()
    present[at, [place[name] for name in chosen]] = 1.0
    then = complexity(replace(found.matrix, values=present), own=found.own, given=True)
    then.demand_order()
    return Gained(
        region, chosen, tuple(float(found.near[at, place[name]]) for name in chosen),
        Pair(float(found.order.eci[at]), float(then.order.eci[at])), Pair(_rank(found, at), _rank(then, at)), len(found.matrix.regions),
        Pair(float(found.present[at].sum()), float(present[at].sum())), Pair(float(found.ahead[at]), float(then.ahead[at])),
        _next(found, then, at),
    )  # fmt: skip


def _rank(found: Complexity, at: int) -> int:
    return 1 + int((found.order.eci > found.order.eci[at]).sum())


def _next(found: Complexity, then: Complexity, at: int) -> tuple[Nearer, ...]:
    missing = np.flatnonzero(then.present[at] == 0)
    if not len(missing):
        return ()
    before, after = _unlocks(found, at), _unlocks(then, at)
    rise = then.near[at] - found.near[at]
    order = missing[np.lexsort((missing, -rise[missing]))][:NEXT]
    return tuple(
        Nearer(
            name, Pair(float(found.near[at, c]), float(then.near[at, c])),
            Pair(float(found.order.pci[c]), float(then.order.pci[c])), Pair(before[name], after[name]),
        )
        for c in order if rise[c] > 0 and (name := found.matrix.activities[c])
    )  # fmt: skip


def _unlocks(found: Complexity, at: int) -> dict[str, float]:
    held = opportunities(found, found.matrix.regions[at])
    return dict(zip(held.activity, held.unlocks.tolist(), strict=True))
