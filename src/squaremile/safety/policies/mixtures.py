"""Mixtures: which components make sense, how people write them, and what they warn of.

A mixture is classed by its own flash and boiling point and by the classes on its own data sheet, never by its components: water
raises a flash point, and what is formed on mixing has a class of its own (GHS 1.3.2.3 and 2.6.4.2: tested data on the mixture
first; certainty K: not checked against their text). Where nothing of its own is known it is unclassified, and its components warn;
they warn on of what its own figures do not answer for, and of everything while its company alone has spoken.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from squaremile.kernel.words import Text
from squaremile.safety.policies.classing import ENTERED, LOOKED_AT, Part, Substance, classed
from squaremile.safety.policies.packs import Pack

MOST, WHOLE, PLACES = 60, Decimal(100), 4
"""Components of one mixture, per cent of it, and digits after the point."""
_CAS = re.compile(r"(?<![\d-])\d{2,7}-\d{2}-\d(?![\d-])")
_KEYS = {"component", "low", "high"}
_LINE = re.compile(r"(?P<what>.+?)[\s,:]+(?P<low>\d+(?:\.\d+)?)\s*%?\s*(?:[-–~]\s*(?P<high>\d+(?:\.\d+)?)\s*%?)?")
MadeOf = tuple[tuple[str, Decimal, Decimal], ...]
"""What each component is, by its CAS number or code, with its lowest and highest share."""
CONTAINS = Text(
    ko="{name:이가} {share} % 들어 있고, 이 성분만의 분류는 {hazard}입니다. 혼합물 자체도 그런지는 확인되지 않았으니 그 안전보건자료를 요청하십시오.",
    en="Contains {share} % of {name}, which by itself is {hazard}. Whether the mixture is so too is not confirmed: ask for its data sheet.")


class Unsound(ValueError):
    """Components that cannot be kept; says which, where it is one."""


@dataclass(frozen=True, slots=True)
class Share:
    """A component as it was written: its CAS number, code or name, and its share in per cent by weight."""

    what: str
    low: Decimal
    high: Decimal


def shares(said: Iterable[Any]) -> tuple[Share, ...]:
    """Components as people give them: `{component, low, high}`, `high` as `low` where it is left out. Raises Unsound: one
    component at least, shares above 0 and up to 100, the lowest not above the highest, and the lowest together within the whole."""
    found = []
    for each in said:
        if not isinstance(each, Mapping) or not set(each) <= _KEYS or not str(each.get("component", "")).strip():
            raise Unsound(str(each)[:80])
        what, low = str(each["component"]).strip()[:160], _percent(each, each.get("low"))
        high = low if each.get("high") in (None, "") else _percent(each, each["high"])
        if low > high:
            raise Unsound(_written(each))
        found.append(Share(what, low, high))
    if not 0 < len(found) <= MOST:
        raise Unsound("")
    if sum((share.low for share in found), Decimal(0)) > WHOLE:
        raise Unsound(f"{_number(sum((share.low for share in found), Decimal(0)))} %")
    return tuple(found)


def written(text: str) -> list[dict[str, str]]:
    """A list as it is pasted: one component a line or after a semicolon, its share after it (`64-17-5 60-70`). Of a name with a
    CAS number the number is taken. Raises Unsound."""
    made = []
    for line in filter(None, (part.strip() for part in re.split(r"[;\n]+", text))):
        found = _LINE.fullmatch(line)
        if found is None:
            raise Unsound(line[:80])
        number = _CAS.search(found["what"])
        made.append({"component": number[0] if number else found["what"], "low": found["low"], "high": found["high"] or found["low"]})
    return made


def made_of(components: Iterable[tuple[str, Decimal, Decimal]]) -> MadeOf:
    """Components by what each is, to be compared: in which order they are listed says nothing."""
    return tuple(sorted(components))


def line(what: str, low: Decimal, high: Decimal) -> str:
    """As `written` reads it."""
    return f"{what} {_number(low)}-{_number(high)}" if high != low else f"{what} {_number(low)}"


def share(low: Decimal, high: Decimal) -> str:
    """As it is shown, without the sign."""
    return f"{_number(low)}–{_number(high)}" if high != low else _number(low)


def warnings(rules: Pack, mixture: Substance) -> tuple[Text, ...]:
    """What the components of a mixture warn of in one pack: each that has a class of which nothing of the mixture's own is known.
    Classes that count, entered with their source, answer for all of them. A flash point answers for what it is the measure of
    and says nothing of an oxidiser or an acid; and what its company alone says answers for nothing until safety agrees."""
    own = classed(rules, mixture)
    if own.why in (ENTERED, LOOKED_AT):
        return ()
    answered = _by_flash(rules) if own.classes and not mixture.own and not own.unsure else frozenset()
    left = ((part, tuple(c for c in classed(rules, part.substance).classes if c not in answered)) for part in mixture.parts)
    return tuple(_warns(rules, part, classes) for part, classes in left if classes)


def _by_flash(rules: Pack) -> frozenset[str]:
    """The classes of a pack that a flash point decides."""
    return frozenset(filter(None, (code for rule in rules.liquids for code in (rule.hazard, rule.soluble))))


def _warns(rules: Pack, part: Part, classes: tuple[str, ...]) -> Text:
    labels = [rules.classes[code].label for code in classes]
    hazard = Text(
        ko=", ".join(f"{label.ko}({code})" for label, code in zip(labels, classes, strict=True)),
        en=", ".join(f"{label.en} ({code})" for label, code in zip(labels, classes, strict=True)),
    )
    return CONTAINS.fill({"name": part.name, "share": share(part.low, part.high), "hazard": hazard})


def _percent(each: Mapping[str, Any], said: Any) -> Decimal:
    try:
        value = Decimal(str(said).strip().removesuffix("%").strip())
    except InvalidOperation as wrong:
        raise Unsound(_written(each)) from wrong
    if not value.is_finite() or not 0 < value <= WHOLE or value != round(value, PLACES):
        raise Unsound(_written(each))
    return value


def _written(each: Mapping[str, Any]) -> str:
    return " ".join(str(each[key]) for key in ("component", "low", "high") if each.get(key) not in (None, ""))[:80]


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"
