"""Over the API: waste containers, generators and collections."""

from datetime import date
from decimal import Decimal

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Coded, Page, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.safety import operations as safety
from squaremile.safety.reads import waste


class GeneratorKept(Coded):
    """A generator before the law."""

    name_ko: str
    name_en: str
    number: str
    regime: str


class WasteKept(Coded):
    """A waste container."""

    stream: str
    contents: str
    acute: bool
    weight_kg: Decimal | None
    state: str
    started_on: date
    full_on: date | None
    stored_on: date | None
    picked_on: date | None


class PickupKept(Coded):
    """A collection."""

    manifest: str
    carrier: str
    picked_on: date
    cost_minor: int
    currency: str
    returned_on: date | None


class WasteSeen(Coded):
    """A waste container that stands here. `due`: the next day by which it has to move, where a clock runs."""

    stream: str
    contents: str
    weight_kg: Decimal | None
    state: str
    started_on: date
    due: date | None


def _seen(row: waste.WasteRow) -> WasteSeen:
    return WasteSeen(
        code=row.code, stream=row.stream, contents=row.contents, weight_kg=row.weight_kg, state=row.state, started_on=row.started_on,
        due=row.clocks[0].due if row.clocks else None,
    )


@router.get(
    "/safety/waste", response=Page[WasteSeen], summary="Waste containers · 폐기물 용기", tags=["safety"], operation_id="safety_waste"
)
def list_waste(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """What stands here: a company's own, or everybody's for those who answer for safety."""
    return answered(pages.cut(waste.here(), limit, cursor, _seen, lambda r: r.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/waste-generators", safety.add_waste_generator, GeneratorKept, status=201),
    Endpoint(POST, "/safety/waste", safety.start_waste, WasteKept, status=201),
    Endpoint(POST, "/safety/waste/{code}/fill", safety.fill_waste, WasteKept, code="waste"),
    Endpoint(POST, "/safety/waste/{code}/store", safety.store_waste, WasteKept, code="waste"),
    Endpoint(POST, "/safety/waste-pickups", safety.collect_waste, PickupKept, status=201),
    Endpoint(POST, "/safety/waste-pickups/{code}/return", safety.return_manifest, PickupKept, code="waste_pickup"),
)
