"""Applications as staff have them: the list of the Programme desk, and one with everything before its review."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from squaremile.kernel.words import Text, both
from squaremile.residency.models import (
    Answer,
    Application,
    ApplicationTransition,
    CallTerms,
    CompetitionFinding,
    Feasibility,
    Screening,
    StopException,
)
from squaremile.residency.models.screening import CHECKS
from squaremile.residency.policies.declaration import declared
from squaremile.residency.policies.eligibility import Verdict, facts, judged, overall
from squaremile.residency.policies.form import Form, read
from squaremile.residency.reads import declarations, papers
from squaremile.residency.reads.steps import in_order
from squaremile.residency.reads.stops import Stop, stops, unexcepted
from squaremile.residency.reads.submission import day_of
from squaremile.residency.words import applications as words


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One line of the desk. `eligible` is None where nobody can tell yet."""

    head: papers.Head
    eligible: bool | None
    stops: tuple[Verdict, ...]
    flags: str
    checks_done: int
    feasibility: str
    feasibility_said: Text | None
    conflicts: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict with a resident."""

    code: str
    resident: Text
    resident_code: str
    why: Text
    outcome: str
    outcome_said: Text
    settled_why: str


@dataclass(frozen=True, slots=True)
class Check:
    """A point of the checklist."""

    key: str
    label: Text
    holds: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step of its life."""

    at: datetime
    after: Text


@dataclass(frozen=True, slots=True)
class Dossier:
    """One application with everything that staff weigh before review."""

    paper: papers.Paper
    verdicts: tuple[Verdict, ...]
    eligible: bool | None
    declared: declarations.Declared | None
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    flags: str
    screened_at: datetime | None
    steps: tuple[Step, ...]
    stops: tuple[Stop, ...]
    """What stands against it, and for which the site director has given no reason."""
    exceptions: tuple[tuple[datetime, Text, str], ...]
    """When, what stood against it, and the reason to let it pass all the same."""


def desk(*, call: str = "", state: str = "") -> list[DeskRow]:
    """Applications handed in, the newest first. The same number of statements however many there are."""
    wanted = Application.objects.select_related("call", "company__organisation", "sheet__version").filter(
        sheet__isnull=False, submitted_at__isnull=False
    )
    wanted = wanted.filter(call__code=call) if call else wanted
    found = list((wanted.filter(state=state) if state else wanted).order_by("-submitted_at", "code"))
    keys = [each.id for each in found]
    answers: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for key, question, value in Answer.objects.filter(application_id__in=keys).values_list("application_id", "question", "value"):
        answers[key][question] = value
    terms = {t.call_id: t.eligibility for t in CallTerms.objects.filter(call_id__in={each.call_id for each in found})}
    forms = {each.sheet.version_id: read(each.sheet.version.body) for each in found}
    screened = {s.application_id: s for s in Screening.objects.filter(application_id__in=keys)}
    safe = _newest_feasibility(keys)
    conflicts: dict[UUID, int] = defaultdict(int)
    for key in CompetitionFinding.objects.filter(application_id__in=keys, outcome__in=("open", "refused")).values_list("application_id", flat=True):
        conflicts[key] += 1
    return [
        _desk_row(each, _verdicts(forms[each.sheet.version_id], answers[each.id], terms.get(each.call_id, ()), day_of(each)),
                  screened.get(each.id), safe.get(each.id, ""), conflicts[each.id])
        for each in found
    ]


def dossier(code: str) -> Dossier:
    """One that was handed in. Raises Missing."""
    paper = papers.paper(code, handed_in_only=True)
    found = Application.objects.get(id=paper.head.id)
    terms = CallTerms.objects.get(call_id=found.call_id)
    verdicts = _verdicts(paper.form, paper.answers, terms.eligibility, day_of(found))
    seen = Screening.objects.filter(application=found).first()
    held: Mapping[str, bool] = seen.checks if seen else {}
    findings = tuple(
        Finding(
            each.code, both(each.resident.organisation.name_ko, each.resident.organisation.name_en), each.resident.code,
            Text(ko=each.why_ko, en=each.why_en), each.outcome, words.OUTCOMES[each.outcome], each.settled_why,
        )
        for each in CompetitionFinding.objects.filter(application=found).select_related("resident__organisation").order_by("found_at", "id")
    )
    steps = tuple(
        Step(t.at, words.STATES[t.after]) for t in in_order(ApplicationTransition.objects.filter(application=found).order_by("at"))
    )
    return Dossier(
        paper, tuple(verdicts), overall(verdicts), declarations.newest(found.id), findings,
        tuple(Check(key, words.CHECKS[key], bool(held.get(key))) for key in CHECKS), seen.flags if seen else "",
        seen.at if seen else None, steps, tuple(unexcepted(found, stops(found))), _exceptions(found),
    )


def _exceptions(found: Application) -> tuple[tuple[datetime, Text, str], ...]:
    rows = StopException.objects.filter(application=found).order_by("at", "id")
    return tuple((row.at, Text(ko=row.says_ko, en=row.says_en), row.reason) for row in rows)


def _verdicts(form: Form, answers: Mapping[str, Any], rules: Sequence[Mapping[str, Any]], day: date) -> list[Verdict]:
    return judged(rules, facts(form, answers, declared(form, answers).works), day)


def _newest_feasibility(keys: Sequence[UUID]) -> dict[UUID, str]:
    rows = Feasibility.objects.filter(declaration__application_id__in=keys).order_by("at", "id")
    return dict(rows.values_list("declaration__application_id", "verdict"))


def _desk_row(
    found: Application, verdicts: list[Verdict], seen: Screening | None, safe: str, conflicts: int
) -> DeskRow:
    return DeskRow(
        papers.head(found), overall(verdicts), tuple(v for v in verdicts if v.holds is False), seen.flags if seen else "",
        sum(map(bool, seen.checks.values())) if seen else 0, safe, words.VERDICTS.get(safe), conflicts,
    )
