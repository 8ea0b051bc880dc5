"""Hazard analyses before work: drafted from what stands in the room, signed by who is responsible, approved for a year."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import Analysis, AnalysisVersion
from squaremile.safety.operations.areas import room_by_code
from squaremile.safety.operations.whose import company
from squaremile.safety.policies import analysis as policy
from squaremile.safety.reads import analyses, room_contents
from squaremile.safety.reads.areas import today
from squaremile.safety.words import analyses as words
from squaremile.safety.words import areas as area_words
from squaremile.safety.words.stock import WHOSE

SOON, LONGEST = 30, 4000
STEP = {"analysis_version_step_allowed": words.ANALYSIS_STEP, "analysis_stands": words.ANALYSIS_STEP}


@operation(
    "safety.draft_analysis", ko="사전유해인자위험분석 쓰기", en="Draft a hazard analysis", may=rules.draft_analyses,
    refuses=(words.ANALYSIS_UNKNOWN, words.ANALYSIS_UNSOUND, area_words.ROOM_UNFIT, WHOSE, NOT_FOUND),
    constraints={**STEP, "analysis_named": words.ANALYSIS_UNSOUND, "analysis_one_open": words.ANALYSIS_STEP,
                 "analysis_version_once": words.ANALYSIS_STEP},
)  # fmt: skip
def draft_analysis(
    *, steps: Sequence[Any], emergency: str, responsible: UUID, place: str = "", name_ko: str = "", name_en: str = "", analysis: str = "",
    organisation: str = "",
) -> AnalysisVersion:
    """A new one for an activity in a room; or, with the code of one, its draft written anew, or the next version. The hazards
    are filled in from what stands in the room now. `steps` are `{does, risk, measure, ppe: [...]}`."""
    try:
        sound = policy.steps(steps)
    except policy.Unsound as wrong:
        raise Invalid(words.ANALYSIS_UNSOUND) from wrong
    kept = _locked(analysis) if analysis else None
    owner = kept.organisation_id if kept else company(organisation)
    if not emergency.strip() or len(emergency) > LONGEST or not people.member(responsible, owner):
        raise Invalid(words.ANALYSIS_UNSOUND)
    if kept is None:
        kept = Analysis.objects.create(
            code=short_code("HA"), organisation_id=owner, room_id=room_by_code(place).id, created_at=clock.now()
        )
    said: dict[str, Any] = {
        "name_ko": name_ko.strip()[:160], "name_en": name_en.strip()[:160], "responsible_id": responsible, "emergency": emergency.strip(),
        "steps": [{"does": s.does, "risk": s.risk, "measure": s.measure, "ppe": list(s.ppe)} for s in sound],
        "hazards": [hazard.to_row() for hazard in room_contents.hazards(kept.room_id, owner)], "drafted_at": clock.now(),
        "state": "draft", "signed_at": None,
    }  # fmt: skip
    version = AnalysisVersion.objects.select_for_update().filter(analysis=kept, state__in=policy.OPEN).first()
    if version is None:
        last = AnalysisVersion.objects.filter(analysis=kept).order_by("-number").first()
        version = AnalysisVersion.objects.create(analysis=kept, number=last.number + 1 if last else 1, **said)
    else:
        for field, value in said.items():
            setattr(version, field, value)
        version.save(update_fields=list(said))
    note(subject=kept, organisation=owner, version=version.number, hazards=len(version.hazards))
    return version


@operation(
    "safety.sign_analysis", ko="사전유해인자위험분석 서명하기", en="Sign a hazard analysis", may=rules.draft_analyses,
    refuses=(words.ANALYSIS_UNKNOWN, words.ANALYSIS_STEP, words.NOT_RESPONSIBLE, words.STOCK_CHANGED),
    constraints={**STEP, "analysis_own_name": words.NOT_RESPONSIBLE},
)
def sign_analysis(*, analysis: str) -> AnalysisVersion:
    """Who is responsible stands for it; it goes to safety. Refused where the room holds other hazards than it says."""
    kept, version = _of(analysis, "draft")
    if version.responsible_id != require().actor:
        raise Refused(words.NOT_RESPONSIBLE)
    _as_it_stands(kept, version)
    version.state, version.signed_at = "signed", clock.now()
    version.save(update_fields=["state", "signed_at"])
    note(subject=kept, organisation=kept.organisation_id, version=version.number)
    return version


@operation(
    "safety.decide_analysis", ko="사전유해인자위험분석 결정하기", en="Decide on a hazard analysis", may=rules.decide,
    refuses=(words.ANALYSIS_UNKNOWN, words.ANALYSIS_STEP, words.REASON, words.STOCK_CHANGED),
    constraints={**STEP, "analysis_decided_by_safety": words.ANALYSIS_STEP, "analysis_one_approved": words.ANALYSIS_STEP},
)
def decide_analysis(*, analysis: str, approve: bool, reason: str = "") -> AnalysisVersion:
    """Approve it for a year, which replaces what was approved before; or return it, with the reason."""
    kept, version = _of(analysis, "signed")
    if not approve and not reason.strip():
        raise Invalid(words.REASON)
    version.decided_by, version.reason = require().actor, reason.strip()[:300]
    if approve:
        _as_it_stands(kept, version)
        for before in AnalysisVersion.objects.select_for_update().filter(analysis=kept, state="approved"):
            before.state = "replaced"
            before.save(update_fields=["state"])
        version.approved_on, version.ends_on = today(), policy.year_from(today())
    version.state = "approved" if approve else "returned"
    version.save(update_fields=["state", "decided_by", "reason", "approved_on", "ends_on"])
    note(subject=kept, organisation=kept.organisation_id, version=version.number, approve=approve, reason=version.reason)
    return version


@operation(
    "safety.end_analysis", ko="사전유해인자위험분석 끝내기", en="End a hazard analysis", may=rules.draft_analyses,
    refuses=(words.ANALYSIS_UNKNOWN, words.ANALYSIS_STEP), constraints=STEP,
)
def end_analysis(*, analysis: str) -> AnalysisVersion:
    """The activity is over; it stays on record."""
    kept, version = _of(analysis, "approved")
    version.state = "ended"
    version.save(update_fields=["state"])
    note(subject=kept, organisation=kept.organisation_id, version=version.number)
    return version


@operation(
    "safety.remind_of_analyses", ko="사전유해인자위험분석 알리기", en="Remind of hazard analyses", may=rules.remind_of_analyses,
)
def remind_of_analyses() -> int:
    """Safety of what waits for approval; who is responsible of an approval that ends within 30 days. Once each."""
    waiting, ending = analyses.due(today(), within=SOON)
    for due in waiting:
        tell(
            people.staff("safety_officer"), "safety.analysis_waits", words.WAITS.fill({"analysis": due.analysis}),
            url=f"/safety/analyses/{due.analysis}/", origin=f"analysis-waits:{due.version}",
        )
    for due in ending:
        tell(
            {due.responsible, *people.admins(due.organisation)}, "safety.analysis_ends",
            words.ENDS.fill({"analysis": due.analysis, "day": due.day.isoformat() if due.day else ""}),
            url=f"/safety/analyses/{due.analysis}/", origin=f"analysis-ends:{due.version}", about=due.organisation,
        )
    note(waiting=len(waiting), ending=len(ending))
    return len(waiting) + len(ending)


def _as_it_stands(kept: Analysis, version: AnalysisVersion) -> None:
    """Nobody signs or approves hazards that are no longer those of the room. Raises Refused."""
    found = [each for each in analyses.changed(kept.room_id, kept.organisation_id, version.hazards) if each.matters]
    if found:
        told = [analyses.said(each) for each in found[:3]]
        raise Refused(words.STOCK_CHANGED, {"what": Text(ko="; ".join(t.ko for t in told), en="; ".join(t.en for t in told))})


def _locked(code: str) -> Analysis:
    """One that the asker may write. What one may not see is Missing."""
    found = Analysis.objects.filter(code=code.strip()).first()
    if found is None or not (found.organisation_id in require().organisations or rules.see_everyone(require())):
        raise Missing(words.ANALYSIS_UNKNOWN)
    return found


def _of(code: str, state: str) -> tuple[Analysis, AnalysisVersion]:
    kept = _locked(code)
    version = AnalysisVersion.objects.select_for_update().filter(analysis=kept, state=state).first()
    if version is None:
        raise Refused(words.ANALYSIS_STEP)
    return kept, version
