"""`squaremile atlas strong-clusters`: flags of the U.S. Cluster Mapping Project, stars of the European observatory."""

from __future__ import annotations

import argparse
from typing import Any

from squaremile.cli.atlas import matrices
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    matrices.table_arguments(parser)
    matrices.output_arguments(parser)
    add = parser.add_argument
    add(
        "--establishments",
        metavar="COL",
        help=str(Text(ko="사업체 수 열", en="column of the number of establishments")),
    )
    add(
        "--star-lq",
        type=float,
        default=2.0,
        metavar="LQ",
        help=str(Text(ko="특화 별의 LQ(2)", en="LQ of the specialisation star (2)")),
    )


def run(options: argparse.Namespace) -> int:
    import numpy as np

    from squaremile.atlas.measures.matrices.strong import strong_clusters
    from squaremile.atlas.measures.matrices.table import matrix_from_rows
    from squaremile.atlas.measures.showing import plain

    shops = None
    if options.establishments:
        held = matrices.read_long(options, options.establishments)
        regions, activities = held[options.region], held[options.activity]
        matrix = matrix_from_rows(regions, activities, held.numbers(options.value))
        row = {n: i for i, n in enumerate(matrix.regions)}
        column = {n: i for i, n in enumerate(matrix.activities)}
        shops = np.zeros(matrix.values.shape)
        for region, activity, number in zip(regions, activities, held.numbers(options.establishments), strict=True):
            if region in row and activity in column:
                shops[row[region], column[activity]] += number
    else:
        matrix = matrices.read_matrix(options)
    found = strong_clusters(matrix, shops, star_lq=options.star_lq)
    summary: dict[str, Any] = {
        "strong": int(found.flag.sum()), "three_stars": int((found.stars == 3).sum()),
        "dropped_regions": list(matrix.dropped_regions), "dropped_activities": list(matrix.dropped_activities),
        "notes": plain(matrix.notes),
    }  # fmt: skip
    return matrices.tell(options, summary, found.tables())
