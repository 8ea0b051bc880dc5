"""Milestones: proposed by a company, agreed with programme staff, reached with evidence or missed."""

from datetime import date

from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import NOT_ALLOWED, note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import Milestone
from squaremile.residency.operations.companies import owned
from squaremile.residency.reads.days import today
from squaremile.residency.words import life as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN

STEP = {"milestone_step_allowed": words.MILESTONE_STEP, "milestone_titled": words.MILESTONE_UNSOUND}


@operation(
    "residency.propose_milestone", ko="목표 제안하기", en="Propose a milestone", may=rules.propose,
    refuses=(COMPANY_UNKNOWN, words.MILESTONE_UNSOUND), constraints=STEP,
)
def propose_milestone(*, company: str, due_on: date, title_ko: str = "", title_en: str = "") -> Milestone:
    """What the company means to reach by a day; programme staff agree to it."""
    whose = owned(company)
    if not (title_ko.strip() or title_en.strip()) or due_on < today():
        raise Invalid(words.MILESTONE_UNSOUND)
    made = Milestone.objects.create(
        code=short_code("MS"), company=whose, title_ko=title_ko.strip()[:200], title_en=title_en.strip()[:200],
        due_on=due_on, state="proposed",
    )
    note(subject=made, organisation=whose.id, due_on=due_on)
    return made


@operation(
    "residency.settle_milestone", ko="목표 정하기", en="Settle a milestone", may=rules.propose,
    refuses=(words.MILESTONE_UNKNOWN, words.MILESTONE_STEP, words.EVIDENCE_NEEDED, "access.not_allowed"), constraints=STEP,
)
def settle_milestone(*, milestone: str, state: str, evidence: str = "") -> Milestone:
    """Agree to it or drop it (programme staff), or say that it was reached, with what shows it."""
    found = Milestone.objects.select_for_update().select_related("company").filter(code=milestone).first()
    asking = require()
    if found is None or not (rules.keep_companies(asking) or found.company_id in asking.organisations):
        raise Missing(words.MILESTONE_UNKNOWN)
    if state not in ("agreed", "dropped", "reached"):
        raise Refused(words.MILESTONE_STEP)
    if state == "agreed" and not rules.keep_companies(asking):
        raise Forbidden(NOT_ALLOWED)
    if state == "reached" and not evidence.strip():
        raise Invalid(words.EVIDENCE_NEEDED)
    found.state, found.closed_on = state, today() if state != "agreed" else None
    if state == "reached":
        found.evidence = evidence.strip()[:500]
    found.save()
    note(subject=found, organisation=found.company_id, state=state)
    return found


@operation("residency.pass_milestones", ko="지난 목표 표시하기", en="Mark milestones that are past", may=rules.remind)
def pass_milestones() -> int:
    """Agreed ones whose day is over are missed, until somebody shows that they were reached. Returns how many."""
    late = Milestone.objects.select_for_update(skip_locked=True).filter(state="agreed", due_on__lt=today())
    count = 0
    for each in late:
        each.state, each.closed_on = "missed", each.due_on
        each.save(update_fields=["state", "closed_on"])
        count += 1
    note(missed=count)
    return count
