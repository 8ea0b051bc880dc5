"""`squaremile safety pack diff OLD NEW`: what an edition of a rule pack changes, row by row, before it is put in force."""

import argparse
import tomllib
from pathlib import Path

from squaremile.cli.main import Parser
from squaremile.cli.safety.answer import tell
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text, language
from squaremile.safety.policies import packs
from squaremile.safety.policies.pack_speech import changes
from squaremile.safety.policies.packs import Pack


def arguments(parser: Parser) -> None:
    group = parser.add_subparsers(title=str(Text(ko="명령", en="commands")), metavar="COMMAND", dest="pack_command", required=True)
    says = str(Text(ko="두 규칙 묶음의 다른 줄을 보입니다", en="the rows in which two packs differ"))
    diff = group.add_parser("diff", help=says, description=says)
    for name, what in (("old", Text(ko="지금 것: 코드나 파일", en="the one of today: a code or a file")),
                       ("new", Text(ko="새것: 코드나 파일", en="the new one: a code or a file"))):  # fmt: skip
        diff.add_argument(name, metavar=name.upper(), help=str(what))
    diff.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 냅니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    before, after = _pack(options.old), _pack(options.new)
    spoken = language.get()
    rows = [
        {"row": row.key, "about": row.about.say(spoken), "was": row.was.say(spoken) if row.was else None,
         "is": row.now.say(spoken) if row.now else None}
        for row in changes(before, after)
    ]  # fmt: skip
    return tell({
        "old": f"{before.code} ({before.edition})", "new": f"{after.code} ({after.edition})", "changed": len(rows), "rows": rows,
    }, options.json)  # fmt: skip


def _pack(what: str) -> Pack:
    if what in packs.codes():
        return packs.pack(what)
    try:
        return packs.read(Path(what).read_text(encoding="utf-8"))
    except OSError as error:
        known = ", ".join(packs.codes())
        raise Trouble(
            ko=f"그런 규칙 묶음이나 파일이 없습니다: {what}. 있는 것: {known}", en=f"No such pack or file: {what}. There are: {known}"
        ) from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as wrong:
        raise Trouble(ko=f"규칙 묶음으로 읽을 수 없습니다: {wrong}", en=f"This cannot be read as a rule pack: {wrong}") from wrong
