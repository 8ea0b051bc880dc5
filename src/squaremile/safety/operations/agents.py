"""Agents: registered, brought in where a protocol and the room allow it, and what happens to them, line by line."""

from datetime import date
from decimal import Decimal

from squaremile.core import gates
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Agent, AgentLine, Holding
from squaremile.safety.models.agent import COVERED, GOING
from squaremile.safety.operations.areas import room_by_code
from squaremile.safety.operations.whose import company
from squaremile.safety.policies.biosafety import KINDS, LEVELS, kept_until
from squaremile.safety.reads import agent_gates, agents, biosafety
from squaremile.safety.reads.areas import today
from squaremile.safety.words import agents as words
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import stock as stock_words
from squaremile.spaces.reads.places import PlaceRow

MOST = Decimal(10) ** 9
WRITTEN = {
    "agent_line_once": words.BOOK_RACED, "agent_line_adds_up": words.BOOK_UNSOUND, "agent_line_left_sound": words.BOOK_UNSOUND,
    "agent_protocol_in_force": words.AGENT_NOT_COVERED, "agent_room_admits": words.AGENT_ROOM_SHUT,
    "holding_as_written": words.BOOK_RACED, "agent_line_covered": words.AGENT_NOT_COVERED,
}


@operation(
    "safety.register_agent", ko="생물체 등록하기", en="Register a biological agent", may=rules.keep_agents,
    refuses=(words.AGENT_UNSOUND, stock_words.WHOSE, NOT_FOUND), constraints={"agent_named": words.AGENT_UNSOUND},
)
def register_agent(
    *, kind: str, risk_group: int, read_in: str, name_ko: str = "", name_en: str = "", modified: bool = False, made_of: str = "",
    organisation: str = "",
) -> Agent:
    """An organism, cell line or human-derived material with its risk group and where that was read; of a modified one also
    host, vector and insert. It is seen by its company, by safety and by the committee alone."""
    owner = company(organisation)
    if kind not in KINDS or risk_group not in LEVELS or not read_in.strip() or (modified and not made_of.strip()):
        raise Invalid(words.AGENT_UNSOUND)
    made = Agent.objects.create(
        code=short_code("AG"), organisation_id=owner, kind=kind, name_ko=name_ko.strip()[:160], name_en=name_en.strip()[:160],
        risk_group=risk_group, read_in=read_in.strip()[:200], modified=modified, made_of=made_of.strip()[:400], created_at=clock.now(),
    )
    note(subject=made, organisation=owner, kind=kind, risk_group=risk_group, modified=modified)
    return made


@operation(
    "safety.bring_agent", ko="생물체 반입하기", en="Bring a biological agent in", may=rules.keep_agents,
    refuses=(words.AGENT_UNKNOWN, words.BOOK_UNSOUND, words.UNNOTIFIED, area_words.ROOM_UNFIT, NOT_FOUND), constraints=WRITTEN,
)
def bring_agent(
    *, agent: str, place: str, amount_held: Decimal, counted_in: str, spot: str = "", other_party: str = "", abroad: bool = False,
    notice_number: str = "", done_on: date | None = None,
) -> Holding:
    """So much of it comes into a room, from somebody. Refused without an approved protocol, in a room whose level or policy
    does not admit it, and where a modified organism is imported without a notice. The first line of its book."""
    found, room, day = _hers(agent, done_on), room_by_code(place), done_on or today()
    if not 0 < amount_held < MOST or not counted_in.strip() or day > today():
        raise Invalid(words.BOOK_UNSOUND)
    if found.modified and abroad and not notice_number.strip():
        raise Refused(words.UNNOTIFIED)
    gates.check("safety.bring_agent", agent_gates.Coming(found, room, require().actor, day))
    made = Holding.objects.create(
        code=short_code("AH"), organisation_id=found.owner, agent_id=found.id, room_id=room.id, spot=spot.strip()[:120],
        counted_in=counted_in.strip()[:30],
    )
    _write(made, found, "import" if abroad else "bring", day, amount_held, room, other_party=other_party, notice=notice_number)
    note(subject=made, organisation=found.owner, agent=agent, amount=str(amount_held), place=place)
    return made


@operation(
    "safety.log_agent", ko="생물체 취급 기록하기", en="Record what happened to a biological agent", may=rules.keep_agents,
    refuses=(words.HOLDING_UNKNOWN, words.HOLDING_GONE, words.BOOK_UNSOUND, words.UNNOTIFIED, area_words.ROOM_UNFIT, NOT_FOUND),
    constraints=WRITTEN,
)
def log_agent(
    *, holding: str, happened: str, amount_held: Decimal = Decimal(0), place: str = "", spot: str = "", other_party: str = "",
    notice_number: str = "", says: str = "", done_on: date | None = None,
) -> AgentLine:
    """A line of the book: grown, used, moved, transferred, exported or destroyed. Growing, using and moving want a protocol in
    force and a room that admits it, as bringing does; to get rid of something is never barred. Lines are kept for five years."""
    kept, day = _locked(holding), done_on or today()
    found = agents.agent(kept.agent.code, on=day)
    room = room_by_code(place) if happened == "move" else room_by_code(kept.room.code)
    change = _change(happened, kept.quantity, amount_held)
    missing = (happened in ("transfer", "export") and not other_party.strip()) or (happened in ("use", "dispose") and not says.strip())
    if change is None or missing or day > today():
        raise Invalid(words.BOOK_UNSOUND)
    if found.modified and happened == "export" and not notice_number.strip():
        raise Refused(words.UNNOTIFIED)
    if happened in COVERED:
        gates.check("safety.bring_agent", agent_gates.Coming(found, room, require().actor, day))
    kept.spot = spot.strip()[:120] or kept.spot
    line = _write(kept, found, happened, day, change, room, other_party=other_party, notice=notice_number, says=says)
    note(subject=kept, organisation=kept.organisation_id, happened=happened, change=str(change), day=day.isoformat())
    return line


def _change(act: str, there: Decimal, amount: Decimal) -> Decimal | None:
    """By how much what is held changes; None where that cannot be."""
    if act == "move":
        return Decimal(0)
    if act == "grow":
        return amount if 0 < amount < MOST else None
    if act == "use":
        return -amount if 0 <= amount <= there else None
    if act in GOING:
        return -(amount or there) if 0 <= amount <= there else None
    return None


def _write(
    kept: Holding, found: agents.AgentRow, act: str, day: date, change: Decimal, room: PlaceRow, *, other_party: str = "",
    notice: str = "", says: str = "",
) -> AgentLine:
    """The book first, then the holding as the book says."""
    cover = agent_gates.best(found, biosafety.admission(room.id)) if act in COVERED else None
    line = AgentLine.objects.create(
        holding=kept, number=kept.lines + 1, act=act, day=day, change=change, left=kept.quantity + change, room_id=room.id,
        partner=other_party.strip()[:200], notice=notice.strip()[:80], says=says.strip()[:300], version_id=cover.version if cover else None,
        kept_until=kept_until(day), at=clock.now(), actor=require().actor,
    )
    kept.lines, kept.quantity, kept.room_id = line.number, line.left, room.id
    kept.here = act not in GOING or line.left > 0
    kept.save(update_fields=["lines", "quantity", "room", "here", "spot"])
    return line


def _hers(code: str, day: date | None) -> agents.AgentRow:
    """An agent that the asker may write of. Members of the committee look on."""
    found = agents.agent(code, on=day)
    if found.owner not in require().organisations and not rules.see_everyone(require()):
        raise Missing(words.AGENT_UNKNOWN)
    return found


def _locked(code: str) -> Holding:
    rows = Holding.objects.select_for_update(of=("self",)).select_related("agent", "room")
    found = rows.filter(code=code.strip()).first()
    if found is None or not (found.organisation_id in require().organisations or rules.see_everyone(require())):
        raise Missing(words.HOLDING_UNKNOWN)
    if not found.here:
        raise Refused(words.HOLDING_GONE)
    return found
