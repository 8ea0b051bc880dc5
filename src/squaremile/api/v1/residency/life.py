"""Over the API: life in residence, mentors and sponsors."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.residency import operations as residency
from squaremile.residency.reads import life, sponsors


class MilestoneKept(Coded):
    """A milestone."""

    title_ko: str
    title_en: str
    due_on: date
    state: str
    evidence: str


class StayTermsKept(Coded):
    """A version of the rule of stays."""

    base_months: int
    extension_months: int
    most_extensions: int
    pass_mark: int


class ResidenceKept(Answer):
    """Since when a company is in residence."""

    moved_in_on: date


class EvaluationKept(Coded):
    """An evaluation. `points` of 100."""

    number: int
    due_on: date
    state: str
    points: int | None


class SuspensionKept(Coded):
    """A notice to put something right."""

    ground: str
    state: str
    noticed_on: date
    cure_on: date


class MentorKept(Coded):
    """A mentor."""

    name_ko: str
    name_en: str
    active: bool


class OfficeHourKept(Coded):
    """An office hour."""

    state: str


class SponsorKept(Coded):
    """A sponsor."""

    name_ko: str
    name_en: str


class SponsorContractKept(Coded):
    """A sponsor's contract."""

    tickets_a_year: int
    events_a_year: int


class UseKept(Coded):
    """An entitlement that was used; `year` of the contract."""

    kind: str
    year: int
    at: datetime


class HourSeen(Coded):
    """An office hour as the asker may see it."""

    mentor: str
    mentor_name: Sentence
    start: datetime
    end: datetime
    state: str
    mine: bool
    topic: str
    remark: str


class SponsorSeen(Coded):
    """A sponsor with what is left of the contract in force."""

    name: Sentence
    tickets_left: int | None
    events_left: int | None


def _hour(row: life.HourRow) -> HourSeen:
    return HourSeen(
        code=row.code, mentor=row.mentor, mentor_name=Sentence(ko=row.mentor_name.ko, en=row.mentor_name.en),
        start=row.when.start, end=row.when.end, state=row.state, mine=row.mine, topic=row.topic, remark=row.remark,
    )


def _sponsor(row: sponsors.SponsorRow) -> SponsorSeen:
    running = next((one for one in row.contracts if one.year), None)
    return SponsorSeen(
        code=row.code, name=Sentence(ko=row.name.ko, en=row.name.en), tickets_left=running.tickets_left if running else None,
        events_left=running.events_left if running else None,
    )


@router.get(
    "/residency/office-hours", response=Page[HourSeen], summary="Office hours · 상담 시간", tags=["residency"],
    operation_id="residency_office_hours",
)
def list_hours(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Hours from now on; topic and remark where they are the asker's own."""
    return answered(pages.cut(life.hours(), limit, cursor, _hour, lambda row: row.code).model_dump_json())


@router.get(
    "/residency/sponsors", response=Page[SponsorSeen], summary="Sponsors · 후원 기관", tags=["residency"],
    operation_id="residency_sponsors",
)
def list_sponsors(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """For programme staff, finance and auditors; nobody else sees any."""
    return answered(pages.cut(sponsors.sponsors(), limit, cursor, _sponsor, lambda row: row.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/residency/companies/{code}/milestones", residency.propose_milestone, MilestoneKept, code="company", status=201),
    Endpoint(POST, "/residency/milestones/{code}/settle", residency.settle_milestone, MilestoneKept, code="milestone"),
    Endpoint(POST, "/residency/stay-terms", residency.set_stay_terms, StayTermsKept, status=201),
    Endpoint(POST, "/residency/companies/{code}/move-in", residency.move_in, ResidenceKept, code="company", status=201),
    Endpoint(POST, "/residency/evaluations/{code}/hold", residency.hold_evaluation, EvaluationKept, code="evaluation"),
    Endpoint(POST, "/residency/companies/{code}/notices", residency.give_notice, SuspensionKept, code="company", status=201),
    Endpoint(POST, "/residency/notices/{code}/settle", residency.settle_notice, SuspensionKept, code="suspension"),
    Endpoint(POST, "/residency/mentors", residency.add_mentor, MentorKept, status=201),
    Endpoint(POST, "/residency/mentors/{code}/retire", residency.retire_mentor, MentorKept, code="mentor"),
    Endpoint(POST, "/residency/mentors/{code}/key", residency.invite_mentor, MentorKept, code="mentor"),
    Endpoint(POST, "/residency/mentors/{code}/hours", residency.offer_hour, OfficeHourKept, code="mentor", status=201),
    Endpoint(POST, "/residency/office-hours/{code}/book", residency.book_hour, OfficeHourKept, code="office_hour"),
    Endpoint(POST, "/residency/office-hours/{code}/back", residency.give_hour_back, OfficeHourKept, code="office_hour"),
    Endpoint(POST, "/residency/office-hours/{code}/close", residency.close_hour, OfficeHourKept, code="office_hour"),
    Endpoint(POST, "/residency/sponsors", residency.add_sponsor, SponsorKept, status=201),
    Endpoint(POST, "/residency/sponsors/{code}/key", residency.invite_sponsor, SponsorKept, code="sponsor"),
    Endpoint(POST, "/residency/sponsors/{code}/contracts", residency.sign_sponsor, SponsorContractKept, code="sponsor", status=201),
    Endpoint(POST, "/residency/sponsors/{code}/use", residency.use_entitlement, UseKept, code="sponsor", status=201),
)
