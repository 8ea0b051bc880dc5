"""`squaremile atlas lq`: location quotients with their base, exact intervals, tests, and withheld cells."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from squaremile.cli.atlas import matrices
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.matrices.table import Matrix


def arguments(parser: argparse.ArgumentParser) -> None:
    matrices.table_arguments(parser)
    matrices.output_arguments(parser)
    add = parser.add_argument
    add("--base", choices=("all", "group"), default="all", help=str(Text(
        ko="무엇에 견주는가: 모든 활동(all), --group 열의 묶음 안(group)",
        en="measured against all activities (all), or within the group named by --group (group)",
    )))  # fmt: skip
    add(
        "--group",
        metavar="COL",
        help=str(Text(ko="활동의 묶음 열(교역·지역 등)", en="column of the activity's group (traded, local, …)")),
    )
    add("--reference", type=Path, metavar="FILE", help=str(Text(
        ko="더 큰 전체의 활동별 합계: 활동, 값", en="activity totals of a larger whole: activity, value",
    )))  # fmt: skip
    add("--reference-total", type=float, metavar="X", help=str(Text(
        ko="전체 합계(적힌 활동의 합보다 클 때)", en="the sum of the whole, where more than the activities listed",
    )))  # fmt: skip
    add("--region-totals", type=Path, metavar="FILE", help=str(Text(
        ko="지역 합계: 지역, 값(표에 모든 활동이 없을 때)", en="totals of regions: region, value (where the table lists less)",
    )))  # fmt: skip
    add("--level", type=float, default=0.95, help=str(Text(ko="신뢰수준(0.95)", en="level of the interval (0.95)")))
    add("--interval", choices=("poisson", "binomial", "none"), default="poisson", help=str(Text(
        ko="정확한 포아송, 이항(Clopper–Pearson), 없음", en="exact Poisson, exact binomial (Clopper–Pearson), or none",
    )))  # fmt: skip
    add("--suppressed", metavar="COL", help=str(Text(
        ko="비공개 칸을 나타내는 열: 비었거나 0, false, no가 아니면 비공개", en="column that marks withheld cells (not empty, 0, false or no)",
    )))  # fmt: skip
    add("--hide-below", type=float, default=0.0, metavar="N", help=str(Text(
        ko="이보다 적은 수에서 나온 칸을 가립니다(권장 5)", en="hide cells that rest on fewer than this (5 is usual)",
    )))  # fmt: skip


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.matrices.quotient import lq

    matrix, groups, secret = _read(options)
    found = lq(
        matrix,
        groups=groups,
        reference=matrices.pairs(options.reference),
        reference_total=options.reference_total,
        region_totals=matrices.pairs(options.region_totals),
        level=options.level,
        method=options.interval,
        suppressed=secret,
        hide_below=options.hide_below,
    )
    return matrices.tell(options, found.summary(), found.tables())


def _read(options: argparse.Namespace) -> tuple[Matrix, list[str] | None, Any]:
    """The table, the group of each activity, and which cells are withheld."""
    import math

    from squaremile.atlas.measures.matrices.table import matrix_from_rows

    if (options.base == "group") != bool(options.group):
        raise Trouble("--base group과 --group COL을 함께 적으십시오.", "Use --base group together with --group COL.")
    if not (options.group or options.suppressed):
        return matrices.read_matrix(options), None, None
    held = matrices.read_long(options, options.group, options.suppressed)
    regions, activities = held[options.region], held[options.activity]
    values = held.numbers(options.value, blank=math.nan if options.suppressed else None)
    marks: list[bool] = []
    if options.suppressed:
        marks = [m.strip().lower() not in ("", "0", "0.0", "false", "no") for m in held[options.suppressed]]
        _only_where_withheld(options, values, marks)
        values = values.copy()
        values[marks] = 0.0
    matrix = matrix_from_rows(regions, activities, values)
    groups = matrices.one_each(matrix.activities, activities, held[options.group]) if options.group else None
    return matrix, groups, _cells(matrix, regions, activities, marks) if options.suppressed else None


def _only_where_withheld(options: argparse.Namespace, values: Any, marks: list[bool]) -> None:
    for number, (value, withheld) in enumerate(zip(values, marks, strict=True), start=2):
        if value != value and not withheld:
            raise Trouble(
                f"{options.file.name} {number}행: 값이 비었으나 비공개 표시가 없습니다.",
                f"{options.file.name}, row {number}: no value, and not marked as suppressed.",
            )


def _cells(matrix: Matrix, regions: list[str], activities: list[str], marks: list[bool]) -> Any:
    import numpy as np

    row = {n: i for i, n in enumerate(matrix.regions)}
    column = {n: i for i, n in enumerate(matrix.activities)}
    secret = np.zeros(matrix.values.shape, dtype=bool)
    for region, activity, withheld in zip(regions, activities, marks, strict=True):
        if withheld and region in row and activity in column:
            secret[row[region], column[activity]] = True
    return secret
