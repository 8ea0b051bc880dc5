"""Counts by series and period, beside the whole field in each period."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """`counts` (series, periods); `field` (periods,) what the indexer holds of everything, the offset of all growth."""

    periods: tuple[str, ...]
    series: tuple[tuple[str, ...], ...]
    counts: Floats
    field: Floats


def periods_of(said: Sequence[str]) -> tuple[str, ...]:
    """The periods in order. Whole years (all integers) without gaps: a year in which nothing was found is a zero."""
    names = {str(p).strip() for p in said}
    if all(re.fullmatch(r"\d{1,4}", n) for n in names) and names:
        years = sorted(int(n) for n in names)
        if years[-1] - years[0] > 1000:
            raise Unmeasurable(
                Text(ko=f"{years[0]}년부터 {years[-1]}년까지는 너무 깁니다.",
                     en=f"From {years[0]} to {years[-1]} is too long a time."),
                Text(ko="잘못 적힌 해가 없는지 보십시오.", en="Is a year mistyped?"),
            )  # fmt: skip
        return tuple(str(y) for y in range(years[0], years[-1] + 1))
    return tuple(sorted(names))


def panel(
    period: Sequence[str], keys: Sequence[Sequence[str]], value: Any, total: dict[str, float] | None = None
) -> Panel:
    """Rows of one count each, added up: `keys` are columns (activity, region) that together name a series.

    `total` the whole field by period; None takes the sum of all rows, which is right where the file is the whole field.

    Raises:
        Unmeasurable: no rows, fewer than three periods, negative or broken counts, a period in which the field is
            empty, a series larger than its field.
    """
    counts = np.asarray(value, dtype=np.float64)
    _sound(counts)
    if total is not None and (missing := sorted({str(p) for p in period} - set(total))):
        raise Unmeasurable(
            Text(ko=f"전체 규모가 없는 기간: {', '.join(missing)}.", en=f"No total is given for {', '.join(missing)}.")
        )
    periods = periods_of(list(period) if total is None else [*period, *total])
    if len(periods) < 3:
        raise Unmeasurable(
            Text(ko=f"기간이 {len(periods)}개뿐입니다.", en=f"There are only {len(periods)} periods."),
            Text(ko="세 기간 이상이 있어야 추세를 볼 수 있습니다.", en="A trend needs three or more."),
        )
    at = {p: n for n, p in enumerate(periods)}
    rows = list(zip(*keys, strict=True))
    series = tuple(sorted(set(rows)))
    number = {s: n for n, s in enumerate(series)}
    table = np.zeros((len(series), len(periods)))
    np.add.at(table, ([number[r] for r in rows], [at[str(p).strip()] for p in period]), counts)
    field = table.sum(axis=0) if total is None else np.asarray([total.get(p, 0.0) for p in periods])
    _fits(table, field, periods)
    return Panel(periods, series, table, field)


def _sound(counts: Floats) -> None:
    if not len(counts):
        raise Unmeasurable(Text(ko="자료에 행이 없습니다.", en="There are no rows."))
    if not np.isfinite(counts).all() or counts.min() < 0:
        row = int(np.flatnonzero(~np.isfinite(counts) | (counts < 0))[0]) + 1
        raise Unmeasurable(
            Text(
                ko=f"{row}번째 수가 0 이상의 수가 아닙니다.", en=f"Count number {row} is not a number of zero or more."
            )
        )


def _fits(table: Floats, field: Floats, periods: tuple[str, ...]) -> None:
    if not np.isfinite(field).all() or (field <= 0).any():
        which = periods[int(np.flatnonzero(~(field > 0))[0])]
        raise Unmeasurable(
            Text(ko=f"{which} 기간에는 전체가 비어 있습니다.", en=f"In {which} the whole field is empty."),
            Text(ko="그 기간을 빼거나 전체 규모를 주십시오.", en="Leave it out, or give the field's totals."),
        )
    if (table > field * (1 + 1e-9)).any():
        which = periods[int(np.argwhere(table > field * (1 + 1e-9))[0][1])]
        raise Unmeasurable(
            Text(
                ko=f"{which} 기간에 전체보다 큰 계열이 있습니다.", en=f"In {which} a series is larger than its field."
            ),
            Text(ko="전체 규모를 확인하십시오.", en="Look at the totals of the field."),
        )
