"""What safety says to a declaration."""

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import Declaration, Feasibility
from squaremile.residency.models.declaration import VERDICTS
from squaremile.residency.words import applications as words


@operation(
    "residency.judge_feasibility", ko="안전 타당성 판단하기", en="Judge feasibility", may=rules.judge_safety,
    refuses=(words.DECLARATION_UNKNOWN, words.VERDICT_UNKNOWN),
    constraints={
        "feasibility_reasoned": words.REASON_NEEDED, "feasibility_conditions_said": words.CONDITIONS_NEEDED,
        "feasibility_verdict_known": words.VERDICT_UNKNOWN,
    },
)
def judge_feasibility(*, application: str, judgement: str, reasons: str, conditions: str = "") -> Feasibility:
    """Say whether the site can host what the newest declaration brings, why, and on which conditions."""
    if judgement not in VERDICTS:
        raise Invalid(words.VERDICT_UNKNOWN)
    newest = Declaration.objects.filter(application__code=application).order_by("-number").first()
    if newest is None:
        raise Missing(words.DECLARATION_UNKNOWN)
    made = Feasibility.objects.create(
        declaration=newest, company_id=newest.company_id, verdict=judgement, reasons=reasons.strip()[:2000],
        conditions=conditions.strip()[:2000], at=clock.now(), judged_by_id=require().actor,  # type: ignore[misc]
    )
    note(subject=made, organisation=newest.company_id, verdict=judgement, declaration=newest.number)
    return made
