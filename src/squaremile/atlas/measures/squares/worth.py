"""What is maximised, as whole numbers: rows, weights or different organisations."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.squares.ground import Floats, Ints
from squaremile.atlas.measures.squares.sweep import HEAVIEST
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Worth:
    """Whole numbers for the sweep; `colours` is 0 unless different organisations are counted."""

    whole: Ints
    colours: int
    weight: Floats | None
    names: tuple[Any, ...] = ()

    def count(self, members: Ints) -> int:
        """Rows, or different organisations among them."""
        return len(np.unique(self.whole[members])) if self.colours else len(members)

    def weigh(self, members: Ints) -> float | int:
        """The sum of their weights, correctly rounded; the count where there are none."""
        return self.count(members) if self.weight is None else math.fsum(self.weight[members])

    def taken(self, kept: Ints) -> Worth:
        """Of some of the points only."""
        return Worth(self.whole[kept], self.colours, None if self.weight is None else self.weight[kept], self.names)


def worth_of(n: int, weight: ArrayLike | None, distinct: Sequence[Any] | np.ndarray | None) -> Worth:
    """Rows count 1 each; or their weight; or each different value of `distinct` once.

    Weights become whole numbers without loss where they have at most six decimals, else to 2**-54 of their sum.

    Raises:
        Unmeasurable: both at once, another length, a weight that is negative, NaN or infinite, or weights all zero.
    """
    if weight is not None and distinct is not None:
        raise Unmeasurable(
            Text(
                ko="가중치와 서로 다른 기관 수는 함께 최대화할 수 없습니다.",
                en="Weights and different organisations cannot be maximised together.",
            ),
            Text(ko="--weight와 --distinct 가운데 하나만 쓰십시오.", en="Use either --weight or --distinct."),
        )
    if distinct is not None:
        return _colours(n, distinct)
    if weight is None:
        return Worth(np.ones(n, np.int64), 0, None)
    values = np.ascontiguousarray(weight, dtype=np.float64)
    _matching(n, len(values))
    if len(wrong := np.flatnonzero(~(np.isfinite(values) & (values >= 0)))):
        raise Unmeasurable(
            Text(
                ko=f"{wrong[0]}번째 점(0부터)의 가중치 {values[wrong[0]]} 값은 쓸 수 없습니다.",
                en=f"Point {wrong[0]} (from 0) weighs {values[wrong[0]]}.",
            ),
            Text(ko="가중치는 0 이상의 유한한 숫자여야 합니다.", en="Weights must be finite numbers of zero or more."),
        )
    if not values.any():
        raise Unmeasurable(Text(ko="가중치가 모두 0입니다.", en="All weights are zero."))
    return Worth(_whole(values), 0, values)


def _whole(values: Floats) -> Ints:
    total = math.fsum(values)
    for decimals in range(7):
        scaled = values * 10.0**decimals
        if total * 10.0**decimals >= HEAVIEST:
            break
        if np.array_equal(np.rint(scaled) / 10.0**decimals, values):
            return np.rint(scaled).astype(np.int64)
    shift = math.floor(math.log2(HEAVIEST)) - 1 - math.ceil(math.log2(total))
    return np.rint(np.ldexp(values, shift)).astype(np.int64)


def _colours(n: int, distinct: Sequence[Any] | np.ndarray) -> Worth:
    _matching(n, len(distinct))
    numbers: dict[Any, int] = {}
    whole = np.fromiter((numbers.setdefault(_plain(v), len(numbers)) for v in distinct), np.int64, n)
    if len(wrong := [i for i, v in enumerate(distinct) if v is None or v == "" or v != v]):
        raise Unmeasurable(
            Text(
                ko=f"{wrong[0]}번째 점(0부터)에 기관 이름이 없습니다.",
                en=f"Point {wrong[0]} (from 0) names no organisation.",
            ),
            Text(ko="비어 있는 칸을 채우거나 그 행을 빼십시오.", en="Fill the empty cells in, or leave the rows out."),
        )
    return Worth(whole, max(1, len(numbers)), None, tuple(numbers))


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value


def _matching(n: int, given: int) -> None:
    if given != n:
        raise Unmeasurable(
            Text(ko=f"점은 {n}개인데 값은 {given}개입니다.", en=f"There are {n} points and {given} values."),
        )
