"""What a gallery entry is: a component, and template source that uses it in four states."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

STATES = ("normal", "empty", "error", "long")
FOLDER = Path(__file__).resolve().parent / "samples"
_TWO = re.compile(r"\[\[(.*?)\|\|(.*?)\]\]", re.DOTALL)
_MARK = re.compile(r"^\{# (\w+) #\}\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """Template source with both languages in place: `[[Book||예약]]`."""

    state: str
    source: str

    def in_language(self, language: str) -> str:
        """The source with only that language's words."""
        return _TWO.sub(r"\1" if language == "en" else r"\2", self.source)


@dataclass(frozen=True)
class Component:
    """`name` is the file in `templates/cotton` and in `samples`; `says_…` tells in one line what it is for."""

    name: str
    says_en: str
    says_ko: str

    @cached_property
    def samples(self) -> tuple[Sample, ...]:
        """One sample for each state, in order; a state left out or unknown is an error."""
        _, *parts = _MARK.split((FOLDER / f"{self.name}.html").read_text(encoding="utf-8"))
        found = tuple(Sample(state, source.strip()) for state, source in zip(parts[::2], parts[1::2], strict=True))
        if tuple(sample.state for sample in found) != STATES:
            raise ValueError(f"samples of {self.name}: wanted {STATES}")
        return found
