"""`squaremile atlas`: the measures on anybody's files, without a server and without a database."""

import argparse
import importlib
import os

from squaremile.cli.atlas.lengths import LengthParser
from squaremile.cli.main import Parser
from squaremile.kernel.words import Text

# Each line is a command of its own: a module with `arguments(parser)` and `run(options)`.
COMMANDS: dict[str, tuple[str, Text]] = {
    "engine": (
        "squaremile.cli.atlas.engine",
        Text(ko="큰 자료를 들여와 DuckDB나 Spark로 셉니다", en="bring in large data and count them, on DuckDB or Spark"),
    ),
    "compare": ("squaremile.cli.atlas.compare", Text(ko="닮은 지역, 백분위, 순위 구간을 냅니다", en="peers, percentiles, rank intervals")),
    "twin": ("squaremile.cli.atlas.twin", Text(ko="두 곳을 같은 축척에 놓습니다", en="two places at one scale")),
    "references": ("squaremile.cli.atlas.references", Text(ko="알려진 클러스터의 인용 수치", en="cited figures of known clusters")),
    "claim": ("squaremile.cli.atlas.claim", Text(ko="‘N 가운데 k’를 근거와 함께 말합니다", en="say k of N with the evidence for each")),
    "report": ("squaremile.cli.atlas.report", Text(ko="목록대로 지역 보고서를 다시 만듭니다", en="a region's report from its manifest")),
    "lq": ("squaremile.cli.atlas.lq", Text(ko="입지계수(LQ)를 구간과 함께 냅니다", en="location quotients with exact intervals")),
    "concentration": ("squaremile.cli.atlas.concentration", Text(ko="특화와 집중의 지수를 냅니다", en="indices of specialisation and concentration")),
    "ellison-glaeser": ("squaremile.cli.atlas.ellison_glaeser", Text(ko="사업체 규모를 감안한 집적을 잽니다", en="agglomeration of plants")),
    "strong-clusters": ("squaremile.cli.atlas.strong_clusters", Text(ko="강한 클러스터를 가려냅니다", en="flags and stars of strong clusters")),
    "shift-share": ("squaremile.cli.atlas.shift_share", Text(ko="성장의 까닭을 나눕니다", en="why regions grew")),
    "relatedness": ("squaremile.cli.atlas.relatedness", Text(ko="활동끼리 얼마나 가까운지 잽니다", en="how near activities are to each other")),
    "opportunities": ("squaremile.cli.atlas.opportunities", Text(ko="지역의 다음 기회를 찾습니다", en="what a region could do next")),
    "complexity": ("squaremile.cli.atlas.complexity", Text(ko="경제복잡도, 연관성, 적합도를 잽니다", en="economic complexity and fitness")),
    "densest": ("squaremile.cli.atlas.densest", Text(ko="가장 밀집한 정사각형이나 원을 찾습니다", en="the densest square or disc, exactly")),
    "clusters": ("squaremile.cli.atlas.clusters", Text(ko="점이 모인 곳과 그 윤곽을 찾습니다", en="clusters of points and their outlines")),
    "hotspots": ("squaremile.cli.atlas.hotspots", Text(ko="사례가 우연보다 모인 곳을 p값과 함께 찾습니다", en="hot spots with p-values")),
    "kd": ("squaremile.cli.atlas.kd", Text(ko="K-밀도로 사업장의 집적을 봅니다", en="K-density of sites, with bands and a verdict")),
    "m": ("squaremile.cli.atlas.m", Text(ko="M 함수로 사업장의 집적을 봅니다", en="M function of sites, with bands and a verdict")),
    "trends": ("squaremile.cli.atlas.trends", Text(ko="분야보다 빨리 자라는 주제와 급상승을 찾습니다", en="what grows beyond its field, and bursts")),
    "network": ("squaremile.cli.atlas.network", Text(ko="협력망의 중심과 중개자를 찾습니다", en="centres, brokers and communities")),
    "partners": ("squaremile.cli.atlas.partners", Text(ko="만나야 할 협력기관을 까닭과 함께 추천합니다", en="whom to meet, and why")),
    "fetch": ("squaremile.cli.atlas.fetch", Text(ko="공개 자료를 내려받습니다(이어받기)", en="fetch a public data set, going on where it stopped")),
}  # fmt: skip


def arguments(parser: Parser) -> None:
    # Read when NumPy is loaded, just below: on tables of this size the matrix library's threads only wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    title = str(Text(ko="명령", en="commands"))
    group = parser.add_subparsers(title=title, metavar="COMMAND", dest="atlas_command", required=True, parser_class=LengthParser)
    for name, (module, says) in COMMANDS.items():
        part = group.add_parser(name, help=str(says), description=str(says))
        importlib.import_module(module).arguments(part)


def run(options: argparse.Namespace) -> int:
    module, _ = COMMANDS[options.atlas_command]
    return int(importlib.import_module(module).run(options))
