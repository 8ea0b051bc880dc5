"""`squaremile atlas clusters`: where points lie close together, with the outline of each cluster."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from squaremile.cli.atlas import places as asked
from squaremile.cli.atlas.places import places
from squaremile.cli.atlas.tables import answer
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    asked.arguments(parser)
    eps = Text(ko="이웃의 반경: 15km(기본), 500m", en="reach of a neighbourhood: 15km (default), 500m")
    least = Text(
        ko="핵심점의 이웃(자신 포함)이 가져야 할 최소 수", en="least that a core has within reach, itself included"
    )
    weight = Text(ko="정수 가중치 열", en="column of whole weights")
    hull = Text(ko="윤곽: convex(볼록) 또는 concave(오목)", en="outline: convex or concave")
    target = Text(ko="윤곽을 GeoJSON 파일로 씀", en="write the outlines to this GeoJSON file")
    parser.add_argument("--eps", default="15km", help=str(eps))
    parser.add_argument("--min", type=int, required=True, metavar="N", dest="least", help=str(least))
    parser.add_argument("--weight", metavar="COL", help=str(weight))
    parser.add_argument("--hull", choices=("convex", "concave"), default="convex", help=str(hull))
    parser.add_argument("--geojson", metavar="FILE", help=str(target))


def run(options: argparse.Namespace) -> int:
    import squaremile.atlas as atlas

    points = places(options, options.weight)
    weight = points.numbers(options.weight)
    found = points.asked(
        lambda: atlas.clusters(
            points.first, points.second, eps=options.eps, least=options.least, weight=weight, plane=points.plane
        )
    )
    body = points.named(found.as_dict(), options.id) | {"no_position": points.nowhere}
    if options.json or options.geojson:
        shapes = found.outlines(options.hull)
        if options.geojson:
            _write(Path(options.geojson), shapes)
        if options.json:
            body["outlines"] = shapes
    answer(body, options.json)
    return 0


def _write(path: Path, shapes: dict[str, object]) -> None:
    try:
        path.write_text(json.dumps(shapes, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    except OSError as error:
        raise Trouble(ko=f"쓸 수 없습니다: {path} ({error})", en=f"This cannot be written: {path} ({error})") from error
