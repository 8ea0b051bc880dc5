"""How a place stands at a moment: free, held or occupied, since when, and from when it is free again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from squaremile.kernel.period import Period
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Stay:
    """One occupancy as the asker may see it: `holder` and `code` are empty where it is not hers to know."""

    period: Period
    moved_in: datetime | None = None
    code: str = ""
    holder: Text | None = None
    mine: bool = False
    whose: UUID | None = None
    """Key of the holder, where it is the asker's to know."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`stay` is the one that counts now, or else the next to come. `free_from` is None where nothing is in the way."""

    state: str
    stay: Stay | None = None
    free_from: datetime | None = None


FREE = Standing("free")


def standing(stays: Iterable[Stay], at: datetime) -> Standing:
    """How the place stands at `at`. A place that is empty today but kept for someone coming is held, not free."""
    ahead = sorted((stay for stay in stays if stay.period.end > at), key=lambda stay: stay.period.start)
    if not ahead:
        return FREE
    first = ahead[0]
    inside = first.period.contains(at)
    occupied = inside and first.moved_in is not None and first.moved_in <= at
    return Standing("occupied" if occupied else "held", first, _free_from(ahead))


def _free_from(ahead: Sequence[Stay]) -> datetime:
    """The end of the unbroken run of stays that begins with the first."""
    end = ahead[0].period.end
    for stay in ahead[1:]:
        if stay.period.start > end:
            break
        end = max(end, stay.period.end)
    return end


@dataclass(frozen=True, slots=True)
class Occupation:
    """How many of the places that can be rented are taken: the share always goes with its base."""

    rentable: int = 0
    occupied: int = 0
    held: int = 0

    @property
    def free(self) -> int:
        return self.rentable - self.occupied - self.held

    @property
    def percent(self) -> int | None:
        """Occupied of rentable, in whole percent, rounded half up; None where nothing can be rented."""
        return (self.occupied * 200 + self.rentable) // (self.rentable * 2) if self.rentable else None


def occupation(states: Iterable[str]) -> Occupation:
    """From the states of the rentable places, one each."""
    counted = list(states)
    return Occupation(len(counted), counted.count("occupied"), counted.count("held"))
