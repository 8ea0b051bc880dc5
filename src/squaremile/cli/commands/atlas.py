"""`squaremile atlas`: the measures on anybody's files, without a server and without a database."""

import argparse
import importlib

from squaremile.cli.main import Parser
from squaremile.kernel.words import Text

# Each line is a command of its own: a module with `arguments(parser)` and `run(options)`.
COMMANDS: dict[str, tuple[str, Text]] = {
    "fetch": ("squaremile.cli.atlas.fetch", Text(ko="공개 자료를 내려받습니다(이어받기)", en="fetch a public data set, going on where it stopped")),
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
