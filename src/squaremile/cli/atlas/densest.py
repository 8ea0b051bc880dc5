"""`squaremile atlas densest`: the densest square or disc of a file of points."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from squaremile.cli.atlas import places as asked
from squaremile.cli.atlas import pool
from squaremile.cli.atlas.lengths import lengths
from squaremile.cli.atlas.numbers import zero_or_more
from squaremile.cli.atlas.places import Places, places
from squaremile.cli.atlas.tables import answer
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.squares.found import Densest

OPTIONS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("--side", "한 변(원이면 지름): 1mi, 500m", "side, of a disc its diameter: 1mi, 500m", {"default": "1mi"}),
    ("--radius", "원의 반지름(--shape disc를 뜻함)", "radius of a disc (means --shape disc)", {}),
    ("--shape", "square(정사각형) 또는 disc(원)", "square or disc", {"choices": ("square", "disc"), "default": "square"}),
    ("--weight", "이 열의 합을 최대로", "maximise the sum of this column", {"metavar": "COL"}),
    ("--distinct", "이 열의 서로 다른 값(기관)의 수를 최대로", "maximise the different values of this column", {"metavar": "COL"}),
    ("--precision", "좌표 정밀도 열: city인 행은 뺌", "precision of positions: class city is left out", {"metavar": "COL"}),
    ("--top", "서로 닿지 않는 여러 곳", "so many places, none touching another", {"type": int, "default": 1, "metavar": "K"}),
    ("--leave-out-strays", "동떨어진 점을 뺌", "leave out points far from all others", {"action": "store_true"}),
    ("--latitude", "폭을 정할 위도를 하나로 고정", "the latitude that gives every square its width", {"type": float, "metavar": "DEG"}),
    ("--curve", "여러 크기의 최댓값: 400m,800m,1mi", "the maximum of several sizes: 400m,800m,1mi", {"metavar": "SIDES"}),
    ("--grid", "고정 격자의 답(무작위 원점 N개)", "what a fixed grid finds, over N random origins",
     {"type": int, "nargs": "?", "const": 1000, "metavar": "N"}),
    ("--rotate", "돌린 정사각형(각도 간격)", "turned squares, every so many degrees",
     {"type": float, "nargs": "?", "const": 5.0, "metavar": "DEG"}),
    ("--p-value", "우연과 견줌(추출 횟수)", "compare with chance, so many draws", {"type": int, "metavar": "N"}),
    ("--among", "뽑을 전체 사업장: 파일, 또는 all(이 파일의 모든 행)", "all sites to draw from: a file, or all (rows of this one)",
     {"metavar": "FILE|all"}),
    ("--seed", "난수 씨앗", "seed of what is random", {"type": zero_or_more, "default": 0}),
)  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    asked.arguments(parser)
    for name, ko, en, more in OPTIONS:
        parser.add_argument(name, help=str(Text(ko=ko, en=en)), **more)


def run(options: argparse.Namespace) -> int:
    import squaremile.atlas as atlas

    if options.p_value is not None:
        pool.check(options)
    if options.grid is not None and (options.radius or options.shape == "disc"):
        raise Trouble(
            ko="--grid의 칸은 정사각형이므로 원과 견줄 수 없습니다. --shape square로 하십시오.",
            en="The cells of --grid are squares: they cannot be held against discs. Use --shape square.",
        )
    points = places(options, options.weight, options.distinct, options.precision)
    what = _what(options, points)
    how: dict[str, Any] = {"plane": points.plane, "shape": "disc" if options.radius else options.shape}
    found = points.asked(
        lambda: atlas.densest(
            points.first, points.second, side=options.side, radius=options.radius, precision=points.text(options.precision),
            top=options.top, at_latitude=options.latitude, strays=not options.leave_out_strays, **what, **how,
        )
    )  # fmt: skip
    body = found.as_dict()
    if points.nowhere:
        body["excluded"]["no_position"] = points.nowhere
    body = points.named(body, options.id) | _beside(options, points, found, how)
    answer(body, options.json)
    return 0


def _what(options: argparse.Namespace, points: Places) -> dict[str, Any]:
    return {"weight": points.numbers(options.weight), "distinct": points.text(options.distinct)}


def _beside(options: argparse.Namespace, chosen: Places, answered: Densest, how: dict[str, Any]) -> dict[str, Any]:
    """What was asked for beside the best: other sizes, a fixed grid, turned squares, chance."""
    import squaremile.atlas as atlas

    points, side = chosen.only(answered.considered), answered.side_m
    first, second, what = points.first, points.second, _what(options, points)
    more: dict[str, Any] = {}
    if options.curve:
        sides = lengths(options.curve)
        found = atlas.curve(first, second, [size for _, size in sides], at_latitude=options.latitude, **what, **how)
        more["curve"] = [
            {"side": s, "side_m": m, "count": c, "weight": w} for (s, _), (m, c, w) in zip(sides, found, strict=True)
        ]
    if options.grid is not None:
        grid = atlas.naive_grid(
            first, second, side=side, plane=points.plane, origins=options.grid, seed=options.seed,
            at_latitude=options.latitude, **what,
        )  # fmt: skip
        more["grid"] = grid.as_dict()
    if options.rotate is not None:
        best = atlas.turned(first, second, side=side, plane=points.plane, step=options.rotate, **what)
        more["rotated"] = points.named(best.as_dict(), options.id)
    if options.p_value is not None:
        among, left_out = pool.sites(options, chosen, points)
        drawn = atlas.chance(first, second, among, side=side, draws=options.p_value, seed=options.seed, **what, **how)
        more["chance"] = drawn.as_dict() | {"left_out": left_out}
        more["p_value"] = drawn.p
    return more
