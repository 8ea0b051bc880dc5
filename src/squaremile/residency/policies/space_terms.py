"""What needs for space are said in: kinds of place, classes of hazard with their unit, and what a company may ask."""

from collections.abc import Mapping

from squaremile.kernel.words import Text

KINDS = ("bench", "desk", "bay", "suite", "room")
"""Kinds of place that a company needs a number of."""
HAZARDS = {
    "flammable": Text(ko="인화성 액체 (L)", en="Flammable liquids (L)"),
    "oxidising": Text(ko="산화성 물질 (kg)", en="Oxidising substances (kg)"),
    "toxic": Text(ko="독성 물질 (kg)", en="Toxic substances (kg)"),
    "corrosive": Text(ko="부식성 액체 (L)", en="Corrosive liquids (L)"),
    "gas": Text(ko="고압가스 (m³)", en="Compressed gases (m³)"),
}
"""Classes that control areas are limited in, each with its unit; amounts are whole units, rounded up."""
BIOSAFETY = "biosafety"
LIMITS = {**HAZARDS, BIOSAFETY: Text(ko="생물안전등급 (1~4)", en="Biosafety level (1 to 4)")}
"""What a place may be limited in: a class of hazard on a control area, or the biosafety level of a room or area."""
MOST = 400
"""Places, or units of a hazard in thousands: more is a slip of the hand."""
URGENCY = (1, 9)


def counts(asked: Mapping[str, object]) -> dict[str, int] | None:
    """How many of which kind, without the noughts; None where a kind is unknown or a number unfit."""
    return _whole(asked, KINDS, MOST)


def amounts(asked: Mapping[str, object]) -> dict[str, int] | None:
    """How much of which class, without the noughts; None where a class is unknown or a number unfit."""
    return _whole(asked, tuple(HAZARDS), MOST * 1000)


def limits(asked: Mapping[str, object]) -> dict[str, int] | None:
    """The most of which class; a nought is said: none of it."""
    found = _whole(asked, tuple(LIMITS), MOST * 1000, noughts=True)
    return None if found is None or not 1 <= found.get(BIOSAFETY, 1) <= 4 else found


def _whole(asked: Mapping[str, object], known: tuple[str, ...], most: int, *, noughts: bool = False) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for name, number in asked.items():
        if name not in known or isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= most:
            return None
        if number or noughts:
            found[name] = number
    return found
