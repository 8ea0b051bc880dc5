"""Over the API: prices, offers and licences."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.residency import operations as residency
from squaremile.residency.reads import licences


class PricesKept(Coded):
    """A published list of prices."""

    currency: str
    valid_from: date


class LicenceKept(Coded):
    """A licence."""

    state: str


class SignatureKept(Answer):
    """A signature, with its place in the chain."""

    number: int
    party: str
    name: str
    at: datetime
    previous: str
    digest: str


class AmendmentKept(Coded):
    """An amendment: the terms as they are afterwards."""

    state: str
    reason: str
    effective_on: date
    end: datetime
    rent: int
    most_people: int
    permitted_use: str


class LicenceNoticeKept(Answer):
    """Notice of a licence."""

    party: str
    given_on: date
    last_day: date
    reason: str


class InsuranceKept(Answer):
    """A certificate of insurance."""

    insurer: str
    policy_number: str
    expires_on: date


class DepositKept(Answer):
    """Money that came in."""

    amount: int
    paid_on: date


class LicenceSeen(LicenceKept):
    """A licence as the asker may see it."""

    company: str
    offer: str
    until: datetime | None
    sign_by: datetime | None
    start: datetime
    end: datetime
    places: list[str]
    rent: int
    deposit: int
    paid: int
    currency: str
    insured_until: date | None
    signed_by: list[str]


class PricesSeen(PricesKept):
    """A list of prices: a month of each kind of place, in minor units."""

    prices: dict[str, int]


def _seen(row: licences.LicenceRow) -> LicenceSeen:
    return LicenceSeen(
        code=row.code, state=row.state, company=row.company, offer=row.offer, until=row.until, sign_by=row.sign_by, start=row.period.start,
        end=row.period.end, places=list(row.places), rent=row.rent, deposit=row.deposit, paid=row.paid,
        currency=row.currency, insured_until=row.insured_until, signed_by=sorted(row.signed_by),
    )


@router.get(
    "/residency/licences", response=Page[LicenceSeen], summary="Licences · 사용 계약", tags=["residency"],
    operation_id="residency_licences",
)
def list_licences(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """For staff every licence; for a company its own."""
    return answered(pages.cut(licences.licences(), limit, cursor, _seen, lambda row: row.code).model_dump_json())


@router.get(
    "/residency/prices", response=Page[PricesSeen], summary="Lists of prices · 가격표", tags=["residency"],
    operation_id="residency_prices",
)
def list_prices(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Every list that was published, the newest first."""
    return answered(pages.cut(licences.prices(), limit, cursor, _listed, lambda row: row.code).model_dump_json())


def _listed(row: licences.PriceRow) -> PricesSeen:
    return PricesSeen(code=row.code, currency=row.currency, valid_from=row.valid_from, prices=dict(row.prices))


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/residency/prices", residency.publish_prices, PricesKept, status=201),
    Endpoint(POST, "/residency/licences", residency.make_offer, LicenceKept, status=201),
    Endpoint(POST, "/residency/licences/{code}/answer", residency.answer_offer, LicenceKept, code="licence"),
    Endpoint(POST, "/residency/licences/{code}/withdraw", residency.withdraw_offer, LicenceKept, code="licence"),
    Endpoint(POST, "/residency/licences/{code}/sign", residency.sign_licence, SignatureKept, code="licence", status=201),
    Endpoint(POST, "/residency/licences/{code}/insurance", residency.record_insurance, InsuranceKept, code="licence", status=201),
    Endpoint(POST, "/residency/licences/{code}/deposit", residency.record_deposit, DepositKept, code="licence", status=201),
    Endpoint(POST, "/residency/licences/{code}/start", residency.start_licence, LicenceKept, code="licence"),
    Endpoint(POST, "/residency/licences/{code}/end", residency.end_licence, LicenceKept, code="licence"),
    Endpoint(POST, "/residency/licences/{code}/void", residency.void_licence, LicenceKept, code="licence"),
    Endpoint(POST, "/residency/licences/{code}/extend", residency.extend_offer, LicenceKept, code="licence"),
    Endpoint(POST, "/residency/licences/{code}/amendments", residency.propose_amendment, AmendmentKept, code="licence", status=201),
    Endpoint(POST, "/residency/amendments/{code}/withdraw", residency.withdraw_amendment, AmendmentKept, code="amendment"),
    Endpoint(POST, "/residency/licences/{code}/notice", residency.give_licence_notice, LicenceNoticeKept, code="licence", status=201),
)
