"""Over the API: delegations and visit days."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from django.http import HttpRequest, HttpResponse
from pydantic import Field

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Gone, Named, Page, answered
from squaremile.api.endpoint import DELETE, PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.network import operations as network
from squaremile.network.reads import visit_rows
from squaremile.network.reads.visit_plan import stops_of


class DelegationKept(Named):
    """A delegation as it was written."""

    state: str = Field(examples=["draft"])


class VisitMemberKept(Named):
    """A member of a delegation."""

    rank: int


class WishKept(Coded):
    """A wish as it was written."""

    title_ko: str
    title_en: str
    priority: int


class VisitPartyKept(Named):
    """A party of a visit."""


class VisitPlaceKept(Named):
    """A place of a visit."""


class StopKept(Coded):
    """A stop of an itinerary."""

    kind: str
    title_ko: str
    title_en: str
    start: datetime
    end: datetime

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(
            code=found.code, kind=found.kind, title_ko=found.title_ko, title_en=found.title_en, start=found.period.start,
            end=found.period.end,
        )


class Decided(Answer):
    """An approval."""

    position: int
    state: str
    reason: str


class Lined(Answer):
    """A budget line, in minor units."""

    line: int
    planned: int
    spent: int | None


class Checked(Answer):
    """A check of a member."""

    check_kind: str
    result: str


class WindowKept(Answer):
    """A time when a host is free."""

    start: datetime
    end: datetime

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(start=found.period.start, end=found.period.end)


class WayKept(Answer):
    """A travel time."""

    minutes: int


class PlanMade(Answer):
    """What planning gave."""

    honoured: list[str]
    dropped: list[str]
    impossible: list[tuple[str, str]]
    smallest_drop: list[str]
    travel_minutes: int
    gap: float = Field(description="How far from the proven bound, as a share of it; 0 is proven best")
    status: str


class LateTold(Answer):
    """What a delay did: codes of stops with minutes."""

    moved: list[tuple[str, int]]
    broken: list[tuple[str, int]]
    over: int


class MeetingPromiseKept(Coded):
    """A promise made at a meeting."""

    promiser: str
    due_on: date
    kept_at: datetime | None


class DocumentMade(Answer):
    """A version of a document, with the SHA-256 of its PDF."""

    kind: str
    language: str
    version: int
    digest: str


class ClockSet(Answer):
    """A clock of visits."""

    clock: str
    anchor: str
    days: int


class DelegationListed(Coded):
    """A delegation in the list."""

    name: str
    state: str
    starts_on: date
    ends_on: date
    members: int
    meetings: int


class StopListed(Coded):
    """A stop with what is wrong with it."""

    kind: str
    title: str
    start: datetime
    end: datetime
    place: str
    party: str
    way_minutes: int
    way_basis: str
    wrong: list[str]


@router.get(
    "/network/delegations", response=Page[DelegationListed], summary="Delegations · 방문단", tags=["network"], operation_id="delegations",
)
def list_delegations(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Every delegation that the asker may see."""
    return answered(
        pages.cut(visit_rows.delegations(), limit, cursor, DelegationListed.model_validate, lambda d: d.code).model_dump_json()
    )


@router.get(
    "/network/delegations/{code}/stops", response=Page[StopListed], summary="Itinerary · 일정", tags=["network"], operation_id="itinerary",
)
def list_stops(request: HttpRequest, code: str, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """The stops of a visit that the asker may see, in order."""
    found = visit_rows.delegation(code)
    rows = [stop for day in visit_rows.day_rows(found, stops_of(found), ()) for stop in day.stops]
    return answered(pages.cut(rows, limit, cursor, _stop, lambda s: s.code).model_dump_json())


def _stop(row: visit_rows.StopRow) -> StopListed:
    return StopListed(
        code=row.code, kind=row.kind, title=row.title, start=row.start, end=row.end, place=row.place, party=row.party,
        way_minutes=row.way.minutes, way_basis=row.way.basis, wrong=[str(said) for said in row.wrong],
    )


_PARTY = "/network/visit-parties/{code}"
_ONE, _WISH, _STOP = "/network/delegations/{code}", "/network/visit-wishes/{code}", "/network/visit-stops/{code}"
ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/network/delegations", network.add_delegation, DelegationKept, status=201),
    Endpoint(PATCH, _ONE, network.edit_delegation, DelegationKept, code="delegation"),
    Endpoint(POST, f"{_ONE}/approvers", network.add_approver, Decided, code="delegation", status=201),
    Endpoint(POST, f"{_ONE}/submit", network.submit_delegation, DelegationKept, code="delegation"),
    Endpoint(POST, f"{_ONE}/decide", network.decide_delegation, Decided, code="delegation"),
    Endpoint(POST, f"{_ONE}/begin", network.begin_delegation, DelegationKept, code="delegation"),
    Endpoint(POST, f"{_ONE}/report", network.report_delegation, DelegationKept, code="delegation"),
    Endpoint(POST, f"{_ONE}/close", network.close_delegation, DelegationKept, code="delegation"),
    Endpoint(POST, f"{_ONE}/cancel", network.cancel_delegation, DelegationKept, code="delegation"),
    Endpoint(POST, f"{_ONE}/budget", network.set_budget_line, Lined, code="delegation"),
    Endpoint(POST, f"{_ONE}/members", network.add_member, VisitMemberKept, code="delegation", status=201),
    Endpoint(DELETE, "/network/delegation-members/{code}", network.remove_member, Gone, code="member"),
    Endpoint(POST, "/network/delegation-members/{code}/checks", network.screen_member, Checked, code="member"),
    Endpoint(POST, f"{_ONE}/places", network.add_visit_place, VisitPlaceKept, code="delegation", status=201),
    Endpoint(POST, f"{_ONE}/ways", network.set_visit_way, WayKept, code="delegation"),
    Endpoint(POST, f"{_ONE}/parties", network.add_visit_party, VisitPartyKept, code="delegation", status=201),
    Endpoint(DELETE, _PARTY, network.remove_visit_party, Gone, code="visit_party"),
    Endpoint(POST, f"{_PARTY}/members", network.join_visit_party, VisitPartyKept, code="visit_party"),
    Endpoint(POST, "/network/delegation-members/{code}/leave-party", network.leave_visit_party, VisitMemberKept, code="member"),
    Endpoint(POST, f"{_STOP}/attendance", network.choose_attendance, StopKept, code="stop"),
    Endpoint(POST, f"{_ONE}/wishes", network.add_wish, WishKept, code="delegation", status=201),
    Endpoint(PATCH, _WISH, network.edit_wish, WishKept, code="wish"),
    Endpoint(DELETE, _WISH, network.drop_wish, Gone, code="wish"),
    Endpoint(POST, f"{_WISH}/windows", network.add_window, WindowKept, code="wish", status=201),
    Endpoint(DELETE, f"{_WISH}/windows", network.clear_windows, WishKept, code="wish"),
    Endpoint(POST, f"{_ONE}/stops", network.add_stop, StopKept, code="delegation", status=201),
    Endpoint(PATCH, _STOP, network.edit_stop, StopKept, code="stop"),
    Endpoint(POST, f"{_STOP}/move", network.move_stop, StopKept, code="stop"),
    Endpoint(DELETE, _STOP, network.remove_stop, Gone, code="stop"),
    Endpoint(POST, f"{_STOP}/minutes", network.record_visit_minutes, StopKept, code="stop"),
    Endpoint(POST, f"{_STOP}/promises", network.add_visit_promise, MeetingPromiseKept, code="stop", status=201),
    Endpoint(POST, "/network/visit-promises/{code}/keep", network.keep_visit_promise, MeetingPromiseKept, code="visit_promise"),
    Endpoint(POST, f"{_ONE}/plan", network.plan_itinerary, PlanMade, code="delegation"),
    Endpoint(POST, f"{_ONE}/late", network.run_late, LateTold, code="delegation"),
    Endpoint(POST, f"{_ONE}/documents", network.make_document, DocumentMade, code="delegation", status=201),
    Endpoint(POST, f"{_ONE}/clocks", network.tick_clock, DelegationKept, code="delegation"),
    Endpoint(POST, "/network/visit-clocks", network.set_visit_clock, ClockSet),
)
