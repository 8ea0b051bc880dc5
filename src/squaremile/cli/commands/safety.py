"""`squaremile safety`: what the rules allow and what a list adds up to without a server, and what may still come in with one."""

import argparse
import importlib

from squaremile.cli.main import Parser
from squaremile.kernel.words import Text

COMMANDS: dict[str, tuple[str, Text]] = {
    "limit": ("squaremile.cli.safety.limit", Text(ko="한 통제구역에 둘 수 있는 최대량", en="the most that one control area may hold")),
    "sum": ("squaremile.cli.safety.sum", Text(ko="물질 목록을 더해 한도와 견줍니다", en="add a list up and hold it against the limits")),
    "passport": ("squaremile.cli.safety.passport", Text(ko="교육 여권을 확인합니다", en="check a training passport")),
    "can-bring": (
        "squaremile.cli.safety.can_bring",
        Text(ko="방에 들여올 수 있는지, 이곳의 재고로 답합니다", en="may something come into a room, with what stands there"),
    ),
    "emergency-copy": (
        "squaremile.cli.safety.emergency_copy",
        Text(ko="비상 현황을 서버 없이 열리는 파일로 씁니다", en="write the emergency view as files that open without the server"),
    ),
    "pack": ("squaremile.cli.safety.pack", Text(ko="규칙 묶음의 두 판을 견줍니다", en="hold two editions of a rule pack side by side")),
    "packs": ("squaremile.cli.safety.packs", Text(ko="규칙 묶음을 보이거나 검사합니다", en="show the rule packs, or check one")),
}


def arguments(parser: Parser) -> None:
    title = str(Text(ko="명령", en="commands"))
    group = parser.add_subparsers(title=title, metavar="COMMAND", dest="safety_command", required=True)
    for name, (module, says) in COMMANDS.items():
        part = group.add_parser(name, help=str(says), description=str(says))
        importlib.import_module(module).arguments(part)


def run(options: argparse.Namespace) -> int:
    module, _ = COMMANDS[options.safety_command]
    return int(importlib.import_module(module).run(options))
