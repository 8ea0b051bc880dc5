"""The hazard analysis before work (사전유해인자위험분석, R&DSA): what makes one out of date, and how one stands.

Drafted from what stands in the room, signed by who is responsible, approved for a year. Something new, more of something, or
another class of something asks for it to be done again; what is gone is told and asks for nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

STATES = ("draft", "signed", "returned", "approved", "replaced", "ended")
OPEN = ("draft", "signed", "returned")
MOVES = (
    ("", "draft"), ("draft", "signed"), ("signed", "draft"), ("returned", "draft"), ("signed", "returned"), ("signed", "approved"),
    ("approved", "replaced"), ("approved", "ended"),
)  # fmt: skip
KINDS = ("substance", "gas", "agent", "equipment")
PPE = ("goggles", "face_shield", "gloves_nitrile", "gloves_cryo", "coat", "apron", "respirator", "mask", "ear", "shoes")
ADDED, MORE, CLASSED, GONE = "added", "more", "classed", "gone"
MOST_STEPS, LONGEST = 30, 400


class Unsound(ValueError):
    """Steps that cannot be kept."""


@dataclass(frozen=True, slots=True)
class Hazard:
    """Something in the room that may harm: what, how much of it, what is known of it, and where that was read."""

    kind: str
    key: str
    ko: str
    en: str
    amount: Decimal
    unit: str
    says: str
    source: str

    def to_row(self) -> dict[str, str]:
        """As it is kept."""
        return {
            "kind": self.kind, "key": self.key, "ko": self.ko, "en": self.en, "amount": f"{self.amount.normalize():f}", "unit": self.unit,
            "says": self.says, "source": self.source,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the work: what is done, what may happen, what is done about it, and what is worn."""

    does: str
    risk: str
    measure: str
    ppe: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What is other than when it was drafted. `matters`: it asks for the analysis to be done again."""

    what: str
    ko: str
    en: str
    before: str
    after: str

    @property
    def matters(self) -> bool:
        return self.what != GONE


def of_row(row: Mapping[str, Any]) -> Hazard:
    """A hazard as it was kept."""
    return Hazard(
        str(row["kind"]), str(row["key"]), str(row["ko"]), str(row["en"]), Decimal(str(row["amount"])), str(row["unit"]),
        str(row["says"]), str(row["source"]),
    )  # fmt: skip


def changes(before: Iterable[Hazard], now: Iterable[Hazard]) -> list[Change]:
    """What came, what there is more of, what is classed otherwise, and what is gone, in that order."""
    old, new = {(h.kind, h.key, h.unit): h for h in before}, {(h.kind, h.key, h.unit): h for h in now}
    found = [Change(ADDED, h.ko, h.en, "", _amount(h)) for key, h in new.items() if key not in old]
    both = [(old[key], h) for key, h in new.items() if key in old]
    found += [Change(MORE, h.ko, h.en, _amount(was), _amount(h)) for was, h in both if h.amount > was.amount]
    found += [Change(CLASSED, h.ko, h.en, was.says, h.says) for was, h in both if h.says != was.says]
    return found + [Change(GONE, h.ko, h.en, _amount(h), "") for key, h in old.items() if key not in new]


def standing(state: str, ends_on: date | None, day: date, found: Sequence[Change]) -> str:
    """Its state; of an approved one also `lapsed` after its year, and `out_of_date` once something matters."""
    if state != "approved":
        return state
    if ends_on is None or day > ends_on:
        return "lapsed"
    return "out_of_date" if any(change.matters for change in found) else "approved"


def year_from(day: date) -> date:
    """The last day of a year that begins on a day."""
    try:
        return day.replace(year=day.year + 1) - timedelta(days=1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def steps(said: Iterable[Any]) -> tuple[Step, ...]:
    """Steps as people give them. Raises Unsound: at least one, each with what is done and what is done about its risk."""
    found = []
    for each in said:
        if not isinstance(each, Mapping) or not set(each) <= {"does", "risk", "measure", "ppe"}:
            raise Unsound("a step has does, risk, measure and ppe")
        does, risk, measure = (str(each.get(part, "")).strip() for part in ("does", "risk", "measure"))
        ppe = each.get("ppe", ())
        if not isinstance(ppe, list | tuple) or not set(ppe) <= set(PPE):
            raise Unsound("unknown protective equipment")
        if not does or not measure or max(map(len, (does, risk, measure))) > LONGEST:
            raise Unsound("a step says what is done and what is done about its risk")
        found.append(Step(does, risk, measure, tuple(one for one in PPE if one in ppe)))
    if not 0 < len(found) <= MOST_STEPS:
        raise Unsound("one step to thirty")
    return tuple(found)


def _amount(hazard: Hazard) -> str:
    return f"{hazard.amount.normalize():f} {hazard.unit}".strip() if hazard.amount else ""
