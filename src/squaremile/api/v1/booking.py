"""Booking over the API."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from pydantic import Field

from squaremile.api.answers import Answer, Coded, Named
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.booking import operations as booking


class Held(Coded):
    """A slot that one holds."""

    state: str = Field(examples=["confirmed"])
    equipment: str = Field(examples=["CONFOCAL"])
    start: datetime
    end: datetime

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(
            code=found.code, state=found.state, equipment=asked.get("equipment") or found.equipment.code,
            start=found.period.start, end=found.period.end,
        )


class Used(Coded):
    """An instrument in use, from start to end."""

    started_at: datetime
    ended_at: datetime | None


ENDPOINTS = (
    Endpoint(POST, "/reservations", booking.reserve, Held, status=201),
    Endpoint(PATCH, "/reservations/{code}", booking.move, Held, code="reservation"),
    Endpoint(POST, "/reservations/{code}/shorten", booking.shorten, Held, code="reservation"),
    Endpoint(POST, "/reservations/{code}/cancel", booking.cancel, Held, code="reservation"),
    Endpoint(POST, "/reservations/{code}/sessions", booking.start_session, Used, code="reservation", status=201),
    Endpoint(POST, "/sessions/{code}/end", booking.end_session, Used, code="session"),
)
