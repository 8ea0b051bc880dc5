"""`squaremile atlas concentration`: how specialised each region is, how concentrated each activity."""

from __future__ import annotations

import argparse

from squaremile.cli.atlas import matrices
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    matrices.table_arguments(parser)
    matrices.output_arguments(parser)
    says = Text(
        ko="활동의 상위 분류 열: 연관·비연관 다양성을 함께 냅니다",
        en="column of the parent class: adds related and unrelated variety",
    )
    parser.add_argument("--parent", metavar="COL", help=str(says))


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.matrices.concentration import concentration
    from squaremile.atlas.measures.matrices.table import matrix_from_rows

    if options.parent is None:
        found = concentration(matrices.read_matrix(options))
    else:
        held = matrices.read_long(options, options.parent)
        activities = held[options.activity]
        matrix = matrix_from_rows(held[options.region], activities, held.numbers(options.value))
        found = concentration(matrix, matrices.one_each(matrix.activities, activities, held[options.parent]))
    return matrices.tell(options, found.summary(), found.tables())
