"""Over the API: door signs, shut-offs, who comes and goes, photographs of incidents."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety
from squaremile.safety.reads import door_signs, entries, house


class RoomCardKept(Answer):
    """What a room's sign adds."""

    protection: list[str]
    says_ko: str
    says_en: str


class DoorSignsKept(Answer):
    """Signs that were printed together: their codes."""

    signs: list[str]
    made_at: datetime
    valid_until: date


class ShutOffKept(Coded):
    """Where something is shut off."""

    kind: str
    where_ko: str
    where_en: str
    active: bool


class EntryKept(Answer):
    """That somebody came or went."""

    way: str
    at: datetime
    by: str


class IncidentPhotoKept(Answer):
    """A photograph of an incident."""

    shows: str
    at: datetime


class DoorSignSeen(Answer):
    """What hangs at the door of a room. `state` is empty for whoever does not keep the signs."""

    room: str
    name: Sentence
    code: str
    made_at: datetime | None
    valid_until: date | None
    level: int | None
    hazards: list[Sentence]
    state: str


class InsideSeen(Answer):
    """Somebody who is inside, as far as the asker may know."""

    name: Sentence
    company: Sentence | None
    place: Sentence
    since: datetime
    visitor: bool


class ShutOffSeen(Coded):
    """Where something is shut off."""

    kind: str
    place: str
    where: Sentence


def _sentence(text: Text) -> Sentence:
    return Sentence(ko=text.ko, en=text.en)


def _sign(row: door_signs.SignRow) -> DoorSignSeen:
    told = row.told
    return DoorSignSeen(
        room=row.room, name=_sentence(row.name), code=row.code, made_at=row.made_at, valid_until=row.valid_until,
        level=told.level if told else None, hazards=[_sentence(h.word) for h in told.hazards] if told else [], state=row.state,
    )


def _inside(row: entries.InsideRow) -> InsideSeen:
    return InsideSeen(
        name=_sentence(row.name), company=_sentence(row.company) if row.company else None, place=_sentence(row.place_name),
        since=row.since, visitor=row.visitor,
    )


def _shut_off(row: house.ShutOffRow) -> ShutOffSeen:
    return ShutOffSeen(code=row.code, kind=row.kind, place=row.place, where=_sentence(row.where))


@router.get(
    "/safety/door-signs", response=Page[DoorSignSeen], summary="Door signs · 문 표지", tags=["safety"], operation_id="safety_door_signs"
)
def list_signs(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """What hangs at the doors; for those who keep the signs every room, and whether its sign is out of date."""
    return answered(pages.cut(door_signs.signs(), limit, cursor, _sign, lambda r: r.room).model_dump_json())


@router.get("/safety/inside", response=Page[InsideSeen], summary="Who is inside · 안에 있는 사람", tags=["safety"], operation_id="safety_inside")
def list_inside(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Everybody for those who answer for safety; a company's own people and visitors for the company."""
    found = entries.inside()
    numbered = list(enumerate(found))
    return answered(pages.cut(numbered, limit, cursor, lambda pair: _inside(pair[1]), lambda pair: f"{pair[0]:06}").model_dump_json())


@router.get("/safety/shut-offs", response=Page[ShutOffSeen], summary="Shut-offs · 차단 장치", tags=["safety"], operation_id="safety_shut_offs")
def list_shut_offs(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Where gas, electricity, water and air are shut off."""
    return answered(pages.cut(house.shut_offs(), limit, cursor, _shut_off, lambda r: r.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/rooms/{code}/card", safety.set_room_card, RoomCardKept, code="place"),
    Endpoint(POST, "/safety/door-signs", safety.print_door_signs, DoorSignsKept, status=201),
    Endpoint(POST, "/safety/shut-offs", safety.add_shut_off, ShutOffKept, status=201),
    Endpoint(POST, "/safety/shut-offs/{code}/give-up", safety.give_up_shut_off, ShutOffKept, code="shut_off"),
    Endpoint(POST, "/safety/entries", safety.record_entry, EntryKept, status=201),
    Endpoint(POST, "/safety/incidents/{code}/photos", safety.add_incident_photo, IncidentPhotoKept, code="incident", status=201),
)
