"""`squaremile residency`: application forms on files, without a server and without a database."""

import argparse
import importlib

from squaremile.cli.main import Parser
from squaremile.kernel.words import Text

# Each line is a command of its own: a module with `arguments(parser)` and `run(options)`.
COMMANDS = {
    "form": ("squaremile.cli.residency.form", Text(ko="신청서 양식을 살핍니다", en="look at an application form")),
}


def arguments(parser: Parser) -> None:
    title = str(Text(ko="명령", en="commands"))
    group = parser.add_subparsers(title=title, metavar="COMMAND", dest="residency_command", required=True)
    for name, (module, says) in COMMANDS.items():
        part = group.add_parser(name, help=str(says), description=str(says))
        importlib.import_module(module).arguments(part)


def run(options: argparse.Namespace) -> int:
    module, _ = COMMANDS[options.residency_command]
    return int(importlib.import_module(module).run(options))
