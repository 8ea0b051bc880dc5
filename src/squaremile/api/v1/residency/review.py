"""Over the API: review rounds, reviewers, reviews, conflicts, decisions."""

from datetime import datetime

from squaremile.api.answers import Coded
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.residency import operations as residency


class RoundKept(Coded):
    """A review round."""

    stage: str
    state: str
    each: int
    quorum: int
    places: int
    blind: bool


class ReviewerKept(Coded):
    """A reviewer."""

    name_ko: str
    name_en: str
    capacity: int
    active: bool


class ReviewKept(Coded):
    """A review."""

    state: str
    version: int
    submitted_at: datetime | None


class ConflictKept(Coded):
    """A conflict of interest."""

    kind: str


class DecisionKept(Coded):
    """A decision."""

    outcome: str
    number: int


class SittingKept(Coded):
    """A sitting of pitches."""

    link: str
    active: bool


class SlotKept(Coded):
    """The time of one pitch."""


class ApplicationMoved(Coded):
    """An application after its company was told."""

    state: str


class CallTold(Coded):
    """A call whose letters went out."""

    state: str


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/residency/reviewers", residency.add_reviewer, ReviewerKept, status=201),
    Endpoint(PATCH, "/residency/reviewers/{code}", residency.edit_reviewer, ReviewerKept, code="reviewer"),
    Endpoint(POST, "/residency/reviewers/{code}/invite", residency.invite_reviewer, ReviewerKept, code="reviewer"),
    Endpoint(POST, "/residency/review-rounds", residency.draft_round, RoundKept, status=201),
    Endpoint(POST, "/residency/review-rounds/{code}/open", residency.open_round, RoundKept, code="review_round"),
    Endpoint(POST, "/residency/review-rounds/{code}/close", residency.close_round, RoundKept, code="review_round"),
    Endpoint(POST, "/residency/review-rounds/{code}/assign", residency.assign_reviewers, RoundKept, code="review_round"),
    Endpoint(POST, "/residency/review-rounds/{code}/reviews", residency.assign_reviewer, ReviewKept, code="review_round", status=201),
    Endpoint(POST, "/residency/review-rounds/{code}/pitch-sittings", residency.open_pitch_sitting, SittingKept, code="review_round", status=201),
    Endpoint(POST, "/residency/review-rounds/{code}/pitch-plan", residency.plan_pitches, RoundKept, code="review_round"),
    Endpoint(POST, "/residency/review-rounds/{code}/pitch-invitations", residency.send_pitch_invitations, RoundKept, code="review_round"),
    Endpoint(POST, "/residency/pitch-sittings/{code}/cancel", residency.cancel_pitch_sitting, SittingKept, code="pitch_sitting"),
    Endpoint(PATCH, "/residency/pitch-slots/{code}", residency.place_pitch, SlotKept, code="pitch_slot"),
    Endpoint(PATCH, "/residency/reviews/{code}", residency.save_review, ReviewKept, code="review"),
    Endpoint(POST, "/residency/reviews/{code}/submit", residency.submit_review, ReviewKept, code="review"),
    Endpoint(POST, "/residency/reviews/{code}/conflict", residency.declare_conflict, ConflictKept, code="review", status=201),
    Endpoint(POST, "/residency/review-conflicts", residency.record_conflict, ConflictKept, status=201),
    Endpoint(POST, "/residency/applications/{code}/decisions", residency.decide_application, DecisionKept, code="application", status=201),
    Endpoint(POST, "/residency/applications/{code}/tell", residency.tell_decision, ApplicationMoved, code="application"),
    Endpoint(POST, "/residency/applications/{code}/promote", residency.promote_application, ApplicationMoved, code="application"),
    Endpoint(POST, "/residency/calls/{code}/letters", residency.send_letters, CallTold, code="call"),
)
