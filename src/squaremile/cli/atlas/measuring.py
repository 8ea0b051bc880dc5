"""What the commands on complexity share: what to leave out, how to measure, and one table a year."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from squaremile.cli.atlas import matrices
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.matrices.complexity import Complexity
    from squaremile.atlas.measures.matrices.table import Matrix


def arguments(parser: argparse.ArgumentParser) -> None:
    """How presence is told, what is too small, when fitness stands still."""
    add = parser.add_argument
    add(
        "--threshold",
        type=float,
        default=1.0,
        metavar="RCA",
        help=str(Text(ko="있다고 볼 RCA(1)", en="the RCA that counts as presence (1)")),
    )
    add(
        "--binary",
        action="store_true",
        help=str(Text(ko="값이 이미 있음(1)과 없음(0)입니다", en="values are presence already, 0 or 1")),
    )
    add("--iterations", type=int, metavar="N", help=str(Text(
        ko="적합도를 고치는 횟수. 없으면 변화가 1e-12 이하일 때까지(최대 10,000번)",
        en="updates of fitness; without it until nothing moves by more than 1e-12, at most 10,000",
    )))  # fmt: skip
    add(
        "--min-total",
        type=float,
        default=0.0,
        metavar="X",
        help=str(Text(ko="지역 합계의 최소", en="smallest total of a region")),
    )
    add(
        "--min-diversity",
        type=int,
        default=1,
        metavar="N",
        help=str(Text(ko="지역에 있는 활동 수의 최소", en="fewest activities in a region")),
    )
    add(
        "--min-ubiquity",
        type=int,
        default=1,
        metavar="N",
        help=str(Text(ko="활동이 있는 지역 수의 최소", en="fewest regions with an activity")),
    )
    add("--components", choices=("warn", "refuse"), default="warn", help=str(Text(
        ko="표가 이어지지 않은 덩어리로 나뉠 때", en="where the table falls into unconnected blocks",
    )))  # fmt: skip
    add("--exclude-own", action="store_true", help=str(Text(
        ko="밀도에서 그 활동 자신을 뺍니다", en="leave an activity out of its own density",
    )))  # fmt: skip


def each_year(options: argparse.Namespace) -> Iterator[tuple[str, Matrix]]:
    """The table of each year of the column `options.year`, in order."""
    import numpy as np

    from squaremile.atlas.measures.matrices.table import matrix_from_rows

    held = matrices.read_long(options, options.year)
    years = np.array(held[options.year])
    region, activity = np.array(held[options.region], dtype=object), np.array(held[options.activity], dtype=object)
    values = held.numbers(options.value)
    for year in sorted(set(years.tolist())):
        of = years == year
        yield str(year), matrix_from_rows(region[of].tolist(), activity[of].tolist(), values[of])


def measured(options: argparse.Namespace, matrix: Matrix) -> Complexity:
    """The complexity of one table, as the options ask."""
    from squaremile.atlas.measures.matrices.complexity import complexity
    from squaremile.atlas.measures.matrices.sifting import Sieve

    if options.iterations is not None and options.iterations < 1:
        raise Trouble("--iterations는 1 이상이어야 합니다.", "--iterations must be 1 or more.")
    return complexity(
        matrix,
        sieve=Sieve(options.min_total, options.min_diversity, options.min_ubiquity),
        threshold=options.threshold,
        updates=options.iterations,
        own=not options.exclude_own,
        blocks=options.components,
        given=options.binary,
    )
