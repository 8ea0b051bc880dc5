"""Conditions that a domain attaches to another's operation. Booking asks; safety, residency and billing answer.

A gate never raises: it gives one `Gate` per condition, so that a page can show the whole checklist.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from squaremile.kernel.errors import Refused
from squaremile.kernel.words import Text, catalogue


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition: does it hold, in words, and where to mend it."""

    code: str
    label: Text
    open: bool
    says: Text
    remedy: Text | None = None
    url: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What fills the sentence of its code."""


Condition = Callable[[Any], Iterable[Gate]]
_conditions: dict[str, list[Condition]] = {}


def attach(operation: str, condition: Condition) -> None:
    """Called from a domain's `AppConfig.ready`. The same function is attached once."""
    known = _conditions.setdefault(operation, [])
    if condition not in known:
        known.append(condition)


def checklist(operation: str, context: Any) -> list[Gate]:
    """Every condition attached to the operation, with its answer."""
    return [gate for condition in _conditions.get(operation, ()) for gate in condition(context)]


def check(operation: str, context: Any) -> None:
    """Raises Refused for the first condition that does not hold."""
    for gate in checklist(operation, context):
        if not gate.open:
            raise shut(gate)


def shut(gate: Gate) -> Refused:
    """The refusal of a shut gate, speaking the gate's own words."""
    if gate.code not in catalogue:
        raise KeyError(f"gate code {gate.code} is not in the catalogue of refusals")
    error = Refused(gate.code, gate.values, by_gate=True, remedy_url=gate.url)
    error.text = gate.says
    return error
