"""`squaremile safety sum`: a list of substances added up, with every step shown."""

import argparse
from typing import Any

from squaremile.cli.main import Parser
from squaremile.cli.safety.answer import counting, laboratory, laboratory_arguments, tell
from squaremile.cli.safety.items import Told, items
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text, language
from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import Unreadable
from squaremile.safety.policies.sums import Summed, control_area, designated


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "--pack", required=True,
        help=str(Text(ko="규칙 묶음: kr-fire, us-ibc, nfpa-45", en="rule pack: kr-fire, us-ibc or nfpa-45")),
    )
    parser.add_argument(
        "--items", required=True, metavar="FILE",
        help=str(Text(
            ko="물질 목록(CSV): substance 또는 cas, amount, unit, state, class …",
            en="the list (CSV): substance or cas, amount, unit, state, class …"
        )),
    )
    parser.add_argument(
        "--floor", type=int, default=1,
        help=str(Text(ko="층(통제구역): 1은 입구 층", en="storey of the control area: 1 is the entrance floor")),
    )
    parser.add_argument(
        "--sprinklered", action="store_true",
        help=str(Text(ko="건물 전체에 스프링클러가 있음", en="sprinklers throughout the building")),
    )
    parser.add_argument(
        "--cabinet", action="store_true",
        help=str(Text(
            ko="승인된 보관함이 있음(cabinet 열이 어느 것이 그 안에 있는지 말함)",
            en="approved cabinets are there; the column cabinet says what stands in them"
        )),
    )
    laboratory_arguments(parser)
    parser.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 냅니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    rules = counting(options.pack, options.on)
    told = items(options.items, rules)
    try:
        if rules.kind == "designated_quantity":
            return tell(_designated(rules, told, designated(rules, [one.item for one in told])), options.json)
        found = control_area(
            rules, [one.item for one in told], floor=options.floor, sprinklered=options.sprinklered, cabinets=options.cabinet,
            lab=laboratory(options),
        )
    except (Unreadable, Unlimitable) as wrong:
        raise Trouble(ko=f"더할 수 없습니다: {wrong}", en=f"This cannot be added up: {wrong}") from wrong
    return tell(_control_area(rules, told, found), options.json)


def _designated(rules: Pack, told: list[Told], found: Summed) -> dict[str, Any]:
    spoken, threshold = language.get(), found.threshold
    why = {one.item.name: one.why.say(language.get()) for one in told}
    return {
        "pack": rules.code, "sum": found.multiple, "verdict": threshold.code if threshold else None,
        "says": threshold.label.say(spoken) if threshold else None, "at_least": bool(found.unclassified),
        "arithmetic": found.arithmetic.say(spoken),
        "items": [
            {"substance": line.name, "class": line.hazard, "amount": line.amount, "unit": line.unit,
             "designated_quantity": rules.classes[line.hazard].quantity, "multiple": line.multiple,
             "arithmetic": line.arithmetic, "why": why[line.name], "source": rules.classes[line.hazard].source,
             "certainty": rules.classes[line.hazard].certainty}
            for line in found.lines
        ],
        "unclassified": [{"substance": name, "why": why[name]} for name in found.unclassified],
        "certainty": found.certainty, "edition": rules.edition,
    }  # fmt: skip


def _control_area(rules: Pack, told: list[Told], found: Summed) -> dict[str, Any]:
    why = {one.item.name: one.why.say(language.get()) for one in told}
    return {
        "pack": rules.code,
        # Where something could not be counted, "not over" is not known.
        "over": found.over or (None if found.unclassified else False),
        "at_least": bool(found.unclassified), "arithmetic": found.arithmetic.say(language.get()),
        "sums": [
            {"class": each.hazard, "condition": each.condition, "total": each.total, "unit": each.limit.unit,
             "limit": each.limit.limit, "over": each.over, "percent": round(each.share, 4) if each.share is not None else None,
             "arithmetic": each.limit.arithmetic.say(language.get()), "source": each.limit.source, "certainty": each.limit.certainty}
            for each in found.checks
        ],
        "items": [
            {"substance": line.name, "class": line.hazard, "amount": line.amount, "unit": line.unit, "why": why[line.name],
             "by_rule": f"{rules.pounds_per_gallon} lb/gal" if line.by_rule else None}
            for line in found.lines
        ],
        "unclassified": [{"substance": name, "why": why[name]} for name in found.unclassified],
        "certainty": found.certainty, "edition": rules.edition,
    }  # fmt: skip
