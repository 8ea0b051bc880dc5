"""What `kd` and `m` share: sites by coordinates, their types and weights, radii, and how chance is asked."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from squaremile.cli.atlas.numbers import zero_or_more
from squaremile.cli.atlas.tables import Columns, answer, read_table
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.points.concentration import Concentration, Trial
    from squaremile.atlas.measures.points.sites import Marks, Sites


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", type=Path, metavar="POINTS", help=str(Text(
        ko="사업장 표: 한 행에 한 곳(CSV, TSV, XLSX, Parquet)", en="the sites, one a row: CSV, TSV, XLSX or Parquet",
    )))  # fmt: skip
    place_arguments(parser)
    add("--type", required=True, metavar="COL", help=str(Text(ko="유형 열", en="column of the type")))
    add("--reference", required=True, metavar="TYPE", help=str(Text(
        ko="둘레를 볼 유형", en="the type whose surroundings are looked at",
    )))  # fmt: skip
    add("--neighbour", metavar="TYPE", help=str(Text(
        ko="둘레에서 찾을 유형(없으면 같은 유형)", en="the type looked for there (the same unless given)",
    )))  # fmt: skip
    add("--weight", metavar="COL", help=str(Text(ko="가중치 열(고용 등)", en="column of the weight (jobs, …)")))
    add("--radii", nargs="+", metavar="R", help=str(Text(
        ko="거리들: 쉼표나 빈칸으로 나눕니다(미터)", en="radii in metres, separated by commas or spaces",
    )))  # fmt: skip
    add("--max", type=float, metavar="R", help=str(Text(
        ko="가장 긴 거리(없으면 대각선의 1/3)", en="the longest radius (a third of the diagonal unless given)",
    )))  # fmt: skip
    _chance(parser)


def place_arguments(parser: argparse.ArgumentParser) -> None:
    """Two columns: of a plane, or of the globe."""
    plane = Text(ko="평면 좌표 열(미터)", en="column of the plane coordinate, in metres")
    for name in ("--x", "--y"):
        parser.add_argument(name, metavar="COL", help=str(plane))
    globe = Text(ko="경위도 열(도)", en="column of the coordinate in degrees")
    for name in ("--lat", "--lon"):
        parser.add_argument(name, metavar="COL", help=str(globe))


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
    add("--json", action="store_true", help=str(Text(
        ko="JSON 하나를 표준 출력에 씁니다", en="print one JSON object to standard output",
    )))  # fmt: skip


def place_columns(options: argparse.Namespace) -> tuple[str, str]:
    """The two columns named. Refuses none, one, or a mixture."""
    plane, globe = (options.x, options.y), (options.lat, options.lon)
    if all(plane) and not any(globe):
        return plane
    if all(globe) and not any(plane):
        return globe
    raise Trouble("--x와 --y, 또는 --lat과 --lon을 적으십시오.", "Name --x and --y, or --lat and --lon.")


def sites_of(options: argparse.Namespace, held: Columns) -> Sites:
    from squaremile.atlas.measures.points.sites import globe, plane

    first, second = place_columns(options)
    make = plane if options.x else globe
    return make(held.numbers(first), held.numbers(second))


def read(options: argparse.Namespace) -> tuple[Sites, Marks, list[float] | None, Trial]:
    """The sites with their marks, the radii asked for, and the trial."""
    from squaremile.atlas.measures.points.concentration import Trial
    from squaremile.atlas.measures.points.sites import marks

    wanted = [*place_columns(options), options.type, *([options.weight] if options.weight else [])]
    held = read_table(options.file, wanted)
    sites = sites_of(options, held)
    weight = held.numbers(options.weight) if options.weight else None
    marked = marks([k.strip() for k in held[options.type]], options.reference, options.neighbour, weight)
    trial = Trial(options.simulations, options.level, options.seed, options.envelope, options.null)
    return sites, marked, _radii(options.radii), trial


def _radii(said: list[str] | None) -> list[float] | None:
    if said is None:
        return None
    words = [w for each in said for w in each.split(",") if w.strip()]
    try:
        return [float(w) for w in words]
    except ValueError as error:
        raise Trouble(
            f"거리는 숫자입니다: {' '.join(said)}. 예: --radii 0,100,200",
            f"Radii are numbers, not {' '.join(said)}. For example: --radii 0,100,200",
        ) from error


def tell(found: Concentration, as_json: bool) -> int:
    """All of it as JSON, or for the eye: the verdict first, then the figures without the curves."""
    if as_json:
        answer(found, True)
        return 0
    body = found.as_dict()
    curves = ("radii", "observed", "expected", "mean", "lo", "hi", "local_lo", "local_hi")
    answer({"verdict": found.verdict, **{k: v for k, v in body.items() if k not in (*curves, "verdict")}}, False)
    return 0
