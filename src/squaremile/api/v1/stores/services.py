"""Over the API: services and requests, sterilisers with their cycles and indicators, and loads."""

from datetime import date, datetime
from decimal import Decimal

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.kernel.scope import require
from squaremile.stores import operations as stores
from squaremile.stores import rules
from squaremile.stores.reads import loads, services, sterilisers


class ServiceKept(Coded):
    """A service. What is done of it is counted on the meter of its unit, under its code."""

    kind: str
    unit: str
    name_ko: str
    name_en: str
    says_ko: str
    says_en: str
    offered: bool


class ServiceOrderKept(Coded):
    """A request."""

    state: str
    amount: Decimal
    wanted_on: date | None
    remark: str
    settled_because: str
    at: datetime
    done_amount: Decimal | None
    done_at: datetime | None


class ServiceOrderSeen(ServiceOrderKept):
    """A request of the list."""

    organisation: str
    service: str
    unit: str


class SteriliserKept(Coded):
    """A steriliser."""

    kind: str
    name_ko: str
    name_en: str
    instrument: str
    test_days: int | None
    active: bool


class SteriliserSeen(Coded):
    """A steriliser of the list. How its tests stand is said to staff alone: a company knows the cycles of its own loads only."""

    kind: str
    name: Sentence
    place: str
    instrument: str
    test_days: int | None
    due_on: date | None
    last_negative: date | None
    suspect: bool | None
    active: bool


class CycleKept(Coded):
    """A cycle, and what was measured."""

    program: str
    state: str
    started_at: datetime
    ended_at: datetime | None
    celsius: Decimal | None
    kilopascal: Decimal | None
    minutes_held: Decimal | None
    chemical: str
    failed_because: str


class IndicatorKept(Coded):
    """A biological indicator beside its positive control."""

    lot: str
    state: str
    incubated_at: datetime
    read_at: datetime | None


class CycleSeen(CycleKept):
    """A cycle of the list. The loads that are counted are those that the asker may see."""

    steriliser: str
    load_count: int
    indicators: list[IndicatorKept]


class LoadKept(Coded):
    """A load."""

    what: str
    state: str
    quarantined_at: datetime | None
    quarantined_for: str
    released_at: datetime | None
    released_because: str
    handed_to: str
    gone_at: datetime | None


class LoadSeen(LoadKept):
    """A load of the list, with the cycle that it last went through."""

    organisation: str
    service_order: str
    cycle: str
    steriliser: str
    cycle_state: str
    celsius: Decimal | None
    minutes_held: Decimal | None


def _machine(row: sterilisers.SteriliserRow) -> SteriliserSeen:
    staff = rules.see_everyone(require())
    return SteriliserSeen(
        code=row.code, kind=row.kind, name=Sentence(ko=row.name.ko, en=row.name.en), place=row.place, instrument=row.instrument,
        test_days=row.test_days, active=row.active, due_on=row.due_on if staff else None,
        last_negative=row.last_negative if staff else None, suspect=row.suspect if staff else None,
    )


@router.get("/stores/services", response=Page[ServiceKept], summary="Services · 서비스", tags=["stores"], operation_id="stores_services")
def list_services(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """What can be asked for."""
    return answered(pages.cut(services.services(), limit, cursor, ServiceKept.model_validate, lambda s: s.code).model_dump_json())


@router.get(
    "/stores/service-orders", response=Page[ServiceOrderSeen], summary="Service requests · 서비스 신청", tags=["stores"],
    operation_id="stores_service_orders",
)
def list_service_orders(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Those that wait: a company's own, or everybody's for staff."""
    found = services.orders(waiting=True, most=5000)
    return answered(pages.cut(found, limit, cursor, ServiceOrderSeen.model_validate, lambda o: o.code).model_dump_json())


@router.get("/stores/sterilisers", response=Page[SteriliserSeen], summary="Sterilisers · 멸균기", tags=["stores"], operation_id="stores_sterilisers")
def list_sterilisers(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Machines that run cycles."""
    return answered(pages.cut(sterilisers.sterilisers(), limit, cursor, _machine, lambda m: m.code).model_dump_json())


@router.get("/stores/cycles", response=Page[CycleSeen], summary="Cycles · 멸균 주기", tags=["stores"], operation_id="stores_cycles")
def list_cycles(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """The newest first: those that a company has a load in, or all for staff."""
    return answered(pages.cut(sterilisers.cycles(most=5000), limit, cursor, CycleSeen.model_validate, lambda c: c.code).model_dump_json())


@router.get("/stores/loads", response=Page[LoadSeen], summary="Loads · 적재물", tags=["stores"], operation_id="stores_loads")
def list_loads(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Those that are here: a company's own, or everybody's for staff."""
    return answered(pages.cut(loads.loads(most=5000), limit, cursor, LoadSeen.model_validate, lambda x: x.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/stores/services", stores.add_service, ServiceKept, status=201),
    Endpoint(POST, "/stores/services/{code}/edit", stores.edit_service, ServiceKept, code="service"),
    Endpoint(POST, "/stores/service-orders", stores.ask_service, ServiceOrderKept, status=201),
    Endpoint(POST, "/stores/service-orders/{code}/accept", stores.accept_service, ServiceOrderKept, code="service_order"),
    Endpoint(POST, "/stores/service-orders/{code}/refuse", stores.refuse_service, ServiceOrderKept, code="service_order"),
    Endpoint(POST, "/stores/service-orders/{code}/cancel", stores.cancel_service, ServiceOrderKept, code="service_order"),
    Endpoint(POST, "/stores/service-orders/{code}/complete", stores.complete_service, ServiceOrderKept, code="service_order"),
    Endpoint(POST, "/stores/sterilisers", stores.add_steriliser, SteriliserKept, status=201),
    Endpoint(POST, "/stores/sterilisers/{code}/set", stores.set_steriliser, SteriliserKept, code="steriliser"),
    Endpoint(POST, "/stores/sterilisers/{code}/cycles", stores.start_cycle, CycleKept, code="steriliser", status=201),
    Endpoint(POST, "/stores/cycles/{code}/end", stores.end_cycle, CycleKept, code="sterile_cycle"),
    Endpoint(POST, "/stores/cycles/{code}/loads", stores.load_cycle, LoadKept, code="sterile_cycle", status=201),
    Endpoint(POST, "/stores/cycles/{code}/indicators", stores.incubate_indicator, IndicatorKept, code="sterile_cycle", status=201),
    Endpoint(POST, "/stores/indicators/{code}/read", stores.read_indicator, IndicatorKept, code="indicator"),
    Endpoint(POST, "/stores/loads/{code}/rerun", stores.rerun_load, LoadKept, code="sterile_load"),
    Endpoint(POST, "/stores/loads/{code}/release", stores.release_load, LoadKept, code="sterile_load"),
    Endpoint(POST, "/stores/loads/{code}/hand-out", stores.hand_out_load, LoadKept, code="sterile_load"),
    Endpoint(POST, "/stores/loads/{code}/discard", stores.discard_load, LoadKept, code="sterile_load"),
)
