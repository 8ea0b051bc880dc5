"""Lengths and lists of lengths among the words of a command, wherever the file stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from squaremile.atlas.measures.squares.lengths import METRES, signed
from squaremile.cli.main import Parser
from squaremile.cli.terminal import Trouble

ONE = frozenset({"--side", "--radius", "--eps", "--max", "--max-radius"})
SEVERAL = frozenset({"--radii", "--curve"})
"""The options that take a length, and those that take a list of them, with commas or spaces between."""
_NUMBER = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_PIECE = re.compile(rf"({_NUMBER})\s*([A-Za-z가-힣]*)[\s,]*")


class LengthParser(Parser):
    """Reads "--radii 100 200 FILE", "--side 1 mile" and "--side -1mi" as they are meant."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        return super().parse_known_args(None if args is None else joined(args), namespace)


def joined(words: Sequence[str]) -> list[str]:
    """Each option of lengths and what belongs to it as one word; a word that is no length (a file) ends the list."""
    found: list[str] = []
    at = 0
    while at < len(words):
        option, at = words[at], at + 1
        if option == "--":
            return [*found, option, *words[at:]]
        end = at
        if option in ONE and end < len(words) and _lengths(words[end]):
            end += 1
            end += end < len(words) and _unit(words[end]) and bool(re.fullmatch(_NUMBER, words[end - 1].strip()))
        elif option in SEVERAL:
            while end < len(words) and (_lengths(words[end]) or (end > at and _unit(words[end]))):
                end += 1
        found.append(f"{option}={' '.join(words[at:end])}" if end > at else option)
        at = end
    return found


def lengths(said: str) -> list[tuple[str, float]]:
    """A list of lengths, each as it was written and in metres. A bare number is metres; beside units, only 0 may be bare."""
    pieces = _pieces(said)
    if not pieces:
        raise Trouble(
            f"거리는 숫자와 단위입니다: {said}. 예: --radii 0,100,200 또는 0,500m,1km",
            f"Radii are numbers, not {said}. For example: --radii 0,100,200 or 0,500m,1km",
        )
    if any(unit for _, unit in pieces) and any(not unit and float(number) for number, unit in pieces):
        raise Trouble(
            f"단위가 있는 거리와 없는 거리가 섞여 있습니다: {said}. 모두에 단위를 쓰거나 모두 빼십시오.",
            f"Some of these have a unit and some have none: {said}. Write the unit at each, or at none (metres).",
        )
    return [(number + unit, signed(number + unit)) for number, unit in pieces]


def _pieces(said: str) -> list[tuple[str, str]]:
    text = said.strip().lstrip(",").strip()
    found = [each.groups() for each in _PIECE.finditer(text)]
    whole = "".join(each.group() for each in _PIECE.finditer(text)) == text
    return [(n, u) for n, u in found] if whole and all(u.lower() in METRES for _, u in found) else []


def _lengths(word: str) -> bool:
    """Nothing but lengths and commas."""
    return not word.strip(" ,") or bool(_pieces(word))


def _unit(word: str) -> bool:
    return bool(word.strip(" ,")) and word.strip(" ,").lower() in METRES
