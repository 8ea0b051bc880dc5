"""`squaremile atlas opportunities`: what a region could do next, what would unlock most, and whether that is how it goes."""

from __future__ import annotations

import argparse
from typing import Any

from squaremile.cli.atlas import matrices, measuring
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    matrices.table_arguments(parser)
    matrices.output_arguments(parser)
    measuring.arguments(parser)
    add = parser.add_argument
    add(
        "--of",
        required=True,
        metavar="REGION",
        help=str(Text(ko="어느 지역의 기회인가", en="the region whose opportunities are wanted")),
    )
    add("--with", dest="partner", metavar="REGION", help=str(Text(
        ko="이 지역이 채워 줄 수 있는 것도 봅니다", en="also what this region could bring",
    )))  # fmt: skip
    add("--year", metavar="COL", help=str(Text(
        ko="기간의 열: 마지막 기간을 재고, 둘 이상이면 진입 모형을 검증합니다",
        en="column of the period: the last is measured, and with two or more the model of entry is tested",
    )))  # fmt: skip
    add(
        "--top",
        type=int,
        default=0,
        metavar="N",
        help=str(Text(ko="앞의 N가지만(0이면 모두)", en="only the first N (0 for all)")),
    )


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.matrices.opportunities import complementarity, opportunities
    from squaremile.atlas.measures.showing import plain

    if options.year:
        periods = [(year, measuring.measured(options, matrix)) for year, matrix in measuring.each_year(options)]
    else:
        periods = [("", measuring.measured(options, matrices.read_matrix(options)))]
    found = periods[-1][1]
    ahead = opportunities(found, options.of)
    tables: dict[str, Any] = dict(ahead.tables())
    summary: dict[str, Any] = {
        "region": options.of, "middle_density": ahead.middle_density, "middle_pci": ahead.middle_pci,
        "candidates": len(ahead.activity), "warnings": plain(ahead.warnings), "dropped": plain(found.dropped),
        "notes": plain(found.matrix.notes),
    }  # fmt: skip
    if options.partner:
        brings = complementarity(found, options.of, options.partner)
        summary["complementarity"] = {"partner": options.partner, "score": brings.score}
        tables |= brings.tables()
    if len(periods) > 1:
        summary["entry"] = _tested(periods)
    if options.top > 0:
        tables = {n: {c: v[: options.top] for c, v in table.items()} for n, table in tables.items()}
    return matrices.tell(options, summary, tables)


def _tested(periods: list[tuple[str, Any]]) -> dict[str, Any]:
    """The model of entry, or in words why it could not be fitted."""
    from squaremile.atlas.measures.matrices.entry import entry
    from squaremile.atlas.measures.refusing import Unmeasurable

    try:
        return entry(periods).as_dict()
    except Unmeasurable as reason:
        return {"refused": {"ko": reason.text.ko, "en": reason.text.en}}
