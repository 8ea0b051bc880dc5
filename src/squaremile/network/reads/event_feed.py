"""What a person's calendar shows of events: those she goes to, and her meetings there."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.network.models import Meeting, Participant, Profile, SeatHolder

BACK = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry."""

    code: str
    sequence: int
    start: datetime
    end: datetime
    changed_at: datetime
    summary: Text
    place: Text | None
    url: str


def mine() -> list[Appointment]:
    """The asker's seats and meetings, three months back."""
    me, since = require().actor, clock.now() - BACK
    seats = SeatHolder.objects.filter(person_id=me, seat__state="going", event__period__endswith__gt=since)
    found = [
        Appointment(
            h.event.code, h.event.sequence, h.event.period.start, h.event.period.end, h.event.changed_at, h.event.named,
            both(h.event.where_ko, h.event.where_en), f"/network/events/{h.event.code}/",
        )
        for h in seats.exclude(event__state="cancelled").select_related("event").order_by("event__period")
    ]
    # The other's own row is hers alone: only her profile is read.
    parts = Participant.objects.filter(user_id=me)  # type: ignore[misc]
    meetings = Meeting.objects.filter(
        Q(first__in=parts.values("id")) | Q(second__in=parts.values("id")), state__in=("planned", "held"), slot__period__endswith__gt=since
    ).select_related("slot", "table", "event").order_by("slot__period")
    own = set(parts.values_list("id", flat=True))
    sides = {side for m in meetings for side in (m.first_id, m.second_id)} - own
    names = {p.participant_id: both(p.name_ko, p.name_en) for p in Profile.objects.filter(participant__in=sides)}
    for m in meetings:
        name = names[m.second_id if m.first_id in own else m.first_id]
        found.append(Appointment(
            m.code, 0, m.slot.period.start, m.slot.period.end, m.made_at,
            Text(ko=f"{m.event.named.ko}: {name.ko}", en=f"{m.event.named.en}: {name.en}"),
            Text(ko=f"테이블 {m.table.number}", en=f"Table {m.table.number}"), f"/network/meetings/{m.code}/",
        ))  # fmt: skip
    return found
