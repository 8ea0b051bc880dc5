"""What an approval stands on, so that it never lifts a limit and tells next to nothing.

Whether it still holds is judged by the exact sum, once it is used. What is compared is drawn when it is given: the amount
that was asked for and what the asker had then, whatever she brings or keeps now. One line against which the others' sum
lies on this side or on that (docs/safety/head-room.md); she cannot move it to find where they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import Unreadable
from squaremile.safety.policies.sums import Item
from squaremile.safety.policies.verdicts import MULTIPLE, Place, Which, checks, firm, totals, trusted


@dataclass(frozen=True, slots=True)
class Footing:
    """One check of one pack: what is added to it, what the asker has of it, and how much of that may block."""

    pack: str
    which: Which
    added: Fraction
    own: Fraction
    firm: Fraction


def footing(rules: Pack, place: Place, *, own: Sequence[Item], more: Item) -> list[Footing]:
    """Every check of a pack that grows by what comes; none where nothing can be counted."""
    try:
        added = totals(rules, [more], place)
        had, sure = totals(rules, own, place), totals(rules, firm(rules, own), place)
    except (Unreadable, Unlimitable):
        return []
    none = Fraction(0)
    return [Footing(rules.code, which, n, had.get(which, none), sure.get(which, none)) for which, n in added.items() if n]


def stands(then: Iterable[Footing], now: Iterable[Footing]) -> bool:
    """Whether an approval is still on its ground: the same checks grow by the same amounts, and the asker has no more of them."""
    before = {(each.pack, each.which): each for each in then}
    after = {(each.pack, each.which): each for each in now}
    return before.keys() == after.keys() and all(
        each.added == before[key].added and each.own <= before[key].own and each.firm <= before[key].firm
        for key, each in after.items()
    )


def over(rules: Pack, place: Place, then: Iterable[Footing], *, more: Item, others: Sequence[Item]) -> bool:
    """Whether it would go over a limit that may block. Raises nothing: where nothing can be counted, nothing blocks."""
    if not firm(rules, [more]):
        return False
    try:
        limits = _limits(rules, place, more)
        rest = totals(rules, firm(rules, others), place)
    except (Unreadable, Unlimitable):
        return False
    for each in then:
        if each.pack == rules.code and each.which in limits:
            most, total = limits[each.which], each.firm + each.added + rest.get(each.which, Fraction(0))
            if total > most or (total == most and each.which == MULTIPLE):
                return True
    return False


def _limits(rules: Pack, place: Place, more: Item) -> dict[Which, Fraction]:
    """The limits that may block. Where a duty begins it has begun at the multiple itself."""
    if rules.kind == "designated_quantity":
        top = max(rules.thresholds, key=lambda t: t.first)
        return {MULTIPLE: Fraction(top.first)} if trusted(top.certainty) else {}
    found = checks(rules, [more], place)
    return {c.which: Fraction(c.limit.limit) for c in found if c.limit.limit is not None and trusted(c.limit.certainty)}


def kept(area: str, every: Iterable[Footing]) -> dict[str, Any]:
    """As JSON keeps it, to the last digit."""
    return {"area": area, "checks": [[e.pack, *e.which, str(e.added), str(e.own), str(e.firm)] for e in every]}


def read(said: Mapping[str, Any]) -> tuple[str, list[Footing]]:
    """The same, from what was kept."""
    return said["area"], [
        Footing(pack, (hazard, condition, state, outside), Fraction(added), Fraction(own), Fraction(sure))
        for pack, hazard, condition, state, outside, added, own, sure in said["checks"]
    ]
