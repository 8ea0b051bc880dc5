"""Over the API: partnering events and the calendar of events."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from django.http import HttpRequest, HttpResponse
from pydantic import Field

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, answered
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.network import operations as network
from squaremile.network.reads.events import EventRow, coming


class EventKept(Coded):
    """An event as it was written."""

    kind: str = Field(examples=["workshop"])
    title_ko: str
    title_en: str
    state: str = Field(examples=["open"])


class ListedEvent(EventKept):
    """An event of the calendar, and whether the asker goes."""

    start: datetime
    end: datetime
    capacity: int | None
    going: int
    waiting: int
    mine: str = Field(examples=["going"])


class Stated(Answer):
    """The state it is in now."""

    state: str


class CodedState(Coded):
    """Its code and its state."""

    state: str


class Told(Answer):
    """It was done."""

    event: str

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(event=asked["event"])


class Arrived(Coded):
    """A guest, and since when she is here."""

    checked_in_at: datetime | None


class PartneringProfileKept(Coded):
    """A participant's profile."""

    offers_ko: str
    offers_en: str
    asks_ko: str
    asks_en: str


class Hall(Answer):
    """How meetings get their slots, and how good the last timetable is."""

    mode: str
    honoured: int
    bound: int


class Met(Coded):
    """A meeting with its slot and table."""

    state: str
    slot: int
    table: int

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(code=found.code, state=found.state, slot=found.slot.number, table=found.table.number)


class Rated(Answer):
    """What was thought of it."""

    rating: int
    says: str


class StepKept(Coded):
    """A next step."""

    says: str
    due: date
    done_at: datetime | None


def _event(row: EventRow) -> ListedEvent:
    return ListedEvent(
        code=row.code, kind=row.kind, title_ko=row.title.ko, title_en=row.title.en, state=row.state,
        start=row.period.start, end=row.period.end, capacity=row.capacity, going=row.going, waiting=row.waiting,
        mine=row.mine,
    )


@router.get("/network/events", response=Page[ListedEvent], summary="Events · 행사", tags=["network"], operation_id="events")
def list_events(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Events that are not over, the next first."""
    return answered(pages.cut(coming(), limit, cursor, _event, lambda e: e.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/network/events", network.add_event, EventKept, status=201),
    Endpoint(PATCH, "/network/events/{code}", network.edit_event, EventKept, code="event"),
    Endpoint(POST, "/network/events/{code}/state", network.set_event_state, EventKept, code="event"),
    Endpoint(POST, "/network/events/{code}/invitations", network.invite_to_event, Told, code="event", status=201),
    Endpoint(POST, "/network/events/{code}/seats", network.rsvp, Stated, code="event", status=201),
    Endpoint(POST, "/network/events/{code}/seats/cancel", network.cancel_rsvp, Stated, code="event"),
    Endpoint(POST, "/network/events/{code}/partnering", network.set_up_partnering, Hall, code="event"),
    Endpoint(POST, "/network/events/{code}/timetable/ask", network.ask_for_timetable, Hall, code="event", status=202),
    Endpoint(POST, "/network/events/{code}/timetable", network.plan_meetings, Hall, code="event"),
    Endpoint(POST, "/network/events/{code}/participants", network.register_participant, PartneringProfileKept, code="event", status=201),
    Endpoint(POST, "/network/events/{code}/participants/profile", network.edit_profile, PartneringProfileKept, code="event"),
    Endpoint(POST, "/network/events/{code}/participants/withdraw", network.withdraw_participant, Stated, code="event"),
    Endpoint(POST, "/network/events/{code}/availability", network.set_availability, Told, code="event"),
    Endpoint(POST, "/network/events/{code}/requests", network.request_meeting, CodedState, code="event", status=201),
    Endpoint(POST, "/network/requests/{code}/accept", network.accept_request, CodedState, code="request"),
    Endpoint(POST, "/network/requests/{code}/decline", network.decline_request, CodedState, code="request"),
    Endpoint(POST, "/network/requests/{code}/withdraw", network.withdraw_request, CodedState, code="request"),
    Endpoint(POST, "/network/requests/{code}/meeting", network.schedule_meeting, Met, code="request", status=201),
    Endpoint(POST, "/network/meetings/{code}/cancel", network.cancel_meeting, CodedState, code="meeting"),
    Endpoint(POST, "/network/meetings/{code}/record", network.record_meeting, CodedState, code="meeting"),
    Endpoint(POST, "/network/meetings/{code}/rating", network.rate_meeting, Rated, code="meeting"),
    Endpoint(POST, "/network/meetings/{code}/steps", network.agree_step, StepKept, code="meeting", status=201),
    Endpoint(POST, "/network/steps/{code}/done", network.finish_step, StepKept, code="step"),
    Endpoint(POST, "/network/guests/{code}/check-in", network.check_in, Arrived, code="guest_code"),
    Endpoint(POST, "/network/guests/{code}/check-in/undo", network.undo_check_in, Arrived, code="guest_code"),
)
