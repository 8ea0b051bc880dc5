"""What `kd` and `m` share: types and weights of sites, radii, and how chance is asked."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from squaremile.atlas.measures.squares.lengths import signed
from squaremile.cli.atlas import places as asked
from squaremile.cli.atlas.lengths import lengths
from squaremile.cli.atlas.numbers import zero_or_more
from squaremile.cli.atlas.tables import answer
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.points.concentration import Concentration, Trial
    from squaremile.atlas.measures.points.sites import Marks, Sites


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    asked.arguments(parser, members=False)
    add("--precision", metavar="COL", help=str(Text(
        ko="좌표 정밀도 열: city인 행은 뺌", en="precision of positions: class city is left out",
    )))  # fmt: skip
    add("--type", required=True, metavar="COL", help=str(Text(ko="유형 열", en="column of the type")))
    add("--reference", required=True, metavar="TYPE", help=str(Text(
        ko="둘레를 볼 유형", en="the type whose surroundings are looked at",
    )))  # fmt: skip
    add("--neighbour", "--neighbor", metavar="TYPE", help=str(Text(
        ko="둘레에서 찾을 유형(없으면 같은 유형)", en="the type looked for there (the same unless given)",
    )))  # fmt: skip
    add("--weight", metavar="COL", help=str(Text(ko="가중치 열(고용 등)", en="column of the weight (jobs, …)")))
    add("--radii", metavar="R,R,…", help=str(Text(
        ko="거리들: 쉼표나 빈칸으로 나눕니다. 0,500m,1km처럼 단위를 쓰거나 미터",
        en="radii, separated by commas or spaces, with units (0,500m,1km) or in metres",
    )))  # fmt: skip
    add("--max", metavar="R", help=str(Text(
        ko="가장 긴 거리: 5km, 3mi, 미터(없으면 대각선의 1/3)",
        en="the longest radius: 5km, 3mi, or metres (a third of the diagonal unless given)",
    )))  # fmt: skip
    _chance(parser)


def _chance(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--simulations",
        type=zero_or_more,
        default=999,
        metavar="N",
        help=str(Text(ko="모의실험 수(999)", en="redrawings (999)")),
    )
    add("--level", type=float, default=0.05, help=str(Text(ko="유의수준(0.05)", en="level (0.05)")))
    add("--seed", type=zero_or_more, default=0, help=str(Text(ko="난수 씨앗(0)", en="seed of the redrawings (0)")))
    add("--envelope", choices=("erl", "dropping"), default="erl", help=str(Text(
        ko="전역 신뢰대: 정확한 수준(erl), dbmss 방식(dropping)", en="global envelope: exact level (erl), or as dbmss (dropping)",
    )))  # fmt: skip
    add("--null", choices=("location", "labels", "independence"), help=str(Text(
        ko="무엇을 다시 뽑는가(한 유형은 location, 두 유형은 labels가 기본)",
        en="what is redrawn (location for one type, labels for two, unless given)",
    )))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """What `kd` and `m` are asked, and how many rows could not be counted, by the reason."""

    sites: Sites
    marks: Marks
    radii: list[float] | None
    top: float | None
    trial: Trial
    excluded: dict[str, int]


def read(options: argparse.Namespace) -> Question:
    """The sites with their marks, the radii asked for, and the trial; rows as `densest` reads and refuses them."""
    from squaremile.atlas.measures.points.concentration import Trial
    from squaremile.atlas.measures.points.sites import globe, marks, plane
    from squaremile.atlas.measures.squares.quality import measurable

    radii = [metres for _, metres in lengths(options.radii)] if options.radii is not None else None
    top = signed(options.max) if options.max is not None else None
    found = asked.places(options, options.type, options.weight, options.precision)
    kept, excluded = measurable(found.text(options.precision), len(found.rows))
    found = found.only(kept)
    make = plane if found.plane else globe
    sites = found.asked(lambda: make(found.first, found.second))
    kinds, weight = [each.strip() for each in found.text(options.type) or []], found.numbers(options.weight)
    marked = found.asked(lambda: marks(kinds, options.reference, options.neighbour, weight))
    trial = Trial(options.simulations, options.level, options.seed, options.envelope, options.null)
    return Question(sites, marked, radii, top, trial, excluded | ({"no_position": found.nowhere} if found.nowhere else {}))


def tell(found: Concentration, excluded: dict[str, int], as_json: bool) -> int:
    """All of it as JSON, or for the eye: the verdict first, then the figures without the curves."""
    body = found.as_dict() | {"excluded": excluded}
    if as_json:
        answer(body, True)
        return 0
    curves = ("radii", "observed", "expected", "mean", "lo", "hi", "local_lo", "local_hi")
    answer({"verdict": found.verdict, **{k: v for k, v in body.items() if k not in (*curves, "verdict")}}, False)
    return 0
