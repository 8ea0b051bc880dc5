"""Biosafety: which rooms admit which agents, and what approves a protocol. Plain rules on plain values.

Two things decide where an agent may stand: the level of the room against what its risk group and its protocol ask for, and
what the room admits, as rooms that several companies share are kept for one kind of agent each.
"""

from dataclasses import dataclass
from datetime import date

KINDS = (
    "bacterium", "fungus", "virus", "parasite", "cell_line", "human_material", "animal", "plant", "nucleic_acid", "toxin",
)  # fmt: skip
LEVELS = (1, 2, 3, 4)
COMMITTEE_FROM = 2
"""From this level on a committee has to agree; below it the safety officer decides alone."""
KEPT_YEARS = 5
"""How long the book of what happened to an agent is kept."""

NO_LEVEL, LEVEL_LOW, KIND_BARRED, MODIFIED_BARRED = "no_level", "level_low", "kind_barred", "modified_barred"


@dataclass(frozen=True, slots=True)
class Admission:
    """What a room admits. `level` is None where nobody has declared one."""

    level: int | None
    kinds: frozenset[str] = frozenset()
    modified: bool = False


def level_needed(risk_group: int, protocol_level: int) -> int:
    """An agent of risk group n needs level n at least; its protocol may ask for more."""
    return max(risk_group, protocol_level)


def objections(kind: str, *, modified: bool, level: int, room: Admission) -> tuple[str, ...]:
    """What a room has against an agent that needs a level: nothing, or every reason."""
    if room.level is None:
        return (NO_LEVEL,)
    found = []
    if room.level < level:
        found.append(LEVEL_LOW)
    if kind not in room.kinds:
        found.append(KIND_BARRED)
    if modified and not room.modified:
        found.append(MODIFIED_BARRED)
    return tuple(found)


def agreed(level: int, *, seated: int, approving: int) -> bool:
    """May the officer approve? From level 2 on more than half of a committee that exists has to be for it."""
    return level < COMMITTEE_FROM or (seated > 0 and approving * 2 > seated)


def kept_until(day: date) -> date:
    """The last day for which a line of the book is kept: five years, counted from the day it tells of."""
    try:
        return day.replace(year=day.year + KEPT_YEARS)
    except ValueError:
        return day.replace(year=day.year + KEPT_YEARS, day=28)
