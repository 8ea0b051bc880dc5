"""`squaremile safety limit`: the most that one control area may hold, with the sum behind it."""

import argparse

from squaremile.cli.main import Parser
from squaremile.cli.safety.answer import counting, laboratory, laboratory_arguments, tell
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text, language
from squaremile.safety.policies.lab_units import most
from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.packs import CONDITIONS, STATES


def arguments(parser: Parser) -> None:
    parser.add_argument("--pack", default="us-ibc", help=str(Text(ko="규칙 묶음", en="rule pack")))
    parser.add_argument(
        "--class", dest="hazard", required=True, metavar="CLASS",
        help=str(Text(ko="위험 등급, 예: flammable-IB", en="hazard class, such as flammable-IB")),
    )
    parser.add_argument(
        "--floor", type=int, required=True,
        help=str(Text(ko="층: 1은 입구 층, -1은 지하 1층", en="storey: 1 is the entrance floor, -1 the first below it")),
    )
    parser.add_argument(
        "--sprinklered", action="store_true",
        help=str(Text(ko="건물 전체에 스프링클러가 있음", en="sprinklers throughout the building")),
    )
    parser.add_argument(
        "--cabinet", action="store_true",
        help=str(Text(ko="모두 승인된 보관함 안에 있음", en="all of it in approved cabinets")),
    )
    parser.add_argument(
        "--condition", choices=CONDITIONS, default="storage",
        help=str(Text(ko="저장, 밀폐 사용, 개방 사용", en="storage, closed use or open use")),
    )
    parser.add_argument(
        "--state", choices=STATES, default="",
        help=str(Text(ko="상태: 등급에 여러 수치가 있을 때", en="state, where the class has several figures")),
    )
    laboratory_arguments(parser)
    parser.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 냅니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    rules = counting(options.pack, options.on)
    hazard = rules.find(options.hazard)
    if hazard is None:
        known = ", ".join(rules.classes)
        raise Trouble(
            ko=f"{rules.code}에 그런 등급이 없습니다: {options.hazard}. 있는 것: {known}",
            en=f"{rules.code} has no such class: {options.hazard}. It has: {known}",
        )
    try:
        found = most(
            rules, hazard, floor=options.floor, sprinklered=options.sprinklered, cabinet=options.cabinet,
            condition=options.condition, state=options.state, lab=laboratory(options),
        )
    except Unlimitable as wrong:
        raise Trouble(ko=f"한도를 낼 수 없습니다: {wrong.text.ko}.", en=f"There is no such limit: {wrong.text.en}.") from wrong
    spoken = language.get()
    return tell({
        "limit": found.limit, "unit": found.unit, "arithmetic": found.arithmetic.say(spoken),
        "source": f"{rules.edition}: {rules.sources[found.source].say(spoken)} [{found.source}]", "certainty": found.certainty,
        "unlimited": found.limit is None, "reason": found.reason.say(spoken) if found.reason else None,
        "class": found.hazard, "condition": found.condition, "floor": options.floor, "control_areas": found.areas or None,
        "verified": found.verified and bool(rules.verified_by), "pack": rules.code,
    }, options.json)
