"""What endpoints answer with: small explicit shapes, codes in place of keys."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Generic, Self, TypeVar
from uuid import UUID

from django.http import HttpResponse
from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")
JSON = "application/json"


class Answer(BaseModel):
    """One thing, as the outside sees it."""

    model_config = ConfigDict(from_attributes=True, extra="ignore")

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        """From what an operation or a read gave back. `asked` is the input, which spares looking up what it named."""
        return cls.model_validate(found)


class Coded(Answer):
    """A thing that has a code."""

    code: str = Field(examples=["RS-7K3M9QXA"])


class Identified(Answer):
    """A thing that has no code, only an id."""

    id: UUID


class Named(Coded):
    """A thing with a code and names in two languages."""

    name_ko: str = Field(examples=["공초점 현미경"])
    name_en: str = Field(examples=["Confocal microscope"])


class Gone(Answer):
    """It is gone."""

    gone: bool = True

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        """The operation gives nothing back."""
        return cls()


class Page(BaseModel, Generic[T]):
    """A part of a list. Ask again with `cursor` set to `next` until `next` is null."""

    items: list[T]
    next: str | None = Field(description="Cursor of the next part; null at the end")


class Sentence(BaseModel):
    """A text in both languages."""

    ko: str
    en: str


class Remedy(Sentence):
    """What to do next, and where."""

    url: str = ""


class Problem(BaseModel):
    """Why not: a problem document (RFC 9457) with the refusal's code, in both languages."""

    type: str = Field(examples=["urn:squaremile:refusal:booking.slot_taken"])
    title: str = Field(description="In the language of the request")
    status: int
    code: str = Field(examples=["booking.slot_taken"])
    detail: Sentence
    arithmetic: Sentence | None = None
    remedies: list[Remedy] = []
    fields: dict[str, Sentence] = Field(default={}, description="What is wrong, by field")


class Fit(BaseModel):
    """A free span."""

    start: datetime
    end: datetime


def answered(body: str, status: int = 200) -> HttpResponse:
    return HttpResponse(body, status=status, content_type=JSON)
