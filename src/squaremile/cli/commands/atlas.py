"""`squaremile atlas`: the measures on anybody's files, without a server and without a database."""

import argparse
import importlib

from squaremile.cli.main import Parser
from squaremile.kernel.words import Text

# Each line is a command of its own: a module with `arguments(parser)` and `run(options)`.
COMMANDS: dict[str, tuple[str, Text]] = {
    "densest": ("squaremile.cli.atlas.densest", Text(ko="가장 밀집한 정사각형이나 원을 찾습니다", en="the densest square or disc, exactly")),
    "clusters": ("squaremile.cli.atlas.clusters", Text(ko="점이 모인 곳과 그 윤곽을 찾습니다", en="clusters of points and their outlines")),
    "hotspots": ("squaremile.cli.atlas.hotspots", Text(ko="사례가 우연보다 모인 곳을 p값과 함께 찾습니다", en="hot spots with p-values")),
}  # fmt: skip


def arguments(parser: Parser) -> None:
    title = str(Text(ko="명령", en="commands"))
    group = parser.add_subparsers(title=title, metavar="COMMAND", dest="atlas_command", required=True)
    for name, (module, says) in COMMANDS.items():
        part = group.add_parser(name, help=str(says), description=str(says))
        importlib.import_module(module).arguments(part)


def run(options: argparse.Namespace) -> int:
    module, _ = COMMANDS[options.atlas_command]
    return int(importlib.import_module(module).run(options))
