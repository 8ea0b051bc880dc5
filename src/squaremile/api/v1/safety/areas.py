"""Over the API: control areas, cabinets and the rules in force."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.safety import operations as safety
from squaremile.safety.reads import areas


class AreaKept(Coded):
    """A control area."""

    name_ko: str
    name_en: str
    storey: int
    sprinklered: bool
    lab_unit: str
    active: bool


class CabinetKept(Coded):
    """A cabinet."""

    name_ko: str
    name_en: str
    approved: bool
    active: bool


class PackKept(Answer):
    """A rule pack in force in an area."""

    pack: str
    since: date
    until: date | None


class AreaSeen(Coded):
    """A control area with its rooms and the packs in force today."""

    name: Sentence
    building: str
    storey: int
    sprinklered: bool
    lab_unit: str
    packs: list[str]
    rooms: list[str]


def _seen(row: areas.AreaRow) -> AreaSeen:
    return AreaSeen(
        code=row.code, name=Sentence(ko=row.name.ko, en=row.name.en), building=row.building, storey=row.storey,
        sprinklered=row.sprinklered, lab_unit=row.lab_unit, packs=list(row.packs), rooms=[room.code for room in row.rooms],
    )


@router.get(
    "/safety/areas", response=Page[AreaSeen], summary="Control areas · 통제구역", tags=["safety"], operation_id="safety_areas"
)
def list_areas(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Those in use, with their rooms."""
    return answered(pages.cut(areas.areas(), limit, cursor, _seen, lambda a: a.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/areas", safety.declare_area, AreaKept, status=201),
    Endpoint(PATCH, "/safety/areas/{code}", safety.edit_area, AreaKept, code="area"),
    Endpoint(POST, "/safety/areas/{code}/rooms", safety.add_area_rooms, AreaKept, code="area"),
    Endpoint(POST, "/safety/areas/{code}/rooms/remove", safety.remove_area_room, AreaKept, code="area"),
    Endpoint(POST, "/safety/areas/{code}/packs", safety.put_pack_in_force, PackKept, code="area", status=201),
    Endpoint(POST, "/safety/areas/{code}/packs/end", safety.end_pack, PackKept, code="area"),
    Endpoint(POST, "/safety/cabinets", safety.add_cabinet, CabinetKept, status=201),
    Endpoint(PATCH, "/safety/cabinets/{code}", safety.edit_cabinet, CabinetKept, code="cabinet"),
)
