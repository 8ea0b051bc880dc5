"""Over the API: needs for space, allocation, requests and moves."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from squaremile.api.answers import Answer, Coded
from squaremile.api.endpoint import POST, Endpoint
from squaremile.residency import operations as residency


class SpaceNeedKept(Answer):
    """What a company needs."""

    counts: dict[str, int]
    growth: dict[str, int]
    biosafety: int
    hazards: dict[str, int]
    urgency: int


class SeatingKept(Coded):
    """One of the two companies."""


class LimitsKept(Answer):
    """The classes that were limited."""

    classes: list[str]

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(classes=sorted(each.hazard for each in found))


class PlanKept(Coded):
    """A plan of space."""

    state: str
    day: date


class RequestKept(Coded):
    """A request for space."""

    state: str
    wish: str
    by_day: date


class MoveKept(Coded):
    """A move."""

    state: str
    day: date


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/residency/companies/{code}/space-need", residency.set_space_need, SpaceNeedKept, code="company"),
    Endpoint(POST, "/residency/companies/{code}/neighbours", residency.set_neighbour, SeatingKept, code="company"),
    Endpoint(POST, "/residency/area-limits", residency.set_area_limits, LimitsKept),
    Endpoint(POST, "/residency/space-plans", residency.ask_space_plan, PlanKept, status=201),
    Endpoint(POST, "/residency/space-plans/{code}/accept", residency.accept_space_plan, PlanKept, code="space_plan"),
    Endpoint(POST, "/residency/companies/{code}/space-requests", residency.ask_for_space, RequestKept, code="company", status=201),
    Endpoint(POST, "/residency/space-requests/{code}/answer", residency.answer_space_request, RequestKept, code="space_request"),
    Endpoint(POST, "/residency/space-requests/{code}/withdraw", residency.withdraw_space_request, RequestKept, code="space_request"),
    Endpoint(POST, "/residency/companies/{code}/moves", residency.plan_move, MoveKept, code="company", status=201),
    Endpoint(POST, "/residency/companies/{code}/merges", residency.merge_own_places, MoveKept, code="company", status=201),
    Endpoint(POST, "/residency/moves/{code}/carry-out", residency.carry_out_move, MoveKept, code="move"),
    Endpoint(POST, "/residency/moves/{code}/cancel", residency.cancel_move, MoveKept, code="move"),
)
