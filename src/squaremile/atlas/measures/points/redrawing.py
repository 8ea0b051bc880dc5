"""What chance would do: types redrawn among all sites, because firms can only stand where there are buildings."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

import numpy as np

from squaremile.atlas.measures.points.sites import Floats, Marks
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

Null = Literal["location", "labels", "independence"]
"""What is redrawn.

location: establishments, with their types and weights, move among all sites.
labels: types move among all sites, weights stay where they are.
independence: the reference type stays; all other establishments move among the other sites.
"""


def usual(marks: Marks) -> Null:
    """Random location for one type, random labels for two (Marcon & Puech 2010)."""
    return "location" if marks.one_type else "labels"


def redrawn(marks: Marks, null: Null, simulations: int, seed: int) -> Iterator[Marks]:
    """So many redrawn marks, the same for the same seed."""
    if simulations < 1:
        raise Unmeasurable(Text(ko="모의실험은 한 번 이상입니다.", en="At least one simulation is needed."))
    if null == "independence" and marks.one_type:
        raise Unmeasurable(
            Text(ko="한 유형만으로는 독립성을 볼 수 없습니다.", en="Independence needs two types."),
            Text(ko="이웃 유형을 정하거나 location을 쓰십시오.", en="Name a neighbour type, or use location."),
        )
    if not marks.weighted and _settled(marks, null):
        raise Unmeasurable(
            Text(
                ko="견줄 다른 사업장이 없어 다시 뽑아도 늘 같습니다.",
                en="Every redrawing would look the same: there are no other sites to compare with.",
            ),
            Text(ko="다른 유형의 사업장도 자료에 넣으십시오.", en="Put sites of other types into the file as well."),
        )
    random = np.random.default_rng(seed)
    count = len(marks.weight)
    others = np.flatnonzero(~marks.reference)
    for _ in range(simulations):
        if null == "independence":
            where = np.arange(count)
            where[others] = random.permutation(others)
        else:
            where = random.permutation(count)
        weight = marks.weight if null == "labels" or not marks.weighted else marks.weight[where]
        yield replace(marks, reference=marks.reference[where], neighbour=marks.neighbour[where], weight=weight)


def _settled(marks: Marks, null: Null) -> bool:
    """Nothing is left to chance: all who move are alike."""
    if null == "independence":
        return bool(marks.neighbour[~marks.reference].all())
    return bool(marks.reference.all() and marks.neighbour.all())


def curves(statistic: Callable[[Marks], Floats], marks: Marks, null: Null, simulations: int, seed: int) -> Floats:
    """(simulations, radii): the statistic of each redrawing."""
    return np.vstack([statistic(each) for each in redrawn(marks, null, simulations, seed)])
