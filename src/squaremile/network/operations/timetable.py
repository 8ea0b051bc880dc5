"""The organiser's timetable: all accepted requests at once, by the policy; and reminders of what begins soon."""

from collections import defaultdict
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused, SquaremileError
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import (
    Event,
    Meeting,
    MeetingRequest,
    MeetingSlot,
    MeetingTable,
    Participant,
    Partnering,
)
from squaremile.network.operations import event_letters as letters
from squaremile.network.operations.events import of_code
from squaremile.network.operations.meetings import CLASHES, make, queue_for_slots
from squaremile.network.operations.partnering import hall
from squaremile.network.policies.partnering import Timetable
from squaremile.network.policies.partnering_slots import timetable
from squaremile.network.reads.partnering_hall import Drawn, draw
from squaremile.network.words import partnering as words
from squaremile.published.partnering import TimetableAsked

READY = Text(ko="{title}: 만남 시간표가 나왔습니다.", en="{title}: your meetings have their times.")
AHEAD = timedelta(hours=24)


@operation(
    "network.plan_meetings", ko="만남 시간표 짜기", en="Make the timetable", may=rules.plan_meetings,
    refuses=(words.NOT_PARTNERING, words.NOTHING_TO_PLAN, words.NOT_OPEN, NOT_FOUND), constraints=CLASHES,
)
def plan_meetings(*, event: str, seconds: int = 20, seed: int = 0) -> Partnering:
    """Give every accepted request a slot and a table, as many as can be; meetings fixed by hand stay where they are.

    Planning again moves only what has to move. `seconds` bounds the search, `seed` chooses among equals.
    """
    found = of_code(event)
    plan = hall(found)
    if found.state not in ("open", "closed", "running"):
        raise Refused(words.NOT_OPEN)
    queue_for_slots(found.id)
    drawn = draw(found.id)
    if not drawn.requests:
        raise Refused(words.NOTHING_TO_PLAN)
    made = timetable(drawn.hall, seconds=min(max(1, seconds), 60), seed=seed, day_of=drawn.day_of(_zone()))
    _write(found, drawn, made)
    # Made by the worker, it is the work of whoever asked for it.
    plan.planned_at, plan.planned_by_id = clock.now(), require().actor or plan.asked_by_id
    plan.asked, plan.asked_at, plan.asked_by_id, plan.failed = "", None, None, ""
    plan.honoured, plan.bound = made.weight, made.weight_bound
    plan.save()
    people = Participant.objects.filter(event=found, state="registered").values_list("user_id", flat=True)
    letters.tell_participants(found, people, READY.fill({"title": found.named}), f"plan:{found.id}:{letters.now_minute()}")
    note(subject=found, honoured=made.weight, bound=made.weight_bound, meetings=len(made.slot_of))
    return plan


@operation(
    "network.ask_for_timetable", ko="만남 시간표 맡기기", en="Have the timetable made", may=rules.liaise,
    refuses=(words.NOT_PARTNERING, words.NOTHING_TO_PLAN, words.NOT_OPEN, NOT_FOUND),
)
def ask_for_timetable(*, event: str, seconds: int = 20) -> Partnering:
    """The worker makes the timetable; nobody waits on a page for it. While one is being made, asking again changes nothing."""
    found = of_code(event)
    hall(found)
    if found.state not in ("open", "closed", "running"):
        raise Refused(words.NOT_OPEN)
    plan = Partnering.objects.select_for_update().get(event=found)
    if plan.asked:
        return plan
    if not draw(found.id).requests:
        raise Refused(words.NOTHING_TO_PLAN)
    plan.asked, plan.asked_at, plan.asked_by_id, plan.failed = short_code("T"), clock.now(), require().actor, ""
    plan.save(update_fields=["asked", "asked_at", "asked_by", "failed"])
    publish(TimetableAsked(event=found.id, code=found.code, asked=plan.asked, seconds=min(max(1, seconds), 60)))
    note(subject=found, asked=plan.asked)
    return plan


def make_asked(*, event: UUID, code: str, asked: str, seconds: int) -> None:
    """The worker's part: make the timetable if it is still waited for; what refuses it is kept for the desk."""
    plan = Partnering.objects.filter(event=event, asked=asked).first()
    if plan is None:
        return
    try:
        plan_meetings(event=code, seconds=seconds)
    except SquaremileError as refused:
        Partnering.objects.filter(id=plan.id, asked=asked).update(asked="", asked_at=None, asked_by=None, failed=refused.code)


def _zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


def _write(event: Event, drawn: Drawn, made: Timetable) -> None:
    """Make what is new; cancel what moved or fell away; leave what stayed."""
    slots = list(MeetingSlot.objects.filter(event=event).order_by("number"))
    tables = list(MeetingTable.objects.filter(event=event).order_by("number"))
    before = {m.request_id: m for m in Meeting.objects.filter(event=event, state="planned", fixed=False)}
    free = _free_tables(event, tables, slots)
    wanted = {
        drawn.requests[w]: (slots[slot], free[slots[slot].id][made.table_of[w]]) for w, slot in made.slot_of.items()
    }
    stays = {r for r, m in before.items() if r in wanted and (m.slot, m.table) == wanted[r]}
    Meeting.objects.filter(id__in=[m.id for r, m in before.items() if r not in stays]).update(state="cancelled")
    requests = MeetingRequest.objects.in_bulk([r for r in wanted if r not in stays])
    for key, (slot, table) in wanted.items():
        if key not in stays:
            make(requests[key], slot, table, fixed=False)


def _free_tables(event: Event, tables: list[MeetingTable], slots: list[MeetingSlot]) -> dict[object, list[MeetingTable]]:
    """Slot → tables that no fixed meeting holds, in order."""
    held = defaultdict(set)
    kept = Meeting.objects.filter(event=event).exclude(state="cancelled").exclude(state="planned", fixed=False)
    for slot, table in kept.values_list("slot_id", "table_id"):
        held[slot].add(table)
    return {slot.id: [t for t in tables if t.id not in held[slot.id]] for slot in slots}


@operation("network.remind_of_events", ko="행사 알리기", en="Remind of events", may=rules.remind)
def remind_of_events() -> int:
    """Tell those who come what begins within a day. Returns how many events; nobody is told twice."""
    now = clock.now()
    soon = Event.objects.filter(
        state__in=("announced", "open", "closed"), period__startswith__gt=now, period__startswith__lte=now + AHEAD
    )
    for event in soon:
        letters.tell_soon(event)
    note(events=len(soon))
    return len(soon)

