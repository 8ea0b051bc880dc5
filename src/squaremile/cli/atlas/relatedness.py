"""`squaremile atlas relatedness`: how near activities are to each other, by one of five kinds."""

from __future__ import annotations

import argparse

from squaremile.cli.atlas import matrices
from squaremile.kernel.words import Text

KINDS = ("proximity", "association", "cosine", "jaccard", "conditional")


def arguments(parser: argparse.ArgumentParser) -> None:
    matrices.table_arguments(parser)
    matrices.output_arguments(parser)
    add = parser.add_argument
    add("--kind", choices=KINDS, default="proximity", help=str(Text(ko="연관성의 종류", en="kind of relatedness")))
    add(
        "--threshold",
        type=float,
        default=1.0,
        metavar="RCA",
        help=str(Text(ko="있다고 볼 RCA(1)", en="the RCA that counts as presence (1)")),
    )
    add("--exclude-own", action="store_true", help=str(Text(
        ko="밀도에서 그 활동 자신을 뺍니다", en="leave an activity out of its own density",
    )))  # fmt: skip


def run(options: argparse.Namespace) -> int:
    import numpy as np

    from squaremile.atlas.measures.matrices.presence import advantage, presence
    from squaremile.atlas.measures.matrices.relatedness import density, related
    from squaremile.atlas.measures.showing import plain

    matrix = matrices.read_matrix(options)
    present = presence(advantage(matrix.values), options.threshold)
    nearness = related(present, options.kind)
    near = density(present, nearness, own=not options.exclude_own)
    regions, activities = np.array(matrix.regions), np.array(matrix.activities)
    tables = {
        "relatedness": {
            "activity": np.repeat(activities, len(activities)), "other": np.tile(activities, len(activities)),
            "relatedness": nearness.ravel(),
        },
        "density": {
            "region": np.repeat(regions, len(activities)), "activity": np.tile(activities, len(regions)),
            "present": present.astype(np.int64).ravel(), "density": near.ravel(),
        },
    }  # fmt: skip
    summary = {
        "kind": options.kind, "own_activity_in_density": not options.exclude_own, "notes": plain(matrix.notes),
        "dropped_regions": list(matrix.dropped_regions), "dropped_activities": list(matrix.dropped_activities),
    }  # fmt: skip
    return matrices.tell(options, summary, tables)
