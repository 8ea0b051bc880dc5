"""Review as programme staff have it: rounds, reviewers, and one round with its ranking, spread and decisions."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.residency.models import Application, Decision, Review, ReviewConflict, Reviewer, ReviewRound, SponsorUse
from squaremile.residency.policies import spread
from squaremile.residency.policies.calibration import Calibrated, Estimate, Score, calibrated
from squaremile.residency.policies.ranking import Standing, ranked
from squaremile.residency.reads.basis import exceptions
from squaremile.residency.words import applications as applying
from squaremile.residency.words import review as words


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round of the list."""

    code: str
    call: str
    call_title: Text
    stage: Text
    state: str
    state_said: Text
    blind: bool
    given: int
    submitted: int
    is_pitch: bool


@dataclass(frozen=True, slots=True)
class ReviewerRow:
    """One reviewer of the list."""

    code: str
    name: Text
    body: Text
    email: str
    fields: str
    capacity: int
    active: bool
    given: int


@dataclass(frozen=True, slots=True)
class RankRow:
    """One application: where it stands, why, and what was decided."""

    code: str
    company: Text
    state: Text
    decidable: bool
    place: int | None
    score: float | None
    error: float | None
    raw: float | None
    reviews: int
    advice: str
    advice_said: Text
    reasons: tuple[Text, ...]
    decided: Text | None
    told: bool
    exception: str
    """Why it was accepted although it does not pass; empty for others."""


@dataclass(frozen=True, slots=True)
class HabitRow:
    """How one reviewer scores, and what is taken out of her scores."""

    name: Text
    count: int
    mean: float
    spread: float | None
    bias: Estimate | None


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A reviewer and an application that do not meet."""

    application: str
    reviewer: Text
    kind: Text
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """A whole round. `funnel` counts the call's applications by state; `alpha` is Krippendorff's."""

    row: RoundRow
    each: int
    quorum: int
    pass_mark: float
    places: int
    ranking: tuple[RankRow, ...]
    habits: tuple[HabitRow, ...]
    alpha: float | None
    calibrated: Calibrated
    conflicts: tuple[ConflictRow, ...]
    funnel: tuple[tuple[Text, int], ...]
    untold: int


def rounds() -> list[RoundRow]:
    """Every round, the newest first."""
    counts = Counter(Review.objects.exclude(state="barred").values_list("round_id", "state"))
    return [_row(each, counts) for each in ReviewRound.objects.select_related("call").order_by("-created_at", "code")]


def reviewers() -> list[ReviewerRow]:
    """Every reviewer by name, with what she has in hand."""
    counts = Counter(Review.objects.filter(state="given").values_list("reviewer_id", flat=True))
    return [
        ReviewerRow(r.code, both(r.name_ko, r.name_en), both(r.body_ko, r.body_en), r.contact, ", ".join(r.fields), r.capacity,
                    r.active, counts[r.id])
        for r in Reviewer.objects.order_by("name_ko", "name_en", "code")
    ]


def one(code: str) -> Found:
    """A round with everything. The same number of statements however many applications. Raises Missing."""
    found = ReviewRound.objects.select_related("call").filter(code=code).first()
    if found is None:
        raise Missing(words.ROUND_UNKNOWN)
    reviews = list(Review.objects.filter(round=found).exclude(state="barred").select_related("reviewer"))
    names = {r.reviewer.code: both(r.reviewer.name_ko, r.reviewer.name_en) for r in reviews}
    applications = list(
        Application.objects.filter(call=found.call, submitted_at__isnull=False).select_related("company__organisation")
    )
    codes = {a.id: a.code for a in applications}
    scores = [
        Score(codes[r.application_id], r.reviewer.code, float(r.total))
        for r in reviews if r.state == "submitted" and r.total is not None and r.application_id in codes
    ]
    worked = calibrated(scores)
    decisions = {d.application_id: d for d in Decision.objects.filter(application__in=applications).order_by("number")}
    habits = tuple(
        HabitRow(names[h.reviewer], h.count, h.mean, h.spread, worked.reviewers.get(h.reviewer) if worked.held else None)
        for h in spread.habits(scores)
    )
    conflicts = tuple(
        ConflictRow(c.application.code, both(c.reviewer.name_ko, c.reviewer.name_en), words.KINDS[c.kind], c.why)
        for c in ReviewConflict.objects.filter(application__in=applications).select_related("application", "reviewer")
        .order_by("at", "id")
    )
    states = Counter(a.state for a in applications)
    return Found(
        _row(found, Counter((r.round_id, r.state) for r in reviews)), found.each, found.quorum, float(found.pass_mark),
        found.places, tuple(_ranking(found, applications, worked, decisions)), habits, spread.alpha(scores), worked, conflicts,
        tuple((said, states[state]) for state, said in applying.STATES.items() if states[state]),
        sum(d.told_at is None for d in decisions.values()),
    )


def named(code: str) -> RoundRow:
    """A round's line alone. Raises Missing."""
    found = ReviewRound.objects.select_related("call").filter(code=code).first()
    if found is None:
        raise Missing(words.ROUND_UNKNOWN)
    return _row(found, Counter())


def _ranking(
    found: ReviewRound, applications: list[Application], worked: Calibrated, decisions: dict[Any, Decision]
) -> list[RankRow]:
    judged = {a.code: a for a in applications if a.state in ("review", "accepted", "wait_listed", "declined")}
    tickets = set(
        SponsorUse.objects.filter(kind="ticket", company_id__in=[a.company_id for a in applications])
        .values_list("company_id", flat=True)
    )
    rows = [_standing(a, worked.applications.get(a.code), a.company_id in tickets) for a in judged.values()]
    made = ranked(rows, pass_mark=float(found.pass_mark), quorum=found.quorum, places=found.places)
    excepted = exceptions(found.call_id)
    return [
        _rank_row(judged[r.key], r, worked.applications.get(r.key), decisions.get(judged[r.key].id),
                  excepted.get(judged[r.key].id, ""))
        for r in made
    ]


def _standing(application: Application, said: Estimate | None, ticket: bool) -> Standing:
    assert application.submitted_at is not None
    return Standing(
        application.code, said.value if said else None, said.count if said else 0, application.submitted_at, ticket
    )


def _rank_row(
    application: Application, row: Any, said: Estimate | None, decided: Decision | None, exception: str
) -> RankRow:
    whose = application.company.organisation
    return RankRow(
        application.code, both(whose.name_ko, whose.name_en), applying.STATES[application.state],
        application.state in ("review", "wait_listed"), row.place, row.score, said.error if said else None,
        said.raw if said else None, said.count if said else 0, row.advice, words.OUTCOMES[row.advice], row.reasons,
        words.OUTCOMES[decided.outcome] if decided else None, bool(decided and decided.told_at),
        exception if decided and decided.outcome == "accept" else "",
    )


def _row(found: ReviewRound, counts: Counter[Any]) -> RoundRow:
    given, submitted = counts[found.id, "given"], counts[found.id, "submitted"]
    return RoundRow(
        found.code, found.call.code, both(found.call.title_ko, found.call.title_en), words.STAGES[found.stage], found.state,
        words.STATES[found.state], found.blind, given + submitted, submitted,
        found.stage == "pitch",
    )
