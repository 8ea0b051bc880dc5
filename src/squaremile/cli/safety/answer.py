"""Packs by name, and answers as JSON or as lines."""

import json
from decimal import Decimal
from typing import Any

from squaremile.cli.terminal import Trouble, say
from squaremile.kernel.words import Text
from squaremile.safety.policies.packs import Pack, UnknownPack, codes, pack


def chosen(code: str) -> Pack:
    """A pack that comes with squaremile, or a sentence that says which do."""
    try:
        return pack(code)
    except UnknownPack as unknown:
        known = ", ".join(codes())
        raise Trouble(ko=f"그런 규칙 묶음이 없습니다: {code}. 있는 것: {known}", en=f"No such rule pack: {code}. There are: {known}") from unknown


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
