"""What waits for the liaison staff today, and how fast they have been."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from squaremile.kernel import clock
from squaremile.kernel.words import Text
from squaremile.network.models import (
    Approach,
    Interaction,
    Introduction,
    IntroductionDetail,
    IntroductionTransition,
    Membership,
    Promise,
)
from squaremile.network.policies.response import Clocked, clocked
from squaremile.network.reads import introductions, need_pipeline, waiting_promises
from squaremile.network.reads.members import text
from squaremile.network.reads.relationship import PromiseRow
from squaremile.network.reads.relationships import today

PATIENCE = timedelta(days=7)
"""After which silence is worth a word: no answer, no meeting, no outcome, no minutes."""
SOON = timedelta(days=90)
MEASURED = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A contact without minutes, or a membership that ends: what, whose, since or until when."""

    code: str
    title: Text
    member: Text
    member_code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Today:
    requests: tuple[introductions.Line, ...]
    silent: tuple[introductions.Line, ...]
    unmet: tuple[introductions.Line, ...]
    unclosed: tuple[introductions.Line, ...]
    late: tuple[PromiseRow, ...]
    due: tuple[PromiseRow, ...]
    unanswered: tuple[need_pipeline.Silent, ...]
    no_minutes: tuple[Waiting, ...]
    ending: tuple[Waiting, ...]
    first_answer: Clocked
    to_introduction: Clocked
    need_to_introduction: Clocked
    soft_answers: Clocked

    @property
    def empty(self) -> bool:
        return not any((
            self.requests, self.silent, self.unmet, self.unclosed, self.late, self.due, self.unanswered, self.no_minutes,
            self.ending,
        ))  # fmt: skip


def board() -> Today:
    """Everything at once; the same statements however much waits."""
    now = clock.now()
    lines = introductions.lines(("requested", "asked", "accepted", "met"))
    def stuck(state: str) -> tuple[introductions.Line, ...]:
        return tuple(x for x in lines if x.state == state and x.since <= now - PATIENCE)

    open_ones = waiting_promises.rows(list(
        Promise.objects.filter(state="open", due__lte=today() + timedelta(days=7)).order_by("due", "code")))
    first, accepted, needs = _waits()
    return Today(
        tuple(x for x in reversed(lines) if x.state == "requested"), stuck("asked"), stuck("accepted"), stuck("met"),
        tuple(x for x in open_ones if x.late), tuple(x for x in open_ones if not x.late), need_pipeline.silent(),
        _no_minutes(now), _ending(now), clocked(first), clocked(accepted), clocked(needs),
        need_pipeline.answer_times(now - MEASURED),
    )


def _no_minutes(now: datetime) -> tuple[Waiting, ...]:
    found = Interaction.objects.filter(
        kind__in=("meeting", "visit"), minutes_ko="", minutes_en="", at__gt=now - timedelta(days=60)
    ).select_related("organisation", "partner").order_by("at")
    return tuple(_waiting(one.code, text(one.title_ko, one.title_en), one, one.at) for one in found)


def _ending(now: datetime) -> tuple[Waiting, ...]:
    """Memberships that end soon and that none follows."""
    going = Membership.objects.filter(ended_at=None, valid__endswith__gt=now).select_related("organisation", "partner", "tier")
    last = {(one.organisation_id, one.partner_id): one for one in going.order_by("valid")}
    return tuple(
        _waiting(one.code, text(one.tier.name_ko, one.tier.name_en), one, one.valid.end)
        for one in sorted(last.values(), key=lambda m: m.valid.end) if one.valid.end <= now + SOON
    )


def _waiting(code: str, title: Text, one: Interaction | Membership, at: datetime) -> Waiting:
    whose = one.organisation or one.partner
    if whose is None:
        raise LookupError(f"{code} is nobody's")
    return Waiting(code, title, text(whose.name_ko, whose.name_en), whose.code, at)


def _waits() -> tuple[list[timedelta], list[timedelta], list[timedelta]]:
    """Of the last year: request → the staff's answer; request → accepted; a need's opening → its first introduction."""
    began = clock.now() - MEASURED
    created = dict(Introduction.objects.filter(created_at__gte=began).values_list("id", "created_at"))
    first: dict[object, timedelta] = {}
    accepted: dict[object, timedelta] = {}
    at: dict[object, datetime] = {}
    for one in Approach.objects.filter(introduction__in=created):
        first[one.introduction_id] = one.asked_at - created[one.introduction_id]
        if one.accepted and one.answered_at:
            accepted[one.introduction_id] = one.answered_at - created[one.introduction_id]
            at[one.introduction_id] = one.answered_at
    for refused in IntroductionTransition.objects.filter(introduction__in=created, after="refused"):
        first.setdefault(refused.introduction_id, refused.at - created[refused.introduction_id])
    needs: dict[object, timedelta] = {}
    for detail in IntroductionDetail.objects.filter(introduction__in=at, need__opened_at__isnull=False).select_related("need"):
        waited = at[detail.introduction_id] - detail.need.opened_at  # type: ignore[union-attr, operator]
        needs[detail.need_id] = min(waited, needs.get(detail.need_id, waited))
    return list(first.values()), list(accepted.values()), list(needs.values())
