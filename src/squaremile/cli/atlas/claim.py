"""`squaremile atlas claim`: k of N, counted from its members, with definition, precision and what would refute it."""

import argparse
from pathlib import Path

from squaremile.cli.terminal import say
from squaremile.kernel.words import Text

_STATES = {"yes": Text(ko="예", en="yes"), "no": Text(ko="아니요", en="no"), "unknown": Text(ko="모름", en="unknown")}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.json", help=str(Text(ko="주장과 대상", en="the claim and its members")))
    says = Text(ko="JSON 하나를 표준 출력에 씁니다", en="print one JSON object to standard output")
    parser.add_argument("--json", action="store_true", help=str(says))


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.policies.claims import claim_from
    from squaremile.atlas.policies.precision import NAMES
    from squaremile.cli.atlas.documents import read_document
    from squaremile.cli.atlas.tables import answer

    found = claim_from(read_document(options.file))
    if options.json:
        answer(found, True)
        return 0
    say(found.claim)
    say(found.sentence)
    say(Text(ko=f"정의: {found.definition.ko}", en=f"Definition: {found.definition.en}"))
    needed = NAMES[found.precision]
    say(Text(ko=f"필요한 위치 정밀도: {needed.ko}", en=f"Precision of place needed: {needed.en}"))
    for each in found.refuted_by:
        say(Text(ko=f"이 주장이 틀리게 되는 경우: {each.ko}", en=f"What would refute it: {each.en}"))
    for member in found.members:
        why = f" — {member.why}" if member.why else ""
        evidence = f"{member.source}, {member.date}" if member.date else "–"
        say(f"  {_STATES[member.counted]}  {member.name}  ({evidence}){why}")
    return 0
