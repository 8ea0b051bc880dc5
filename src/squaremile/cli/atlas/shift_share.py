"""`squaremile atlas shift-share`: why regions grew between two years."""

from __future__ import annotations

import argparse

from squaremile.cli.atlas import matrices, measuring
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    matrices.table_arguments(parser)
    matrices.output_arguments(parser)
    add = parser.add_argument
    add("--year", required=True, metavar="COL", help=str(Text(ko="연도 열", en="column of the year")))
    add(
        "--from",
        dest="first",
        metavar="YEAR",
        help=str(Text(ko="처음 해(가장 이른 해)", en="the first year (the earliest)")),
    )
    add(
        "--to", dest="last", metavar="YEAR", help=str(Text(ko="나중 해(가장 늦은 해)", en="the last year (the latest)"))
    )


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.matrices.shift_share import shift_share
    from squaremile.atlas.measures.showing import plain

    of = dict(measuring.each_year(options))
    first, last = options.first or min(of), options.last or max(of)
    for year in (first, last):
        if year not in of:
            raise Trouble(
                f"‘{year}’년이 없습니다. 있는 해: {', '.join(of)}.",
                f"There is no year “{year}”. There are: {', '.join(of)}.",
            )
    if first == last:
        raise Trouble("서로 다른 두 해가 있어야 합니다.", "Two different years are needed.")
    found = shift_share(of[first], of[last])
    notes = plain(of[first].notes + of[last].notes)
    tables = found.tables()
    return matrices.tell(options, {"from": first, "to": last, "notes": notes}, tables, {"regions": tables["regions"]})
