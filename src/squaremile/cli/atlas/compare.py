"""`squaremile atlas compare`: peers, percentiles, rank intervals, and what newcomers would change."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from squaremile.cli.atlas import matrices
from squaremile.cli.atlas.numbers import zero_or_more
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.matrices.table import Matrix
    from squaremile.atlas.measures.peers.ranks import Standing


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    matrices.table_arguments(parser)
    add("--of", required=True, metavar="REGION", help=str(Text(ko="견줄 지역의 이름", en="the region to compare")))
    add("--peers", type=int, default=5, metavar="K", help=str(Text(ko="닮은 지역의 수", en="how many peers")))
    add("--size-ratio", type=float, default=4.0, metavar="X", help=str(Text(
        ko="크기가 이 배수 안인 지역만", en="only regions within this factor of the size",
    )))  # fmt: skip
    add("--indicators", type=Path, metavar="FILE", help=str(Text(
        ko="순위를 매길 지표의 넓은 표(첫 열이 지역). 없으면 합계 하나", en="wide table of indicators to rank by (first column the region); "
        "without it their total",
    )))  # fmt: skip
    add("--weights", type=Path, metavar="FILE", help=str(Text(ko="지표, 가중치", en="indicator, weight")))
    add("--sizes", type=Path, metavar="FILE", help=str(Text(ko="지역, 나눌 크기(인구 등)", en="region, what to divide by (people, …)")))
    add("--concentration", default="50", metavar="X|none", help=str(Text(
        ko="가중치가 얼마나 확실한지(디리클레). none이면 확실", en="how certain the weights are (Dirichlet); none: certain",
    )))  # fmt: skip
    add("--noise", default="posterior", choices=("posterior", "poisson", "none"), help=str(Text(
        ko="수를 어떻게 다시 뽑는가: 사후분포(posterior), 포아송(poisson), 뽑지 않음(none)",
        en="how counts are drawn anew: from their posterior, poisson, or not at all (none)",
    )))  # fmt: skip
    add("--level", type=float, default=0.9, metavar="P", help=str(Text(
        ko="순위 구간의 신뢰수준(0.9)", en="level of the rank intervals (0.9)",
    )))  # fmt: skip
    add("--draws", type=zero_or_more, default=2000, metavar="N", help=str(Text(ko="뽑는 횟수(2000)", en="draws (2000)")))
    add("--seed", type=zero_or_more, default=0, help=str(Text(ko="뽑기의 씨앗(0)", en="seed of the draws (0)")))
    add("--what-if", type=Path, metavar="FILE", help=str(Text(
        ko="새로 오는 것: 활동, 값", en="who comes: activity, value",
    )))  # fmt: skip
    matrices.output_arguments(parser)


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.peers.alike import peers

    matrix = matrices.read_matrix(options)
    found = peers(matrix, options.of, k=options.peers, most_ratio=options.size_ratio)
    standing = _standing(options, matrix)
    summary: dict[str, Any] = {
        "of": options.of, "size": found.size, "size_ratio": found.most_ratio, "candidates": found.candidates,
        "left_out": found.left_out, "indicators": list(standing.indicators), "weights": standing.weights,
        "concentration": standing.concentration, "noise": standing.noise, "level": standing.level, "draws": standing.draws,
        "seed": standing.seed, "dropped_regions": list(matrix.dropped_regions),
    }  # fmt: skip
    if options.of in standing.region:
        summary["says"] = standing.sentence(options.of)
    tables = {**found.tables(), **standing.tables()}
    if options.what_if is not None:
        changed = _what_if(options, matrix)
        summary |= {"crossed": list(changed.crossed), "total_before": changed.total_before, "total_after": changed.total_after}
        tables |= changed.tables()
    return matrices.tell(options, summary, tables)


def _standing(options: argparse.Namespace, matrix: "Matrix") -> "Standing":
    from squaremile.atlas.measures.peers.newcomers import totals
    from squaremile.atlas.measures.peers.ranks import ranks

    ranked = totals(matrix)
    if options.indicators is not None:
        ranked = matrices.read_wide(argparse.Namespace(file=options.indicators, region=None))
    try:
        certain = None if options.concentration == "none" else float(options.concentration)
    except ValueError:
        raise Trouble("--concentration은 수나 none입니다.", "--concentration is a number or none.") from None
    return ranks(
        ranked, sizes=matrices.pairs(options.sizes), weights=matrices.pairs(options.weights), concentration=certain,
        noise=options.noise, level=options.level, draws=options.draws, seed=options.seed,
    )  # fmt: skip


def _what_if(options: argparse.Namespace, matrix: "Matrix") -> Any:
    from squaremile.atlas.measures.peers.newcomers import what_if
    from squaremile.cli.atlas.tables import read_table

    held = read_table(options.what_if)
    names = list(held)
    if len(names) != 2:
        raise Trouble(
            f"{options.what_if.name}: 활동과 값, 두 열이어야 합니다.", f"{options.what_if.name}: two columns are wanted, activity and value."
        )
    return what_if(matrix, options.of, list(zip(held[names[0]], held.numbers(names[1]).tolist(), strict=True)))
