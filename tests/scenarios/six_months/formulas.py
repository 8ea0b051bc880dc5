"""A few functions of every spreadsheet program, worked out with exact fractions: it knows nothing of billing."""

import re
from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor
from typing import Any

TOKEN = re.compile(
    r'\s*(?:(?P<text>"[^"]*")|(?P<number>\d+(?:\.\d+)?%?)|(?P<ref>(?:[A-Z][a-z]+!)?\$?[A-Z]\$?\d+(?::\$?[A-Z]\$?\d+)?)'
    r"|(?P<name>[A-Z]+)(?=\()|(?P<sign><>|<=|>=|[-+*/=<>(),]))"
)
Value = Fraction | str
Book = dict[str, dict[str, Any]]
"""Sheet → cell → what was typed: a number, a text, or a formula that begins with `=`."""


def half_away(value: Fraction, digits: Fraction = Fraction(0)) -> Fraction:
    scale = Fraction(10) ** int(digits)
    whole = floor(abs(value) * scale + Fraction(1, 2)) / scale
    return whole if value >= 0 else -whole


def sumifs(sums: list[Value], *conditions: Any) -> Fraction:
    pairs = list(zip(conditions[::2], conditions[1::2], strict=True))
    return sum((Fraction(v) for n, v in enumerate(sums) if v != "" and all(r[n] == wanted for r, wanted in pairs)), Fraction(0))


def numbers(given: tuple[Any, ...]) -> list[Fraction]:
    flat = [each for one in given for each in (one if isinstance(one, list) else [one])]
    return [Fraction(each) for each in flat if not isinstance(each, str)]


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "SUM": lambda *given: sum(numbers(given), Fraction(0)), "MAX": lambda *given: max(numbers(given)), "MIN": lambda *given: min(numbers(given)),
    "ROUND": half_away, "INT": lambda value: Fraction(floor(value)), "SUMIFS": sumifs, "ABS": abs,
    "TRUNC": lambda value: Fraction(floor(abs(value))) * (1 if value >= 0 else -1),
    "CEILING": lambda value, step: ceil(value / step) * step, "FLOOR": lambda value, step: floor(value / step) * step,
    "LEFT": lambda text, n: text[:int(n)], "RIGHT": lambda text, n: text[len(text) - int(n):], "VALUE": Fraction,
    "IF": lambda holds, then, other: then if holds else other, "MATCH": lambda wanted, among, _: Fraction(among.index(wanted) + 1),
}  # fmt: skip
COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: a == b, "<>": lambda a, b: a != b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}  # fmt: skip


class Formulas:
    """`value(sheet, cell)` of a book, each cell worked out once."""

    def __init__(self, book: Book) -> None:
        self.book, self.known = book, dict[tuple[str, str], Value]()

    def value(self, sheet: str, cell: str) -> Value:
        if (sheet, cell) not in self.known:
            typed = self.book[sheet].get(cell, "")
            if isinstance(typed, str) and typed.startswith("="):
                self.known[sheet, cell] = _Reading(self, sheet, typed[1:]).all()
            else:
                self.known[sheet, cell] = typed if isinstance(typed, str) else Fraction(typed)
        return self.known[sheet, cell]


class _Reading:
    """One formula, read from left to right: comparison of sums of products."""

    def __init__(self, of: Formulas, sheet: str, formula: str) -> None:
        self.of, self.sheet, self.tokens, at = of, sheet, list[tuple[str, str]](), 0
        while at < len(formula):
            found = TOKEN.match(formula, at)
            assert found, f"{formula[at:]} of {formula} cannot be read"
            assert found.lastgroup
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            at = found.end()
        self.tokens.reverse()

    def all(self) -> Any:
        made = self.compared()
        assert not self.tokens, f"{self.tokens} is left over"
        return made

    def takes(self, *signs: str) -> str:
        return self.tokens.pop()[1] if self.tokens and self.tokens[-1][0] == "sign" and self.tokens[-1][1] in signs else ""

    def compared(self) -> Any:
        left = self.sums()
        return COMPARED[sign](left, self.sums()) if (sign := self.takes(*COMPARED)) else left

    def sums(self) -> Any:
        made = self.products()
        while sign := self.takes("+", "-"):
            other = self.products()
            made = made + other if sign == "+" else made - other
        return made

    def products(self) -> Any:
        made = self.one()
        while sign := self.takes("*", "/"):
            other = self.one()
            made = made * other if sign == "*" else made / other
        return made

    def one(self) -> Any:
        if self.takes("-"):
            return -self.one()
        if self.takes("("):
            made = self.compared()
            assert self.takes(")")
            return made
        kind, said = self.tokens.pop()
        if kind == "text":
            return said[1:-1]
        if kind == "number":
            return Fraction(said[:-1]) / 100 if said.endswith("%") else Fraction(said)
        return self.called(said) if kind == "name" else self.cells(said)

    def called(self, name: str) -> Any:
        assert self.takes("(")
        given = [self.compared()]
        while self.takes(","):
            given.append(self.compared())
        assert self.takes(")")
        return FUNCTIONS[name](*given)

    def cells(self, said: str) -> Any:
        sheet, _, cells = said.rpartition("!")
        first, _, last = cells.replace("$", "").partition(":")
        if not last:
            return self.of.value(sheet or self.sheet, first)
        assert first[0] == last[0], "ranges are of one column"
        return [self.of.value(sheet or self.sheet, f"{first[0]}{n}") for n in range(int(first[1:]), int(last[1:]) + 1)]
