"""`squaremile safety can-bring`: may this come into a room? Asked of what really stands there."""

import argparse
import json

from squaremile.cli import environment
from squaremile.cli.main import Parser
from squaremile.cli.terminal import both_sentences, complain, say
from squaremile.kernel.words import Text, language


def arguments(parser: Parser) -> None:
    parser.add_argument("--cas", required=True, metavar="SUBSTANCE", help=str(Text(
        ko="CAS 번호, 물질 코드 또는 이름", en="CAS number, code or name of the substance")))  # fmt: skip
    parser.add_argument("--amount", required=True, help=str(Text(ko='양과 단위, 예: "20 L"', en='amount with its unit, such as "20 L"')))
    parser.add_argument("--room", required=True, help=str(Text(ko="방 코드", en="code of the room")))
    parser.add_argument("--condition", choices=("storage", "closed", "open"), default="storage", help=str(Text(
        ko="저장, 밀폐 사용, 개방 사용", en="storage, closed use or open use")))  # fmt: skip
    parser.add_argument("--cabinet", action="store_true", help=str(Text(ko="승인된 보관함 안", en="in an approved cabinet")))
    parser.add_argument("--as", dest="email", metavar="EMAIL", help=str(Text(
        ko="이 사람의 권한으로 (없으면 설치 권한)", en="with this person's rights (else those of set-up)")))  # fmt: skip
    parser.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 냅니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    """Exit code 0 where there is an answer, whichever; 2 where the question was refused."""
    environment.enter()
    from squaremile.cli.commands.op import EXIT_REFUSED, entered
    from squaremile.core.problems import problem
    from squaremile.kernel.errors import SquaremileError
    from squaremile.safety import operations as safety

    try:
        with entered(options.email):
            found = safety.ask_to_bring(
                substance=options.cas, how_much=options.amount, place=options.room, condition=options.condition,
                in_cabinet=options.cabinet,
            )
    except SquaremileError as refusal:
        if options.json:
            say(json.dumps(problem(refusal), ensure_ascii=False, indent=2))
        else:
            complain(both_sentences(refusal.text, refusal.remedy.label if refusal.remedy else None))
        return EXIT_REFUSED
    if options.json:
        say(json.dumps({"answer": found.answer, "code": found.code, "state": found.state, **found.told}, ensure_ascii=False))
        return 0
    spoken = language.get()
    say(found.answer)
    for line in (*found.told["barred"], *found.told["sums"], *found.told["ways_out"]):
        say(f"  - {line[spoken]}")
    if found.told["unclassified"]:
        say(f"  ! {found.told['unclassified'][spoken]}")
    return 0
