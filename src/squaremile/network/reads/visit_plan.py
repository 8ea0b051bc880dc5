"""A visit as its rules need it: days, terms, ways, wishes and stops as plain values, in the clock of the place visited."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.network.models import (
    Delegation,
    DelegationMember,
    HostWindow,
    PartyDay,
    VisitParty,
    VisitPlace,
    VisitStop,
    VisitWay,
    VisitWish,
)
from squaremile.network.policies import clashes
from squaremile.network.policies.itinerary import DAY, Day, Terms, Wish
from squaremile.network.policies.travel import Spot, Travel

QUARTER = 15
LUNCH_FROM, LUNCH_UNTIL = 690, 810
"""A meal begins between 11:30 and 13:30, where the day's hours allow it."""


def zone_of(delegation: Delegation) -> ZoneInfo:
    return ZoneInfo(delegation.time_zone)


def home_zone() -> ZoneInfo:
    """The clock at home: of the cluster."""
    return ZoneInfo(settings.TIME_ZONE)


def minute_of(moment: datetime, delegation: Delegation) -> int:
    """Minutes on the wall clock since the midnight that the visit's first day begins with."""
    local = moment.astimezone(zone_of(delegation))
    return (local.date() - delegation.starts_on).days * DAY + local.hour * 60 + local.minute


def moment_of(minute: int, delegation: Delegation) -> datetime:
    """The moment that shows so many minutes on the wall clock since the first midnight."""
    day = delegation.starts_on + timedelta(days=minute // DAY)
    return datetime.combine(day, time(minute % DAY // 60, minute % 60), zone_of(delegation))


def days_of(delegation: Delegation) -> tuple[date, ...]:
    count = (delegation.ends_on - delegation.starts_on).days + 1
    return tuple(delegation.starts_on + timedelta(days=n) for n in range(count))


def travel(delegation: Delegation, places: Sequence[VisitPlace]) -> Travel:
    """Ways between the places of a visit. One statement."""
    ways = VisitWay.objects.filter(origin__delegation=delegation).select_related("origin", "target")
    return Travel(
        entered={(w.origin.code, w.target.code): w.minutes for w in ways},
        spots={
            p.code: Spot(float(p.latitude), float(p.longitude))
            for p in places if p.latitude is not None and p.longitude is not None
        },
        detour=delegation.detour_percent / 100, kmh=delegation.speed_kmh,
    )


def terms(delegation: Delegation) -> Terms:
    """What its days allow. Four statements."""
    places = list(VisitPlace.objects.filter(delegation=delegation))
    base = next((p.code for p in places if p.base), "")
    opens = delegation.day_start.hour * 60 + delegation.day_start.minute
    closes = delegation.day_end.hour * 60 + delegation.day_end.minute
    lunch = delegation.lunch_minutes
    first, last = max(opens, LUNCH_FROM), min(closes - lunch, LUNCH_UNTIL)
    days = tuple(
        Day(n * DAY + opens, n * DAY + closes, lunch if first <= last else 0, n * DAY + first, n * DAY + max(first, last))
        for n in range(len(days_of(delegation)))
    )
    ranks = DelegationMember.objects.filter(delegation=delegation, rank__gt=0).values_list("rank", flat=True)
    return Terms(
        days, travel(delegation, places), delegation.most_meetings, delegation.rest_minutes, base, QUARTER, tuple(sorted(ranks)),
        tuple(VisitParty.objects.filter(delegation=delegation).order_by("id").values_list("code", flat=True)),
    )


def wishes(delegation: Delegation) -> list[Wish]:
    """What is wanted, with the times when hosts are free; a host of whom nothing is known is free all days."""
    found = VisitWish.objects.filter(delegation=delegation).select_related("host", "place", "party").order_by("id")
    together = party_days(delegation)
    windows: dict[object, list[tuple[int, int]]] = {}
    for window in HostWindow.objects.filter(wish__delegation=delegation).order_by("period"):
        span = (minute_of(window.period.start, delegation), minute_of(window.period.end, delegation))
        windows.setdefault(window.wish_id, []).append(span)
    whole = ((0, len(days_of(delegation)) * DAY),)
    return [
        Wish(
            w.code, w.minutes, _on_days(windows.get(w.id, whole), together.get(w.party.code, ()) if w.party else None), w.priority,
            w.place.code if w.place else "", w.host.rank if w.equal_rank and w.host else 0, w.party.code if w.party else "",
        )
        for w in found
    ]


def party_days(delegation: Delegation) -> dict[str, tuple[int, ...]]:
    """On which days of the visit (0 is the first) anybody goes with a party, by its code. One statement."""
    found: dict[str, set[int]] = {}
    for code, day in PartyDay.objects.filter(party__delegation=delegation).values_list("party__code", "day"):
        found.setdefault(code, set()).add((day - delegation.starts_on).days)
    return {code: tuple(sorted(days)) for code, days in found.items()}


def _on_days(windows: Sequence[tuple[int, int]], days: Sequence[int] | None) -> tuple[tuple[int, int], ...]:
    """What of these spans lies on these days; all of it where no days are named."""
    if days is None:
        return tuple(windows)
    cut = ((max(opens, day * DAY), min(closes, (day + 1) * DAY)) for opens, closes in windows for day in days)
    return tuple((opens, closes) for opens, closes in cut if opens < closes)


def clash_list(delegation: Delegation, stops: Sequence[VisitStop]) -> tuple[clashes.Clash, ...]:
    """What is wrong with the stops (read with place, wish, host and people)."""
    zone = zone_of(delegation)
    asked = terms(delegation)
    windows: dict[object, list[tuple[datetime, datetime]]] = {}
    for window in HostWindow.objects.filter(wish__delegation=delegation):
        windows.setdefault(window.wish_id, []).append((window.period.start, window.period.end))
    plain = [
        clashes.Stop(
            s.code, s.kind, s.period.start, s.period.end, s.period.start.astimezone(zone).date(),
            s.place.code if s.place else "", s.room, frozenset(str(p) for p in s.people.all()),
            s.wish.host.rank if s.wish and s.wish.host and s.wish.equal_rank else 0, tuple(windows.get(s.wish_id, ())),
        )
        for s in stops
    ]
    bounds = {
        day: (datetime.combine(day, delegation.day_start, zone), datetime.combine(day, delegation.day_end, zone))
        for day in days_of(delegation)
    }
    meals = bool(delegation.lunch_minutes)
    return clashes.clashes(plain, asked.travel, clashes.Bounds(bounds, delegation.most_meetings, asked.ranks, meals))


def stops_of(delegation: Delegation) -> list[VisitStop]:
    """Its stops in order, with everything that rows and clashes need. Two statements."""
    return list(
        VisitStop.objects.filter(delegation=delegation).select_related("place", "party", "wish__host__partner", "wish__partner")
        .prefetch_related("people__member", "people__person").order_by("period", "code")
    )
