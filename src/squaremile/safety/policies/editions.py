"""Which edition of a rule pack holds on a day: what somebody here has taken into force, else the law's own days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar


class Dated(Protocol):
    """Anything with the days of its law: the first, and the first on which it holds no more; None where nobody knows."""

    @property
    def adopted_from(self) -> date | None: ...
    @property
    def adopted_to(self) -> date | None: ...


D = TypeVar("D", bound=Dated)
E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Taken(Generic[E]):
    """An edition that somebody took into force from a day on, and when she said so."""

    since: date
    said_at: datetime
    edition: E


def by_law(day: date, editions: Sequence[D]) -> D | None:
    """The edition that holds on a day by its own dates: of several the one that began last. None where none holds."""
    holding = [e for e in editions if (e.adopted_from or date.min) <= day and (e.adopted_to is None or day < e.adopted_to)]
    return max(holding, key=lambda e: e.adopted_from or date.min, default=None)


def nearest(day: date, editions: Sequence[D]) -> D:
    """The same, but never none: before the first the first, in a hole or after the last whichever began last before the day."""
    found = by_law(day, editions)
    if found is not None:
        return found
    ordered = sorted(editions, key=lambda e: e.adopted_from or date.min)
    begun = [e for e in ordered if (e.adopted_from or date.min) <= day]
    return begun[-1] if begun else ordered[0]


def decided(day: date, taken: Iterable[Taken[E]]) -> Taken[E] | None:
    """What the decisions made here say of a day: of those that have begun the one that begins last, and of two that begin on
    the same day the one said last, so that a mistake is mended by saying it again."""
    begun = [each for each in taken if each.since <= day]
    return max(begun, key=lambda each: (each.since, each.said_at), default=None)
