"""The competition check: conflicts with residents are found, named by staff, and settled."""

import re
from collections.abc import Mapping
from typing import Any

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import Answer, Application, Company, CompetitionFinding, Sheet
from squaremile.residency.models.screening import OUTCOMES
from squaremile.residency.operations.screening import handed_in
from squaremile.residency.policies.competition import Party, conflicts
from squaremile.residency.policies.form import Form, read, shown
from squaremile.residency.policies.form_answers import said
from squaremile.residency.words import applications as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN

HERE = ("admitted", "resident")


@operation(
    "residency.check_competition", ko="경쟁 확인하기", en="Check for competition", may=rules.screen,
    refuses=(words.APPLICATION_UNKNOWN,), constraints={"competition_found_once": words.APPLICATION_STEP},
)
def check_competition(*, application: str) -> list[CompetitionFinding]:
    """Name the residents that the applicant declares as competitors, or shares two fields with. Checked again, only
    what is new is added; neither company is told.
    """
    found = handed_in(application)
    known = set(CompetitionFinding.objects.filter(application=found).values_list("resident_id", flat=True))
    residents = Company.objects.filter(state__in=HERE).select_related("organisation", "profile").order_by("id")
    named = conflicts(_applicant(found), [_resident(each) for each in residents])
    fresh = [
        _finding(found, Company(id=each.resident), each.why) for each in named if each.resident not in known
    ]
    CompetitionFinding.objects.bulk_create(fresh)
    note(subject=found, organisation=found.company_id, found=len(named), new=len(fresh))
    return fresh


@operation(
    "residency.name_competitor", ko="경쟁 기업 적기", en="Name a competitor", may=rules.screen,
    refuses=(words.APPLICATION_UNKNOWN, COMPANY_UNKNOWN, words.REASON_NEEDED),
    constraints={"competition_found_once": words.FINDING_UNKNOWN, "competition_of_two": words.SAME_COMPANY},
)
def name_competitor(*, application: str, company: str, reason: str) -> CompetitionFinding:
    """Staff know of a conflict that no list shows."""
    found = handed_in(application)
    resident = Company.objects.filter(code=company, state__in=HERE).first()
    if resident is None:
        raise Missing(COMPANY_UNKNOWN)
    if not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    made = _finding(found, resident, Text(ko=reason.strip()[:500], en=reason.strip()[:500]))
    made.save(force_insert=True)
    note(subject=found, organisation=found.company_id, finding=made.code)
    return made


@operation(
    "residency.settle_competition", ko="경쟁 확인 매듭짓기", en="Settle a competition finding", may=rules.screen,
    refuses=(words.FINDING_UNKNOWN, words.VERDICT_UNKNOWN),
    constraints={"competition_settled_reasoned": words.REASON_NEEDED},
)
def settle_competition(*, finding: str, settlement: str, reason: str) -> CompetitionFinding:
    """What the resident said when it was asked, or why there is no conflict after all."""
    found = CompetitionFinding.objects.select_for_update().filter(code=finding).first()
    if found is None:
        raise Missing(words.FINDING_UNKNOWN)
    if settlement not in OUTCOMES[1:]:
        raise Invalid(words.VERDICT_UNKNOWN)
    found.outcome, found.settled_why, found.settled_at = settlement, reason.strip()[:1000], clock.now()
    found.save(update_fields=["outcome", "settled_why", "settled_at"])
    note(subject=found, organisation=found.company_id, outcome=settlement)
    return found


def _finding(application: Application, resident: Company, why: Text) -> CompetitionFinding:
    return CompetitionFinding(
        code=short_code("CF"), application=application, company_id=application.company_id, resident_id=resident.id,
        why_ko=why.ko[:500], why_en=why.en[:500], outcome="open", found_at=clock.now(),
    )


def _applicant(application: Application) -> Party:
    form = read(Sheet.objects.select_related("version").get(application=application).version.body)
    answers = {a.question: a.value for a in Answer.objects.filter(application=application)}
    whose = application.company.organisation
    return Party(
        application.company_id, (whose.name_ko, whose.name_en), _fields(form, answers), _rivals(form, answers)
    )


def _fields(form: Form, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """As the form lets them be said: chosen ones in both languages, written ones parted by commas."""
    asked = next((q for q in shown(form, answers) if q.means == "fields"), None)
    value = answers.get(asked.key) if asked else None
    if asked is None or not value:
        return ()
    if asked.kind == "text":
        return _parted(value)
    each = [said(asked, [key]) for key in value]
    return tuple(name for label in each for name in (label.ko, label.en))


def _rivals(form: Form, answers: Mapping[str, Any]) -> tuple[str, ...]:
    asked = next((q for q in shown(form, answers) if q.means == "competitors"), None)
    value = answers.get(asked.key) if asked else None
    if isinstance(value, str):
        return _parted(value)
    return tuple(row.get("name", "") for row in value or ())


def _resident(company: Company) -> Party:
    whose = company.organisation
    return Party(company.id, (whose.name_ko, whose.name_en), tuple(company.profile.fields))


def _parted(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[,;、\n]", text) if part.strip())
