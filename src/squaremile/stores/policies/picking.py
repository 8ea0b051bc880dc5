"""Which lots a number of packages comes from: what expires first goes first (FEFO)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class OnShelf(Generic[K]):
    """So many of one lot; `good_until` None where it does not expire."""

    lot: K
    on_hand: int
    good_until: date | None


def usable(shelf: OnShelf[K], day: date) -> bool:
    """May it still be taken on that day? The last day counts."""
    return shelf.on_hand > 0 and (shelf.good_until is None or shelf.good_until >= day)


def pick(shelves: Iterable[OnShelf[K]], wanted: int, day: date) -> list[tuple[K, int]] | None:
    """Lots with how many of each, first expiring first; None where there are not so many. Nothing wanted picks nothing."""
    found: list[tuple[K, int]] = []
    left = wanted
    for shelf in sorted((s for s in shelves if usable(s, day)), key=lambda s: (s.good_until is None, s.good_until or day)):
        if left == 0:
            break
        part = min(left, shelf.on_hand)
        found.append((shelf.lot, part))
        left -= part
    return found if left == 0 else None
