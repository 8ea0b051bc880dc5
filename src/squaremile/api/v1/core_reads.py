"""What can be read of people and companies: oneself, one's own company, one's own notices and tokens."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel, Field

from squaremile.api import pages
from squaremile.api.answers import Answer, Named, Page, Sentence, answered
from squaremile.api.v1.door import router
from squaremile.core.asked.types import Code
from squaremile.core.entering import Entered
from squaremile.core.reads import codes, organisation
from squaremile.core.reads import me as own


class RoleHeld(Answer):
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
    roles: list[RoleHeld]


class Organisation(Named):
    """A company as a line of a list."""

    active: bool
    people: int
    projects: int = Field(description="Open ones")


class Project(Named):
    """What use is charged to."""

    reference: str
    active: bool


class RoleKept(Answer):
    """A role of a colleague, now or to come."""

    ref: str
    role: str
    start: datetime
    end: datetime


class Colleague(Answer):
    """A person of the company."""

    email: str
    name: Sentence
    active: bool
    roles: list[RoleKept]


class Company(Named):
    """One's own company, with its projects and people."""

    kind: str
    active: bool
    projects: list[Project]
    people: list[Colleague]


class Notice(BaseModel):
    """Something one was told."""

    ref: str
    text: Sentence
    url: str
    at: datetime
    read: bool


class TokenKept(Answer):
    """A token, without its secret."""

    ref: str
    purpose: str = Field(examples=["api"])
    name: str
    hint: str = Field(description="The last characters of the secret")
    created_at: datetime
    expires_at: datetime
    expired: bool


@router.get("/me", response=Me, summary="Who the token stands for · 토큰의 주인", tags=["core"], operation_id="me")
def me(request: HttpRequest) -> HttpResponse:
    """The person, her roles now, and what the token may do."""
    entered: Entered = request.auth  # type: ignore[attr-defined]
    companies = codes.organisation_codes(entered.scope.organisations) if entered.scope.organisations else {}
    roles = [
        RoleHeld(role=g.role, organisation=companies.get(g.organisation) if g.organisation else None)
        for g in entered.scope.grants
    ]
    return answered(Me(
        email=entered.email, name_ko=entered.name_ko, name_en=entered.name_en, language=entered.language,
        abilities=list(entered.abilities), roles=roles,
    ).model_dump_json())  # fmt: skip


@router.get(
    "/organisations",
    response=Page[Organisation],
    summary="Companies · 조직",
    tags=["core"],
    operation_id="organisations",
)
def list_organisations(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """One's own companies; for staff all of them."""
    return answered(pages.cut(organisation.lines(), limit, cursor, _line, lambda row: row.code).model_dump_json())


def _line(row: organisation.OrganisationLine) -> Organisation:
    return Organisation(
        code=row.code,
        name_ko=row.name.ko,
        name_en=row.name.en,
        active=row.active,
        people=row.people,
        projects=row.projects,
    )


@router.get(
    "/organisations/{code}",
    response=Company,
    summary="A company · 조직 하나",
    tags=["core"],
    operation_id="organisation",
)
def one_organisation(request: HttpRequest, code: Code) -> HttpResponse:
    """With its projects and people. Others' companies are not there."""
    found = organisation.page(code)
    people = [
        Colleague(
            email=p.email,
            name=Sentence(ko=p.name.ko, en=p.name.en),
            active=p.active,
            roles=[RoleKept.model_validate(role) for role in p.roles],
        )
        for p in found.people
    ]
    return answered(Company(
        code=found.code, name_ko=found.name_ko, name_en=found.name_en, kind=found.kind, active=found.active,
        projects=[Project.model_validate(p) for p in found.projects], people=people,
    ).model_dump_json())  # fmt: skip


@router.get("/notices", response=Page[Notice], summary="Notices · 알림", tags=["core"], operation_id="notices")
def list_notices(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """One's own, the newest first."""
    after = pages.given(cursor, datetime.fromisoformat, str)
    rows = own.notice_rows(own.notices_after(after, limit + 1))
    return answered(pages.page(rows, limit, _notice, lambda n: pages.kept(n.at.isoformat(), n.ref)).model_dump_json())


def _notice(row: own.NoticeRow) -> Notice:
    return Notice(ref=row.ref, text=Sentence(ko=row.text.ko, en=row.text.en), url=row.url, at=row.at, read=row.read)


@router.get("/tokens", response=Page[TokenKept], summary="Tokens · 토큰", tags=["core"], operation_id="tokens")
def list_tokens(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """One's own that were not revoked, the newest first."""
    part = pages.cut(own.tokens(), limit, cursor, TokenKept.model_validate, lambda row: row.ref)
    return answered(part.model_dump_json())
