"""The wait-list: who waits at each call, in which turn and why, and the golden tickets that sponsors have left."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from squaremile.kernel.words import Text, both
from squaremile.residency.models import Application, Call, Decision, Review, SponsorUse
from squaremile.residency.models.review import STAGES
from squaremile.residency.policies.calibration import Estimate, Score, calibrated
from squaremile.residency.policies.ranking import Standing, in_turn
from squaremile.residency.reads import sponsors


@dataclass(frozen=True, slots=True)
class Waiting:
    """One application that waits. `sponsor` gave the ticket, where it holds one."""

    code: str
    turn: int
    company: Text
    company_code: str
    score: float | None
    error: float | None
    since: datetime | None
    sponsor: Text | None
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class OfCall:
    """A call and those who wait at it. `stage` is the round whose scores count; empty without any."""

    code: str
    title: Text
    stage: str
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Tickets:
    """A sponsor that has golden tickets this year of its contract."""

    code: str
    name: Text
    left: int
    total: int


def wait_lists() -> list[OfCall]:
    """Every call at which somebody waits, the newest first. The same number of statements however many wait."""
    found = list(
        Application.objects.filter(state="wait_listed").select_related("company__organisation")
        .order_by("submitted_at", "code")
    )
    by_call: dict[UUID, list[Application]] = defaultdict(list)
    for each in found:
        by_call[each.call_id].append(each)
    since = dict(
        Decision.objects.filter(application__in=found, outcome="wait_list", told_at__isnull=False).order_by("number")
        .values_list("application_id", "told_at")
    )
    given = {
        use.company_id: both(use.sponsor.name_ko, use.sponsor.name_en)
        for use in SponsorUse.objects.filter(kind="ticket", company_id__in=[a.company_id for a in found])
        .select_related("sponsor").order_by("at", "id")
    }
    scores = _scores(list(by_call))
    calls = Call.objects.filter(id__in=by_call).order_by("-created_at", "code")
    return [
        OfCall(call.code, both(call.title_ko, call.title_en), scores[call.id][0] if call.id in scores else "",
               tuple(_rows(by_call[call.id], scores.get(call.id, ("", {}))[1], since, given)))
        for call in calls
    ]


def turn(application: Application) -> int | None:
    """The turn of one application at its call; None where it does not wait."""
    return next(
        (row.turn for call in wait_lists() for row in call.waiting if row.code == application.code), None
    )


def tickets() -> list[Tickets]:
    """Sponsors with golden tickets in their contract that runs now, and how many are left."""
    return [
        Tickets(row.code, row.name, contract.tickets_left, contract.tickets)
        for row in sponsors.sponsors() for contract in row.contracts
        if contract.tickets_left is not None and contract.tickets
    ]


def _rows(
    applications: list[Application], scores: dict[str, Estimate], since: dict[UUID, datetime], given: dict[UUID | None, Text]
) -> list[Waiting]:
    by_code = {each.code: each for each in applications}
    standings = []
    for each in applications:
        assert each.submitted_at is not None
        said = scores.get(each.code)
        standings.append(Standing(
            each.code, said.value if said else None, said.count if said else 0, each.submitted_at, each.company_id in given
        ))
    rows = []
    for place, (key, reasons) in enumerate(in_turn(standings), 1):
        each, said = by_code[key], scores.get(key)
        whose = each.company.organisation
        rows.append(Waiting(
            key, place, both(whose.name_ko, whose.name_en), each.company.code, said.value if said else None,
            said.error if said else None, since.get(each.id), given.get(each.company_id), reasons,
        ))
    return rows


def _scores(calls: list[UUID]) -> dict[UUID, tuple[str, dict[str, Estimate]]]:
    """By call: the last stage that was scored, and its calibrated scores by application."""
    rows = Review.objects.filter(round__call__in=calls, state="submitted", total__isnull=False).values_list(
        "round__call_id", "round__stage", "application__code", "reviewer__code", "total"
    )
    said: dict[tuple[UUID, str], list[Score]] = defaultdict(list)
    for call, stage, application, reviewer, total in rows:
        said[call, stage].append(Score(application, reviewer, float(total or 0)))
    found = {}
    for call in calls:
        last = next((stage for stage in reversed(STAGES) if said[call, stage]), None)
        if last:
            found[call] = (last, dict(calibrated(said[call, last]).applications))
    return found
