"""Figures of known clusters as others state them: each with its definition, the version of that definition, and how sure.

They are cited, not computed (but for those marked measured), and they are not comparable with each other unless their
definitions are: `comparable` says which are.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from squaremile.atlas.measures.showing import Shown
from squaremile.kernel.words import Text

FILE = Path(__file__).with_name("reference_figures.json")
CERTAINTIES = {
    "measured": Text(ko="우리가 다시 계산함", en="recomputed by us"),
    "stated": Text(ko="출처가 말함", en="stated by the source"),
    "recalled": Text(ko="다시 읽어야 함", en="recalled, to be read again"),
}


@dataclass(frozen=True, slots=True)
class Figure(Shown):
    """One cited figure. `year` is what it is about (None where the source does not say)."""

    id: str
    place: Text
    measure: Text
    value: float
    unit: Text
    year: int | None
    definition: Text
    definition_version: str
    source: str
    certainty: str


@cache
def reference_figures() -> tuple[Figure, ...]:
    """All of them, in the order of the file."""
    held = json.loads(FILE.read_text(encoding="utf-8"))
    texts = ("place", "measure", "unit", "definition")
    return tuple(Figure(**{name: Text(**v) if name in texts else v for name, v in row.items()}) for row in held["figures"])


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures measure the same, in one unit, by one version of a definition."""
    return (one.measure, one.unit, one.definition_version) == (other.measure, other.unit, other.definition_version)
