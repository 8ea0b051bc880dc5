"""Packs by name, and answers as JSON or as lines."""

import argparse
import json
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from squaremile.cli.main import Parser
from squaremile.cli.terminal import Trouble, say
from squaremile.kernel.words import Text
from squaremile.safety.policies import packs
from squaremile.safety.policies.editions import by_law
from squaremile.safety.policies.lab_units import Lab
from squaremile.safety.policies.packs import Pack, shipped


def chosen(code: str, day: str = "") -> Pack:
    """A pack that comes with squaremile, in the edition of a day (the latest where none is said), or a sentence that says
    which there are."""
    found = shipped().get(code)
    if found is None:
        known = ", ".join(shipped())
        raise Trouble(ko=f"그런 규칙 묶음이 없습니다: {code}. 있는 것: {known}", en=f"No such rule pack: {code}. There are: {known}")
    if not day:
        return found[-1].pack
    try:
        held = by_law(date.fromisoformat(day), [each.pack for each in found])
    except ValueError as wrong:
        raise Trouble(ko=f"날짜를 읽을 수 없습니다: {day}. 예: 2025-08-07", en=f"This is no day: {day}. Write it like 2025-08-07") from wrong
    if held is None:
        raise Trouble(ko=f"{day}에는 {code}의 어느 판도 시행되지 않습니다.", en=f"No edition of {code} holds on {day}.")
    return held


def counting(code: str, day: str = "") -> Pack:
    """The same for who counts amounts: packs of duties alone are refused."""
    found = chosen(code, day)
    if not found.counts:
        known = ", ".join(packs.counting())
        raise Trouble(
            ko=f"{code}에는 양의 한도가 없고 의무만 있습니다. 한도가 있는 것: {known}",
            en=f"{code} holds duties and no limits of amounts. Limits are in: {known}",
        )
    return found


def laboratory(options: argparse.Namespace) -> Lab:
    """The laboratory unit that was described."""
    try:
        size = None if options.square_feet is None else Decimal(options.square_feet.replace(",", ""))
    except InvalidOperation as wrong:
        raise Trouble(ko=f"면적을 읽을 수 없습니다: {options.square_feet}", en=f"This is no area: {options.square_feet}") from wrong
    if size is not None and not (size.is_finite() and size > 0):
        raise Trouble(ko="면적은 0보다 커야 합니다.", en="An area is above 0.")
    return Lab(options.lab_unit.strip().upper(), size, options.teaching)


def laboratory_arguments(parser: Parser) -> None:
    """What a pack of laboratory units has to know."""
    parser.add_argument(
        "--lab-unit", default="", metavar="A|B|C|D",
        help=str(Text(ko="실험 단위의 화재 위험 등급(nfpa-45)", en="fire hazard class of the laboratory unit (nfpa-45)")),
    )
    parser.add_argument(
        "--square-feet", metavar="N", help=str(Text(ko="실험 단위의 면적, 제곱피트(nfpa-45)", en="floor area of the laboratory unit (nfpa-45)"))
    )
    parser.add_argument("--teaching", action="store_true", help=str(Text(ko="교육용 실험실(nfpa-45)", en="a teaching laboratory (nfpa-45)")))
    day_argument(parser)


def day_argument(parser: Parser) -> None:
    """Of which day the edition is."""
    says = Text(ko="이 날의 판, 예: 2025-08-07", en="the edition of a day, such as 2025-08-07")
    parser.add_argument("--on", default="", metavar="DAY", help=str(says))


def plain(value: Any) -> Any:
    """For JSON: exact numbers as numbers, two-language texts as both."""
    if isinstance(value, Text):
        return {"ko": value.ko, "en": value.en}
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value


def tell(found: dict[str, Any], as_json: bool) -> int:
    """Print the answer: JSON with everything, or lines in the language of the terminal."""
    if as_json:
        say(json.dumps(plain(found), ensure_ascii=False))
        return 0
    for key, value in found.items():
        if isinstance(value, list):
            say(f"{key}:")
            for one in value:
                say("  - " + (", ".join(f"{k} {_short(v)}" for k, v in one.items()) if isinstance(one, dict) else str(one)))
        else:
            say(f"{key}: {_short(value)}")
    return 0


def _short(value: Any) -> str:
    return "-" if value is None else str(value) if isinstance(value, Text | str) else str(plain(value))
