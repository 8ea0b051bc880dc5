"""Over the API: enquiries and tours."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Coded, Page, answered
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.residency import operations as residency
from squaremile.residency.reads import leads


class LeadKept(Coded):
    """An enquiry."""

    state: str
    name: str
    company_name: str
    follow_up_on: date | None


class TourSlotKept(Coded):
    """An hour that is offered."""

    places: int
    open: bool


class TourKept(Coded):
    """A booking of a tour."""

    state: str
    party: int
    signed_name: str
    signed_at: datetime


class LeadSeen(LeadKept):
    """An enquiry as programme staff see it."""

    contact: str
    phone: str
    message: str
    source: str
    company: str
    alike: int
    created_at: datetime


def _seen(row: leads.LeadRow) -> LeadSeen:
    return LeadSeen(
        code=row.code, state=row.state, name=row.name, company_name=row.company_name, follow_up_on=row.follow_up_on,
        contact=row.contact, phone=row.phone, message=row.message, source=row.source, company=row.company,
        alike=row.alike, created_at=row.created_at,
    )


@router.get(
    "/residency/leads", response=Page[LeadSeen], summary="Enquiries · 문의", tags=["residency"],
    operation_id="residency_leads",
)
def list_leads(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """For programme staff and auditors; nobody else has any."""
    return answered(pages.cut(leads.leads(), limit, cursor, _seen, lambda row: row.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/residency/leads", residency.enquire, LeadKept, status=201),
    Endpoint(PATCH, "/residency/leads/{code}", residency.follow_up_lead, LeadKept, code="lead"),
    Endpoint(POST, "/residency/leads/{code}/record", residency.record_lead, LeadKept, code="lead"),
    Endpoint(POST, "/residency/leads/{code}/tour", residency.book_tour, TourKept, code="lead", status=201),
    Endpoint(POST, "/residency/tour-slots", residency.open_tour_slot, TourSlotKept, status=201),
    Endpoint(POST, "/residency/tour-slots/{code}/close", residency.close_tour_slot, TourSlotKept, code="tour_slot"),
    Endpoint(POST, "/residency/tours/{code}/record", residency.record_tour, TourKept, code="tour"),
    Endpoint(POST, "/residency/tours/{code}/cancel", residency.cancel_tour, TourKept, code="tour"),
)
