"""Over the API: liaison work: membership, interactions, promises, introductions, incentives."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self

from django.http import HttpRequest, HttpResponse
from pydantic import Field

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Named, Page, answered
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.network import operations as network
from squaremile.network.reads import introductions, relationships


class TierKept(Named):
    """A tier of membership."""

    dues: int
    currency: str = Field(examples=["KRW"])
    active: bool


class MembershipKept(Coded):
    """A membership and its period."""

    start: datetime
    end: datetime
    dues: int
    currency: str

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(
            code=found.code, start=found.valid.start, end=found.valid.end, dues=found.dues, currency=found.currency
        )


class DirectorKept(Answer):
    """Who looks after a member from now on."""

    email: str
    started_at: datetime


class InteractionKept(Coded):
    """A contact as it was written down."""

    kind: str = Field(examples=["meeting"])
    at: datetime


class PromiseKept(Coded):
    """A promise and how it stands."""

    due: date
    state: str = Field(examples=["open"])


class IntroductionKept(Coded):
    """An introduction and how it stands."""

    state: str = Field(examples=["requested"])


class FeedbackKept(Answer):
    """How one side found the meeting."""

    side: str
    useful: bool
    goes_on: bool


class MeetingKindKept(Named):
    """A kind of activity and its points."""

    points: Decimal
    fixed: bool
    active: bool


class CreditKept(Coded):
    """A line of the ledger."""

    year: int
    points: Decimal


class PoolKept(Answer):
    """A year's pool, shared out."""

    year: int
    currency: str
    dues: int
    amount: int


class RelationshipLine(Named):
    """A relationship that the asker may see."""

    director: str
    last_contact: datetime | None
    next_touch: date | None
    open_promises: int
    late_promises: int
    open_introductions: int


class IntroductionLine(Coded):
    """An introduction that the asker may see; who asks is left out while it is not hers to know."""

    target_ko: str
    target_en: str
    member_ko: str | None
    member_en: str | None
    state: str
    created_at: datetime


def _relationship(row: relationships.Line) -> RelationshipLine:
    return RelationshipLine(
        code=row.code, name_ko=row.name.ko, name_en=row.name.en, director=row.director, last_contact=row.last_contact,
        next_touch=row.next_touch, open_promises=row.open_promises, late_promises=row.late_promises,
        open_introductions=row.introductions,
    )


def _introduction(row: introductions.Line) -> IntroductionLine:
    return IntroductionLine(
        code=row.code, target_ko=row.target.ko, target_en=row.target.en, member_ko=row.member.ko if row.member else None,
        member_en=row.member.en if row.member else None, state=row.state, created_at=row.at,
    )


@router.get(
    "/network/relationships", response=Page[RelationshipLine], summary="Relationships · 관계", tags=["network"],
    operation_id="relationships",
)
def list_relationships(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Every relationship for liaison staff, its own for a company."""
    rows = sorted(relationships.lines(), key=lambda row: row.code)
    return answered(pages.cut(rows, limit, cursor, _relationship, lambda row: row.code).model_dump_json())


@router.get(
    "/network/introductions", response=Page[IntroductionLine], summary="Introductions · 소개", tags=["network"],
    operation_id="introductions",
)
def list_introductions(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """The company's own, those the asker is asked about, or all for liaison staff."""
    rows = sorted(introductions.lines(), key=lambda row: row.code)
    return answered(pages.cut(rows, limit, cursor, _introduction, lambda row: row.code).model_dump_json())


_ONE = "/network/introductions/{code}"
_OF = "/network/relationships/{code}"
ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/network/tiers", network.add_tier, TierKept, status=201),
    Endpoint(PATCH, "/network/tiers/{code}", network.edit_tier, TierKept, code="tier"),
    Endpoint(POST, f"{_OF}/memberships", network.admit_member, MembershipKept, code="member", status=201),
    Endpoint(POST, f"{_OF}/director", network.assign_director, DirectorKept, code="member", status=201),
    Endpoint(POST, f"{_OF}/interactions", network.log_interaction, InteractionKept, code="member", status=201),
    Endpoint(POST, f"{_OF}/promises", network.make_promise, PromiseKept, code="member", status=201),
    Endpoint(POST, f"{_OF}/introductions", network.request_introduction, IntroductionKept, code="member", status=201),
    Endpoint(POST, "/network/memberships/{code}/renew", network.renew_membership, MembershipKept, code="membership", status=201),
    Endpoint(PATCH, "/network/memberships/{code}", network.edit_contacts, MembershipKept, code="membership"),
    Endpoint(POST, "/network/memberships/{code}/end", network.end_membership, MembershipKept, code="membership"),
    Endpoint(PATCH, "/network/interactions/{code}", network.edit_interaction, InteractionKept, code="interaction"),
    Endpoint(POST, "/network/promises/{code}/keep", network.keep_promise, PromiseKept, code="promise"),
    Endpoint(POST, "/network/promises/{code}/break", network.break_promise, PromiseKept, code="promise"),
    Endpoint(POST, "/network/promises/{code}/withdraw", network.withdraw_promise, PromiseKept, code="promise"),
    Endpoint(POST, f"{_ONE}/approve", network.approve_introduction, IntroductionKept, code="introduction"),
    Endpoint(POST, f"{_ONE}/refuse", network.refuse_introduction, IntroductionKept, code="introduction"),
    Endpoint(POST, f"{_ONE}/ask-again", network.ask_again, IntroductionKept, code="introduction"),
    Endpoint(POST, f"{_ONE}/answer", network.answer_introduction, IntroductionKept, code="introduction"),
    Endpoint(POST, f"{_ONE}/record-answer", network.record_answer, IntroductionKept, code="introduction"),
    Endpoint(POST, f"{_ONE}/withdraw", network.withdraw_introduction, IntroductionKept, code="introduction"),
    Endpoint(POST, f"{_ONE}/met", network.record_introduction_met, IntroductionKept, code="introduction"),
    Endpoint(POST, f"{_ONE}/close", network.close_introduction, IntroductionKept, code="introduction"),
    Endpoint(POST, f"{_ONE}/rate", network.rate_introduction, FeedbackKept, code="introduction"),
    Endpoint(POST, "/network/activity-kinds", network.add_activity_kind, MeetingKindKept, status=201),
    Endpoint(PATCH, "/network/activity-kinds/{code}", network.edit_activity_kind, MeetingKindKept, code="activity"),
    Endpoint(POST, "/network/credits", network.credit_activity, CreditKept, status=201),
    Endpoint(POST, "/network/credits/{code}/reverse", network.reverse_credit, CreditKept, code="credit", status=201),
    Endpoint(POST, "/network/pools", network.close_incentive_year, PoolKept, status=201),
)
