"""Over the API: rooms' risk grades, checklists, inspections and findings."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.safety import operations as safety
from squaremile.safety.reads import findings, inspections


class RiskKept(Answer):
    """A room's risk grade."""

    grade: str
    diagnosed: bool
    since: date


class ChecklistVersionKept(Answer):
    """A version of a checklist."""

    number: int
    every_days: dict[str, int]
    diagnosed_only: bool
    read_in: str
    certainty: str


class InspectionKept(Coded):
    """An inspection that was carried out."""

    done_on: date
    grade: int | None
    remark: str


class InspectionConfirmed(Answer):
    """That the head of the laboratory looked at an inspection."""

    at: datetime
    remark: str


class InspectionFindingKept(Coded):
    """A finding."""

    title_ko: str
    title_en: str
    severity: str
    state: str
    found_on: date
    due_on: date


class OwedSeen(Answer):
    """A list that a room owes, and by when."""

    room: str
    list: str
    kind: str
    grade: str
    last: date | None
    due: date
    standing: str


class FindingSeen(Coded):
    """A finding of the list."""

    title: Sentence
    severity: str
    state: str
    room: str
    shared: bool
    found_on: date
    due_on: date
    repeat: bool


def _finding(row: findings.FindingRow) -> FindingSeen:
    return FindingSeen(
        code=row.code, title=Sentence(ko=row.title.ko, en=row.title.en), severity=row.severity, state=row.state, room=row.room,
        shared=row.shared, found_on=row.found_on, due_on=row.due_on, repeat=row.repeat,
    )


@router.get(
    "/safety/inspections/owed", response=Page[OwedSeen], summary="Inspections due · 점검 기한", tags=["safety"],
    operation_id="safety_inspections_owed",
)
def list_owed(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """What the asker's rooms owe, the most urgent first; every room's for staff."""
    rows = inspections.owed()
    return answered(pages.cut(rows, limit, cursor, OwedSeen.model_validate, lambda r: f"{r.room} {r.list}").model_dump_json())


@router.get(
    "/safety/findings", response=Page[FindingSeen], summary="Findings · 지적 사항", tags=["safety"], operation_id="safety_findings"
)
def list_findings(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Those still open in one's own rooms and in shared ones; everybody's for those who answer for safety."""
    return answered(pages.cut(findings.findings(), limit, cursor, _finding, lambda r: r.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/room-risks", safety.set_room_risk, RiskKept),
    Endpoint(POST, "/safety/inspection-lists", safety.publish_inspection_list, ChecklistVersionKept, status=201),
    Endpoint(POST, "/safety/inspections", safety.carry_out_inspection, InspectionKept, status=201),
    Endpoint(POST, "/safety/inspections/{code}/confirm", safety.confirm_inspection, InspectionConfirmed, code="inspection", status=201),
    Endpoint(POST, "/safety/findings", safety.raise_finding, InspectionFindingKept, status=201),
    Endpoint(POST, "/safety/findings/{code}/assign", safety.assign_finding, InspectionFindingKept, code="safety_finding"),
    Endpoint(POST, "/safety/findings/{code}/mend", safety.mend_finding, InspectionFindingKept, code="safety_finding"),
    Endpoint(POST, "/safety/findings/{code}/verify", safety.verify_mending, InspectionFindingKept, code="safety_finding"),
)
