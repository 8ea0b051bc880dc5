"""People, companies and roles over the API."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from squaremile.api.answers import Answer, answered
from squaremile.core.entering import Entered
from squaremile.core.reads import codes

reads = Router(tags=["core"])


class Role(Answer):
    """A role held now; `organisation` is null for the cluster's staff."""

    role: str = Field(examples=["scientist"])
    organisation: str | None = Field(examples=["HANBIT"])


class Me(Answer):
    """Who the token stands for."""

    email: str
    name_ko: str
    name_en: str
    language: str
    abilities: list[str]
    roles: list[Role]


@reads.get("/me", response=Me, summary="Who the token stands for · 토큰의 주인")
def me(request: HttpRequest) -> HttpResponse:
    """The person, her roles now, and what the token may do."""
    entered: Entered = request.auth  # type: ignore[attr-defined]
    companies = codes.organisation_codes(entered.scope.organisations)
    roles = [
        Role(role=g.role, organisation=companies.get(g.organisation) if g.organisation else None)
        for g in entered.scope.grants
    ]
    return answered(Me(
        email=entered.email, name_ko=entered.name_ko, name_en=entered.name_en, language=entered.language,
        abilities=list(entered.abilities), roles=roles,
    ).model_dump_json())  # fmt: skip


ENDPOINTS = ()
