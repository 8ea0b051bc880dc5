"""The organisers' desk of a partnering event: the timetable, what cannot be met and why, and the report."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Avg, Count

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text, both, pick
from squaremile.network.models import (
    Event,
    FollowUp,
    Meeting,
    MeetingFeedback,
    MeetingRequest,
    MeetingSlot,
    Partnering,
    Profile,
    RequestAnswer,
    SeatHolder,
)
from squaremile.network.policies.partnering import Dropped, explain
from squaremile.network.reads.partnering_hall import Drawn, draw
from squaremile.network.words import partnering as words


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two at a table."""

    code: str
    name: Text
    of: Text


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting of the timetable."""

    code: str
    slot: int
    period: Period
    table: int
    first: Side
    second: Side
    state: str
    state_says: Text
    absent: str
    fixed: bool

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.first, self.second


@dataclass(frozen=True, slots=True)
class Unmet:
    """A wish both agree on that has no slot, and why."""

    first: Side
    second: Side
    priority: Text
    why: Text


@dataclass(frozen=True, slots=True)
class Declined:
    """A request that was turned down, with the reason that only liaison staff read."""

    asker: Side
    asked: Side
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came of the event, in numbers."""

    participants: int
    arrived: int
    requests: int
    accepted: int
    declined: int
    unanswered: int
    planned: int
    held: int
    missed: int
    rated: int
    rating: float | None
    steps: int
    steps_done: int
    without_meeting: int


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the desk shows."""

    event: str
    title: Text
    mode: str
    mode_says: Text
    planned_at: datetime | None
    honoured: int
    bound: int
    asked_at: datetime | None
    """Since when the worker is waited for; None where it is not."""
    asked_by: str
    failed: str
    """What refused the last timetable that was asked for: a code."""
    report: Report
    sittings: tuple[Sitting, ...]
    unmet: tuple[Unmet, ...]
    declined: tuple[Declined, ...]
    slots: tuple[tuple[int, Period], ...]

    @property
    def gap(self) -> float:
        """How far the timetable may lie below the best, in percent of the best."""
        return 100 * (1 - self.honoured / self.bound) if self.bound else 0.0


def desk(code: str) -> Desk:
    """The desk of an event that is set up. Raises Missing."""
    plan = Partnering.objects.select_related("event", "asked_by").filter(event__code=code).first()
    if plan is None:
        raise Missing(NOT_FOUND)
    event = plan.event
    sides = _sides(event)
    meetings = list(
        Meeting.objects.filter(event=event).exclude(state="cancelled").select_related("slot", "table")
        .order_by("slot__number", "table__number")
    )
    drawn = draw(event.id)
    slots = MeetingSlot.objects.filter(event=event).order_by("number")
    return Desk(
        event.code, event.named, plan.mode, words.MODES[plan.mode], plan.planned_at, plan.honoured, plan.bound,
        plan.asked_at, pick(plan.asked_by.name_ko, plan.asked_by.name_en) if plan.asked_by else "", plan.failed,
        _report(event, meetings, set(drawn.people)), tuple(_sitting(m, sides) for m in meetings),
        _unmet(drawn, meetings, sides) if plan.planned_at or plan.mode == "self" else (), _declined(event, sides),
        tuple((s.number, s.period) for s in slots),
    )


def version(code: str) -> str:
    """Changes when a timetable is asked for, made or refused. Raises Missing. One statement."""
    row = Partnering.objects.filter(event__code=code).values_list("asked", "planned_at", "failed").first()
    if row is None:
        raise Missing(NOT_FOUND)
    return "|".join(str(part or "") for part in row)


def by_person(found: Desk) -> list[tuple[Side, list[Sitting]]]:
    """A sheet for each participant with meetings, in the order of names."""
    sheets: dict[str, list[Sitting]] = defaultdict(list)
    who: dict[str, Side] = {}
    for one in found.sittings:
        for side in (one.first, one.second):
            who[side.code] = side
            sheets[side.code].append(one)
    return [(who[c], sheets[c]) for c in sorted(sheets, key=lambda c: (who[c].of.ko, who[c].name.ko, c))]


def by_table(found: Desk) -> list[tuple[int, list[Sitting]]]:
    """A sheet for each table in use."""
    sheets: dict[int, list[Sitting]] = defaultdict(list)
    for one in found.sittings:
        sheets[one.table].append(one)
    return sorted(sheets.items())


def by_slot(found: Desk) -> list[tuple[int, Period, list[Sitting]]]:
    """The overview: every slot, also the empty ones."""
    sheets: dict[int, list[Sitting]] = defaultdict(list)
    for one in found.sittings:
        sheets[one.slot].append(one)
    return [(number, period, sheets[number]) for number, period in found.slots]


def _declined(event: Event, sides: dict[UUID, Side]) -> tuple[Declined, ...]:
    rows = RequestAnswer.objects.filter(request__event=event, request__state="declined").exclude(reason="")
    named = rows.order_by("id").values_list("request__asker", "request__asked", "reason")
    return tuple(Declined(sides[a], sides[b], reason) for a, b, reason in named)


def _sides(event: Event) -> dict[UUID, Side]:
    rows = Profile.objects.filter(event=event)
    return {p.participant_id: Side(p.code, both(p.name_ko, p.name_en), both(p.of_ko, p.of_en)) for p in rows}


def _sitting(m: Meeting, sides: dict[UUID, Side]) -> Sitting:
    return Sitting(
        m.code, m.slot.number, m.slot.period, m.table.number, sides[m.first_id], sides[m.second_id], m.state,
        words.MEETINGS[m.state], sides[m.absent_id].code if m.absent_id else "", m.fixed,
    )


def _unmet(drawn: Drawn, meetings: list[Meeting], sides: dict[UUID, Side]) -> tuple[Unmet, ...]:
    """Why each accepted request without a meeting has none, by the same arithmetic as the timetable's."""
    place = {r: n for n, r in enumerate(drawn.requests)}
    slots = {start: n for n, start in enumerate(drawn.starts)}
    slot_of = {place[m.request_id]: slots[m.slot.period.start] for m in meetings if m.request_id in place}
    priorities = dict(MeetingRequest.objects.filter(id__in=drawn.requests).values_list("id", "priority"))
    found = []
    for one in explain(drawn.hall, slot_of):
        wish = drawn.hall.wishes[one.wish]
        a, b = (sides[drawn.people[n]] for n in (wish.a, wish.b))
        priority = words.PRIORITIES[priorities[drawn.requests[one.wish]]]
        found.append(Unmet(a, b, priority, _why(one, sides, drawn)))
    return tuple(found)


def _why(one: Dropped, sides: dict[UUID, Side], drawn: Drawn) -> Text:
    who = sides[drawn.people[one.person]].name if one.person is not None else ""
    return words.WHY_NOT[one.reason].fill({"person": who, "wanted": one.wanted, "there": one.there})


def _report(event: Event, meetings: list[Meeting], people: set[UUID]) -> Report:
    asked = Counter(MeetingRequest.objects.filter(event=event).values_list("state", flat=True))
    states = Counter(m.state for m in meetings)
    rated = MeetingFeedback.objects.filter(meeting__event=event).aggregate(n=Count("id"), mean=Avg("rating"))
    done = list(FollowUp.objects.filter(meeting__event=event).values_list("done_at", flat=True))
    seated = {side for m in meetings for side in (m.first_id, m.second_id)}
    return Report(
        participants=len(people), requests=asked.total() - asked["withdrawn"], accepted=asked["accepted"],
        arrived=SeatHolder.objects.filter(event=event, checked_in_at__isnull=False).count(), declined=asked["declined"],
        unanswered=asked["asked"], planned=states["planned"], held=states["held"], missed=states["missed"],
        rated=rated["n"], rating=rated["mean"], steps=len(done), steps_done=sum(at is not None for at in done),
        without_meeting=len(people - seated),
    )  # fmt: skip


