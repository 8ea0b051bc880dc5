"""A participant's own view of a partnering event: the others, requests, meetings, when she is free."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require, scope, system
from squaremile.kernel.words import Text, both
from squaremile.network.models import (
    Engagement,
    Event,
    FollowUp,
    Meeting,
    MeetingFeedback,
    MeetingRequest,
    MeetingSlot,
    Participant,
    Profile,
    RequestAnswer,
)
from squaremile.network.words import partnering as words


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A participant as the others read her. `request`: what stands between her and the asker, if anything."""

    code: str
    name: Text
    of: Text
    offers: Text
    asks: Text
    mine: bool
    request: Text | None = None


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One of my requests, sent or received."""

    code: str
    name: Text
    of: Text
    reason: str
    priority: Text
    state: str
    state_says: Text
    has_meeting: bool
    free: tuple[int, ...] = ()
    """Numbers of slots in which both are free, where a slot is still to be chosen."""
    my_reason: str = ""
    """Why I declined; the other never reads it."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One of my meetings."""

    code: str
    slot: int
    period: Period
    table: int
    name: Text
    of: Text
    state: str
    state_says: Text
    rating: int
    begun: bool


@dataclass(frozen=True, slots=True)
class StepRow:
    """A next step of mine or of the other's."""

    code: str
    says: str
    due: date
    mine: bool
    name: Text
    done: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot, and whether I am away or have a meeting in it."""

    number: int
    period: Period
    away: bool
    taken: bool


@dataclass(frozen=True, slots=True)
class MyPartnering:
    """Everything that a participant's page shows."""

    event: str
    title: Text
    mode: str
    me: ProfileRow
    others: tuple[ProfileRow, ...]
    received: tuple[RequestRow, ...]
    sent: tuple[RequestRow, ...]
    meetings: tuple[MeetingRow, ...]
    steps: tuple[StepRow, ...]
    slots: tuple[Slot, ...]

    @property
    def waiting(self) -> bool:
        """Does a request wait for my answer?"""
        return any(one.state == "asked" for one in self.received)


def mine(code: str) -> MyPartnering:
    """My view of an event in which I take part. Raises Missing for everybody else."""
    part = (
        Participant.objects.select_related("event__partnering")  # type: ignore[misc]
        .filter(event__code=code, user_id=require().actor, state="registered").first()
    )
    if part is None:
        raise Missing(NOT_FOUND)
    event = part.event
    profiles = {p.participant_id: p for p in Profile.objects.filter(event=event).order_by("of_ko", "name_ko", "code")}
    requests = list(
        MeetingRequest.objects.filter(Q(asker=part) | Q(asked=part), event=event).exclude(state="withdrawn").order_by("id")
    )
    meetings = list(
        Meeting.objects.filter(Q(first=part) | Q(second=part)).exclude(state="cancelled")
        .select_related("slot", "table").order_by("slot__number")
    )
    slots = list(MeetingSlot.objects.filter(event=event).order_by("number"))
    busy = {
        e.slot_id: e.meeting_id for e in Engagement.objects.filter(participant=part, live=True)
    }
    met = {m.request_id for m in meetings}
    choosing = [r for r in requests if r.state == "accepted" and r.id not in met and event.partnering.mode == "self"]
    free = _free(part.id, [_other(r.asker_id, r.asked_id, part.id) for r in choosing], slots)
    between = {_other(r.asker_id, r.asked_id, part.id): words.REQUESTS[r.state] for r in requests}
    left, said = _left(event), dict(RequestAnswer.objects.filter(answerer=part).values_list("request_id", "reason"))
    return MyPartnering(
        event.code, event.named, event.partnering.mode, _profile(profiles[part.id], mine=True),
        tuple(
            _profile(p, request=between.get(key)) for key, p in profiles.items() if key != part.id and key not in left
        ),
        tuple(
            _request(r, profiles[r.asker_id], met, free.get(r.asker_id), said.get(r.id, ""))
            for r in requests if r.asked_id == part.id
        ),
        tuple(_request(r, profiles[r.asked_id], met, free.get(r.asked_id)) for r in requests if r.asker_id == part.id),
        meeting_rows(meetings, part.id, profiles), step_rows(meetings, part.id, profiles),
        tuple(Slot(s.number, s.period, s.id in busy and busy[s.id] is None, busy.get(s.id) is not None) for s in slots),
    )  # fmt: skip


def _left(event: Event) -> set[UUID]:
    """Who has withdrawn: that is not for participants to read, but they are not shown."""
    with scope(system("worker")):
        return set(Participant.objects.filter(event=event, state="withdrawn").values_list("id", flat=True))


def _other(a: UUID, b: UUID, me: UUID) -> UUID:
    return b if a == me else a


def _free(me: UUID, others: Iterable[UUID], slots: list[MeetingSlot]) -> dict[UUID, tuple[int, ...]]:
    """For each other: slots in which neither is engaged. Only what both may learn: that a slot suits, never why not."""
    whom = set(others)
    if not whom:
        return {}
    with scope(system("worker")):
        rows = Engagement.objects.filter(participant__in=whom | {me}, live=True).values_list("participant_id", "slot_id")
        engaged = set(rows)
    ahead = [s for s in slots if s.period.start > clock.now()]
    return {o: tuple(s.number for s in ahead if not {(o, s.id), (me, s.id)} & engaged) for o in whom}


def _profile(p: Profile, *, mine: bool = False, request: Text | None = None) -> ProfileRow:
    return ProfileRow(
        p.code, both(p.name_ko, p.name_en), both(p.of_ko, p.of_en), both(p.offers_ko, p.offers_en),
        both(p.asks_ko, p.asks_en), mine, request,
    )


def _request(
    r: MeetingRequest, other: Profile, met: set[UUID], free: tuple[int, ...] | None, my_reason: str = ""
) -> RequestRow:
    return RequestRow(
        r.code, both(other.name_ko, other.name_en), both(other.of_ko, other.of_en), r.reason,
        words.PRIORITIES[r.priority], r.state, words.REQUESTS[r.state], r.id in met, free or (), my_reason,
    )


def meeting_rows(meetings: list[Meeting], me: UUID, profiles: dict[UUID, Profile]) -> tuple[MeetingRow, ...]:
    """Meetings from one side, with what that side thought of them."""
    ratings = dict(
        MeetingFeedback.objects.filter(meeting__in=[m.id for m in meetings], participant=me)
        .values_list("meeting_id", "rating")
    )
    now, rows = clock.now(), []
    for m in meetings:
        other = profiles[_other(m.first_id, m.second_id, me)]
        rows.append(MeetingRow(
            m.code, m.slot.number, m.slot.period, m.table.number, both(other.name_ko, other.name_en),
            both(other.of_ko, other.of_en), m.state, words.MEETINGS[m.state], ratings.get(m.id, 0),
            m.slot.period.start <= now,
        ))  # fmt: skip
    return tuple(rows)


def step_rows(meetings: list[Meeting], me: UUID, profiles: dict[UUID, Profile]) -> tuple[StepRow, ...]:
    """What the two agreed on, the earliest due first."""
    steps = FollowUp.objects.filter(meeting__in=[m.id for m in meetings]).order_by("due", "id")
    return tuple(
        StepRow(s.code, s.says, s.due, s.owner_id == me, both(profiles[s.owner_id].name_ko, profiles[s.owner_id].name_en),
                s.done_at is not None)
        for s in steps
    )  # fmt: skip


def event_of_request(code: str) -> str:
    """The code of the event that a request is about. Raises Missing for what is not one's own."""
    found = MeetingRequest.objects.filter(code=code).values_list("event__code", flat=True).first()
    if found is None:
        raise Missing(NOT_FOUND)
    return found
