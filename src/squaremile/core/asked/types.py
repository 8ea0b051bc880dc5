"""Kinds of values that come from outside, narrow enough that the database can hold whatever passes."""

import base64
import binascii
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
    WithJsonSchema,
)  # fmt: skip
from pydantic_core import PydanticCustomError

from squaremile.core.policies.files import MOST_BYTES

EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
INTEGER = 2**31 - 1
LINE, CODE = 4000, 60
MOST_CONTENT = 4 * -(-MOST_BYTES // 3) + 4
"""Base64 of the largest file, and of a byte more: what is too large is for the operation to say."""


class Asked(BaseModel):
    """Input of one operation. What it does not know it refuses, so that a misspelt name is never lost in silence."""

    model_config = ConfigDict(extra="forbid")
    makes: ClassVar[Callable[..., Any] | None] = None
    """What an operation wants in its place, where that is a value of the trade."""


class Span(Asked):
    """From a moment until another, the second left out."""

    start: "Moment"
    end: "Moment"


def _clean(text: str) -> str:
    if "\x00" in text:
        raise PydanticCustomError("no_nul", "A text cannot hold the character NUL")
    return text


def _written(value: Any) -> Any:
    """Numbers, and texts that are numbers, would be read as seconds since 1970: a time is written out."""
    number = isinstance(value, str) and not {":", "-"} & set(value[1:])
    if number or not isinstance(value, str | date | time):
        raise PydanticCustomError("written_time", "Write a time as ISO 8601 text")
    return value


def _sane(moment: datetime) -> datetime:
    if not EARLIEST <= moment < LATEST:
        raise PydanticCustomError("sane_time", "Between 1970 and 2200")
    return moment.astimezone(UTC)


def _sane_day(day: date) -> date:
    if not EARLIEST.date() <= day < LATEST.date():
        raise PydanticCustomError("sane_time", "Between 1970 and 2200")
    return day


def _exact(value: Any) -> Any:
    """A number goes in by its decimal text, never by its binary neighbour."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise PydanticCustomError("decimal_type", "Give a decimal number")
    return str(value)


def _decoded(value: Any) -> Any:
    """Base64 as RFC 4648 writes it; what is not in its alphabet is no content."""
    try:
        if isinstance(value, str) and len(value) <= MOST_CONTENT:
            return base64.b64decode(value, validate=True)
    except binascii.Error:
        pass
    raise PydanticCustomError("base64", "Give the content in base64")


def text(longest: int) -> Any:
    return Annotated[str, StringConstraints(max_length=longest, strict=True), AfterValidator(_clean)]


Line = text(LINE)
Code = text(CODE)
Whole = Annotated[StrictInt, Field(ge=-INTEGER, le=INTEGER)]
Truth = StrictBool
Moment = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_sane)]
Day = Annotated[date, BeforeValidator(_written), AfterValidator(_sane_day)]
ClockTime = Annotated[time, BeforeValidator(_written)]
Amount = Annotated[Decimal, BeforeValidator(_exact), Field(max_digits=14, decimal_places=4)]
Measure = Annotated[float, Field(strict=False, allow_inf_nan=False, ge=-1e9, le=1e9)]
Key = UUID
Content = Annotated[
    bytes, BeforeValidator(_decoded), WithJsonSchema({"type": "string", "format": "byte", "maxLength": MOST_CONTENT})
]
Span.model_rebuild()
