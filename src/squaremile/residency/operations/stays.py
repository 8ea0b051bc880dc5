"""How long companies stay: the terms, the day of moving in, and the evaluations that renew a stay or end it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import Evaluation, Residence, StayTerms
from squaremile.residency.operations.companies import locked
from squaremile.residency.operations.staying import begin_stay
from squaremile.residency.policies.stay import weighed
from squaremile.residency.reads.days import today
from squaremile.residency.reads.residences import later_stay, newest, terms_of
from squaremile.residency.words import life as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN

DUE = Text(ko="{day}까지 평가할 기업이 있습니다: {code}", en="A company to be evaluated by {day}: {code}")


@operation(
    "residency.set_stay_terms", ko="입주 기간 규칙 정하기", en="Set terms of stay", may=rules.keep_companies,
    refuses=(words.TERMS_UNSOUND,),
    constraints={"residency_stay_terms_code_key": "core.code_taken", "stay_terms_sound": words.TERMS_UNSOUND},
)
def set_stay_terms(
    *, criteria: Sequence[Mapping[str, Any]], base_months: int = 24, extension_months: int = 12, most_extensions: int = 2,
    pass_mark: int = 70,
) -> StayTerms:
    """A new version of the rule. Companies that moved in under an earlier one keep it.

    `criteria`: what an evaluation judges, each with a code, a name in both languages and a weight above 0.
    """
    named = [
        {"code": str(c.get("code", "")).strip(), "ko": str(c.get("ko", "")).strip(), "en": str(c.get("en", "")).strip(),
         "weight": c.get("weight")}
        for c in criteria
    ]
    sound = all(c["code"] and c["ko"] and c["en"] and isinstance(c["weight"], int) and 0 < c["weight"] <= 100 for c in named)
    if not named or not sound or len({c["code"] for c in named}) != len(named):
        raise Invalid(words.TERMS_UNSOUND)
    made = StayTerms.objects.create(
        code=short_code("ST"), base_months=base_months, extension_months=extension_months,
        most_extensions=most_extensions, pass_mark=pass_mark, criteria=named, made_at=clock.now(),
    )
    note(subject=made)
    return made


@operation(
    "residency.move_in", ko="입주 처리하기", en="Record a moving in", may=rules.keep_companies,
    refuses=(COMPANY_UNKNOWN, words.TERMS_UNKNOWN, words.MOVED_IN_ALREADY, words.NOT_RESIDENT),
    constraints={"evaluation_once": words.MOVED_IN_ALREADY, "residence_once": words.MOVED_IN_ALREADY},
)
def move_in(*, company: str, moved_in_on: date, stay_terms: str) -> Residence:
    """From that day the stay is counted, and its evaluations are planned. For companies that were here before there was a rule
    of stays: whoever comes under a licence begins its stay with it."""
    found = locked(company)
    terms = StayTerms.objects.filter(code=stay_terms).first()
    if terms is None:
        raise Missing(words.TERMS_UNKNOWN)
    if found.state != "resident":
        raise Refused(words.NOT_RESIDENT)
    if newest(found.id) is not None:
        raise Refused(words.MOVED_IN_ALREADY)
    made = begin_stay(found, terms, moved_in_on)
    note(subject=found, organisation=found.id, moved_in_on=moved_in_on, terms=terms.code)
    return made


@operation(
    "residency.hold_evaluation", ko="평가 마치기", en="Hold an evaluation", may=rules.keep_companies,
    refuses=(words.EVALUATION_UNKNOWN, words.EVALUATION_HELD, words.EVALUATION_TURN, words.EVALUATION_SCORES, words.BELOW_PASS),
    constraints={"evaluation_step_allowed": words.EVALUATION_HELD, "evaluation_held_reasoned": words.EVALUATION_SCORES},
)
def hold_evaluation(
    *, evaluation: str, scores: Mapping[str, int], renew: bool, reason_ko: str = "", reason_en: str = ""
) -> Evaluation:
    """Points of 100 by criterion, and the decision with its reason. Below the pass mark a stay is not renewed."""
    found = Evaluation.objects.select_for_update(of=("self",)).annotate(past=later_stay()).filter(code=evaluation).first()
    if found is None:
        raise Missing(words.EVALUATION_UNKNOWN)
    if found.state != "planned" or found.past:
        raise Refused(words.EVALUATION_HELD)
    if Evaluation.objects.filter(company=found.company_id, stay=found.stay, number__lt=found.number).exclude(state="renewed").exists():
        raise Refused(words.EVALUATION_TURN)
    terms = terms_of(found)
    codes = [c["code"] for c in terms.criteria]
    if set(scores) != set(codes) or not (reason_ko.strip() or reason_en.strip()):
        raise Invalid(words.EVALUATION_SCORES)
    try:
        points = weighed([(scores[c["code"]], c["weight"]) for c in terms.criteria])
    except (TypeError, ValueError) as wrong:
        raise Invalid(words.EVALUATION_SCORES) from wrong
    if renew and points < terms.pass_mark:
        raise Refused(words.BELOW_PASS, {"points": points, "mark": terms.pass_mark})
    found.scores, found.points, found.held_on = dict(scores), points, today()
    found.reason_ko, found.reason_en = reason_ko.strip(), reason_en.strip()
    found.state = "renewed" if renew else "ending"
    found.save()
    note(subject=found, organisation=found.company_id, points=points, renew=renew)
    return found


@operation("residency.remind_of_evaluations", ko="다가오는 평가 알리기", en="Remind of evaluations", may=rules.remind)
def remind_of_evaluations() -> int:
    """Programme staff hear of an evaluation from its day on, once. Returns how many."""
    day = today()
    due = Evaluation.objects.select_for_update(skip_locked=True, of=("self",)).select_related("company").filter(
        state="planned", told_on=None, due_on__lte=day, company__state="resident"
    ).exclude(later_stay())
    count = 0
    for each in due:
        tell(people.staff("programme"), "residency.evaluation_due", DUE.fill({"day": each.due_on, "code": each.company.code}),
             url=f"/residency/companies/{each.company.code}/", origin=f"evaluation:{each.id}")  # fmt: skip
        each.told_on = day
        each.save(update_fields=["told_on"])
        count += 1
    note(told=count)
    return count
