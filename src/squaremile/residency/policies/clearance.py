"""Leaving the building: a proof that nothing is left, line by line, before a deposit goes back.

A line holds what was there (`opening`) and what has been settled of it since: taken along, destroyed, returned, certified,
paid. What remains must be nothing. What was never counted is not nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from squaremile.kernel.words import Text

KINDS = (
    "chemicals", "biologicals", "freezer", "keys", "badges", "data", "own_equipment", "decontamination", "waste",
    "final_bill", "photos",
)  # fmt: skip
"""Everything that is cleared; the deposit itself is what the proof is about."""
UNITS = ("piece", "kg", "litre", "box", "certificate", "picture", "KRW", "USD")
KOREAN = {"piece": "개", "litre": "L", "box": "상자", "certificate": "장", "picture": "장", "KRW": "원"}
"""Units as a Korean sum says them, where that is another word."""
SIGNERS = {
    "chemicals": "safety", "biologicals": "safety", "decontamination": "safety", "waste": "safety",
    "freezer": "operations", "keys": "operations", "badges": "operations", "data": "operations",
    "own_equipment": "operations", "photos": "operations", "final_bill": "finance",
}  # fmt: skip
"""Who signs a kind off."""
WITHOUT_NONE = ("keys", "badges", "photos", "final_bill")
"""Kinds of which no company can say that there are none: they must be counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to clear. `settled` is how much of `opening` is gone, in the same unit. `none`: said to be nothing."""

    kind: str
    unit: str
    opening: Decimal
    settled: Decimal = Decimal(0)
    signed: bool = False
    none: bool = False

    @property
    def remaining(self) -> Decimal:
        """Below nothing where more was settled than there was: the count is wrong, and that is no zero either."""
        return self.opening - self.settled

    @property
    def cleared(self) -> bool:
        return self.signed and self.remaining == 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """One kind: `state` is uncounted, unsigned, open or cleared, with its sum in words."""

    kind: str
    state: str
    arithmetic: Text


def plain(amount: Decimal) -> str:
    """Without noughts that say nothing: 2.50 → 2.5, 100 → 100."""
    shown = f"{amount:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def judge(kind: str, lines: Iterable[Line]) -> Verdict:
    """What stands of one kind. Different units are never added together."""
    own = [line for line in lines if line.kind == kind]
    if not own:
        return Verdict(kind, "uncounted", Text(ko="아직 세지 않았습니다.", en="Not counted yet."))
    sums = [(f"{plain(line.opening)} - {plain(line.settled)} = {plain(line.remaining)}", line.unit) for line in own]
    korean, said = ("; ".join(f"{text} {names.get(unit, unit)}" for text, unit in sums) for names in (KOREAN, {}))
    if any(line.remaining != 0 for line in own):
        state = "open"
    elif not all(line.signed for line in own):
        state = "unsigned"
    else:
        state = "cleared"
    return Verdict(kind, state, Text(ko=korean, en=said))


@dataclass(frozen=True, slots=True)
class Proof:
    """Every kind with its verdict. `zero` only where each of them was counted, comes to nothing and is signed."""

    verdicts: tuple[Verdict, ...]

    @property
    def zero(self) -> bool:
        return all(verdict.state == "cleared" for verdict in self.verdicts)

    @property
    def withheld_by(self) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.verdicts if verdict.state != "cleared")


def proof(lines: Iterable[Line]) -> Proof:
    listed = list(lines)
    return Proof(tuple(judge(kind, listed) for kind in KINDS))


def counts(lines: Iterable[Line]) -> Mapping[str, int]:
    """How many kinds stand in each state."""
    states = [verdict.state for verdict in proof(lines).verdicts]
    return {state: states.count(state) for state in ("cleared", "unsigned", "open", "uncounted")}
