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
from squaremile.safety.policies.sums import Summed, control_area, countable, designated


def arguments(parser: Parser) -> None:
    parser.add_argument(
        "--pack", required=True,
        help=str(Text(ko="규칙 묶음: kr-fire, us-ibc, nfpa-45", en="rule pack: kr-fire, us-ibc or nfpa-45")),
    )
    parser.add_argument(
        "--items", required=True, metavar="FILE",
        help=str(Text(
            ko="물질 목록(CSV): substance 또는 cas, amount, unit, state, class … 등급이 여럿이면 + 또는 |로 잇습니다(IB+corrosive)",
            en="the list (CSV): substance or cas, amount, unit, state, class, density …; several classes joined by + or | (IB+corrosive)"
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
        raise _named(rules, told, wrong) from wrong
    return tell(_control_area(rules, told, found), options.json)


def _named(rules: Pack, told: list[Told], wrong: Unreadable | Unlimitable) -> Trouble:
    """What cannot be added up, and which lines it is about: all that want a density, or another unit."""
    some = [one for one in told if one.item.classes and not countable(rules, one.item)] if isinstance(wrong, Unreadable) else []
    ko = " · ".join(f"{one.line}번째 줄 {one.item.name}" for one in some)
    en = "; ".join(f"line {one.line}, {one.item.name}" for one in some)
    return Trouble(
        ko=f"더할 수 없습니다: {ko}{': ' if some else ''}{wrong.text.ko}.",
        en=f"This cannot be added up: {en}{': ' if some else ''}{wrong.text.en}.",
    )


def _unclassified(told: list[Told]) -> list[dict[str, Any]]:
    return [
        {"line": one.line, "substance": one.item.name, "why": one.why.say(language.get())} for one in told if not one.item.classes
    ]  # fmt: skip


def _designated(rules: Pack, told: list[Told], found: Summed) -> dict[str, Any]:
    spoken, threshold = language.get(), found.threshold
    counted = [one for one in told if one.item.classes]  # one line each, in the order of the file
    return {
        "pack": rules.code, "sum": found.multiple, "verdict": threshold.code if threshold else None,
        "says": threshold.label.say(spoken) if threshold else None, "at_least": bool(found.unclassified),
        "arithmetic": found.arithmetic.say(spoken),
        "items": [
            {"line": one.line, "substance": line.name, "class": line.hazard, "amount": line.amount, "unit": line.unit,
             "designated_quantity": rules.classes[line.hazard].quantity, "multiple": line.multiple,
             "arithmetic": line.arithmetic, "why": one.why.say(spoken), "source": rules.classes[line.hazard].source,
             "certainty": rules.classes[line.hazard].certainty}
            for one, line in zip(counted, found.lines, strict=True)
        ],
        "unclassified": _unclassified(told),
        "certainty": found.certainty, "edition": rules.edition,
    }  # fmt: skip


def _control_area(rules: Pack, told: list[Told], found: Summed) -> dict[str, Any]:
    counted = [one for one in told for _hazard in dict.fromkeys(one.item.classes)]  # one line for each class
    return {
        "pack": rules.code,
        # Where something could not be counted, "not over" is not known.
        "over": found.over or (None if found.unclassified else False),
        "at_least": bool(found.unclassified), "arithmetic": found.arithmetic.say(language.get()),
        "sums": [
            {"class": each.hazard, "condition": each.condition, "outside": each.outside, "total": each.total, "unit": each.limit.unit,
             "limit": each.limit.limit, "over": each.over, "percent": round(each.share, 4) if each.share is not None else None,
             "arithmetic": each.limit.arithmetic.say(language.get()), "source": each.limit.source, "certainty": each.limit.certainty}
            for each in found.checks
        ],
        "items": [
            {"line": one.line, "substance": line.name, "class": line.hazard, "amount": line.amount, "unit": line.unit,
             "why": one.why.say(language.get()), "by_rule": f"{rules.pounds_per_gallon} lb/gal" if line.by_rule else None}
            for one, line in zip(counted, found.lines, strict=True)
        ],
        "unclassified": _unclassified(told),
        "certainty": found.certainty, "edition": rules.edition,
    }  # fmt: skip
