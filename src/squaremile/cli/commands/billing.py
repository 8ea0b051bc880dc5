"""`squaremile billing`: what usage costs and why: by a card alone, or a month of an installation."""

import argparse
import importlib

from squaremile.cli.main import Parser
from squaremile.kernel.words import Text

COMMANDS = {
    "price": ("squaremile.cli.billing.price", Text(ko="사용 내역에 요금표를 매깁니다", en="price usage by a rate card")),
    "preview": ("squaremile.cli.billing.preview", Text(ko="한 달을 청구될 모습으로 미리 봅니다", en="a month as it would be billed")),
}


def arguments(parser: Parser) -> None:
    title = str(Text(ko="명령", en="commands"))
    group = parser.add_subparsers(title=title, metavar="COMMAND", dest="billing_command", required=True)
    for name, (module, says) in COMMANDS.items():
        part = group.add_parser(name, help=str(says), description=str(says))
        importlib.import_module(module).arguments(part)


def run(options: argparse.Namespace) -> int:
    module, _ = COMMANDS[options.billing_command]
    return int(importlib.import_module(module).run(options))
