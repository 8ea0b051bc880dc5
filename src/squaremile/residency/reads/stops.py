"""What stops an application on its way to acceptance: safety's no, a rule of the call, a conflict with a resident."""

from collections.abc import Sequence
from dataclasses import dataclass

from squaremile.kernel.words import Text, both
from squaremile.residency.models import (
    Answer,
    Application,
    CallTerms,
    CompetitionFinding,
    Declaration,
    Feasibility,
    Sheet,
    StopException,
)
from squaremile.residency.policies.declaration import declared
from squaremile.residency.policies.eligibility import facts, judged
from squaremile.residency.policies.form import read
from squaremile.residency.reads.submission import day_of
from squaremile.residency.words import applications as words


@dataclass(frozen=True, slots=True)
class Stop:
    """`key` names this very stop: another verdict, or another outcome of a finding, is another stop."""

    key: str
    says: Text


def stops(application: Application) -> list[Stop]:
    """What stands against it now, whatever was excepted."""
    return [*_unsafe(application), *_ineligible(application), *_conflicts(application)]


def unexcepted(application: Application, found: Sequence[Stop]) -> list[Stop]:
    """Those for which the site director has given no reason."""
    given = {key for keys in StopException.objects.filter(application=application).values_list("stops", flat=True) for key in keys}
    return [stop for stop in found if stop.key not in given]


def said(found: Sequence[Stop]) -> Text:
    return Text(ko=" · ".join(stop.says.ko for stop in found), en=" · ".join(stop.says.en for stop in found))


def _unsafe(application: Application) -> list[Stop]:
    newest = Declaration.objects.filter(application=application).order_by("number").last()
    verdict = Feasibility.objects.filter(declaration=newest).order_by("at", "id").last() if newest else None
    if verdict is None or verdict.verdict != "not_feasible":
        return []
    return [Stop(f"feasibility:{verdict.id}", words.STOP_UNSAFE.fill({"why": verdict.reasons}))]


def _ineligible(application: Application) -> list[Stop]:
    terms, sheet = CallTerms.objects.filter(call_id=application.call_id).first(), None
    if terms is not None and terms.eligibility:
        sheet = Sheet.objects.select_related("version").filter(application=application).first()
    if terms is None or sheet is None:
        return []
    form, answers = read(sheet.version.body), {a.question: a.value for a in Answer.objects.filter(application=application)}
    verdicts = judged(terms.eligibility, facts(form, answers, declared(form, answers).works), day_of(application))
    return [
        Stop(f"eligibility:{verdict.rule}:{day_of(application)}", words.STOP_RULE.fill({"rule": verdict.name, "why": verdict.arithmetic}))
        for verdict in verdicts if verdict.holds is False
    ]


def _conflicts(application: Application) -> list[Stop]:
    rows = CompetitionFinding.objects.filter(application=application, outcome__in=("open", "refused")).select_related("resident__organisation")
    return [
        Stop(f"competition:{row.code}:{row.outcome}", words.STOP_CONFLICT.fill({
            "company": both(row.resident.organisation.name_ko, row.resident.organisation.name_en), "outcome": words.OUTCOMES[row.outcome],
        })) for row in rows.order_by("found_at", "id")
    ]
