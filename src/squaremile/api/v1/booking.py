"""Booking over the API: the acts. What can be read is in booking_reads."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Self

from pydantic import Field

from squaremile.api.answers import Answer, Coded, Named
from squaremile.api.endpoint import DELETE, PATCH, POST, Endpoint
from squaremile.booking import operations as booking
from squaremile.core import refs
from squaremile.core.asked.types import Asked, Whole


class Held(Coded):
    """A slot that is held."""

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


class Series(Answer):
    """The dates of a series, each a booking of its own."""

    items: list[Held]

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(items=[Held.of(one, {}) for one in found])


class Used(Coded):
    """An instrument in use, from start to end."""

    started_at: datetime
    ended_at: datetime | None


class FaultKept(Coded):
    """That something is wrong with an instrument."""

    severity: str = Field(examples=["degraded"])
    says_ko: str
    says_en: str
    reported_at: datetime
    expected_back: datetime | None
    resolved_at: datetime | None


class EquipmentKept(Named):
    """An instrument as it was written."""

    state: str = Field(examples=["in_service"])
    needs_qualification: bool


class Linked(Answer):
    """That booking one instrument takes another along."""

    equipment: str
    needs: str

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(equipment=asked["equipment"], needs=asked["needs"])


class Qualified(Answer):
    """Training on an instrument, valid for a period."""

    ref: str
    start: datetime
    end: datetime
    revoked_at: datetime | None

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(
            ref=refs.ref("qualification", found.id), start=found.valid.start, end=found.valid.end,
            revoked_at=found.revoked_at,
        )


class ManualKept(Answer):
    """A document about an instrument."""

    ref: str
    title_ko: str
    title_en: str
    url: str
    active: bool

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(
            ref=refs.ref("manual", found.id), title_ko=found.title_ko, title_en=found.title_en, url=found.url,
            active=found.active,
        )


class Share(Asked):
    """A fair share: at most `minutes` per person or company, in a day or a week."""

    per: Literal["person", "company"]
    span: Literal["day", "week"]
    minutes: Whole
    prime_only: bool = False
    prime_from_minute: Whole = 540
    prime_to_minute: Whole = 1080


_SHARES = {"quotas": list[Share]}

ENDPOINTS = (
    Endpoint(POST, "/reservations", booking.reserve, Held, status=201),
    Endpoint(PATCH, "/reservations/{code}", booking.move, Held, code="reservation"),
    Endpoint(POST, "/reservations/{code}/shorten", booking.shorten, Held, code="reservation"),
    Endpoint(POST, "/reservations/{code}/cancel", booking.cancel, Held, code="reservation"),
    Endpoint(POST, "/reservations/{code}/approve", booking.approve, Held, code="reservation"),
    Endpoint(POST, "/reservations/{code}/decline", booking.decline, Held, code="reservation"),
    Endpoint(POST, "/reservations/{code}/sessions", booking.start_session, Used, code="reservation", status=201),
    Endpoint(POST, "/reservations/{code}/assistance", booking.mark_assisted, Held, code="reservation"),
    Endpoint(POST, "/sessions/{code}/end", booking.end_session, Used, code="session"),
    Endpoint(POST, "/series", booking.reserve_series, Series, status=201),
    Endpoint(POST, "/equipment", booking.add_equipment, EquipmentKept, status=201),
    Endpoint(PATCH, "/equipment/{code}", booking.edit_equipment, EquipmentKept, code="equipment"),
    Endpoint(POST, "/equipment/{code}/state", booking.set_equipment_state, EquipmentKept, code="equipment"),
    Endpoint(POST, "/equipment/{code}/links", booking.link, Linked, code="equipment", status=201),
    Endpoint(DELETE, "/equipment/{code}/links/{needs}", booking.unlink, Linked, code="equipment"),
    Endpoint(POST, "/equipment/{code}/manuals", booking.add_manual, ManualKept, code="equipment", status=201),
    Endpoint(DELETE, "/manuals/{manual}", booking.remove_manual, ManualKept),
    Endpoint(POST, "/equipment/{code}/blocks", booking.block, Held, code="equipment", status=201),
    Endpoint(POST, "/blocks/{code}/lift", booking.unblock, Held, code="reservation"),
    Endpoint(POST, "/equipment/{code}/faults", booking.report_fault, FaultKept, code="equipment", status=201),
    Endpoint(PATCH, "/faults/{code}", booking.describe_fault, FaultKept, code="fault"),
    Endpoint(POST, "/faults/{code}/resolve", booking.resolve_fault, FaultKept, code="fault"),
    Endpoint(POST, "/equipment/{code}/qualifications", booking.qualify, Qualified, code="equipment", status=201),
    Endpoint(POST, "/qualifications/{qualification}/withdraw", booking.withdraw_qualification, Qualified),
    Endpoint(POST, "/equipment-kinds", booking.add_kind, Named, status=201),
    Endpoint(PATCH, "/equipment-kinds/{code}", booking.edit_kind, Named, code="kind"),
    Endpoint(POST, "/equipment-classes", booking.add_class, Named, status=201),
    Endpoint(PATCH, "/equipment-classes/{code}", booking.edit_class, Named, code="equivalence"),
    Endpoint(POST, "/rules-of-use", booking.add_rules, Named, status=201, fields=_SHARES),
    Endpoint(PATCH, "/rules-of-use/{code}", booking.edit_rules, Named, code="rules_of_use",
             fields={"quotas": list[Share] | None}),
    Endpoint(POST, "/records/reservations", booking.record_reservation, Held, status=201),
    Endpoint(POST, "/records/sessions", booking.record_session, Used, status=201),
)  # fmt: skip
