"""What safety asks of others' operations."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.core import gates
from squaremile.kernel.words import catalogue
from squaremile.safety.reads import agent_gates, permit_gates, place_gates, receiving, training
from squaremile.safety.reads.areas import today
from squaremile.safety.reads.left_behind import counts
from squaremile.safety.reads.stock import Received
from squaremile.safety.words import gates as gate_words
from squaremile.safety.words import incidents as incident_words
from squaremile.safety.words import training as words


def trained(slot: Any) -> Iterator[gates.Gate]:
    """The place is not locked, and whoever books has what the instrument, its room or a place around it needs, until the last
    day of use."""
    wanted, locked = place_gates.needed(instrument=slot.code, place=slot.place) if slot.person is not None else (set(), False)
    if locked:
        yield _locked()
    if not wanted:
        return
    yield from _asked(slot.person, wanted, _last_day(slot.period.end), words.TRAINING_NEEDED)


def let_in(entering: Any) -> Iterator[gates.Gate]:
    """Whoever is given a badge or key has what the places of its zones, or a place around them, need today."""
    wanted = place_gates.entering(entering.zones)
    if wanted:
        yield from _asked(entering.person, wanted, today(), gate_words.ENTER_UNTRAINED)


def may_come(coming: Received) -> Iterator[gates.Gate]:
    """The room is not locked; the permits that its classes need are held; and whoever receives a substance, or carries it into
    another room, has the courses that its classes demand, which are the same in every room. Machines receive nothing themselves,
    and out of a place that is locked it is carried to safety by whoever stands next to it."""
    found = receiving.asked(coming.room, coming.organisation, coming.classes)
    if found.locked and (coming.person is not None or coming.beforehand):
        yield _locked()
    yield from permit_gates.said(found.permits)
    wanted = place_gates.bringing(coming.substance, found.courses) if coming.person is not None and found.courses else set()
    if coming.person is not None and wanted and not (coming.left is not None and place_gates.locked(coming.left)):
        yield from _asked(coming.person, wanted, today(), gate_words.BRING_UNTRAINED)


def unlocked(received: Any) -> Iterator[gates.Gate]:
    """Nothing comes into a place that is locked, or into one within it. To carry something out of it is never barred."""
    if received.person is not None and place_gates.locked(received.room):
        yield _locked()


def agent_unlocked(coming: agent_gates.Coming) -> Iterator[gates.Gate]:
    """Nor is an agent brought there, grown or used there."""
    if coming.person is not None and place_gates.locked(coming.room.id):
        yield _locked()


def _locked() -> gates.Gate:
    held = catalogue[incident_words.PLACE_LOCKED]
    return gates.Gate(incident_words.PLACE_LOCKED, incident_words.UNLOCKED, False, held.text, held.remedy)


def _asked(person: UUID, wanted: Collection[UUID], day: date, code: str) -> Iterator[gates.Gate]:
    shut = catalogue[code]
    for row in training.standings(person, wanted, day):
        values = {"course": row.course.name, "state": row.said}
        counts = row.standing.counts
        yield gates.Gate(
            code, words.TRAINED, counts, words.TRAINED if counts else shut.text.fill(values), shut.remedy,
            url="" if counts else f"/safety/training/courses/{row.code}/", values=values,
        )


def _last_day(end: datetime) -> date:
    """The day on which use ends, in the cluster; an end at midnight belongs to the day before."""
    return (end - timedelta(microseconds=1)).astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def left_behind(clearing: Any) -> Iterator[gates.Gate]:
    """Nothing of a company that leaves is still in the registers: chemicals, agents, waste."""
    if clearing.kinds.isdisjoint(gate_words.LEFT):
        return
    for kind, count in counts(clearing.organisation).items():
        if kind in clearing.kinds:
            code, said = gate_words.LEFT[kind]
            shut, values = catalogue[code], {"count": count}
            yield gates.Gate(code, said, not count, shut.text.fill(values) if count else said, shut.remedy, values=values)


gates.attach("residency.graduate", left_behind)
gates.attach("booking.reserve", trained)
gates.attach("safety.bring_agent", agent_unlocked)
gates.attach("safety.keep_waste", unlocked)
gates.attach("stores.bring_in", unlocked)
gates.attach("safety.bring_agent", agent_gates.protocol_in_force)
gates.attach("safety.bring_agent", agent_gates.room_admits)
gates.attach("safety.bring_agent", permit_gates.for_agent)
gates.attach("booking.reserve", permit_gates.for_booking)
gates.attach("residency.start_licence", permit_gates.for_licence)
gates.attach("residency.issue_pass", permit_gates.for_licence)
gates.attach("residency.sign_off", permit_gates.for_checklist)
gates.attach("residency.issue_pass", let_in)
gates.attach("safety.receive_container", may_come)
