"""Applications given to reviewers: all at once by the solver, or one by hand; conflicts found on the way are kept."""

from typing import Any
from uuid import UUID

from django.db import connection

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.residency import rules
from squaremile.residency.models import Answer, Application, Review, ReviewConflict, Reviewer, ReviewRound
from squaremile.residency.operations import reviewers
from squaremile.residency.operations.rounds import copied, locked
from squaremile.residency.policies.assignment import Assigned, Judge, Paper, assign
from squaremile.residency.policies.competition import plain
from squaremile.residency.policies.form import read
from squaremile.residency.words import applications as applying
from squaremile.residency.words import review as words

GIVEN = {
    "review_once": words.REVIEW_THERE, "review_no_conflict": words.CONFLICT, "review_of_round": words.NOT_IN_REVIEW,
    "review_paper_numbered": words.ROUND_STEP, "review_conflict_once": words.CONFLICT_THERE,
    "review_step_allowed": words.REVIEW_STANDS,
}


@operation(
    "residency.assign_reviewers", ko="심사위원 배정하기", en="Assign reviewers", may=rules.hold_reviews,
    refuses=(words.ROUND_UNKNOWN, words.ROUND_NOT_OPEN), constraints=GIVEN,
)
def assign_reviewers(*, review_round: str) -> ReviewRound:
    """Give every application of an open round the reviewers it still lacks: the best match within what each takes, an even
    load, nobody with a conflict. What is given already stays. The gap to the bound is in the audit entry.
    """
    found = locked(review_round, is_open=True)
    copied(found)
    keep_found(found)
    made = worked_out(found)
    applications = {a.code: a for a in Application.objects.filter(call=found.call, state="review")}
    judges = {r.code: r for r in Reviewer.objects.filter(active=True)}
    Review.objects.bulk_create([_review(found, applications[a], judges[r]) for a, r in made.pairs], batch_size=500)
    note(
        subject=found, given=len(made.pairs), short=sum(made.short.values()), match=round(made.match, 4),
        objective=made.objective, bound=made.bound, gap=made.gap,
    )
    return found


@operation(
    "residency.assign_reviewer", ko="심사위원 한 명 배정하기", en="Assign one reviewer", may=rules.hold_reviews,
    refuses=(words.ROUND_UNKNOWN, words.ROUND_NOT_OPEN, words.REVIEWER_UNKNOWN, applying.APPLICATION_UNKNOWN),
    constraints=GIVEN,
)
def assign_reviewer(*, review_round: str, application: str, reviewer: str) -> Review:
    """Give one application to one reviewer, whatever the solver would say. A conflict still stops it."""
    found = locked(review_round, is_open=True)
    whose = Application.objects.filter(code=application, call=found.call).first()
    if whose is None:
        raise Missing(applying.APPLICATION_UNKNOWN)
    copied(found)
    keep_found(found)
    made = _review(found, whose, reviewers.locked(reviewer, active=True))
    made.save(force_insert=True)
    note(subject=made)
    return made


def worked_out(found: ReviewRound) -> Assigned:
    """What the solver says to a round as it stands."""
    judges = list(Reviewer.objects.filter(active=True))
    barred = ReviewConflict.objects.filter(application__call=found.call).values_list("application__code", "reviewer__code")
    reviews = list(Review.objects.filter(round=found).values_list("application__code", "reviewer__code", "state"))
    return assign(
        papers_of(found), [Judge(r.code, {plain(f): 1.0 for f in r.fields}, r.capacity) for r in judges], each=found.each,
        barred={*barred, *((a, r) for a, r, state in reviews if state == "barred")},
        given={(a, r) for a, r, state in reviews if state != "barred"},
    )


def papers_of(found: ReviewRound) -> list[Paper]:
    """Applications in a round's review with what they are about."""
    rows = list(Application.objects.filter(call=found.call, state="review", sheet__isnull=False).select_related("sheet__version"))
    forms = {row.sheet.version_id: read(row.sheet.version.body) for row in rows}
    means = {version: (form.meaning("fields")) for version, form in forms.items()}
    asked = {question.key for question in means.values() if question}
    said: dict[tuple[UUID, str], Any] = {
        (key, question): value
        for key, question, value in Answer.objects.filter(application__in=rows, question__in=asked)
        .values_list("application_id", "question", "value")
    }
    made = []
    for row in rows:
        question = means[row.sheet.version_id]
        value = said.get((row.id, question.key)) if question else None
        words_of = value if isinstance(value, list) else str(value or "").split(",")
        made.append(Paper(row.code, {plain(word): 1.0 for word in words_of if plain(word)}))
    return made


def keep_found(found: ReviewRound) -> None:
    """Conflicts that the database finds become rows, so that staff see why somebody was passed over."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT application, reviewer, kind FROM residency_conflicts_found(%s)", [found.call_id])
        pairs = cursor.fetchall()
    there = set(ReviewConflict.objects.filter(application__call=found.call).values_list("application_id", "reviewer_id", "kind"))
    now = clock.now()
    ReviewConflict.objects.bulk_create([
        ReviewConflict(code=short_code("RC"), application_id=a, reviewer_id=r, kind=kind, at=now)
        for a, r, kind in pairs if (a, r, kind) not in there
    ])


def _review(found: ReviewRound, application: Application, reviewer: Reviewer) -> Review:
    return Review(
        code=short_code("RV"), round=found, application=application, reviewer=reviewer, state="given",
        rubric=found.rubric, blind=found.blind, given_at=clock.now(),
    )
