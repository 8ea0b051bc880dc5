"""Over the API: forms, calls, applications, and what staff do before review."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import DELETE, PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.residency import operations as residency
from squaremile.residency.reads import calls, dossiers, papers


class FormVersionKept(Answer):
    """A version of a form."""

    number: int
    sha256: str


class CallKept(Coded):
    """A call."""

    kind: str
    state: str
    title_ko: str
    title_en: str
    opens_at: datetime
    closes_at: datetime | None


class ApplicationKept(Coded):
    """An application."""

    state: str
    submitted_at: datetime | None


class AnswerKept(Answer):
    """An answer. Send `version` with the next writing."""

    question: str
    value: Any
    version: int
    confidential: bool


class AnswerFileKept(Coded):
    """A file of an answer."""

    question: str
    name: str


class ScreeningKept(Answer):
    """The checklist."""

    checks: dict[str, bool]
    flags: str


class FeasibilityKept(Answer):
    """What safety said."""

    verdict: str
    reasons: str
    conditions: str


class CompetitionFindingKept(Coded):
    """A conflict with a resident."""

    outcome: str
    why_ko: str
    why_en: str
    settled_why: str


class FindingsKept(Answer):
    """The conflicts that were new."""

    found: list[CompetitionFindingKept]

    @classmethod
    def of(cls, found: Any, asked: Any) -> "FindingsKept":
        """From the rows that were made."""
        return cls(found=[CompetitionFindingKept.model_validate(each) for each in found])


class CallSeen(Coded):
    """A call that takes applications now."""

    title: Sentence
    opens_at: datetime
    closes_at: datetime | None
    rules: list[Sentence]


class ApplicationSeen(Coded):
    """An application that was handed in. `eligible` is null where nobody can tell yet."""

    call: str
    company: Sentence
    state: str
    submitted_at: datetime | None
    eligible: bool | None
    feasibility: str


class OwnSeen(Coded):
    """An application of one's own company."""

    call: str
    state: str
    until: datetime | None
    takes_changes: bool
    returned_why: str


def _call(row: calls.CallRow) -> CallSeen:
    return CallSeen(
        code=row.code, title=Sentence(ko=row.title.ko, en=row.title.en), opens_at=row.opens_at, closes_at=row.closes_at,
        rules=[Sentence(ko=rule.ko, en=rule.en) for rule in row.rules],
    )


def _application(row: dossiers.DeskRow) -> ApplicationSeen:
    head = row.head
    return ApplicationSeen(
        code=head.code, call=head.call, company=Sentence(ko=head.company.ko, en=head.company.en), state=head.state,
        submitted_at=head.submitted_at, eligible=row.eligible, feasibility=row.feasibility,
    )


def _own(head: papers.Head) -> OwnSeen:
    return OwnSeen(
        code=head.code, call=head.call, state=head.state, until=head.until, takes_changes=head.takes_changes,
        returned_why=head.returned_why,
    )


@router.get(
    "/residency/calls", response=Page[CallSeen], summary="Open calls · 접수 중인 공고", tags=["residency"],
    operation_id="residency_calls",
)
def list_calls(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Calls that take applications at this moment."""
    return answered(pages.cut(calls.open_calls(), limit, cursor, _call, lambda c: c.code).model_dump_json())


@router.get(
    "/residency/applications", response=Page[ApplicationSeen], summary="Applications · 신청서", tags=["residency"],
    operation_id="residency_applications",
)
def list_applications(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Applications handed in that the asker may see: for staff all, for a company its own."""
    return answered(pages.cut(dossiers.desk(), limit, cursor, _application, lambda a: a.head.code).model_dump_json())


@router.get(
    "/residency/own-applications", response=Page[OwnSeen], summary="Our applications · 우리 신청서", tags=["residency"],
    operation_id="residency_own_applications",
)
def list_own(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Applications of one's own company, drafts as well."""
    return answered(pages.cut(papers.mine(), limit, cursor, _own, lambda a: a.code).model_dump_json())


CALLS, APPS, OWN = "/residency/calls", "/residency/applications", "/residency/own-applications"
ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/residency/forms/{code}", residency.import_form, FormVersionKept, code="form"),
    Endpoint(POST, CALLS, residency.draft_call, CallKept, status=201),
    Endpoint(PATCH, f"{CALLS}/{{code}}", residency.edit_call, CallKept, code="call"),
    Endpoint(POST, f"{CALLS}/{{code}}/open", residency.open_call, CallKept, code="call"),
    Endpoint(POST, f"{CALLS}/{{code}}/close", residency.close_call, CallKept, code="call"),
    Endpoint(POST, f"{CALLS}/{{code}}/applications", residency.begin_own_application, ApplicationKept, code="call", status=201),
    Endpoint(POST, f"{OWN}/{{code}}/answers/{{question_key}}", residency.save_answer, AnswerKept, code="application"),
    Endpoint(POST, f"{OWN}/{{code}}/answers/{{question_key}}/files", residency.add_answer_file, AnswerFileKept, code="application", status=201),
    Endpoint(DELETE, "/residency/answer-files/{code}", residency.remove_answer_file, AnswerFileKept, code="answer_file"),
    Endpoint(POST, f"{OWN}/{{code}}/editors", residency.invite_editor, ApplicationKept, code="application"),
    Endpoint(POST, f"{OWN}/{{code}}/editors/remove", residency.remove_editor, ApplicationKept, code="application"),
    Endpoint(POST, f"{OWN}/{{code}}/pitch-times", residency.say_pitch_times, ApplicationKept, code="application"),
    Endpoint(POST, f"{OWN}/{{code}}/submit", residency.submit_application, ApplicationKept, code="application"),
    Endpoint(POST, f"{OWN}/{{code}}/withdraw", residency.withdraw_application, ApplicationKept, code="application"),
    Endpoint(POST, f"{APPS}/{{code}}/screen", residency.screen_application, ScreeningKept, code="application"),
    Endpoint(POST, f"{APPS}/{{code}}/return", residency.return_application, ApplicationKept, code="application"),
    Endpoint(POST, f"{APPS}/{{code}}/review", residency.pass_to_review, ApplicationKept, code="application"),
    Endpoint(POST, f"{APPS}/{{code}}/feasibility", residency.judge_feasibility, FeasibilityKept, code="application", status=201),
    Endpoint(POST, f"{APPS}/{{code}}/competition", residency.check_competition, FindingsKept, code="application"),
    Endpoint(POST, f"{APPS}/{{code}}/competitors", residency.name_competitor, CompetitionFindingKept, code="application", status=201),
    Endpoint(POST, "/residency/findings/{code}/settle", residency.settle_competition, CompetitionFindingKept, code="finding"),
)
