"""Review rounds: drafted with a rubric, opened with copies for the reviewers, closed."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from squaremile.core import door_keys
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import Answer, Application, Call, ReviewPaper, ReviewRound
from squaremile.residency.models.review import STAGES
from squaremile.residency.policies import blind as hiding
from squaremile.residency.policies import rubric as rubrics
from squaremile.residency.policies.form import read, shown
from squaremile.residency.policies.form_answers import said
from squaremile.residency.words import applications as applying
from squaremile.residency.words import review as words

STEP = {"review_round_step_allowed": words.ROUND_STEP}
_NUMBERS = Text(
    ko="심사위원은 1~10명, 정족수는 그 이하, 통과 점수는 0~100점입니다.",
    en="An application gets 1 to 10 reviewers, the quorum is no larger, and the pass mark is 0 to 100.",
)


@operation(
    "residency.draft_round", ko="심사 만들기", en="Draft a review round", may=rules.hold_reviews,
    refuses=(applying.CALL_UNKNOWN, words.ROUND_UNSOUND),
    constraints={"review_round_once": words.ROUND_THERE, "review_round_sound": words.ROUND_UNSOUND, **STEP},
)
def draft_round(
    *, call: str, rubric: Sequence[Mapping[str, Any]], review_stage: str = "paper", each: int = 3, quorum: int = 2,
    pass_mark: Decimal = Decimal(70), room_for: int = 10, blind: bool = True, hidden: Sequence[str] = (),
) -> ReviewRound:
    """A stage of a call's review: its rubric, how many judge, and from where on it passes. `hidden` questions are not shown
    where it is blind.
    """
    found = Call.objects.filter(code=call).first()
    if found is None:
        raise Missing(applying.CALL_UNKNOWN)
    faults = rubrics.faults(rubric)
    if review_stage not in STAGES or not (1 <= quorum <= each <= 10 and 0 <= pass_mark <= 100 and 0 <= room_for <= 1000):
        faults.append(_NUMBERS)
    if faults:
        raise Invalid(words.ROUND_UNSOUND, {"first": faults[0]})
    made = ReviewRound.objects.create(
        code=short_code("RR"), call=found, stage=review_stage, state="draft", rubric=[dict(one) for one in rubric], each=each,
        quorum=quorum, pass_mark=pass_mark, places=room_for, blind=blind, hidden=[key.strip() for key in hidden],
        created_at=clock.now(),
    )
    note(subject=made, stage=review_stage)
    return made


@operation(
    "residency.open_round", ko="심사 열기", en="Open a review round", may=rules.hold_reviews,
    refuses=(words.ROUND_UNKNOWN,), constraints={**STEP, "review_paper_numbered": words.ROUND_STEP},
)
def open_round(*, review_round: str) -> ReviewRound:
    """Reviewers may write from now on. They read copies of what was handed in, without what says whose it is where the
    round is blind. Applications that come later are copied when they are assigned.
    """
    found = locked(review_round)
    found.state = "open"
    found.save(update_fields=["state"])
    note(subject=found, copied=copied(found))
    return found


@operation(
    "residency.close_round", ko="심사 마감하기", en="Close a review round", may=rules.hold_reviews,
    refuses=(words.ROUND_UNKNOWN,), constraints=STEP,
)
def close_round(*, review_round: str) -> ReviewRound:
    """Nobody writes any more. It can be opened again."""
    found = locked(review_round)
    found.state = "closed"
    found.save(update_fields=["state"])
    note(subject=found)
    return found


def locked(code: str, *, is_open: bool = False) -> ReviewRound:
    """A round by its code, locked. Raises Missing."""
    found = ReviewRound.objects.select_for_update().select_related("call").filter(code=code).first()
    if found is None:
        raise Missing(words.ROUND_UNKNOWN)
    if is_open and found.state != "open":
        raise Refused(words.ROUND_NOT_OPEN)
    return found


def copied(found: ReviewRound) -> int:
    """Copies of applications in review that the round has none of yet. Returns how many."""
    there = ReviewPaper.objects.filter(round=found).values("application_id")
    new = list(
        Application.objects.filter(call=found.call, state="review", sheet__isnull=False).exclude(id__in=there)
        .select_related("sheet__version", "company__organisation")
    )
    answers: dict[Any, dict[str, Any]] = {each.id: {} for each in new}
    for key, question, value in Answer.objects.filter(application__in=new).values_list("application_id", "question", "value"):
        answers[key][question] = value
    rows = [row for each in new for row in _rows(found, each, answers[each.id])]
    ReviewPaper.objects.bulk_create(rows, batch_size=1000)
    return len(new)


def _people(company: UUID) -> list[str]:
    """Names of who writes for the company by a key, now or before, and of everybody with an account in it."""
    written = [key.name for key in door_keys.latest(kind="applicant", holder=company)]
    members = people.named(people.everybody(company)).values()
    return [*written, *(name for each in members for name in (each.name.ko, each.name.en))]


def _rows(found: ReviewRound, application: Application, answers: Mapping[str, Any]) -> list[ReviewPaper]:
    form, whose = read(application.sheet.version.body), application.company.organisation
    names = [whose.name_ko, whose.name_en, *_people(application.company_id)]
    asked = {q.key for q in shown(form, answers)} - (set(found.hidden) if found.blind else set())
    rows = []
    if not found.blind:
        rows.append((Text(ko="", en=""), words.COMPANY_LABEL, Text(ko=whose.name_ko or whose.name_en, en=whose.name_en or whose.name_ko)))
    rows += [
        (section.title, question.label, said(question, answers.get(question.key)))
        for section in form.sections for question in section.questions
        if question.key in asked and question.kind != "file"
    ]

    def shown_text(text: str, instead: str) -> str:
        return hiding.hidden(text, names, instead) if found.blind else text

    return [
        ReviewPaper(
            round=found, application=application, number=number, section_ko=section.ko, section_en=section.en,
            label_ko=label.ko, label_en=label.en, says_ko=shown_text(says.ko, words.REDACTED.ko),
            says_en=shown_text(says.en, words.REDACTED.en),
        )
        for number, (section, label, says) in enumerate(rows, 1)
    ]
