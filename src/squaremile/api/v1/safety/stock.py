"""Over the API: substances, containers, and whether something can be brought in."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from pydantic import Field

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.kernel.errors import Missing
from squaremile.safety import operations as safety
from squaremile.safety.reads import containers, mixtures, substances
from squaremile.safety.words.stock import SUBSTANCE_UNKNOWN


class SubstanceKept(Coded):
    """A substance of the register. A figure that nobody knows is null, and each has the method it comes from."""

    cas: str
    name_ko: str
    name_en: str
    phase: str
    density: Decimal | None
    flash_c: Decimal | None
    flash_by: str
    boil_c: Decimal | None
    boil_by: str
    water_soluble: bool | None
    mixture: bool


class ComponentTold(Answer):
    """One component of a mixture: `code` where the register has it, else its CAS number; shares in per cent by weight."""

    code: str
    cas: str
    low: Decimal
    high: Decimal


class ComponentsTold(Answer):
    """All components of a mixture, with where and when they were read."""

    read_in: str
    read_on: date
    components: list[ComponentTold]


class ClassesKept(Answer):
    """Its classes in one scheme, with their source."""

    scheme: str
    classes: list[str]
    read_in: str
    read_on: date


class ContainerKept(Coded):
    """A container. `amount` is in litres, kilograms or litres of gas at NTP, as `dimension` says."""

    amount: Decimal
    dimension: str
    unit: str
    condition: str
    state: str
    lot: str
    received_on: date
    opened_on: date | None
    good_until: date | None
    gone_on: date | None


class ContainerSeen(Coded):
    """A container of the list."""

    substance: str
    name: Sentence
    organisation: str
    place: str
    cabinet: str
    amount: str
    condition: str
    state: str
    good_until: date | None


class Asked(Coded):
    """The answer: yes, needs_approval or no, with its sums and the ways out."""

    answer: str = Field(examples=["needs_approval"])
    state: str
    told: dict[str, Any]
    reason: str
    good_until: date | None = None


class Verified(Answer):
    """A row of a pack that somebody read in the text itself."""

    pack: str
    pack_row: str
    says: str
    read_in: str
    read_on: date


def _container(row: containers.ContainerRow) -> ContainerSeen:
    return ContainerSeen(
        code=row.code, substance=row.substance, name=Sentence(ko=row.name.ko, en=row.name.en), organisation=row.organisation,
        place=row.room, cabinet=row.cabinet, amount=row.amount, condition=row.condition, state=row.state, good_until=row.good_until,
    )


@router.get(
    "/safety/containers", response=Page[ContainerSeen], summary="Containers · 용기", tags=["safety"],
    operation_id="safety_containers",
)
def list_containers(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """What stands here: a company's own, or everybody's for those who answer for safety."""
    return answered(pages.cut(containers.here(), limit, cursor, _container, lambda c: c.code).model_dump_json())


@router.get(
    "/safety/substances", response=Page[SubstanceKept], summary="Substances · 물질", tags=["safety"],
    operation_id="safety_substances",
)
def list_substances(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """The shared register and the asker's own."""
    rows = substances.substances()
    return answered(pages.cut(rows, limit, cursor, SubstanceKept.model_validate, lambda s: s.code).model_dump_json())


@router.get(
    "/safety/substances/{code}/components", response=ComponentsTold | None, summary="Components of a mixture · 혼합물 성분", tags=["safety"],
    operation_id="safety_components",
)
def read_components(request: HttpRequest, code: str) -> HttpResponse:
    """What a mixture is made of, for who sees the mixture; null where nobody has entered it. No sum is made from it."""
    if substances.of_code(code) is None:
        raise Missing(SUBSTANCE_UNKNOWN)
    found = mixtures.of_substance(code)
    return answered("null" if found is None else ComponentsTold.model_validate(found).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/substances", safety.add_substance, SubstanceKept, status=201),
    Endpoint(POST, "/safety/substances/{code}/classes/agree", safety.agree_classes, ClassesKept, code="substance"),
    Endpoint(POST, "/safety/substances/{code}/classes", safety.enter_classes, ClassesKept, code="substance", status=201),
    Endpoint(POST, "/safety/substances/{code}/components", safety.enter_components, ComponentsTold, code="substance", status=201),
    Endpoint(POST, "/safety/containers", safety.receive_container, ContainerKept, status=201),
    Endpoint(POST, "/safety/containers/{code}/open", safety.open_container, ContainerKept, code="container"),
    Endpoint(POST, "/safety/containers/{code}/move", safety.move_container, ContainerKept, code="container"),
    Endpoint(POST, "/safety/containers/{code}/split", safety.split_container, ContainerKept, code="container", status=201),
    Endpoint(POST, "/safety/containers/{code}/measure", safety.measure_container, ContainerKept, code="container"),
    Endpoint(POST, "/safety/containers/{code}/correct", safety.correct_container, ContainerKept, code="container"),
    Endpoint(POST, "/safety/containers/{code}/dispose", safety.dispose_container, ContainerKept, code="container"),
    Endpoint(POST, "/safety/containers/{code}/transfer", safety.transfer_container, ContainerKept, code="container"),
    Endpoint(POST, "/safety/can-bring", safety.ask_to_bring, Asked, status=201),
    Endpoint(POST, "/safety/bringings/{code}/settle", safety.settle_bringing, Asked, code="bringing"),
    Endpoint(POST, "/safety/verifications", safety.verify_pack_row, Verified, status=201),
)
