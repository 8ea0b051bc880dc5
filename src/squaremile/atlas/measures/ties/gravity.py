"""How many ties two would have by their sizes, the way between them and what they share: a gravity model of counts."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown
from squaremile.atlas.measures.ties.graph import Floats
from squaremile.kernel.words import Text

LARGEST = 2_000
"""More organisations than this would make matrices of more than 32 MB, and steps of more than a second."""
SWEEPS, STEPS = 20, 60


@dataclass(frozen=True, slots=True, eq=False)
class Gravity(Shown):
    """`expected` (n, n) ties that the model expects, 0 on the diagonal and for whoever has no tie at all.

    `effects` by covariate: a unit more of it multiplies the expectation by e^effect; `errors` their standard errors,
    widened by `dispersion` (Pearson's, at least 1). `left_out`: covariates that do not vary between pairs.
    """

    expected: Floats
    effects: dict[str, float]
    errors: dict[str, float]
    dispersion: float
    steps: int
    left_out: tuple[str, ...]


@measures("gravity_expected")
def gravity(ties: Floats, covariates: Mapping[str, Floats]) -> Gravity:
    """Poisson pseudo-likelihood of log E[c_ij] = a_i + a_j + sum b_k x_ijk over unordered pairs (Santos Silva & Tenreyro
    2006, with an effect for every organisation as in Anderson & van Wincoop 2003).

    `ties` (n, n) symmetrical counts, diagonal ignored; each covariate (n, n) symmetrical. The organisations' effects
    start from iterative proportional fitting (Deming & Stephan 1940) and are then solved together with b by Newton's
    steps, never as a table of dummies. At the answer every organisation's expected ties add up to those it has.

    Raises:
        Unmeasurable: no ties, too many organisations, or no finite answer (one organisation has half of all ties).
    """
    counts = np.array(ties, dtype=np.float64)
    np.fill_diagonal(counts, 0.0)
    if len(counts) > LARGEST:
        raise Unmeasurable(
            Text(
                ko=f"중력 모형은 {LARGEST:,}곳까지 셉니다.",
                en=f"The gravity model takes up to {LARGEST:,} organisations.",
            )
        )
    live = np.flatnonzero(counts.sum(axis=1) > 0)
    if len(live) < 4:
        raise Unmeasurable(Text(ko="관계가 있는 곳이 넷보다 적습니다.", en="Fewer than four organisations have ties."))
    part = np.ix_(live, live)
    apart = ~np.eye(len(live), dtype=bool)
    held = {k: np.where(apart, np.asarray(x, dtype=np.float64)[part], 0.0) for k, x in covariates.items()}
    used = {k: x - x[apart].mean() * apart for k, x in held.items() if _varies(x, apart)}
    found, slope, information, steps = _solved(counts[part], list(used.values()), apart)
    free = max(1.0, apart.sum() / 2 - len(live) - len(used))
    pearson = float(((counts[part] - found) ** 2)[apart] @ (1 / found[apart])) / 2
    dispersion = max(1.0, pearson / free)
    errors = np.sqrt(np.diag(np.linalg.inv(information)) * dispersion) if used else np.zeros(0)
    expected = np.zeros_like(counts)
    expected[part] = found
    names = tuple(used)
    return Gravity(
        expected, dict(zip(names, slope.tolist(), strict=True)), dict(zip(names, errors.tolist(), strict=True)),
        dispersion, steps, tuple(k for k in held if k not in used),
    )  # fmt: skip


def _varies(x: Floats, apart: Floats) -> bool:
    """Beyond what two organisations' own effects would give: after taking out row means something is left."""
    n = len(x)
    rows = x.sum(axis=1) / (n - 2)
    left = (x - rows[:, None] - rows[None, :] + x.sum() / ((n - 1) * (n - 2))) * apart
    return bool(np.abs(left).max() > 1e-9 * max(1.0, np.abs(x).max()))


def _solved(counts: Floats, covariates: list[Floats], apart: Floats) -> tuple[Floats, Floats, Floats, int]:
    """Expected counts, slopes, their information (Schur complement), and how many steps it took."""
    size = counts.sum(axis=1)
    scale = _balanced(size, apart.astype(np.float64))
    effect, slope = np.log(scale), np.zeros(len(covariates))

    def expected(a: Floats, b: Floats) -> Floats:
        power = a[:, None] + a[None, :] + sum(v * x for v, x in zip(b, covariates, strict=True))
        result: Floats = np.exp(np.minimum(power, 60.0)) * apart
        return result

    def fit(a: Floats, b: Floats, mu: Floats) -> float:
        value = size @ a + sum(v * (counts * x).sum() / 2 for v, x in zip(b, covariates, strict=True)) - mu.sum() / 2
        return float(value)

    mu = expected(effect, slope)
    for step in range(1, STEPS + 1):
        try:
            rise, turn, information, gradient = _step(counts, mu, size, covariates)
        except np.linalg.LinAlgError:  # a star's weights run to nothing: where exactly is the machine's arithmetic
            break
        length, before = 1.0, fit(effect, slope, mu)
        while True:
            next_mu = expected(effect + length * rise, slope + length * turn)
            if (
                fit(effect + length * rise, slope + length * turn, next_mu) >= before - 1e-9 * abs(before)
                or length < 1e-4
            ):
                break
            length /= 2
        effect, slope, mu = effect + length * rise, slope + length * turn, next_mu
        if gradient < 1e-9 and np.abs(rise).max() < 1e-6:
            return mu, slope, information, step
    raise Unmeasurable(
        Text(
            ko="중력 모형이 한 답으로 모이지 않습니다. 한 곳에 관계가 몰려 있습니다.",
            en="The gravity model has no finite answer: too many of the ties are with one organisation.",
        ),
        Text(ko="관계를 더 넓게 모아 주십시오.", en="Collect ties more widely."),
    )


def _step(counts: Floats, mu: Floats, size: Floats, covariates: list[Floats]) -> tuple[Floats, Floats, Floats, float]:
    """Newton's step for effects and slopes: the effects' block is solved, the slopes by its Schur complement."""
    sums = mu.sum(axis=1)
    block = mu + np.diag(sums)
    short = size - sums
    crossed = np.column_stack([(mu * x).sum(axis=1) for x in covariates]) if covariates else np.zeros((len(size), 0))
    wanted = np.asarray([((counts - mu) * x).sum() / 2 for x in covariates])
    inner = np.asarray([[(mu * x * z).sum() / 2 for z in covariates] for x in covariates])
    solved = np.linalg.solve(block, np.column_stack([short, crossed]))
    information = inner.reshape(len(covariates), len(covariates)) - crossed.T @ solved[:, 1:]
    turn = np.linalg.solve(information, wanted - crossed.T @ solved[:, 0]) if covariates else np.zeros(0)
    gradient = max(float((np.abs(short) / size).max()), float(np.abs(wanted).max(initial=0.0) / size.sum()))
    return solved[:, 0] - solved[:, 1:] @ turn, turn, information, gradient


def _balanced(size: Floats, kernel: Floats) -> Floats:
    """Scales d with d_i sum_j kernel_ij d_j near size_i: a few damped sweeps of proportional fitting."""
    scale = size / np.sqrt(size.sum())
    for _ in range(SWEEPS):
        scale = np.sqrt(scale * size / (kernel @ scale))
    return scale
