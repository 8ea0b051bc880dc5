"""`squaremile safety packs`: the rule packs that come with squaremile, or a check of one in a file."""

import argparse
import tomllib
from pathlib import Path

from squaremile.cli.main import Parser
from squaremile.cli.safety.answer import tell
from squaremile.cli.terminal import Trouble, complain
from squaremile.kernel.words import Text
from squaremile.safety.policies import packs
from squaremile.safety.policies.pack_linter import problems


def arguments(parser: Parser) -> None:
    parser.add_argument("--check", metavar="FILE", help=str(Text(ko="이 파일을 검사합니다", en="check this file")))
    parser.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 냅니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    if not options.check:
        every = [packs.pack(code) for code in packs.codes()]
        return tell({"packs": [
            {"code": p.code, "kind": p.kind, "edition": p.edition, "adopted_from": str(p.adopted_from),
             "classes": len(p.classes), "verified_by": p.verified_by or None}
            for p in every
        ]}, options.json)  # fmt: skip
    try:
        found = packs.read(Path(options.check).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, UnicodeDecodeError) as wrong:
        raise Trouble(ko=f"규칙 묶음으로 읽을 수 없습니다: {wrong}", en=f"This cannot be read as a rule pack: {wrong}") from wrong
    wrong_with_it = problems(found)
    for sentence in wrong_with_it:
        complain(sentence)
    tell({"code": found.code, "classes": len(found.classes), "problems": wrong_with_it}, options.json)
    return 1 if wrong_with_it else 0
