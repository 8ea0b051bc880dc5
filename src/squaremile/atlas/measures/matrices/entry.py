"""Do regions really enter what is near to them? The test, out of time and on one's own data."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.complexity import Complexity
from squaremile.atlas.measures.matrices.logit import Area, Logit, area, logit, predicted
from squaremile.atlas.measures.matrices.table import Floats
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, plain
from squaremile.kernel.words import Text

FOLDS = 5
NAMES = ("intercept", "density", "complexity", "density x complexity")


@dataclass(frozen=True, slots=True)
class Entry(Shown):
    """The model of entry, and how well it foretold.

    `model` is fitted on every transition but the last where there are three periods or more, else on the only one;
    predictors are z-scores (ddof 0) of the rows fitted on. `density` is the AUC of density alone (nothing is fitted),
    `whole` that of the model, on rows it has not seen: the last transition, or (two periods) regions left out by fifths.
    """

    periods: tuple[str, ...]
    validated_on: Text
    candidates: int
    entries: int
    model: Logit
    density: Area
    whole: Area

    def as_dict(self) -> dict[str, Any]:
        """The model by name of its predictors."""
        held = self.model
        table = zip(NAMES, held.coefficient, held.error, held.z, held.p, strict=True)
        return {
            "periods": list(self.periods), "validated_on": plain(self.validated_on),
            "candidates": self.candidates, "entries": self.entries,
            "auc_density": self.density.as_dict(), "auc_model": self.whole.as_dict(),
            "model": [
                {"predictor": n, "coefficient": plain(c), "error": plain(e), "z": plain(z), "p": plain(p)}
                for n, c, e, z, p in table
            ],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rows:
    """The candidates of one transition: what a region lacked, how near and complex it was, and whether it came."""

    density: Floats
    complexity: Floats
    came: NDArray[np.bool_]
    region: NDArray[np.int64]


@measures("entry_auc")
def entry(periods: Sequence[tuple[str, Complexity]]) -> Entry:
    """Fit entry (RCA below the threshold before, at or above it after) on density, complexity and their product.

    `periods` in order of time, each with its measured table; regions and activities of both tables of a transition
    count. Source: Balland et al. 2019; the AUC of density out of time is the test of "near what you do". Raises
    Unmeasurable for fewer than two periods, no candidates in common, or no entry at all.
    """
    if len(periods) < 2:
        raise Unmeasurable(
            Text(ko="진입을 살피려면 두 기간이 있어야 합니다.", en="Entry needs two periods."),
            Text(ko="--year로 기간의 열을 적으십시오.", en="Name the column of the period with --year."),
        )
    steps = [_transition(a, b) for (_, a), (_, b) in pairwise(periods)]
    last = steps[-1]
    if len(steps) > 1:
        design, scale = _design(steps[:-1])
        model = logit(design, np.concatenate([s.came for s in steps[:-1]]))
        score = predicted(model, _scaled(last, scale))
        told = Text(
            ko=f"{periods[-2][0]} → {periods[-1][0]}, 그 앞의 기간으로 맞춘 모형",
            en=f"{periods[-2][0]} → {periods[-1][0]}, with a model of the periods before",
        )
    else:
        design, scale = _design([last])
        model = logit(design, last.came)
        score = _left_out(last)
        told = Text(
            ko="앞 기간의 값으로 뒤 기간의 진입을, 지역을 다섯 몫으로 나누어 빼고 맞춘 모형으로",
            en="entries of the later period from the earlier one, with models that left each fifth of the regions out",
        )
    return Entry(
        tuple(name for name, _ in periods), told, len(last.came), int(last.came.sum()), model,
        area(last.density, last.came), area(score, last.came),
    )  # fmt: skip


def _transition(before: Complexity, after: Complexity) -> _Rows:
    regions = [r for r in before.matrix.regions if r in set(after.matrix.regions)]
    activities = [a for a in before.matrix.activities if a in set(after.matrix.activities)]
    before.demand_order()
    if not regions or not activities:
        raise Unmeasurable(
            Text(
                ko="두 기간에 함께 있는 지역이나 활동이 없습니다.",
                en="The periods have no region or activity in common.",
            ),
        )
    first = np.ix_(
        [before.matrix.regions.index(r) for r in regions], [before.matrix.activities.index(a) for a in activities]
    )
    second = np.ix_(
        [after.matrix.regions.index(r) for r in regions], [after.matrix.activities.index(a) for a in activities]
    )
    lacked = before.present[first] == 0
    row, _ = np.nonzero(lacked)
    pci = np.broadcast_to(before.order.pci[first[1]], lacked.shape)
    return _Rows(before.near[first][lacked], pci[lacked], after.present[second][lacked] > 0, row)


Scale = tuple[float, float, float, float]


def _design(steps: Sequence[_Rows]) -> tuple[Floats, Scale]:
    density = np.concatenate([s.density for s in steps])
    pci = np.concatenate([s.complexity for s in steps])
    scale = (float(density.mean()), float(density.std()) or 1.0, float(pci.mean()), float(pci.std()) or 1.0)
    return np.concatenate([_scaled(s, scale) for s in steps]), scale


def _scaled(rows: _Rows, scale: Scale) -> Floats:
    near, far = (rows.density - scale[0]) / scale[1], (rows.complexity - scale[2]) / scale[3]
    return np.column_stack([near, far, near * far])


def _left_out(rows: _Rows) -> Floats:
    """The chance of each row by a model that has not seen its region."""
    score = np.zeros(len(rows.came))
    for fold in range(FOLDS):
        unseen = rows.region % FOLDS == fold
        if not unseen.any() or unseen.all():
            continue
        seen = _Rows(rows.density[~unseen], rows.complexity[~unseen], rows.came[~unseen], rows.region[~unseen])
        held = _Rows(rows.density[unseen], rows.complexity[unseen], rows.came[unseen], rows.region[unseen])
        design, scale = _design([seen])
        score[unseen] = predicted(logit(design, seen.came), _scaled(held, scale))
    return score
