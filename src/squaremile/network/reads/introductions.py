"""Introductions: the list that waits, and one with what its reader may know of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import Approach, Connection, Feedback, Introduction, IntroductionDetail
from squaremile.network.models.introduction import STATES
from squaremile.network.reads.members import text
from squaremile.network.words import liaison as words


@dataclass(frozen=True, slots=True)
class Line:
    """`member` is empty for the expert, until she accepts or where it is not anonymous."""

    code: str
    target: Text
    member: Text | None
    state: str
    label: Text
    look: str
    at: datetime
    hers: bool
    """The reader is the one who is asked."""
    since: datetime
    """When it reached its state."""
    private: str
    """Why the expert declined, for herself and the liaison staff."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How one side is reached, once both have agreed."""

    side: str
    name: Text
    body: Text
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Said:
    side: str
    useful: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One introduction. `reason`, `outcome` and `refused` are the requester's and the staff's; `private` is why the
    expert declined, for herself and the staff."""

    line: Line
    message: Text
    anonymous: bool
    needs_expert: bool
    reason: Text | None
    need: str
    refused: str
    outcome: Text | None
    outcome_reason: str
    asked_name: Text | None
    letter_until: datetime | None
    private: str
    heard: str
    steps: tuple[tuple[datetime, Text], ...]
    reached: tuple[Reached, ...]
    feedback: tuple[Said, ...]
    requester: bool
    """The reader is on the requester's side, or staff."""
    staff: bool


def lines(states: Iterable[str] = ()) -> list[Line]:
    """What the reader may see, newest first. The same statements however many there are."""
    found = Introduction.objects.select_related("person", "lab", "target").order_by("-created_at", "-id")
    if wanted := list(states):
        found = found.filter(state__in=wanted)
    rows = list(found)
    details = {d.introduction_id: d for d in IntroductionDetail.objects.filter(introduction__in=rows)}
    asked = {a.introduction_id: a for a in Approach.objects.filter(introduction__in=rows).select_related("person")}
    known = {
        c.introduction_id: text(c.body_ko or c.name_ko, c.body_en or c.name_en)
        for c in Connection.objects.filter(introduction__in=rows, side="requester")
    }
    return [_line(one, details.get(one.id), asked.get(one.id), known.get(one.id)) for one in rows]


def _line(one: Introduction, detail: IntroductionDetail | None, asked: Approach | None, known: Text | None) -> Line:
    whom = one.person or one.lab or one.target
    target = text(whom.name_ko, whom.name_en) if whom else text("", "")
    member = text(detail.member_ko, detail.member_en) if detail else known
    if member is None and asked is not None and asked.requester_ko:
        member = text(asked.requester_ko, asked.requester_en)
    hers = asked is not None and asked.person.user_id is not None and asked.person.user_id == require().actor
    return Line(
        one.code, target, member, one.state, words.INTRODUCTIONS[one.state], words.LOOKS[one.state], one.created_at, hers,
        one.dated(one.state) or one.created_at, asked.private_reason if asked else "",
    )


def page(code: str) -> Page:
    """One introduction. Raises `network.introduction_unknown` for everyone it does not concern."""
    one = Introduction.objects.select_related("person", "lab", "target").filter(code=code).first()
    if one is None:
        raise Missing(words.INTRODUCTION_UNKNOWN)
    detail = IntroductionDetail.objects.select_related("need").filter(introduction=one).first()
    asked = Approach.objects.select_related("person").filter(introduction=one).first()
    ways = list(Connection.objects.filter(introduction=one).order_by("side")) if one.state in ("accepted", "met", "closed") else []
    known = next((text(c.body_ko or c.name_ko, c.body_en or c.name_en) for c in ways if c.side == "requester"), None)
    line = _line(one, detail, asked, known)
    # Steps before she was asked are not the expert's.
    steps = [
        (one.dated(each.after) or each.at, words.INTRODUCTIONS[each.after])
        for each in sorted(one.transitions.all(), key=lambda step: (one.dated(step.after) or step.at, STATES.index(step.after)))
        if detail is not None or each.after != "requested"
    ]
    feedback = Feedback.objects.filter(introduction=one).order_by("side")
    return Page(
        line, text(one.message_ko, one.message_en), one.anonymous, one.person_id is None,
        text(detail.reason_ko, detail.reason_en) if detail else None,
        detail.need.code if detail and detail.need else "", detail.refused_reason if detail else "",
        words.OUTCOMES[detail.outcome] if detail and detail.outcome else None, detail.outcome_reason if detail else "",
        text(asked.name_ko, asked.name_en) if asked else None, asked.expires_at if asked and not asked.answered_at else None,
        asked.private_reason if asked else "", asked.heard if asked else "", tuple(steps), tuple(_reached(way) for way in ways),
        tuple(Said(each.side, each.useful, each.goes_on) for each in feedback), detail is not None,
        rules.liaise(require()),
    )


def _reached(way: Connection) -> Reached:
    return Reached(
        way.side, text(way.name_ko, way.name_en), text(way.body_ko, way.body_en), way.email, way.phone
    )
