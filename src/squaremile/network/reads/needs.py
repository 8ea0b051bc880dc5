"""Needs as the board and their own page show them: the public part for all, the rest for whose it is and liaison."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network.models import Match, Need, NeedDetail, NeedTransition
from squaremile.network.policies.answer_clock import AnswerClock, answer_clock
from squaremile.network.words import needs as words

MOST = 400
JOINED = ("detail__organisation", "detail__partner", "detail__director", "detail__asked_by")


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One need. What the asker may not see is empty: whose it is, the confidential part, the director, the outcome."""

    id: UUID
    code: str
    mode: str
    mode_label: Text
    title: Text
    says: Text
    horizon_months: int
    state: str
    state_label: Text
    listed: bool
    created_at: datetime
    opened_at: datetime | None
    closed_at: datetime | None
    clock: AnswerClock
    mine: bool
    """The asker's own company's."""
    open_book: bool
    """The asker sees whose it is."""
    organisation: str
    member_code: str
    """Of the relationship whose need it is: the company's, or the partner's outside."""
    owner: Text | None
    partner: Text | None
    confidential: Text | None
    director: Text | None
    director_id: UUID | None
    outcome: str
    outcome_label: Text | None
    outcome_reason: str


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One step of a need's life."""

    label: Text
    at: datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one judge said of one candidate."""

    subject: str
    subject_code: str
    verdict: str
    label: Text
    reason: str
    blind: bool
    position: int
    judge: Text
    judged_by: UUID
    judged_at: datetime


def board(*, mode: str = "", only_mine: bool = False) -> list[NeedRow]:
    """What the asker may see, the oldest first, in one statement; of closed ones the newest."""
    found = Need.objects.select_related(*JOINED).order_by("opened_at", "created_at", "code")
    if mode:
        found = found.filter(mode=mode)
    if only_mine:
        found = found.filter(detail__director_id=require().actor)
    return [_row(need) for need in found[:MOST]]


def need(code: str) -> NeedRow:
    """One need. Raises Missing for what the asker does not see."""
    found = Need.objects.select_related(*JOINED).filter(code=code).first()
    if found is None:
        raise Missing(words.NEED_UNKNOWN)
    return _row(found)


def steps(code: str) -> list[StepTaken]:
    """The steps it took, oldest first."""
    left = list(NeedTransition.objects.filter(need__code=code).order_by("at", "id"))
    taken: list[StepTaken] = []
    state = ""
    while left:
        # Steps of one transaction bear the same moment: each follows the one it began from.
        step = next((each for each in left if each.before == state), left[0])
        left.remove(step)
        taken.append(StepTaken(words.STATES[step.after], step.at))
        state = step.after
    return taken


def verdicts(code: str) -> list[Verdict]:
    """Every judgement of its candidates that the asker may see, the newest first."""
    found: QuerySet[Match] = Match.objects.filter(need__code=code).select_related("judged_by").order_by("-judged_at", "id")
    return [
        Verdict(
            m.subject, m.subject_code, m.verdict, words.VERDICTS[m.verdict], m.reason, m.blind, m.position,
            _name(m.judged_by) or Text(ko="—", en="—"), m.judged_by_id, m.judged_at,
        )
        for m in found
    ]


def _row(need: Need) -> NeedRow:
    detail: NeedDetail | None = getattr(need, "detail", None)
    asking = require()
    now = clock.now()
    return NeedRow(
        id=need.id, code=need.code, mode=need.mode, mode_label=words.MODES[need.mode],
        title=Text(ko=need.title_ko or need.title_en, en=need.title_en or need.title_ko),
        says=Text(ko=need.says_ko, en=need.says_en), horizon_months=need.horizon_months, state=need.state,
        state_label=words.STATES[need.state], listed=need.listed, created_at=need.created_at, opened_at=need.opened_at,
        closed_at=need.closed_at,
        clock=answer_clock(
            opened_at=need.opened_at, waiting=need.state == "open", now=now, promised_days=settings.NEED_ANSWER_DAYS
        ),
        mine=detail is not None and detail.organisation_id in asking.organisations, open_book=detail is not None,
        organisation=detail.organisation.code if detail and detail.organisation else "",
        member_code=_code(detail), owner=_name(detail.organisation) or _name(detail.partner) if detail else None,
        partner=_name(detail.partner) if detail else None,
        confidential=Text(ko=detail.confidential_ko, en=detail.confidential_en) if detail else None,
        director=_name(detail.director) if detail else None, director_id=detail.director_id if detail else None,
        outcome=detail.outcome if detail else "",
        outcome_label=words.OUTCOMES.get(detail.outcome) if detail else None,
        outcome_reason=detail.outcome_reason if detail else "",
    )


def _code(detail: NeedDetail | None) -> str:
    whose = (detail.organisation or detail.partner) if detail else None
    return whose.code if whose else ""


def _name(named: object) -> Text | None:
    """The two names of a person, company or partner; None for nobody."""
    if named is None:
        return None
    ko, en = getattr(named, "name_ko", ""), getattr(named, "name_en", "")
    return Text(ko=ko or en, en=en or ko)
