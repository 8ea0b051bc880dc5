"""What a gallery entry is: a component, and template source that uses it in four states."""

import re
from dataclasses import dataclass
from typing import Literal

State = Literal["normal", "empty", "error", "long"]
STATES: tuple[State, ...] = ("normal", "empty", "error", "long")
_TWO = re.compile(r"\[\[(.*?)\|\|(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sample:
    """Template source with both languages in place: `[[Book||예약]]`."""

    state: State
    source: str

    def in_language(self, language: str) -> str:
        """The source with only that language's words."""
        return _TWO.sub(r"\1" if language == "en" else r"\2", self.source)


@dataclass(frozen=True, slots=True)
class Component:
    """`name` is the file in `templates/cotton`; `says` tells in one line what it is for."""

    name: str
    says_en: str
    says_ko: str
    samples: tuple[Sample, ...]


def component(name: str, says_en: str, says_ko: str, *, normal: str, empty: str, error: str, long: str) -> Component:
    """An entry with all four states, none forgotten."""
    sources: dict[State, str] = {"normal": normal, "empty": empty, "error": error, "long": long}
    return Component(name, says_en, says_ko, tuple(Sample(state, sources[state]) for state in STATES))
