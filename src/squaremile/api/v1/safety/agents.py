"""Over the API: biological agents, what is held of them and its book, protocols, rooms and the committee."""

from datetime import date
from decimal import Decimal

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.safety import operations as safety
from squaremile.safety.reads import agents, protocols


class AgentKept(Coded):
    """A biological agent."""

    kind: str
    name_ko: str
    name_en: str
    risk_group: int
    read_in: str
    modified: bool
    made_of: str


class HoldingKept(Coded):
    """So much of an agent in one place."""

    quantity: Decimal
    counted_in: str
    spot: str
    here: bool


class AgentLineKept(Answer):
    """One line of the book."""

    number: int
    act: str
    day: date
    change: Decimal
    left: Decimal
    kept_until: date


class ProtocolVersionKept(Coded):
    """One version of a protocol; `code` is the protocol's."""

    number: int
    state: str
    level: int
    starts_on: date | None
    ends_on: date | None
    reason: str


class OpinionKept(Answer):
    """What a member of the committee holds."""

    opinion: str
    reason: str


class RoomKept(Answer):
    """A room's level and policy."""

    level: int
    admits: list[str]
    admits_modified: bool
    since: date


class CommitteeSeatKept(Answer):
    """A seat of the committee."""

    since: date
    until: date | None


class HoldingSeen(Coded):
    """What is held."""

    agent: str
    name: Sentence
    organisation: str
    place: str
    spot: str
    amount: str
    risk_group: int
    modified: bool


class ProtocolSeen(Coded):
    """A protocol in its newest version."""

    name: Sentence
    organisation: str
    state: str
    level: int
    agents: list[str]
    ends_on: date | None


def _held(row: agents.HoldingRow) -> HoldingSeen:
    return HoldingSeen(
        code=row.code, agent=row.agent, name=Sentence(ko=row.name.ko, en=row.name.en), organisation=row.organisation, place=row.room,
        spot=row.spot, amount=row.amount, risk_group=row.risk_group, modified=row.modified,
    )


def _protocol(row: protocols.ProtocolRow) -> ProtocolSeen:
    now = row.newest
    return ProtocolSeen(
        code=row.code, name=Sentence(ko=now.name.ko, en=now.name.en), organisation=row.organisation, state=now.state, level=now.level,
        agents=[code for code, _ in now.agents], ends_on=row.approved.ends_on if row.approved else None,
    )


@router.get(
    "/safety/holdings", response=Page[HoldingSeen], summary="Agents held · 보유 생물체", tags=["safety"], operation_id="safety_holdings"
)
def list_holdings(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """A company's own, or everybody's for safety and the committee."""
    return answered(pages.cut(agents.holdings(), limit, cursor, _held, lambda h: h.code).model_dump_json())


@router.get(
    "/safety/protocols", response=Page[ProtocolSeen], summary="Biosafety protocols · 생물안전 계획서", tags=["safety"],
    operation_id="safety_protocols",
)
def list_protocols(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """A company's own, or everybody's for safety and the committee."""
    return answered(pages.cut(protocols.protocols(), limit, cursor, _protocol, lambda p: p.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/agents", safety.register_agent, AgentKept, status=201),
    Endpoint(POST, "/safety/agents/{code}/bring", safety.bring_agent, HoldingKept, code="agent", status=201),
    Endpoint(POST, "/safety/holdings/{code}/book", safety.log_agent, AgentLineKept, code="holding", status=201),
    Endpoint(POST, "/safety/protocols", safety.draft_protocol, ProtocolVersionKept, status=201),
    Endpoint(POST, "/safety/protocols/{code}/submit", safety.submit_protocol, ProtocolVersionKept, code="protocol"),
    Endpoint(POST, "/safety/protocols/{code}/withdraw", safety.withdraw_protocol, ProtocolVersionKept, code="protocol"),
    Endpoint(POST, "/safety/protocols/{code}/opinions", safety.give_opinion, OpinionKept, code="protocol", status=201),
    Endpoint(POST, "/safety/protocols/{code}/decide", safety.decide_protocol, ProtocolVersionKept, code="protocol"),
    Endpoint(POST, "/safety/protocols/{code}/end", safety.end_protocol, ProtocolVersionKept, code="protocol"),
    Endpoint(POST, "/safety/rooms/{code}/biosafety", safety.declare_room_biosafety, RoomKept, code="place"),
    Endpoint(POST, "/safety/committee", safety.seat_member, CommitteeSeatKept, status=201),
    Endpoint(POST, "/safety/committee/leave", safety.unseat_member, CommitteeSeatKept),
)
