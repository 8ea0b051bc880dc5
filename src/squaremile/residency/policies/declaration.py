"""What a company declares it will bring: agents, chemicals, equipment, utilities, waste, as typed lines.

A later safety check reads lines, never the form: quantities are in base units (kg, L, W, A, L/min), and what cannot be
read is left unknown and said so, never taken for nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from squaremile.kernel.units import measured
from squaremile.kernel.words import Text
from squaremile.residency.policies.form import Form, amount, shown
from squaremile.safety.policies.facts import is_cas

KINDS = ("agents", "chemicals", "equipment", "utilities", "waste")
STATES = ("solid", "liquid", "gas")
SAID = {
    "agents": Text(ko="생물체", en="Biological agents"),
    "chemicals": Text(ko="화학물질", en="Chemicals"),
    "equipment": Text(ko="장비", en="Equipment"),
    "utilities": Text(ko="설비 수요", en="Utilities"),
    "waste": Text(ko="폐기물", en="Waste"),
}
LEVEL = re.compile(r"(?:bsl|rg|risk group|위험군)?[\s_-]*([1-4])", re.IGNORECASE)


class Counted(Protocol):
    """What can be added up: a line as it was declared, or as it is read again."""

    @property
    def kind(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def quantity(self) -> Decimal | None: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One declared thing. Quantity in `unit`, a base unit; power and heat in watts for all pieces together."""

    kind: str
    name: str
    quantity: Decimal | None = None
    unit: str = ""
    state: str = ""
    cas: str = ""
    level: int | None = None
    """Risk group of an agent, 1 to 4."""
    power_w: Decimal | None = None
    heat_w: Decimal | None = None
    says: str = ""
    doubts: tuple[str, ...] = ()
    """What of it could not be read: `quantity`, `state`, `cas`, `level`, `power`."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A whole declaration. `biosafety` is the highest level asked for or needed by an agent; None: not said."""

    biosafety: int | None
    lines: tuple[Line, ...]

    @property
    def works(self) -> frozenset[str]:
        """Kinds of work that follow from it."""
        return frozenset({f"bsl{self.biosafety}"} if self.biosafety and self.biosafety >= 3 else ())

    @property
    def doubtful(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.doubts)


def declared(form: Form, answers: Mapping[str, Any]) -> Declared:
    """The declaration that these answers make. Questions that are not asked declare nothing."""
    asked = {q.means: answers.get(q.key) for q in shown(form, answers) if q.means}
    lines = tuple(
        _LINES[kind](row) for kind in KINDS for row in (asked.get(kind) or ()) if isinstance(row, Mapping)
    )
    levels = [line.level for line in lines if line.kind == "agents" and line.level]
    own = level(str(asked.get("biosafety") or ""))
    return Declared(max([*levels, *([own] if own else [])], default=None), lines)


def level(text: str) -> int | None:
    """1 to 4 from "bsl2", "BSL-2", "rg2", "2"; None for anything else."""
    found = LEVEL.fullmatch(text.strip())
    return int(found[1]) if found else None


def totals(lines: Iterable[Counted]) -> dict[tuple[str, str, str], Decimal]:
    """Known quantities added up by kind, state and unit."""
    found: dict[tuple[str, str, str], Decimal] = {}
    for line in lines:
        if line.quantity is not None:
            key = (line.kind, line.state, line.unit)
            found[key] = found.get(key, Decimal(0)) + line.quantity
    return found


def _cell(row: Mapping[str, Any], key: str) -> str:
    return str(row.get(key) or "").strip()


def _quantity(row: Mapping[str, Any]) -> tuple[Decimal | None, str, tuple[str, ...]]:
    read = measured(amount(_cell(row, "amount")), _cell(row, "unit"))
    if read is None or read[0] < 0:
        return None, "", ("quantity",)
    return *read, ()


def _agent(row: Mapping[str, Any]) -> Line:
    group = level(_cell(row, "risk_group"))
    return Line("agents", _cell(row, "name"), level=group, says=_cell(row, "note"), doubts=() if group else ("level",))


def _chemical(row: Mapping[str, Any]) -> Line:
    quantity, unit, doubts = _quantity(row)
    state, cas = _cell(row, "state").lower(), _cell(row, "cas")
    if state not in STATES:
        state, doubts = "", (*doubts, "state")
    if cas and not is_cas(cas):
        doubts = (*doubts, "cas")
    return Line("chemicals", _cell(row, "name"), quantity, unit, state, cas, says=_cell(row, "note"), doubts=doubts)


def _equipment(row: Mapping[str, Any]) -> Line:
    count = amount(_cell(row, "count"))
    doubts: tuple[str, ...] = ()
    if count is None or count <= 0:
        count, doubts = None, ("quantity",)
    watts = {key: measured(amount(_cell(row, key)), _cell(row, f"{key}_unit") or "W") for key in ("power", "heat")}
    whole = {
        key: read[0] * count if read and read[1] == "W" and count is not None else None for key, read in watts.items()
    }
    if whole["power"] is None:
        doubts = (*doubts, "power")  # type: ignore[assignment]
    return Line(
        "equipment", _cell(row, "name"), count, "piece" if count is not None else "", power_w=whole["power"],
        heat_w=whole["heat"], says=_cell(row, "note"), doubts=doubts,
    )


def _measured_line(kind: str, row: Mapping[str, Any]) -> Line:
    quantity, unit, doubts = _quantity(row)
    return Line(kind, _cell(row, "name"), quantity, unit, _cell(row, "state").lower()[:10], says=_cell(row, "note"), doubts=doubts)


_LINES = {
    "agents": _agent, "chemicals": _chemical, "equipment": _equipment,
    "utilities": lambda row: _measured_line("utilities", row), "waste": lambda row: _measured_line("waste", row),
}
