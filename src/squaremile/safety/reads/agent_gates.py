"""What stands between an agent and a room: a protocol in force, and a room whose level and policy admit it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from squaremile.core import gates
from squaremile.kernel.words import Text, catalogue
from squaremile.safety.policies.biosafety import Admission, level_needed, objections
from squaremile.safety.reads import biosafety
from squaremile.safety.reads.agents import AgentRow, CoverRow
from squaremile.safety.words import agents as words
from squaremile.spaces.reads.places import PlaceRow

PROTOCOLS, ROOMS = "/safety/protocols/", "/safety/biosafety/"


@dataclass(frozen=True, slots=True)
class Coming:
    """An agent that is to stand in a room on a day. This is what gates of `safety.bring_agent` are asked about."""

    agent: AgentRow
    room: PlaceRow
    person: UUID | None
    day: date

    @property
    def organisation(self) -> UUID:
        return self.agent.owner


def protocol_in_force(coming: Coming) -> Iterator[gates.Gate]:
    """Somebody approved this work."""
    said, covered = catalogue[words.NO_PROTOCOL], bool(coming.agent.covers)
    values = {"agent": coming.agent.name}
    yield gates.Gate(
        words.NO_PROTOCOL, words.PROTOCOL_GATE, covered, words.PROTOCOL_GATE if covered else said.text.fill(values), said.remedy,
        url="" if covered else PROTOCOLS, values=values,
    )


def room_admits(coming: Coming) -> Iterator[gates.Gate]:
    """The room is fit for it, by level and by what it is kept for."""
    room, said = biosafety.admission(coming.room.id), catalogue[words.ROOM_REFUSES]
    cover = best(coming.agent, room)
    level = level_needed(coming.agent.risk_group, cover.level if cover else 1)
    found = objections(coming.agent.kind, modified=coming.agent.modified, level=level, room=room)
    told = {"room": coming.room.name, "has": room.level, "needs": level, "kind": coming.agent.kind_said}
    why = [words.OBJECTIONS[each].fill(told) for each in found]
    values = {
        "agent": coming.agent.name,
        "why": Text(ko=", ".join(one.ko for one in why), en=", ".join(one.en for one in why)),
    }
    yield gates.Gate(
        words.ROOM_REFUSES, words.ROOM_GATE, not found, said.text.fill(values) if found else words.ROOM_GATE, said.remedy,
        url=ROOMS if found else "", values=values,
    )


def best(agent: AgentRow, room: Admission) -> CoverRow | None:
    """The protocol to write in the book: the strictest that the room is fit for, else the mildest there is."""
    fit = [c for c in agent.covers if room.level is not None and room.level >= c.level]
    return fit[-1] if fit else agent.covers[0] if agent.covers else None
