"""The calendar of events: making, changing and moving on; inviting companies."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from squaremile.core import cards
from squaremile.core.reads import organisations
from squaremile.core.words import BAD_INPUT, CODE_TAKEN, CODE_UNFIT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.network import rules
from squaremile.network.models import Event, EventInvitation, Seat
from squaremile.network.operations import event_letters as letters
from squaremile.network.words import partnering as words
from squaremile.spaces.reads import places

SAID_BY_TABLE = {
    "event_titled": words.EVENT_UNTITLED, "event_kind_known": BAD_INPUT, "event_state_known": BAD_INPUT,
    "event_visibility_known": BAD_INPUT, "event_capacity_sound": BAD_INPUT,
}  # fmt: skip
STEP = {"event_step_allowed": words.EVENT_STEP}


@operation(
    "network.add_event", ko="행사 만들기", en="Make an event", may=rules.run_events,
    refuses=(words.EVENT_PERIOD, NOT_FOUND),
    constraints={"network_event_code_key": CODE_TAKEN, "event_code_fits": CODE_UNFIT, **SAID_BY_TABLE},
)
def add_event(
    *, kind: str, start: datetime, end: datetime, title_ko: str = "", title_en: str = "", says_ko: str = "",
    says_en: str = "", place: str = "", where_ko: str = "", where_en: str = "", host_ko: str = "", host_en: str = "",
    capacity: int = 0, visibility: str = "cluster", code: str = "",
) -> Event:
    """Enter an event as a draft. `place` is one of the cluster's; `where_ko`, `where_en` for elsewhere. `capacity` 0: no limit."""
    now = clock.now()
    made = Event.objects.create(
        code=code or short_code("EV"), kind=kind, title_ko=title_ko.strip(), title_en=title_en.strip(),
        says_ko=says_ko.strip(), says_en=says_en.strip(), period=_span(start, end), place_id=_place(place),
        where_ko=where_ko.strip(), where_en=where_en.strip(), host_ko=host_ko.strip(), host_en=host_en.strip(),
        capacity=capacity or None, visibility=visibility, state="draft", changed_at=now, created_at=now,
    )
    note(subject=made)
    return made


@operation(
    "network.edit_event", ko="행사 고치기", en="Edit an event", may=rules.run_events,
    refuses=(words.EVENT_PERIOD, words.CAPACITY_BELOW, NOT_FOUND), constraints=SAID_BY_TABLE,
)
def edit_event(
    *, event: str, title_ko: str | None = None, title_en: str | None = None, says_ko: str | None = None,
    says_en: str | None = None, start: datetime | None = None, end: datetime | None = None, place: str | None = None,
    where_ko: str | None = None, where_en: str | None = None, host_ko: str | None = None, host_en: str | None = None,
    capacity: int | None = None, visibility: str | None = None,
) -> Event:
    """Change what is given. Those who come are told of a new time or place; more seats go to those who wait."""
    found = locked(event)
    texts = {
        "title_ko": title_ko, "title_en": title_en, "says_ko": says_ko, "says_en": says_en, "where_ko": where_ko,
        "where_en": where_en, "host_ko": host_ko, "host_en": host_en,
    }  # fmt: skip
    changed: dict[str, Any] = {name: text.strip() for name, text in texts.items() if text is not None}
    if visibility is not None:
        changed["visibility"] = visibility
    if start is not None or end is not None:
        changed["period"] = _span(start or found.period.start, end or found.period.end)
    if place is not None:
        changed["place_id"] = _place(place)
    if capacity is not None:
        going = Seat.objects.filter(event=found, state="going").count()
        if capacity and going > capacity:
            raise Refused(words.CAPACITY_BELOW, {"going": going})
        changed["capacity"] = capacity or None
    moved = changed.keys() & {"period", "place_id", "where_ko", "where_en"}
    moved = {name for name in moved if getattr(found, name) != changed[name]}
    for name, value in changed.items():
        setattr(found, name, value)
    _touch(found, later=bool(moved))
    letters.promote(found)
    if moved and found.state not in ("draft", "finished", "cancelled"):
        letters.tell_moved(found)
    _card(found)
    note(subject=found, changed=sorted(changed))
    return found


@operation(
    "network.set_event_state", ko="행사 상태 바꾸기", en="Move an event on", may=rules.run_events, refuses=(NOT_FOUND,),
    constraints={**STEP, **SAID_BY_TABLE},
)
def set_event_state(*, event: str, state: str) -> Event:
    """Announce it, open and close registration, start, finish or cancel it. Those who come hear of a cancellation."""
    found = locked(event)
    before, found.state = found.state, state
    _touch(found, later=True)
    if state == "cancelled" and before != state:
        letters.tell_cancelled(found)
    _card(found)
    note(subject=found, before=before, after=state)
    return found


@operation(
    "network.invite_to_event", ko="행사에 기업 초대하기", en="Invite a company to an event", may=rules.run_events,
    refuses=(NOT_FOUND,), constraints={"event_invitation_once": words.INVITED_ALREADY},
)
def invite_to_event(*, event: str, organisation: str) -> EventInvitation:
    """A company's people may see and attend an event that is not for everybody."""
    found, company = of_code(event), organisations.organisation(organisation)
    made = EventInvitation.objects.create(event=found, organisation_id=company.id, invited_at=clock.now())
    note(subject=found, organisation=company.id)
    return made


def of_code(code: str) -> Event:
    """An event that the asker sees. Raises Missing."""
    found = Event.objects.filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    return found


def queue(event: UUID) -> None:
    """Wait until nobody else changes who comes to this event. The same key as the trigger's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 40))", (event,))


def locked(code: str) -> Event:
    """The event, read again once nobody else changes who comes to it."""
    queue(of_code(code).id)
    return of_code(code)


def _touch(event: Event, *, later: bool) -> None:
    event.changed_at = clock.now()
    event.sequence += later
    event.save()


def _span(start: datetime, end: datetime) -> Period:
    if start.tzinfo is None or end.tzinfo is None or end <= start:
        raise Invalid(words.EVENT_PERIOD)
    return Period(start, end)


def _place(code: str) -> UUID | None:
    return places.find(code).id if code else None


def _card(event: Event) -> None:
    """Found by everyone while it is for everyone and to come."""
    if event.visibility == "invited" or event.state in ("draft", "cancelled"):
        cards.remove(kind="event", subject=event.id)
        return
    kind = words.KINDS[event.kind]
    cards.put(
        kind="event", subject=event.id, title_ko=event.title_ko, title_en=event.title_en, says_ko=kind.ko,
        says_en=kind.en, also=event.code, url=f"/network/events/{event.code}/",
    )
