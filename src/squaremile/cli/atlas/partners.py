"""`squaremile atlas partners`: whom each organisation should meet, and why."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from squaremile.cli.atlas import places as asked
from squaremile.cli.atlas.tables import answer, read_table, refuse_twice
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.points.sites import Sites
    from squaremile.atlas.measures.ties.graph import Graph
    from squaremile.atlas.measures.ties.profiles import Profiles


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", type=Path, metavar="ORG_TOPICS", help=str(Text(
        ko="기관과 주제의 표(CSV, TSV, XLSX, Parquet)", en="a table of organisations and topics: CSV, TSV, XLSX or Parquet",
    )))  # fmt: skip
    add("--organisation", "--organization", required=True, metavar="COL", help=str(Text(ko="기관 열", en="column of the organisation")))
    add("--topic", required=True, metavar="COL", help=str(Text(ko="주제 열", en="column of the topic")))
    add("--value", metavar="COL", help=str(Text(ko="값 열(없으면 1)", en="column of the value (1 unless given)")))
    add("--ties", type=Path, metavar="FILE", help=str(Text(ko="이미 있는 관계의 표", en="a table of existing ties")))
    add("--a", metavar="COL", help=str(Text(ko="관계의 한쪽 열", en="column of one end of a tie")))
    add("--b", metavar="COL", help=str(Text(ko="관계의 다른 쪽 열", en="column of the other end")))
    add("--tie-weight", metavar="COL", help=str(Text(ko="관계의 가중치 열", en="column of the tie's weight")))
    add("--places", type=Path, metavar="FILE", help=str(Text(
        ko="기관의 위치 표: 첫 열이 기관, 좌표는 --lat --lon 또는 --x --y",
        en="where organisations are: the first column names them, coordinates by --lat --lon or --x --y",
    )))  # fmt: skip
    asked.coordinate_arguments(parser)
    add("--for", action="append", dest="who", metavar="ORG", help=str(Text(
        ko="이 기관에만(여러 번 쓸 수 있습니다)", en="for this organisation only (may be repeated)",
    )))  # fmt: skip
    add(
        "--top",
        type=int,
        default=20,
        metavar="N",
        help=str(Text(ko="기관마다 추천 수(20)", en="suggestions for each (20)")),
    )
    add("--include-tied", action="store_true", help=str(Text(
        ko="이미 협력하는 기관도 추천합니다", en="suggest partners that are tied already, too",
    )))  # fmt: skip
    for name in ("similarity", "complement", "triads", "gravity"):
        says = Text(ko=f"{name}의 가중치(1)", en=f"weight of {name} in the score (1)")
        add(f"--{name}", type=float, default=1.0, metavar="W", help=str(says))
    add("--json", action="store_true", help=str(Text(
        ko="JSON 하나를 표준 출력에 씁니다", en="print one JSON object to standard output",
    )))  # fmt: skip


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.ties.partners import Weights, partners
    from squaremile.atlas.measures.ties.profiles import profiles

    refuse_twice({"--organisation": options.organisation, "--topic": options.topic, "--value": options.value})
    ties = _ties(options)
    held = read_table(options.file, [c for c in (options.organisation, options.topic, options.value) if c])
    values = held.numbers(options.value) if options.value else None
    table = profiles(held[options.organisation], held[options.topic], values, also=ties.names if ties else ())
    weights = Weights(options.similarity, options.complement, options.triads, options.gravity)
    found = partners(table, ties, _places(options, table), options.who, options.top, weights, options.include_tied)
    answer(found, options.json)
    return 0


def _ties(options: argparse.Namespace) -> Graph | None:
    from squaremile.atlas.measures.ties.graph import graph

    if not options.ties:
        if options.a or options.b or options.tie_weight:
            raise Trouble("--a, --b, --tie-weight는 --ties와 함께 씁니다.", "--a, --b and --tie-weight go with --ties.")
        return None
    if not (options.a and options.b):
        raise Trouble("--ties에는 --a와 --b를 적으십시오.", "With --ties name --a and --b.")
    held = read_table(options.ties, [c for c in (options.a, options.b, options.tie_weight) if c])
    return graph(held[options.a], held[options.b], held.numbers(options.tie_weight) if options.tie_weight else None)


def _places(options: argparse.Namespace, table: Profiles) -> Sites | None:
    """One place for each organisation, in the table's order. Refuses one without a place, or with two."""
    if not options.places:
        if options.x or options.y or options.lat or options.lon:
            raise Trouble("좌표 열은 --places와 함께 씁니다.", "Columns of coordinates go with --places.")
        return None
    from squaremile.atlas.measures.points.sites import globe, plane

    held = read_table(options.places)
    first, second, flat = asked.coordinates(options, held)
    found = asked.placed(held, (first, second), np.ones(held.rows, bool), flat)
    names = found.text(next(iter(held))) or []
    place: dict[str, tuple[float, float]] = {}
    for who, a, b in zip(names, found.first.tolist(), found.second.tolist(), strict=True):
        if place.setdefault(who.strip(), (a, b)) != (a, b):
            raise Trouble(f"‘{who}’의 위치가 둘입니다.", f"“{who}” has two places.")
    if missing := [n for n in table.organisations if n not in place]:
        said = ", ".join(missing[:5])
        raise Trouble(
            f"위치가 없는 기관이 {len(missing)}곳입니다: {said}.",
            f"{len(missing)} organisations have no place: {said}.",
        )
    make = plane if flat else globe
    return make([place[n][0] for n in table.organisations], [place[n][1] for n in table.organisations])
