"""Stays of companies, from their licences: how long, still running or over, and since when the record is whole.

A company that left with everything cleared and came again has two stays, however soon it was back.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.residency.models import Departure, Licence, RecordBeginning
from squaremile.residency.policies.returning import stays_before
from squaremile.residency.policies.survival import Stay
from squaremile.residency.reads.days import day_of, end_of

GAP = timedelta(days=31)
"""Licences with no longer gap between them are one stay: a renewal is no departure."""


@dataclass(frozen=True, slots=True)
class Lived:
    """One stay of a company. `end` is None while it runs."""

    company: UUID
    start: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Stays:
    """All stays, the day from which every one is on record, and whether somebody said so."""

    lived: tuple[Lived, ...]
    whole_from: date
    said: bool

    def counted(self, now: datetime) -> list[Stay]:
        """As the estimate takes them: in days, seen from the day the record is whole; earlier ones that were over are out."""
        found = []
        for each in self.lived:
            lasted = ((each.end or now) - each.start).days
            entered = max(0, (self.whole_from - each.start.date()).days)
            if each.start < now and lasted > entered:
                found.append(Stay(float(lasted), each.end is not None, float(entered)))
        return found


def stays() -> Stays:
    """From licences in force and ended. Without a word on it, the record is whole from the day its first licence came in."""
    now = clock.now()
    rows = list(
        Licence.objects.filter(state__in=("in_force", "ended"), period__startswith__lte=now)
        .order_by("company_id", "period").values_list("company_id", "period", "state", "created_at")
    )
    said = RecordBeginning.objects.order_by("-said_at", "-id").first()
    first = min((created for *_rest, created in rows), default=now).date()
    left: dict[UUID, list[tuple[date, date]]] = defaultdict(list)
    exits = Departure.objects.filter(state="cleared").order_by("noticed_on").values_list("company_id", "noticed_on", "last_day")
    for company, noticed, last_day in exits:
        left[company].append((noticed, last_day))
    return Stays(tuple(_lived(rows, left, now)), said.whole_from if said else first, said is not None)


def _lived(
    rows: Iterable[tuple[UUID, Period, str, datetime]], left: Mapping[UUID, Sequence[tuple[date, date]]], now: datetime
) -> list[Lived]:
    """Licences of one company and one stay, taken together. A stay that was left ended with its last day at the latest."""
    lived: list[Lived] = []
    stay_of_last = 0
    for company, period, state, created in rows:
        exits = left.get(company, ())
        stay = stays_before(day_of(min(created, period.start)), (noticed for noticed, _last in exits))
        end = None if state == "in_force" else min(period.end, now)
        if stay < len(exits):
            last = max(end_of(exits[stay][1]), period.start)
            end = min(end or now, last) if last <= now else end
        before = lived[-1] if lived and lived[-1].company == company and stay_of_last == stay else None
        stay_of_last = stay
        if before and (before.end is None or period.start - before.end <= GAP):
            ends = None if before.end is None or end is None else max(before.end, end)
            lived[-1] = Lived(company, before.start, ends)
        else:
            lived.append(Lived(company, period.start, end))
    return lived
