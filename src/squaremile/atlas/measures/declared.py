"""What an indicator is, said once: the manual, the pages and the reports read it here."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure of the atlas.

    `formula` is plain text with the symbols explained in it; `source` the paper or statistical office that defines it;
    `tolerance` how near an independent computation must come; `disclosure` when the figure may not be shown.
    """

    code: str
    name: Text
    definition: Text
    formula: str
    unit: Text
    source: str
    tolerance: str
    disclosure: Text


indicators: dict[str, Indicator] = {}


def declare(indicator: Indicator) -> Indicator:
    """Enter it in the register. Raises ValueError where the code is taken."""
    if indicator.code in indicators:
        raise ValueError(f"indicator {indicator.code} is declared twice")
    indicators[indicator.code] = indicator
    return indicator


Measure = TypeVar("Measure", bound=Callable[..., Any])
measured_by: dict[str, list[str]] = {}
"""The code of an indicator → the functions that measure it, as module:name."""


def measures(*codes: str) -> Callable[[Measure], Measure]:
    """Say which indicators a function gives. The manual names it with them; a test asks that every code is declared."""

    def enter(function: Measure) -> Measure:
        for code in codes:
            measured_by.setdefault(code, []).append(f"{function.__module__}:{function.__qualname__}")
        return function

    return enter


def every() -> dict[str, Indicator]:
    """All indicators: every module of measures is read first. Those whose libraries are absent raise ImportError."""
    package = importlib.import_module(__name__.rpartition(".")[0])
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    return dict(sorted(indicators.items()))


COUNTS_OF_FIVE = Text(
    ko="다섯 곳(명)보다 적은 수에서 나온 값은 구간과 함께만 보이고, 공개 보고서에서는 가립니다.",
    en="Where it rests on fewer than five units it is shown only with its interval, and withheld from public reports.",
)
NOTHING_WITHHELD = Text(ko="가리지 않습니다.", en="Nothing is withheld.")
