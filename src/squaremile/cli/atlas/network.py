"""`squaremile atlas network`: where everybody stands in a network of ties, and its communities."""

from __future__ import annotations

import argparse
from pathlib import Path

from squaremile.cli.atlas.numbers import zero_or_more
from squaremile.cli.atlas.tables import answer, read_table, refuse_twice
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", type=Path, metavar="EDGES", help=str(Text(
        ko="관계 표: 한 행에 하나(CSV, TSV, XLSX, Parquet)", en="the ties, one a row: CSV, TSV, XLSX or Parquet",
    )))  # fmt: skip
    add("--a", required=True, metavar="COL", help=str(Text(ko="한쪽 열", en="column of one end")))
    add("--b", metavar="COL", help=str(Text(ko="다른 쪽 열", en="column of the other end")))
    add("--shared", metavar="COL", help=str(Text(
        ko="--b 대신: 같은 값을 가진 --a끼리 잇습니다(논문, 과제 등)",
        en="instead of --b: those in --a with the same value here are tied (work, project, …)",
    )))  # fmt: skip
    add("--weight", metavar="COL", help=str(Text(ko="가중치 열", en="column of the weight")))
    add(
        "--seed",
        type=zero_or_more,
        default=0,
        help=str(Text(ko="무리 찾기의 씨앗(0)", en="seed of the search for communities (0)")),
    )
    add(
        "--runs",
        type=int,
        default=10,
        metavar="N",
        help=str(Text(ko="무리 찾기 횟수(10)", en="searches for communities (10)")),
    )
    add("--json", action="store_true", help=str(Text(
        ko="JSON 하나를 표준 출력에 씁니다", en="print one JSON object to standard output",
    )))  # fmt: skip


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.ties.graph import graph, sharing
    from squaremile.atlas.measures.ties.network import network

    if bool(options.b) == bool(options.shared):
        raise Trouble("--b와 --shared 가운데 하나를 적으십시오.", "Name one of --b and --shared.")
    if options.shared and options.weight:
        raise Trouble("--shared에는 --weight가 없습니다.", "There is no --weight with --shared: ties are counted.")
    if options.seed < 0 or options.runs < 1:
        raise Trouble("--seed는 0 이상, --runs는 1 이상입니다.", "--seed is zero or more, --runs one or more.")
    refuse_twice({"--a": options.a, "--b": options.b, "--shared": options.shared, "--weight": options.weight})
    held = read_table(options.file, [c for c in (options.a, options.b, options.shared, options.weight) if c])
    if options.shared:
        ties = sharing(held[options.a], held[options.shared])
    else:
        ties = graph(held[options.a], held[options.b], held.numbers(options.weight) if options.weight else None)
    body = network(ties, options.seed, options.runs).as_dict()
    columns = {k: body.pop(k) for k in list(body) if isinstance(body[k], list)}
    columns["name"] = columns.pop("names")
    nodes = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    if not options.json:
        nodes = sorted(nodes, key=lambda n: (-n["betweenness"], n["name"]))[:20]
    answer({**body, "count": len(ties), "nodes": nodes}, options.json)
    return 0
