"""Over the API: people, their checklists, badges and keys."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.residency import operations as residency
from squaremile.residency.reads import people


class TermsKept(Coded):
    """Terms about people."""

    since: date
    seats: int
    notice_months: int
    deposit_minor: int
    currency: str


class ChecklistKept(Coded):
    """A version of the checklist."""

    version: int


class RowsGiven(Answer):
    """How many rows were added."""

    count: int

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(count=found)


class CompanyMemberKept(Coded):
    """A member."""

    kind: str
    title: str
    employer: str
    work: list[str]
    joined_on: date
    gone_on: date | None


class ChecklistEntryKept(Coded):
    """A row of a checklist."""

    item: str
    state: str
    due_on: date
    done_on: date | None
    remark: str


class PassKept(Coded):
    """A badge or key."""

    kind: str
    number: str
    state: str
    expires_on: date


class ContactKept(Answer):
    """Whom to call."""

    name: str
    phone: str
    relation: str


class MemberSeen(Coded):
    """A member as the asker may see her. `done` of `total` rows of her checklist that the asker may see."""

    name: Sentence
    company: str
    kind: str
    title: str
    joined_on: date
    gone_on: date | None
    done: int
    total: int


def _seen(row: people.MemberRow) -> MemberSeen:
    return MemberSeen(
        code=row.code, name=Sentence(ko=row.name.ko, en=row.name.en), company=row.company, kind=row.kind, title=row.title,
        joined_on=row.joined_on, gone_on=row.gone_on, done=row.progress.done, total=row.progress.total,
    )


@router.get(
    "/residency/members", response=Page[MemberSeen], summary="Members · 구성원", tags=["residency"],
    operation_id="residency_members",
)
def list_members(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """For staff everybody; for a company its own people."""
    return answered(pages.cut(people.members(), limit, cursor, _seen, lambda row: row.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/residency/companies/{code}/people-terms", residency.set_people_terms, TermsKept, code="company", status=201),
    Endpoint(POST, "/residency/companies/{code}/checklist", residency.begin_company_checklist, RowsGiven, code="company"),
    Endpoint(POST, "/residency/companies/{code}/members", residency.join, CompanyMemberKept, code="company", status=201),
    Endpoint(POST, "/residency/checklists", residency.declare_checklist, ChecklistKept, status=201),
    Endpoint(PATCH, "/residency/members/{code}", residency.change_member, CompanyMemberKept, code="company_member"),
    Endpoint(POST, "/residency/members/{code}/hand-over", residency.hand_over, CompanyMemberKept, code="company_member"),
    Endpoint(POST, "/residency/members/{code}/leave", residency.leave, CompanyMemberKept, code="company_member"),
    Endpoint(POST, "/residency/members/{code}/contact", residency.set_emergency_contact, ContactKept, code="company_member"),
    Endpoint(POST, "/residency/members/{code}/passes", residency.issue_pass, PassKept, code="company_member", status=201),
    Endpoint(POST, "/residency/passes/{code}/back", residency.take_back_pass, PassKept, code="access_pass"),
    Endpoint(POST, "/residency/checklist-entries/{code}/sign", residency.sign_off, ChecklistEntryKept, code="checklist_entry"),
    Endpoint(POST, "/residency/checklist-entries/{code}/waive", residency.waive_entry, ChecklistEntryKept, code="checklist_entry"),
    Endpoint(POST, "/residency/checklist-entries/{code}/reopen", residency.reopen_entry, ChecklistEntryKept, code="checklist_entry"),
)
