"""Over the API: the company record."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.residency import operations as residency
from squaremile.residency.reads import companies


class CompanyKept(Coded):
    """A company's record."""

    state: str
    stage: str
    founded_on: date | None
    country: str


class CompanyProfileKept(Answer):
    """The public profile."""

    listed: bool
    name_ko: str
    name_en: str
    summary_ko: str
    summary_en: str
    fields: list[str]
    website: str


class CompanySeen(Coded):
    """A company as the asker may see it."""

    organisation: str
    name: Sentence
    state: str
    stage: str
    founded_on: date | None
    country: str
    listed: bool


def _seen(row: companies.CompanyRow) -> CompanySeen:
    return CompanySeen(
        code=row.code, organisation=row.organisation, name=Sentence(ko=row.name.ko, en=row.name.en), state=row.state,
        stage=row.stage, founded_on=row.founded_on, country=row.country, listed=row.listed,
    )


@router.get(
    "/residency/companies", response=Page[CompanySeen], summary="Companies · 기업", tags=["residency"],
    operation_id="residency_companies",
)
def list_companies(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """For staff every company; for a company itself."""
    return answered(pages.cut(companies.companies(), limit, cursor, _seen, lambda c: c.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/residency/companies", residency.open_record, CompanyKept, status=201),
    Endpoint(PATCH, "/residency/companies/{code}", residency.edit_company, CompanyKept, code="company"),
    Endpoint(PATCH, "/residency/companies/{code}/profile", residency.edit_profile, CompanyProfileKept, code="company"),
)
