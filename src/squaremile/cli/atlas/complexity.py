"""`squaremile atlas complexity`: economic complexity of anybody's table, with what its order may be trusted for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from squaremile.cli.atlas import matrices, measuring
from squaremile.cli.atlas.numbers import zero_or_more
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.matrices.complexity import Complexity


def arguments(parser: argparse.ArgumentParser) -> None:
    matrices.table_arguments(parser)
    matrices.output_arguments(parser)
    add = parser.add_argument
    add(
        "--year",
        metavar="COL",
        help=str(Text(ko="연도 열: 해마다 따로 잽니다", en="column of the year: each is measured alone")),
    )
    measuring.arguments(parser)
    add(
        "--bootstrap",
        type=zero_or_more,
        default=0,
        metavar="N",
        help=str(Text(ko="활동을 다시 뽑는 횟수", en="draws of a bootstrap over activities")),
    )
    add("--seed", type=zero_or_more, default=0, help=str(Text(ko="뽑기의 씨앗(0)", en="seed of the draws (0)")))


def run(options: argparse.Namespace) -> int:
    if not options.year:
        summary, tables = _whole(measuring.measured(options, matrices.read_matrix(options)), options)
        return matrices.tell(options, summary, tables, {n: tables[n] for n in ("regions", "activities")})
    return _each_year(options)


def _each_year(options: argparse.Namespace) -> int:
    import numpy as np

    said: dict[str, Any] = {"years": {}, "warnings": []}
    joined: dict[str, dict[str, list[Any]]] = {}
    for year, matrix in measuring.each_year(options):
        summary, tables = _whole(measuring.measured(options, matrix), options)
        said["warnings"] += [{k: f"{year}: {v}" for k, v in w.items()} for w in summary["warnings"]]
        said["years"][year] = summary
        for name, table in tables.items():
            into = joined.setdefault(name, {c: [] for c in ("year", *table)})
            first = len(next(iter(table.values())))
            into["year"] += [year] * first
            for column, cells in table.items():
                into[column] += np.asarray(cells).tolist()
    return matrices.tell(options, said, joined, {n: joined[n] for n in ("regions", "activities")})


def _whole(found: Complexity, options: argparse.Namespace) -> tuple[dict[str, Any], dict[str, Any]]:
    summary, tables = found.summary(), dict(found.tables())
    if options.bootstrap > 0:
        from squaremile.atlas.measures.matrices.stability import stability

        drawn = stability(found.present, options.bootstrap, options.seed)
        summary["bootstrap"] = {"draws": drawn.draws, "level": drawn.level, "seed": drawn.seed}
        tables["regions"] = {
            **tables["regions"],
            "eci_low": drawn.eci_low, "eci_high": drawn.eci_high,
            "rank_low": drawn.rank_low, "rank_high": drawn.rank_high,
        }  # fmt: skip
    return summary, tables
