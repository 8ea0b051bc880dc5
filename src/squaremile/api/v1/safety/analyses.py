"""Over the API: hazard analyses before work."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.safety import operations as safety
from squaremile.safety.reads import analyses


class AnalysisKept(Coded):
    """One version of a hazard analysis; `code` is the analysis's."""

    number: int
    state: str
    hazards: list[dict[str, Any]]
    steps: list[dict[str, Any]]
    emergency: str
    signed_at: datetime | None
    approved_on: date | None
    ends_on: date | None
    reason: str


class AnalysisSeen(Coded):
    """A hazard analysis as it stands today."""

    name: Sentence
    organisation: str
    place: str
    standing: str
    changes: list[Sentence]
    ends_on: date | None


def _seen(row: analyses.AnalysisRow) -> AnalysisSeen:
    name = row.counts.name
    return AnalysisSeen(
        code=row.code, name=Sentence(ko=name.ko, en=name.en), organisation=row.organisation, place=row.room, standing=row.standing,
        changes=[Sentence(ko=change.ko, en=change.en) for change in row.changes], ends_on=row.counts.ends_on,
    )


@router.get(
    "/safety/analyses", response=Page[AnalysisSeen], summary="Hazard analyses · 사전유해인자위험분석", tags=["safety"],
    operation_id="safety_analyses",
)
def list_analyses(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """A company's own, or everybody's for those who answer for safety."""
    return answered(pages.cut(analyses.analyses(), limit, cursor, _seen, lambda a: a.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/analyses", safety.draft_analysis, AnalysisKept, status=201),
    Endpoint(POST, "/safety/analyses/{code}/sign", safety.sign_analysis, AnalysisKept, code="analysis"),
    Endpoint(POST, "/safety/analyses/{code}/decide", safety.decide_analysis, AnalysisKept, code="analysis"),
    Endpoint(POST, "/safety/analyses/{code}/end", safety.end_analysis, AnalysisKept, code="analysis"),
)
