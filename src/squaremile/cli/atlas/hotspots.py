"""`squaremile atlas hotspots`: where cases gather more than chance allows (Kulldorff's scan statistic)."""

from __future__ import annotations

import argparse

import numpy as np

from squaremile.cli.atlas import places as asked
from squaremile.cli.atlas.numbers import zero_or_more
from squaremile.cli.atlas.places import Places, places
from squaremile.cli.atlas.tables import answer
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    asked.arguments(parser)
    case = Text(
        ko="이 값을 가진 행이 사례(나머지는 비교할 사업장)",
        en="rows with this value are cases, the others the sites to compare",
    )
    count = Text(ko="사례 수 열(--population과 함께)", en="column of case counts (with --population)")
    population = Text(
        ko="인구(기대치에 비례하는 값) 열", en="column of populations, which counts are expected to follow"
    )
    share = Text(ko="원 하나가 담을 수 있는 가장 큰 비율(0.5)", en="largest share of all sites in one circle (0.5)")
    radius = Text(ko="가장 큰 원의 반지름", en="radius of the largest circle")
    draws = Text(ko="다시 섞는 횟수(999)", en="relabelled maps (999)")
    top = Text(ko="보일 곳의 수(10)", en="so many hot spots (10)")
    parser.add_argument("--case", metavar="COL=VALUE", help=str(case))
    parser.add_argument("--count", metavar="COL", help=str(count))
    parser.add_argument("--population", metavar="COL", help=str(population))
    parser.add_argument("--max-share", type=float, default=0.5, metavar="S", help=str(share))
    parser.add_argument("--max-radius", metavar="LENGTH", help=str(radius))
    parser.add_argument("--draws", type=zero_or_more, default=999, metavar="N", help=str(draws))
    parser.add_argument("--top", type=int, default=10, metavar="K", help=str(top))
    parser.add_argument("--seed", type=zero_or_more, default=0, help=str(Text(ko="난수 씨앗", en="seed of what is random")))


def run(options: argparse.Namespace) -> int:
    import squaremile.atlas as atlas

    if bool(options.case) == bool(options.count) or bool(options.count) != bool(options.population):
        raise Trouble(
            ko="--case 열=값 하나만, 또는 --count와 --population을 함께 주십시오.",
            en="Give --case COL=VALUE alone, or --count together with --population.",
        )
    name, _, value = (options.case or "").partition("=")
    points = places(options, name.strip(), options.count, options.population)
    found = points.asked(
        lambda: atlas.hotspots(
            points.first, points.second, _cases(points, options.count, name.strip(), value.strip()),
            population=points.numbers(options.population), plane=points.plane, share=options.max_share,
            radius=options.max_radius, draws=options.draws, seed=options.seed, top=options.top,
        )
    )  # fmt: skip
    answer(points.named(found.as_dict(), options.id) | {"no_position": points.nowhere}, options.json)
    return 0


def _cases(points: Places, count: str | None, name: str, value: str) -> np.ndarray:
    if count:
        return np.asarray(points.numbers(count))
    return np.array([cell.strip() == value for cell in points.text(name) or []], dtype=np.int64)
