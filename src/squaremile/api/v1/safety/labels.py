"""Over the API: GHS labels and safety data sheets of substances."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from squaremile.api.answers import Answer, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.kernel.errors import Missing
from squaremile.safety import operations as safety
from squaremile.safety.reads import labels, substances
from squaremile.safety.words.stock import SUBSTANCE_UNKNOWN


class LabelKept(Answer):
    """A GHS label as it was read, by its codes."""

    signal: str
    statements: list[str]
    precautions: list[str]
    pictograms: list[str]
    read_in: str
    read_on: date


class SheetKept(Answer):
    """One revision of a safety data sheet."""

    language: str
    supplier: str
    revised_on: date
    url: str


class LabelTold(Answer):
    """The label of a substance. Without `read_in` nobody has entered one: it is what its GHS classes bring with them."""

    signal: str
    statements: list[str]
    precautions: list[str]
    pictograms: list[str]
    read_in: str
    read_on: date | None


@router.get(
    "/safety/substances/{code}/label", response=LabelTold | None, summary="GHS label · GHS 표지", tags=["safety"],
    operation_id="safety_label",
)
def read_label(request: HttpRequest, code: str) -> HttpResponse:
    """What stands on its label. GHS is not the fire class: no sum is made from it."""
    if substances.of_code(code) is None:
        raise Missing(SUBSTANCE_UNKNOWN)
    found = labels.of_substance(code)
    if found is None:
        return answered("null")
    told = LabelTold(
        signal=found.signal, statements=[each.code for each in found.statements], precautions=[each.code for each in found.precautions],
        pictograms=[each.code for each in found.pictograms], read_in=found.read_in, read_on=found.read_on,
    )
    return answered(told.model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/substances/{code}/label", safety.enter_label, LabelKept, code="substance", status=201),
    Endpoint(POST, "/safety/substances/{code}/sheets", safety.add_sheet, SheetKept, code="substance", status=201),
)
