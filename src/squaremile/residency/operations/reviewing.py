"""A reviewer at work: points and a comment saved as she writes, handed in once, or a conflict declared."""

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import Application, Review, ReviewConflict, Reviewer
from squaremile.residency.operations import reviewers
from squaremile.residency.policies import rubric
from squaremile.residency.words import applications as applying
from squaremile.residency.words import review as words

STANDS = {
    "review_stands": words.REVIEW_STANDS, "review_in_time": words.ROUND_NOT_OPEN, "review_step_allowed": words.REVIEW_STANDS,
}


@operation(
    "residency.save_review", ko="심사 저장하기", en="Save a review", may=rules.review,
    refuses=(words.REVIEW_UNKNOWN, words.POINTS_UNSOUND, words.REVIEW_CHANGED, words.REVIEW_STANDS), constraints=STANDS,
)
def save_review(*, review: str, points: Mapping[str, int], comment: str = "", version: int | None = None) -> Review:
    """What she has so far; it may be incomplete. `version` is the one she began from, if another window may write too."""
    found = mine(review)
    if found.state != "given":
        raise Refused(words.REVIEW_STANDS)
    if version is not None and version != found.version:
        raise Refused(words.REVIEW_CHANGED)
    wrong = rubric.unsound(rubric.read(found.rubric), points)
    if wrong:
        raise Invalid(words.POINTS_UNSOUND, {"keys": ", ".join(wrong)[:200]})
    found.points, found.comment, found.version = dict(points), comment.strip()[:4000], found.version + 1
    found.save(update_fields=["points", "comment", "version"])
    note(subject=found)
    return found


@operation(
    "residency.submit_review", ko="심사 내기", en="Hand a review in", may=rules.review,
    refuses=(words.REVIEW_UNKNOWN, words.POINTS_MISSING, words.REVIEW_STANDS), constraints=STANDS,
)
def submit_review(*, review: str) -> Review:
    """It counts from now on and stays. Every criterion needs its points."""
    found = mine(review)
    if found.state != "given":
        raise Refused(words.REVIEW_STANDS)
    criteria = rubric.read(found.rubric)
    left = [one.label for one in rubric.missing(criteria, found.points)]
    if left:
        raise Refused(words.POINTS_MISSING, {"left": Text(
            ko=", ".join(each.ko for each in left), en=", ".join(each.en for each in left))})
    found.total = Decimal(f"{rubric.total(criteria, found.points):.4f}")
    found.state, found.submitted_at = "submitted", clock.now()
    found.save(update_fields=["total", "state", "submitted_at"])
    note(subject=found)
    return found


@operation(
    "residency.declare_conflict", ko="이해 충돌 알리기", en="Declare a conflict of interest", may=rules.review,
    refuses=(words.REVIEW_UNKNOWN, words.CONFLICT_KIND), constraints={"review_conflict_once": words.CONFLICT_THERE},
)
def declare_conflict(*, review: str, kind: str, why: str = "") -> ReviewConflict:
    """She must not judge this one: it leaves her list at once, and nobody can give it to her again."""
    found = mine(review)
    return _conflict(found.application_id, found.reviewer_id, kind, why)


@operation(
    "residency.record_conflict", ko="이해 충돌 적기", en="Record a conflict of interest", may=rules.hold_reviews,
    refuses=(applying.APPLICATION_UNKNOWN, words.REVIEWER_UNKNOWN, words.CONFLICT_KIND),
    constraints={"review_conflict_once": words.CONFLICT_THERE},
)
def record_conflict(*, application: str, reviewer: str, kind: str, why: str = "") -> ReviewConflict:
    """As told by somebody else, or known beforehand. What the reviewer had of the application is taken from her."""
    whose = Application.objects.filter(code=application, submitted_at__isnull=False).first()
    if whose is None:
        raise Missing(applying.APPLICATION_UNKNOWN)
    return _conflict(whose.id, reviewers.locked(reviewer).id, kind, why)


def mine(code: str) -> Review:
    """A review of the asker's own, locked. Raises Missing, for staff as well, and for what a conflict took away."""
    asking = require()
    found = Review.objects.select_for_update().filter(code=code).exclude(state="barred").first()
    if found is None or not (
        found.reviewer_id in asking.organisations
        or (asking.actor and Reviewer.objects.filter(id=found.reviewer_id, person_id=asking.actor).exists())
    ):
        raise Missing(words.REVIEW_UNKNOWN)
    return found


def _conflict(application: UUID, reviewer: UUID, kind: str, why: str) -> ReviewConflict:
    if kind not in words.DECLARED:
        raise Invalid(words.CONFLICT_KIND)
    made = ReviewConflict.objects.create(
        code=short_code("RC"), application_id=application, reviewer_id=reviewer, kind=kind, why=why.strip()[:1000],
        at=clock.now(),
    )
    note(subject=made, kind=kind)
    return made
