"""Storeys with more control areas than a rule pack in force there allows: as may be after another edition came into force, or a
figure was verified. Each of them would have the limits of a whole one."""

from collections import Counter
from dataclasses import dataclass

from squaremile.kernel.words import Text
from squaremile.safety.policies.verdicts import trusted
from squaremile.safety.reads import areas, rule_packs


@dataclass(frozen=True, slots=True)
class FullStorey:
    """One storey by one pack. `sure`: somebody has read the figure, so that no more areas are taken in."""

    building: Text
    storey: int
    pack: str
    areas: int
    most: int
    sure: bool


def too_full() -> list[FullStorey]:
    """By building and storey. Two statements."""
    found = areas.areas()
    packs = {each.pack.code: each.pack for each in rule_packs.held({code for area in found for code in area.packs})}
    counted = Counter((area.building, area.storey, code) for area in found for code in area.packs if code in packs)
    names = {area.building: area.building_name for area in found}
    made = []
    for (building, storey, code), count in sorted(counted.items()):
        floor = next((each for each in packs[code].floors if each.first <= storey <= each.last), None)
        if floor is not None and count > floor.areas:
            made.append(FullStorey(names[building], storey, code, count, floor.areas, trusted(floor.certainty)))
    return made
