"""`squaremile network`: matching on anybody's files without a database (rank, search), and on the cluster's own (find, index)."""

import argparse
import importlib

from squaremile.cli.main import Parser
from squaremile.kernel.words import Text

# Each line is a command of its own: a module with `arguments(parser)` and `run(options)`.
COMMANDS = {
    "rank": ("squaremile.cli.network.rank", Text(ko="요청마다 저자를 순위 매깁니다", en="rank all authors for each query")),
    "search": ("squaremile.cli.network.search", Text(ko="요청마다 문서를 찾습니다", en="find documents for each query")),
    "find": ("squaremile.cli.network.find", Text(ko="이 클러스터에서 도울 사람을 찾습니다", en="find who can help, in this cluster")),
    "index": ("squaremile.cli.network.index", Text(ko="찾기 색인을 만들고 새로 고칩니다", en="make or renew the search index")),
}  # fmt: skip


def arguments(parser: Parser) -> None:
    title = str(Text(ko="명령", en="commands"))
    group = parser.add_subparsers(title=title, metavar="COMMAND", dest="network_command", required=True)
    for name, (module, says) in COMMANDS.items():
        part = group.add_parser(name, help=str(says), description=str(says))
        importlib.import_module(module).arguments(part)


def run(options: argparse.Namespace) -> int:
    module, _ = COMMANDS[options.network_command]
    return int(importlib.import_module(module).run(options))
