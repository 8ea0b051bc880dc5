"""Values in the text of a rule pack, each of the kind that it has to be: what somebody hands in may hold anything."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from squaremile.kernel.words import Text

MOST = Decimal(10) ** 12
"""No figure of a law is as large, and nothing that is counted with one grows without bounds."""


def number(value: Any) -> Decimal:
    """Raises TypeError or ValueError for what is no plain number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"{value!r} is no number")
    figure = Decimal(value)
    if not figure.is_finite() or abs(figure) > MOST or (figure and abs(figure) < 1 / MOST):
        raise ValueError("a number is none that a law could have")
    return figure


def figure(value: Any) -> Decimal | None:
    """A number, or None where there is none."""
    return None if value is None else number(value)


def whole(value: Any) -> int:
    """Raises TypeError for what is no whole number."""
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > MOST:
        raise TypeError(f"{value!r} is no whole number")
    return value


def word(value: Any) -> str:
    """Raises TypeError for what is no text."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def label(found: Mapping[str, Any], before: str = "") -> Text:
    """A name in both languages, whose keys may begin with something."""
    return Text(ko=word(found[f"{before}ko"]), en=word(found[f"{before}en"]))


def traced(found: Mapping[str, Any]) -> tuple[str, str]:
    """Certainty and source of a row; blank where it has none, which the linter tells with the row's name."""
    return word(found.get("certainty", "")), word(found.get("source", ""))
