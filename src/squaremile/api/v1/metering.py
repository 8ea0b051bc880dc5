"""Metering over the API. Usage is written by the acts that use something, never by hand."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from pydantic import Field

from squaremile.api import pages
from squaremile.api.answers import Answer, Named, Page, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.core.asked.types import Code, Moment
from squaremile.metering import operations as metering
from squaremile.metering.reads import usage


class Meter(Named):
    """Something that is counted."""

    unit: str = Field(examples=["minute"])


class Usage(Answer):
    """That something was used. `quantity` is a decimal number in text, in the meter's unit."""

    meter: str = Field(examples=["equipment_minutes"])
    unit: str = Field(examples=["minute"])
    organisation: str = Field(examples=["HANBIT"])
    project: str | None
    subject: str = Field(examples=["CONFOCAL"], description="Code of what was used")
    start: datetime
    end: datetime
    quantity: Decimal
    recorded_at: datetime


def _usage(row: usage.Usage) -> Usage:
    shown: Usage = Usage.model_validate(row)
    shown.project = shown.project or None
    return shown


@router.get("/usage", response=Page[Usage], summary="Usage · 사용량", tags=["metering"], operation_id="usage")
def list_usage(
    request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor, organisation: Code = "",
    since: Moment | None = None, until: Moment | None = None,
) -> HttpResponse:
    """What one's own company used; for staff every company. `since` and `until` are about when it was recorded."""
    after = pages.given(cursor, UUID)
    found = usage.part(
        most=limit + 1, after=after[0] if after else None, organisation=organisation, since=since, until=until
    )
    return answered(pages.page(found, limit, _usage, lambda row: pages.kept(str(row.id))).model_dump_json())


ENDPOINTS = (Endpoint(POST, "/meters", metering.add_meter, Meter, status=201),)
