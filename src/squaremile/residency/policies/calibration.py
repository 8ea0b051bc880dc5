"""Strict and lenient reviewers brought to one scale.

Model: score = application + reviewer + noise. Applications are fixed; reviewers are drawn from one population with mean
zero, so that a reviewer of few applications is corrected little (shrinkage, empirical Bayes). Both variances come from
the scores themselves by restricted maximum likelihood, in the EM form of Henderson's mixed model equations (Searle,
Casella & McCulloch, *Variance Components*, 1992, ch. 8). Standard errors are those of the same equations, given the
variances: they do not count what is uncertain in these.

Two reviewers can be compared only where a chain of common applications leads from one to the other. Where the graph of
reviews falls into parts, nothing is corrected, and the parts are named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from squaremile.kernel.words import Text

ROUNDS = 2000
SETTLED = 1e-9
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Score:
    """What one reviewer gave one application, on any one scale."""

    application: str
    reviewer: str
    value: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """`error` is the standard error; `count` the reviews behind it. `raw` is the plain mean."""

    value: float
    error: float | None
    count: int
    raw: float


@dataclass(frozen=True, slots=True)
class Calibrated:
    """Applications as an average reviewer would score them; reviewers by what they add (below 0 is strict).

    `held` says whether scores were corrected. `parts` are groups of reviewers that nothing connects.
    """

    applications: Mapping[str, Estimate]
    reviewers: Mapping[str, Estimate]
    held: bool
    parts: tuple[tuple[str, ...], ...]
    between: float
    """Variance between reviewers."""
    within: float
    """Variance of the noise."""
    method: Text


def calibrated(scores: Sequence[Score]) -> Calibrated:
    """One score for each pair of application and reviewer; a second one of a pair raises ValueError."""
    pairs = [(s.application, s.reviewer) for s in scores]
    if len(set(pairs)) != len(pairs):
        raise ValueError("a reviewer scores an application once")
    ours, theirs = sorted({a for a, _ in pairs}), sorted({r for _, r in pairs})
    groups = parts(scores)
    if len(groups) > 1:
        return _plain(scores, ours, theirs, groups, _SPLIT.fill({"count": len(groups)}))
    if len(scores) - len(ours) < 1 or len(theirs) < 2:
        return _plain(scores, ours, theirs, groups, _FEW)
    return _solved(scores, ours, theirs, groups)


def parts(scores: Sequence[Score]) -> tuple[tuple[str, ...], ...]:
    """Reviewers in groups that common applications connect, the largest group first."""
    above: dict[str, str] = {}

    def root(node: str) -> str:
        while above.setdefault(node, node) != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for one in scores:
        above[root(f"a{one.application}")] = root(f"r{one.reviewer}")
    groups: dict[str, set[str]] = {}
    for one in scores:
        groups.setdefault(root(f"r{one.reviewer}"), set()).add(one.reviewer)
    return tuple(sorted((tuple(sorted(g)) for g in groups.values()), key=lambda g: (-len(g), g)))


def _solved(
    scores: Sequence[Score], ours: Sequence[str], theirs: Sequence[str], groups: tuple[tuple[str, ...], ...]
) -> Calibrated:
    row, column = {a: i for i, a in enumerate(ours)}, {r: j for j, r in enumerate(theirs)}
    met = np.zeros((len(ours), len(theirs)))
    given = np.zeros_like(met)
    for one in scores:
        met[row[one.application], column[one.reviewer]] = 1.0
        given[row[one.application], column[one.reviewer]] = one.value
    each, free = met.sum(axis=1), len(scores) - len(ours)
    means = given.sum(axis=1) / each
    left = (given - met * means[:, None]).sum(axis=0)
    common = np.diag(met.sum(axis=0)) - met.T @ (met / each[:, None])
    spread = float(((given - met * means[:, None]) ** 2).sum())
    between, within = max(spread / free / 2, 1e-12), max(spread / free / 2, 1e-12)
    bias, inverse = np.zeros(len(theirs)), np.eye(len(theirs))
    for _ in range(ROUNDS):
        inverse = np.linalg.inv(common + np.eye(len(theirs)) * (within / between))
        bias = inverse @ left
        noise = max(float(spread - bias @ left) / free, 1e-12)
        drawn = max(float(bias @ bias + within * np.trace(inverse)) / len(theirs), 1e-12)
        done = abs(noise - within) + abs(drawn - between) < SETTLED * (noise + drawn)
        between, within = drawn, noise
        if done:
            break
    values = means - met @ bias / each
    rest = (met / each[:, None]) @ inverse
    errors = np.sqrt(within * (1 / each + np.einsum("ij,ij->i", rest, met / each[:, None])))
    doubt = np.sqrt(within * np.diag(inverse))
    method = _METHOD.fill({
        "reviews": len(scores), "applications": len(ours), "reviewers": len(theirs),
        "between": f"{between**0.5:.2f}", "within": f"{within**0.5:.2f}",
    })
    return Calibrated(
        {a: Estimate(float(values[i]), float(errors[i]), int(each[i]), float(means[i])) for a, i in row.items()},
        {
            r: Estimate(float(bias[j]), float(doubt[j]), int(met[:, j].sum()), _mean(given[:, j], met[:, j]))
            for r, j in column.items()
        },
        True, groups, between, within, method,
    )


def _mean(values: Floats, weights: Floats) -> float:
    return float(values.sum() / weights.sum())


def _plain(
    scores: Sequence[Score], ours: Sequence[str], theirs: Sequence[str], groups: tuple[tuple[str, ...], ...], why: Text
) -> Calibrated:
    def mean(values: list[float], *, shown: bool) -> Estimate:
        middle = sum(values) / len(values)
        return Estimate(middle if shown else 0.0, None, len(values), middle)

    return Calibrated(
        {a: mean([s.value for s in scores if s.application == a], shown=True) for a in ours},
        {r: mean([s.value for s in scores if s.reviewer == r], shown=False) for r in theirs},
        False, groups, 0.0, 0.0, why,
    )


_METHOD = Text(
    ko="점수 = 신청서 + 심사위원 + 잡음으로 보고, 심사위원의 엄격함을 덜어 냈습니다(REML, 축소 추정). "
    "심사 {reviews}건, 신청서 {applications}건, 심사위원 {reviewers}명. 표준편차: 심사위원 사이 {between}, 잡음 {within}.",
    en="Score = application + reviewer + noise; how strict each reviewer is was taken out (REML, shrunken). "
    "{reviews} reviews of {applications} applications by {reviewers} reviewers. "
    "Standard deviations: between reviewers {between}, noise {within}.",
)
_SPLIT = Text(
    ko="심사위원이 서로 이어지지 않은 {count}개 무리로 나뉘어 견줄 수 없으므로 점수를 보정하지 않았습니다. "
    "무리를 잇는 심사를 더 맡기십시오.",
    en="Reviewers fall into {count} groups that no application connects, so nothing was corrected. "
    "Assign reviews that connect the groups.",
)
_FEW = Text(
    ko="한 신청서를 두 명 이상이 심사해야 엄격함을 가늠할 수 있으므로 점수를 보정하지 않았습니다.",
    en="How strict reviewers are shows only where two score the same application, so nothing was corrected.",
)
