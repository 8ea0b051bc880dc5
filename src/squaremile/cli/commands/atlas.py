"""`squaremile atlas`: the measures on anybody's files, without a server and without a database."""

import argparse
import importlib

from squaremile.cli.main import Parser
from squaremile.kernel.words import Text

# Each line is a command of its own: a module with `arguments(parser)` and `run(options)`.
COMMANDS: dict[str, tuple[str, Text]] = {
    "engine": (
        "squaremile.cli.atlas.engine",
        Text(ko="큰 자료를 들여와 DuckDB나 Spark로 셉니다", en="bring in large data and count them, on DuckDB or Spark"),
    ),
    "claim": ("squaremile.cli.atlas.claim", Text(ko="‘N 가운데 k’를 근거와 함께 말합니다", en="say k of N with the evidence for each")),
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
