"""Life in residence: a company's milestones, stay, notices and hours; mentors; sponsors."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text, both
from squaremile.residency.models import (
    Departure,
    Evaluation,
    Mentor,
    Milestone,
    OfficeHour,
    OfficeHourDetail,
    ProfileLook,
    Residence,
    StayTerms,
    Suspension,
)
from squaremile.residency.policies.notice import GROUNDS
from squaremile.residency.policies.stay import Stay, StayRule, stay
from squaremile.residency.reads.days import today
from squaremile.residency.words import life as words

HAS_MOVED_IN = ("resident", "alumni", "closed")
"""Whoever is on the way in again has no stay yet."""


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One milestone."""

    code: str
    title: Text
    due_on: date
    state: str
    state_said: Text
    evidence: str


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """One evaluation, with the criteria it judges."""

    code: str
    number: int
    due_on: date
    state: str
    state_said: Text
    points: int | None
    reason: Text
    held_on: date | None
    late: bool


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One notice to put something right."""

    code: str
    ground: Text
    says: Text
    state: str
    state_said: Text
    noticed_on: date
    cure_on: date


@dataclass(frozen=True, slots=True)
class HourRow:
    """An office hour. `topic`, `company_name` and `remark` only for those whose it is."""

    code: str
    mentor: str
    mentor_name: Text
    when: Period
    where: Text
    state: str
    state_said: Text
    mine: bool
    topic: str
    company_name: Text | None
    remark: str
    over: bool


@dataclass(frozen=True, slots=True)
class MentorRow:
    """A mentor as everybody may know her."""

    code: str
    name: Text
    says: Text
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EarlierStay:
    """A stay that is over. `left_on`: the last day by the exit that was cleared."""

    moved_in_on: date
    left_on: date | None
    terms: str
    evaluations: tuple[EvaluationRow, ...]


@dataclass(frozen=True, slots=True)
class Life:
    """What the page of one company shows of its life in residence: its newest stay, until it comes again, and earlier ones."""

    milestones: tuple[MilestoneRow, ...]
    stay: Stay | None
    moved_in_on: date | None
    terms: str
    criteria: tuple[dict[str, Any], ...]
    pass_mark: int
    evaluations: tuple[EvaluationRow, ...]
    notices: tuple[NoticeRow, ...]
    earlier: tuple[EarlierStay, ...]
    """The newest first."""
    looks: tuple[tuple[datetime, str], ...]
    """When a sponsor looked at the profile, and by which address."""


def of(company: UUID) -> Life:
    """Everything of one company; what the asker may not see is not there."""
    stays = list(Residence.objects.select_related("terms", "company").filter(company=company).order_by("-number"))
    evaluations = list(Evaluation.objects.filter(company=company).order_by("number"))
    comes = bool(stays) and stays[0].company.state not in HAS_MOVED_IN
    residence, past = (None, stays) if comes or not stays else (stays[0], stays[1:])
    held = residence.terms if residence else None
    own = [each for each in evaluations if residence and each.stay == residence.number]
    renewed = sum(each.state == "renewed" for each in own)
    return Life(
        milestones=tuple(_milestone(m) for m in Milestone.objects.filter(company=company).order_by("due_on", "code")),
        stay=stay(residence.moved_in_on, renewed, rule(held)) if residence and held else None,
        moved_in_on=residence.moved_in_on if residence else None, terms=held.code if held else "",
        criteria=tuple(held.criteria) if held else (), pass_mark=held.pass_mark if held else 0,
        evaluations=tuple(map(_evaluation, own)),
        earlier=_earlier(company, past, evaluations) if past else (),
        notices=tuple(
            NoticeRow(s.code, GROUNDS[s.ground].label, both(s.says_ko, s.says_en), s.state, words.SUSPENSIONS[s.state],
                      s.noticed_on, s.cure_on)
            for s in Suspension.objects.filter(company=company).order_by("-noticed_on", "-code")
        ),
        looks=tuple(ProfileLook.objects.filter(company=company).order_by("-at").values_list("at", "by")[:20]),
    )


def _earlier(company: UUID, past: list[Residence], evaluations: list[Evaluation]) -> tuple[EarlierStay, ...]:
    exits = list(Departure.objects.filter(company=company, state="cleared").order_by("noticed_on"))
    return tuple(
        EarlierStay(
            each.moved_in_on, next((one.last_day for one in exits if one.noticed_on >= each.moved_in_on), None), each.terms.code,
            tuple(_evaluation(one) for one in evaluations if one.stay == each.number and one.state != "planned"),
        )
        for each in past
    )


def _evaluation(e: Evaluation) -> EvaluationRow:
    return EvaluationRow(
        e.code, e.number, e.due_on, e.state, words.EVALUATIONS[e.state], e.points, both(e.reason_ko, e.reason_en),
        e.held_on, e.state == "planned" and e.due_on < today(),
    )


def rule(terms: StayTerms) -> StayRule:
    return StayRule(terms.base_months, terms.extension_months, terms.most_extensions, terms.pass_mark)


def terms() -> list[tuple[str, str]]:
    """Terms of stay, the newest first: code, and the numbers as people say them."""
    found = StayTerms.objects.order_by("-made_at", "-code")
    return [(t.code, f"{t.base_months} + {t.most_extensions} × {t.extension_months} · {t.pass_mark}/100") for t in found]


def mentors() -> list[MentorRow]:
    """Those who advise now, by name."""
    found = Mentor.objects.filter(active=True).order_by("name_ko", "name_en", "code")
    return [MentorRow(m.code, both(m.name_ko, m.name_en), both(m.says_ko, m.says_en), tuple(m.fields)) for m in found]


def hours(*, mentor: UUID | None = None) -> list[HourRow]:
    """Hours from today on, and one's own of the last three months, the nearest first."""
    now = clock.now()
    found = OfficeHour.objects.select_related("mentor").exclude(state="cancelled").order_by("period", "code")
    found = found.filter(mentor=mentor) if mentor else found.filter(period__endswith__gte=now)
    rows = list(found)
    details = {
        d.hour_id: d
        for d in OfficeHourDetail.objects.filter(hour__in=[r.id for r in rows])
    }
    return [_hour(row, details.get(row.id), now) for row in rows]


def me(mentor: UUID) -> MentorRow | None:
    """A mentor who came with her key."""
    found = Mentor.objects.filter(id=mentor).first()
    return MentorRow(
        found.code, both(found.name_ko, found.name_en), both(found.says_ko, found.says_en), tuple(found.fields)
    ) if found else None


def _hour(row: OfficeHour, detail: OfficeHourDetail | None, now: datetime) -> HourRow:
    name = both(detail.company_ko, detail.company_en) if detail else None
    return HourRow(
        row.code, row.mentor.code, both(row.mentor.name_ko, row.mentor.name_en), row.period, both(row.where_ko, row.where_en),
        row.state, words.HOURS[row.state], detail is not None, detail.topic if detail else "",
        name, detail.remark if detail else "", row.period.start <= now,
    )


def _milestone(found: Milestone) -> MilestoneRow:
    return MilestoneRow(
        found.code, both(found.title_ko, found.title_en), found.due_on, found.state, words.MILESTONES[found.state],
        found.evidence,
    )
