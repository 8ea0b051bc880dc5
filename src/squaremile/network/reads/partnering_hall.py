"""A partnering event as the timetable's policy takes it: people, slots, tables, wishes, who is away."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from squaremile.network.models import Engagement, Meeting, MeetingRequest, MeetingSlot, MeetingTable, Participant
from squaremile.network.policies.partnering import Hall, Wish

WEIGHTS = {1: 1, 2: 2, 3: 4}
"""What a wish is worth by its priority."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The problem, and what its numbers stand for."""

    hall: Hall
    people: list[UUID]
    requests: list[UUID]
    starts: list[datetime]

    def day_of(self, zone: ZoneInfo) -> tuple[int, ...]:
        """The civil day of each slot."""
        return tuple(start.astimezone(zone).toordinal() for start in self.starts)


def draw(event: UUID) -> Drawn:
    """Accepted requests without a fixed meeting; fixed meetings and absences as they are."""
    people = list(Participant.objects.filter(event=event, state="registered").order_by("id").values_list("id", flat=True))
    slots = list(MeetingSlot.objects.filter(event=event).order_by("number"))
    number, place = {p: n for n, p in enumerate(people)}, {s.id: n for n, s in enumerate(slots)}
    kept = Meeting.objects.filter(event=event).exclude(state="cancelled").exclude(state="planned", fixed=False)
    kept_rows = list(kept.values_list("id", "request_id", "slot_id"))
    fixed, settled = {row[0] for row in kept_rows}, {row[1] for row in kept_rows}
    requests = [
        r for r in MeetingRequest.objects.filter(event=event, state="accepted").order_by("id")
        if r.id not in settled and r.asker_id in number and r.asked_id in number
    ]
    engaged = Engagement.objects.filter(participant__event=event, live=True)
    away = frozenset(
        (number[person], place[slot]) for person, slot, meeting in engaged.values_list("participant", "slot", "meeting")
        if (meeting is None or meeting in fixed) and person in number
    )
    hall = Hall(
        len(people), len(slots), MeetingTable.objects.filter(event=event).count(),
        tuple(Wish(number[r.asker_id], number[r.asked_id], WEIGHTS[r.priority]) for r in requests), away,
        tuple(Counter(place[row[2]] for row in kept_rows).items()),
    )
    return Drawn(hall, people, [r.id for r in requests], [s.period.start for s in slots])
