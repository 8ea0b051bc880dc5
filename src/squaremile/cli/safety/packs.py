"""`squaremile safety packs`: the rule packs that come with squaremile, or a check of one in a file."""

import argparse
import tomllib
from pathlib import Path
from typing import Any

from squaremile.cli.main import Parser
from squaremile.cli.safety.answer import chosen, day_argument, tell
from squaremile.cli.terminal import Trouble, complain
from squaremile.kernel.words import Text, language
from squaremile.safety.policies import pack_speech, packs
from squaremile.safety.policies.pack_linter import problems
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.verification import rows


def arguments(parser: Parser) -> None:
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help=str(Text(ko="이 묶음의 모든 줄", en="every row of this pack")))
    day_argument(parser)
    parser.add_argument("--check", metavar="FILE", help=str(Text(ko="이 파일을 검사합니다", en="check this file")))
    parser.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 냅니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    if options.name:
        return tell(_whole(chosen(options.name, options.on)), options.json)
    if not options.check:
        return tell({"packs": [_head(each.pack) for every in packs.shipped().values() for each in every]}, options.json)
    try:
        found = packs.read(Path(options.check).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, UnicodeDecodeError) as wrong:
        raise Trouble(ko=f"규칙 묶음으로 읽을 수 없습니다: {wrong}", en=f"This cannot be read as a rule pack: {wrong}") from wrong
    wrong_with_it = [problem.say(language.get()) for problem in problems(found)]
    for sentence in wrong_with_it:
        complain(sentence)
    tell({"code": found.code, "classes": len(found.classes), "problems": wrong_with_it}, options.json)
    return 1 if wrong_with_it else 0


def _head(found: Pack) -> dict[str, Any]:
    return {
        "code": found.code, "kind": found.kind, "edition": found.edition, "title": found.title.say(language.get()),
        "adopted_from": str(found.adopted_from) if found.adopted_from else None,
        "adopted_to": str(found.adopted_to) if found.adopted_to else None,
        "classes": len(found.classes), "duties": len(found.duties), "rows": len(rows(found)), "verified_by": found.verified_by or None,
    }  # fmt: skip


def _whole(found: Pack) -> dict[str, Any]:
    spoken, sentences = language.get(), pack_speech.spoken(found)
    return {
        **_head(found),
        "rows": [
            {"row": row.key, "about": sentences[row.key].about.say(spoken), "says": sentences[row.key].says.say(spoken),
             "certainty": row.certainty, "source": f"{found.sources[row.source].say(spoken)} [{row.source}]"}
            for row in rows(found)
        ],
        "not_here": [gap.label.say(spoken) for gap in found.gaps],
    }  # fmt: skip
