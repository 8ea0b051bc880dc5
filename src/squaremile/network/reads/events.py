"""The calendar of events, and one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.network import rules
from squaremile.network.models import Event, EventInvitation, MeetingSlot, MeetingTable, Participant, SeatHolder
from squaremile.network.policies.event_life import NEXT
from squaremile.network.words import partnering as words

LISTED = 200
"""More than a cluster has ahead; the past is asked for by the month."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of the calendar. `mine`: whether the asker goes or waits. `left` None: no limit."""

    code: str
    kind: str
    kind_says: Text
    title: Text
    period: Period
    where: Text
    state: str
    state_says: Text
    capacity: int | None
    going: int
    waiting: int
    mine: str
    mine_says: Text | None

    @property
    def left(self) -> int | None:
        return None if self.capacity is None else max(0, self.capacity - self.going)


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event in full. `steps` are states it can go to; `slots`, `tables` are none where it is not set up."""

    row: EventRow
    says: Text
    host: Text
    visibility: str
    visibility_says: Text
    sequence: int
    guest_code: str
    asked_before: int
    """How many wait before the asker."""
    invited: tuple[Text, ...]
    steps: tuple[tuple[str, Text], ...]
    mode_says: Text | None
    mode: str
    slots: int
    tables: int
    registered: bool


def coming(*, ended: bool = False) -> list[EventRow]:
    """Events that are not over, the next first; or (`ended`) those that are, the latest first."""
    now = clock.now()
    found = Event.objects.filter(period__endswith__lte=now) if ended else Event.objects.filter(period__endswith__gt=now)
    return _rows(found.order_by("-period" if ended else "period", "code")[:LISTED])


def between(start: datetime, end: datetime) -> list[EventRow]:
    """Events that take place in a span, for the month."""
    return _rows(Event.objects.filter(period__overlap=Period(start, end)).order_by("period", "code")[:LISTED])


def event(code: str) -> EventPage:
    """One event the asker may see. Raises Missing."""
    found = list(Event.objects.filter(code=code).select_related("partnering"))
    if not found:
        raise Missing(NOT_FOUND)
    one = found[0]
    row, asking = _rows(found)[0], require()
    hall = getattr(one, "partnering", None)
    holder = SeatHolder.objects.select_related("seat").filter(event=one, person_id=asking.actor).first()
    turn = holder.seat.turn if holder and holder.seat.state == "waiting" else 0
    invited = EventInvitation.objects.filter(event=one).select_related("organisation").order_by("id")
    return EventPage(
        row=row, says=both(one.says_ko, one.says_en), host=both(one.host_ko, one.host_en), visibility=one.visibility,
        visibility_says=words.VISIBILITIES[one.visibility], sequence=one.sequence,
        guest_code=holder.code if holder and holder.seat.state == "going" else "",
        asked_before=one.seats.filter(state="waiting", turn__lt=turn).count() if turn else 0,
        invited=tuple(both(i.organisation.name_ko, i.organisation.name_en) for i in invited),
        steps=tuple((s, words.STEPS[s]) for s in NEXT[one.state]) if rules.liaise(asking) else (),
        mode=hall.mode if hall else "", mode_says=words.MODES[hall.mode] if hall else None,
        slots=MeetingSlot.objects.filter(event=one).count() if hall else 0,
        tables=MeetingTable.objects.filter(event=one).count() if hall else 0,
        registered=Participant.objects.filter(  # type: ignore[misc]
            event=one, user_id=asking.actor, state="registered"
        ).exists(),
    )


def record(code: str) -> dict[str, object]:
    """What there is to change of an event, as its form takes it. Raises Missing."""
    found = Event.objects.select_related("place").filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    names = ("title_ko", "title_en", "says_ko", "says_en", "where_ko", "where_en", "host_ko", "host_en", "visibility")
    return {name: getattr(found, name) for name in names} | {
        "start": found.period.start, "end": found.period.end, "capacity": found.capacity or 0, "code": found.code,
        "place": found.place.code if found.place else "", "kind": found.kind,
    }


def _rows(found: Iterable[Event]) -> list[EventRow]:
    events = list(found)
    keys = [e.id for e in events]
    counts = {
        e["id"]: e for e in Event.objects.filter(id__in=keys).values("id").annotate(
            going=Count("seats", filter=Q(seats__state="going")), waiting=Count("seats", filter=Q(seats__state="waiting")))
    }  # fmt: skip
    mine: dict[UUID, str] = dict(
        SeatHolder.objects.filter(event__in=keys, person_id=require().actor).values_list("event_id", "seat__state")
    )
    named = Event.objects.filter(id__in=keys, place__isnull=False).values_list("id", "place__name_ko", "place__name_en")
    places = {key: both(ko, en) for key, ko, en in named}
    return [_row(e, counts[e.id], mine.get(e.id, ""), places.get(e.id)) for e in events]


def _row(one: Event, counts: dict[str, int], mine: str, place: Text | None) -> EventRow:
    where = both(one.where_ko, one.where_en)
    if place is not None:
        where = Text(ko=f"{place.ko} {where.ko}".strip(), en=f"{place.en} {where.en}".strip())
    kept = mine if mine in ("going", "waiting") else ""
    return EventRow(
        one.code, one.kind, words.KINDS[one.kind], one.named, one.period, where, one.state, words.STATES[one.state],
        one.capacity, counts["going"], counts["waiting"], kept, words.SEATS[kept] if kept else None,
    )
