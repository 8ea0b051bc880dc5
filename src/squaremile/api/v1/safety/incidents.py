"""Over the API: incidents with their notices, locked places and drills."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.api.v1.safety.inspections import InspectionFindingKept
from squaremile.safety import operations as safety
from squaremile.safety.reads import incidents


class IncidentKept(Coded):
    """An incident."""

    kind: str
    state: str
    happened_at: datetime
    reported_at: datetime
    anonymous: bool
    told: str
    causes: list[str]


class PartKept(Answer):
    """That somebody was in it."""

    part: str
    harm: str
    days_lost: int | None


class AuthorityNoticeKept(Answer):
    """A duty to tell an authority."""

    clock: str
    due_at: datetime
    notified_at: datetime | None
    reference: str


class LockKept(Coded):
    """A locked place."""

    since: datetime
    released_at: datetime | None


class DrillKept(Coded):
    """A drill."""

    kind: str
    planned_on: date
    done_at: datetime | None
    counted: int | None
    expected: int | None
    seconds: int | None
    lessons: str


class LockSeen(Coded):
    """A place that is locked now: for systems of doors, and for whoever plans to go there."""

    place: str
    place_name: Sentence
    since: datetime


class IncidentSeen(Coded):
    """An incident of the list."""

    kind: str
    state: str
    says: str
    happened_at: datetime
    reported_at: datetime
    anonymous: bool


def _lock(row: incidents.LockRow) -> LockSeen:
    name = row.place_name
    return LockSeen(code=row.code, place=row.place, place_name=Sentence(ko=name.ko, en=name.en), since=row.since)


@router.get(
    "/safety/place-locks", response=Page[LockSeen], summary="Locked places · 사용을 제한한 곳", tags=["safety"],
    operation_id="safety_place_locks",
)
def list_locks(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Every place that nobody may use now. Why is told to nobody here."""
    return answered(pages.cut(incidents.locks(), limit, cursor, _lock, lambda r: r.code).model_dump_json())


@router.get(
    "/safety/incidents", response=Page[IncidentSeen], summary="Incidents · 사고", tags=["safety"], operation_id="safety_incidents"
)
def list_incidents(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """A company's own; everybody's for those who answer for safety."""
    return answered(pages.cut(incidents.incidents(), limit, cursor, IncidentSeen.model_validate, lambda r: r.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/incidents", safety.report_incident, IncidentKept, status=201),
    Endpoint(POST, "/safety/incidents/{code}/people", safety.name_incident_person, PartKept, code="incident", status=201),
    Endpoint(POST, "/safety/incidents/{code}/classify", safety.classify_incident, IncidentKept, code="incident"),
    Endpoint(POST, "/safety/incidents/{code}/notices", safety.record_notice, AuthorityNoticeKept, code="incident"),
    Endpoint(POST, "/safety/incidents/{code}/investigate", safety.investigate_incident, IncidentKept, code="incident"),
    Endpoint(POST, "/safety/incidents/{code}/corrections", safety.require_correction, InspectionFindingKept, code="incident", status=201),
    Endpoint(POST, "/safety/incidents/{code}/close", safety.close_incident, IncidentKept, code="incident"),
    Endpoint(POST, "/safety/place-locks", safety.lock_place, LockKept, status=201),
    Endpoint(POST, "/safety/place-locks/{code}/release", safety.release_place, LockKept, code="place_lock"),
    Endpoint(POST, "/safety/drills", safety.plan_drill, DrillKept, status=201),
    Endpoint(POST, "/safety/drills/{code}/record", safety.record_drill, DrillKept, code="drill"),
)
