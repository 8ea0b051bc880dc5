"""What keeps a substance out of a room whatever its sums say: what receiving would refuse, told beforehand and all of it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from squaremile.core import gates
from squaremile.core.gates import Gate
from squaremile.kernel.scope import require
from squaremile.safety.policies.classing import Substance
from squaremile.safety.policies.verdicts import NO
from squaremile.safety.reads import stock
from squaremile.safety.reads.can_bring import Answered
from squaremile.safety.words import gates as gate_words
from squaremile.safety.words import incidents, permits

KINDS = {incidents.PLACE_LOCKED: "release", permits.PERMIT_NEEDED: "permit", gate_words.BRING_UNTRAINED: "course"}
"""Ways out, by what bars. What another domain bars has no name here."""


def barred(found: Answered, room: UUID, owner: UUID | None, known: Substance) -> list[Gate]:
    """Every gate of receiving that is shut for the asker. Staff who ask for a company are not who will receive it: of them no
    course is asked, nor is the company told which they have."""
    asking = require()
    person = asking.actor if owner is None or owner in asking.organisations else None
    coming = stock.Received(owner, room, stock.classes_by(found.held, known), person, known, beforehand=True)
    return [gate for gate in gates.checklist("safety.receive_container", coming) if not gate.open]


def with_gates(found: Answered, shut: Iterable[Gate]) -> tuple[str, dict[str, Any]]:
    """The answer, and what is told: no approval opens a gate, so that one that is shut is a no. What does not open it is no way
    out: out of a locked room another area is one, where limits alone were in the way there."""
    every = list(shut)
    codes = {gate.code for gate in every}
    ways = [way for way in found.told["ways_out"] if not codes or (codes == {incidents.PLACE_LOCKED} and way["kind"] == "area")]
    told = found.told | {
        "barred": [{"code": gate.code, "ko": gate.says.ko, "en": gate.says.en} for gate in every],
        "ways_out": [_way(gate) for gate in every if gate.remedy is not None] + ways,
    }
    return NO if every else found.answer, told


def _way(gate: Gate) -> dict[str, Any]:
    does = gate.remedy.fill(gate.values) if gate.remedy else gate.says
    return {"kind": KINDS.get(gate.code, "other"), "ko": does.ko, "en": does.en, "url": gate.url}
