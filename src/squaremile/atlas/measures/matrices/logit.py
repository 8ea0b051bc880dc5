"""Logistic regression by Newton's method, and the area under the curve with its interval."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtr, ndtri
from scipy.stats import rankdata

from squaremile.atlas.measures.matrices.table import Floats
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown
from squaremile.kernel.words import Text

STEPS = 100


@dataclass(frozen=True, slots=True)
class Logit(Shown):
    """Log-odds per unit of each predictor; the intercept is the first. Standard errors from the information matrix."""

    coefficient: Floats
    error: Floats
    z: Floats
    p: Floats


def logit(predictors: Floats, outcome: NDArray[np.bool_]) -> Logit:
    """Maximum likelihood. Raises Unmeasurable where one outcome never happens, or a predictor tells them apart for sure
    (the likelihood then has no maximum)."""
    design = np.column_stack([np.ones(len(predictors)), predictors])
    y = outcome.astype(np.float64)
    if not 0 < y.sum() < len(y):
        raise Unmeasurable(
            Text(ko="새로 생긴 활동이 없거나, 모두 생겼습니다.", en="Nothing entered, or everything did."),
            Text(ko="더 긴 기간이나 더 많은 지역을 쓰십시오.", en="Use a longer period or more regions."),
        )
    beta = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = expit(design @ beta)
        information = (design * (chance * (1 - chance))[:, None]).T @ design
        try:
            step = np.linalg.solve(information, design.T @ (y - chance))
        except np.linalg.LinAlgError:
            raise _separated() from None
        beta = beta + step
        if not np.isfinite(beta).all() or np.abs(design @ beta).max() > 500:
            raise _separated()
        if np.abs(step).max() < 1e-10 * max(1.0, np.abs(beta).max()):
            break
    else:
        raise _separated()
    error = np.sqrt(np.diagonal(np.linalg.inv(information)))
    z = beta / error
    return Logit(beta, error, z, 2 * ndtr(-np.abs(z)))


def predicted(model: Logit, predictors: Floats) -> Floats:
    """The chance of each row."""
    found: Floats = expit(model.coefficient[0] + predictors @ model.coefficient[1:])
    return found


@dataclass(frozen=True, slots=True)
class Area(Shown):
    """The chance that a case scores higher than a non-case (ties count half), with an interval at `level`."""

    auc: float
    low: float
    high: float
    cases: int
    others: int
    level: float


def area(score: Floats, outcome: NDArray[np.bool_], level: float = 0.95) -> Area:
    """AUC with DeLong's standard error (1988), normal on the logit scale so that the interval stays within 0 and 1.

    It takes rows as independent. Raises Unmeasurable where there are no cases or nothing but cases.
    """
    cases, others = score[outcome], score[~outcome]
    m, n = len(cases), len(others)
    if m == 0 or n == 0:
        raise Unmeasurable(
            Text(ko="생긴 것과 생기지 않은 것이 모두 있어야 합니다.", en="There must be entries and others.")
        )
    together = rankdata(np.concatenate([cases, others]))
    above = (together[:m] - rankdata(cases)) / n
    below = 1 - (together[m:] - rankdata(others)) / m
    auc = float(above.mean())
    variance = (above.var(ddof=1) / m if m > 1 else 0.0) + (below.var(ddof=1) / n if n > 1 else 0.0)
    if not 0 < auc < 1:
        return Area(auc, auc, auc, m, n, level)
    middle = np.log(auc / (1 - auc))
    wide = float(ndtri((1 + level) / 2)) * np.sqrt(variance) / (auc * (1 - auc))
    return Area(auc, float(expit(middle - wide)), float(expit(middle + wide)), m, n, level)


def _separated() -> Unmeasurable:
    return Unmeasurable(
        Text(
            ko="예측 변수가 결과를 완전히 가르거나 서로 겹쳐서 모형을 맞출 수 없습니다.",
            en="The predictors tell the outcome apart for sure or repeat each other: no model fits.",
        ),
        Text(ko="더 많은 지역이나 활동을 쓰십시오.", en="Use more regions or activities."),
    )
