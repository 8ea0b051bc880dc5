"""Over the API: companies that leave."""

from datetime import date
from decimal import Decimal

from squaremile.api.answers import Coded
from squaremile.api.endpoint import POST, Endpoint
from squaremile.residency import operations as residency


class DepartureKept(Coded):
    """A notice to leave. Amounts in minor units of the currency."""

    state: str
    noticed_on: date
    last_day: date
    deposit_minor: int
    refunded_minor: int | None
    currency: str


class ClearanceLineKept(Coded):
    """A line to clear."""

    kind: str
    what: str
    unit: str
    opening: Decimal
    settled: Decimal


class DeductionKept(Coded):
    """A deduction, in minor units of the deposit's currency."""

    says: str
    minor: int
    disputed_minor: int


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/residency/companies/{code}/departures", residency.notify_exit, DepartureKept, code="company", status=201),
    Endpoint(POST, "/residency/departures/{code}/withdraw", residency.withdraw_exit, DepartureKept, code="departure"),
    Endpoint(POST, "/residency/departures/{code}/lines", residency.count_line, ClearanceLineKept, code="departure", status=201),
    Endpoint(POST, "/residency/departures/{code}/graduate", residency.graduate, DepartureKept, code="departure"),
    Endpoint(POST, "/residency/departures/{code}/deductions", residency.deduct, DeductionKept, code="departure", status=201),
    Endpoint(POST, "/residency/departures/{code}/owed", residency.settle_owed, DepartureKept, code="departure"),
    Endpoint(POST, "/residency/departures/{code}/settle", residency.settle_deposit, DepartureKept, code="departure"),
    Endpoint(POST, "/residency/clearance-lines/{code}/clear", residency.clear_line, ClearanceLineKept, code="clearance_line"),
    Endpoint(POST, "/residency/clearance-lines/{code}/recount", residency.recount_line, ClearanceLineKept, code="clearance_line"),
    Endpoint(POST, "/residency/clearance-lines/{code}/sign", residency.sign_line, ClearanceLineKept, code="clearance_line"),
    Endpoint(POST, "/residency/clearance-lines/{code}/reopen", residency.reopen_line, ClearanceLineKept, code="clearance_line"),
    Endpoint(POST, "/residency/deductions/{code}/dispute", residency.dispute_deduction, DeductionKept, code="deduction"),
)
