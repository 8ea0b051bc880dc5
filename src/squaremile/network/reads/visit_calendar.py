"""Stops as calendar entries: of a delegation, of one member, of the asker."""

from dataclasses import dataclass
from datetime import datetime

from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network.models import Delegation, DelegationMember, VisitStop
from squaremile.network.words import visits as words


@dataclass(frozen=True, slots=True)
class Entry:
    """One stop. `sequence` grows with every minute that it was moved by, so that the latest wins."""

    code: str
    title: Text
    start: datetime
    end: datetime
    place: str
    sequence: int


def entries(found: Delegation) -> list[Entry]:
    """The whole itinerary. One statement."""
    return [_entry(s) for s in VisitStop.objects.filter(delegation=found).select_related("place").order_by("period", "code")]


def member_entries(found: Delegation, member: str) -> list[Entry]:
    """What one member is expected at. Raises Missing. Two statements."""
    one = DelegationMember.objects.filter(delegation=found, code=member).first()
    if one is None:
        raise Missing(words.MEMBER_UNKNOWN)
    return [_entry(s) for s in VisitStop.objects.filter(people__member=one).select_related("place").order_by("period", "code")]


def my_entries() -> list[Entry]:
    """What the asker is expected at. One statement."""
    if (actor := require().actor) is None:
        return []
    rows = VisitStop.objects.filter(people__user_id=actor).exclude(delegation__state="cancelled")
    return [_entry(s) for s in rows.select_related("place").order_by("period", "code")]


def _entry(stop: VisitStop) -> Entry:
    place = ", ".join(x for x in (stop.place.name if stop.place else "", stop.room, stop.place.address if stop.place else "") if x)
    moved = abs((stop.period.start - stop.planned.start).total_seconds()) + abs((stop.period.end - stop.planned.end).total_seconds())
    return Entry(
        stop.code, Text(ko=stop.title_ko or stop.title_en, en=stop.title_en or stop.title_ko), stop.period.start, stop.period.end,
        place, int(moved // 60),
    )
