"""`squaremile network find`: who can help, in this cluster's own database.

With the rights of one person (`--as`), or, on the server's own terminal, with those of the server.
"""

import argparse
import json
from typing import TYPE_CHECKING, Any

from squaremile.cli.terminal import Trouble, say
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.network.reads.finding import Findings, Hit, WhoFound
KINDS = ("person", "lab", "company", "equipment")
SUBJECTS = {"person": "person", "lab": "lab", "company": "company"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", help=str(Text(ko="찾을 말이나 수요", en="what to look for, or a whole need")))
    says = Text(ko="답할 언어 (ko, en)", en="language of the answer (ko, en)")
    parser.add_argument("--lang", choices=("ko", "en"), default="", help=str(says))
    says = Text(ko="종류 (기본 person)", en="what is wanted (person)")
    parser.add_argument("--kind", choices=KINDS, default="person", help=str(says))
    says = Text(ko="몇 건까지 (기본 10)", en="how many at most (10)")
    parser.add_argument("--limit", type=int, default=10, metavar="N", help=str(says))
    says = Text(ko="이 사람이 볼 수 있는 것만 찾습니다(기본: 서버가 보는 것 모두)",
                en="find only what this person may see (all that the server sees)")  # fmt: skip
    parser.add_argument("--as", dest="email", default="", metavar="EMAIL", help=str(says))
    parser.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 답합니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    from squaremile.cli import environment
    from squaremile.kernel.words import language

    if options.limit < 1:
        raise Trouble(ko="--limit는 1 이상이어야 합니다.", en="--limit is 1 or more.")
    if options.lang:
        language.set(options.lang)
    environment.enter()
    from squaremile.cli.acting import as_person
    from squaremile.kernel.scope import scope, system
    from squaremile.network.reads.finding import Wanted, find

    asking = as_person(options.email) if options.email else scope(system("worker"))
    with asking as entered:
        if entered is None:
            raise Trouble(ko="그런 사람이 없거나 쓰지 않는 계정입니다.", en="There is no such active person.")
        found = find(options.question, Wanted(kind=options.kind), limit=options.limit)
    if not found.indexed:
        raise Trouble(
            ko="색인이 아직 없습니다. squaremile network index", en="There is no index yet. Run: squaremile network index"
        )
    answer = answered(options.question, options.kind, found, options.limit)
    if options.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        _tell(answer)
    return 0


def answered(question: str, kind: str, found: "Findings", limit: int) -> dict[str, Any]:
    """The answer as plain data: docs/matching.md describes it."""
    rows = [_who(each) for each in found.who.get(kind, ())[:limit]] if kind in SUBJECTS else [
        _hit(each) | {"score": round(each.score, 4)} for each in found.hits[:limit]
    ]
    return {
        "question": question, "kind": kind,
        "concepts": [{"ko": each.ko, "en": each.en} for each in found.concepts],
        "spelling": [{"typed": typed, "used": near} for typed, near in found.rescued.spelt] if found.rescued else [],
        "results": rows,
    }


def _who(found: "WhoFound") -> dict[str, Any]:
    who = found.who
    return {
        "code": who.code, "name_ko": who.name.ko, "name_en": who.name.en, "role": str(who.role) if who.role else None,
        "organisation": str(found.home) if found.home else None, "url": who.url, "score": round(found.score, 4),
        "concepts": [{"ko": each.ko, "en": each.en} for each in found.concepts],
        "evidence": [_hit(each) for each in found.evidence],
    }


def _hit(hit: "Hit") -> dict[str, Any]:
    return {
        "kind": hit.kind, "code": hit.code, "title": str(hit.title), "year": hit.year, "url": hit.url,
        "sentences": ["".join(piece.text for piece in quote.pieces) for quote in hit.quotes],
    }


def _tell(answer: dict[str, Any]) -> None:
    for number, row in enumerate(answer["results"], start=1):
        name = row.get("title") or (row["name_ko"] if Text(ko="ko", en="en").say() == "ko" else row["name_en"])
        say(f"{number:>3}. {name}  {row.get('organisation') or ''}  ({row['code']})")
        for piece in row.get("evidence", [])[:2]:
            say(f"       {piece['title']}")
    if not answer["results"]:
        say(Text(ko="찾은 것이 없습니다.", en="Nothing is found."))
