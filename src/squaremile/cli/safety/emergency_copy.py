"""`squaremile safety emergency-copy`: the emergency view into a folder, for when the server is out of reach."""

import argparse
import json

from squaremile.cli import environment
from squaremile.cli.main import Parser
from squaremile.cli.terminal import say
from squaremile.kernel.words import Text


def arguments(parser: Parser) -> None:
    parser.add_argument("directory", metavar="DIR", help=str(Text(ko="사본을 쓸 폴더", en="folder into which the copy is written")))
    parser.add_argument("--keep", type=int, help=str(Text(
        ko="남겨 둘 사본 수 (없으면 EMERGENCY_COPIES)", en="how many copies are kept (else EMERGENCY_COPIES)")))  # fmt: skip
    parser.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 냅니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    environment.enter()
    from django.conf import settings

    from squaremile.cli.acting import SETUP
    from squaremile.cli.commands.op import EXIT_REFUSED
    from squaremile.core.problems import problem
    from squaremile.kernel.errors import SquaremileError
    from squaremile.kernel.scope import scope
    from squaremile.safety import operations as safety

    try:
        with scope(SETUP):
            made = safety.copy_for_emergencies(folder=options.directory, keep=options.keep or settings.EMERGENCY_COPIES)
    except SquaremileError as refusal:
        say(json.dumps(problem(refusal), ensure_ascii=False, indent=2))
        return EXIT_REFUSED
    if options.json:
        say(json.dumps({"folder": made.folder, "files": made.files, "size": made.size}, ensure_ascii=False))
        return 0
    say(made.folder)
    for name in sorted(made.files):
        say(f"  {name}")
    return 0
