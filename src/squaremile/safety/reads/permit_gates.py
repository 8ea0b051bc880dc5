"""What permits keep shut: booking, beginning a licence, bringing in, badges; and rows of checklists that a permit answers."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from squaremile.core import gates
from squaremile.kernel.words import Text, catalogue
from squaremile.safety.reads import permits
from squaremile.safety.reads.agent_gates import Coming
from squaremile.safety.reads.areas import today
from squaremile.safety.words import permits as words

PAGE = "/safety/permits/"


def for_booking(slot: Any) -> Iterator[gates.Gate]:
    """Whoever books needs what is said to be needed for booking there, until the last day of use."""
    day = (slot.period.end - timedelta(microseconds=1)).astimezone(slot.zone).date()
    yield from said(permits.held("booking", organisation=slot.organisation, places=[slot.place], day=day))


def for_licence(moving: Any) -> Iterator[gates.Gate]:
    """A company that moves into places, or gets a badge: `thing` is licence or access."""
    yield from said(permits.held(moving.thing, organisation=moving.organisation, places=moving.places, day=today()))


def for_agent(coming: Coming) -> Iterator[gates.Gate]:
    """An agent comes in: by its kind, by being modified, by the level of its protocols."""
    agent = coming.agent
    classes = {agent.kind, *(["lmo"] if agent.modified else []), *(f"BSL-{c.level}" for c in agent.covers), f"BSL-{agent.risk_group}"}
    yield from said(
        permits.held("bringing", organisation=coming.organisation, places=[coming.room.id], day=coming.day, classes=classes)
    )


def for_checklist(settling: Any) -> Iterator[gates.Gate]:
    """A row that a permit answers is signed off once such a permit is in force here; one of several kinds is enough."""
    found = permits.answers(settling.item, settling.organisation)
    if found and not any(each.held for each in found):
        yield from said(found[:1])


def said(found: list[permits.Held]) -> Iterator[gates.Gate]:
    """Each that is needed, with whether it is held."""
    shut = catalogue[words.PERMIT_NEEDED]
    for each in found:
        values: dict[str, Text] = {"kind": each.name}
        yield gates.Gate(
            words.PERMIT_NEEDED, each.name, each.held, words.HELD if each.held else shut.text.fill(values), shut.remedy,
            url="" if each.held else PAGE, values=values,
        )
