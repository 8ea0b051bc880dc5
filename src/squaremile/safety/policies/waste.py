"""Waste: how long it may stand, and what makes a generator small or large. Data with source and certainty."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from squaremile.kernel.words import Text

SOON_DAYS = 7
STARTS = {"started": "started_on", "full": "full_on", "stored": "stored_on"}
STOPS = {"stored": ("stored", "picked_up"), "picked_up": ("picked_up",)}


@dataclass(frozen=True, slots=True)
class WasteClock:
    """So many days from one step of a container to another; for generators of some statuses, or for all."""

    code: str
    regime: str
    starts: str
    stops: str
    days: int
    statuses: tuple[str, ...]
    label: Text
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Status:
    """What a generator is in a month that brings `from_kg` or more, or more acute waste than `acute_over_kg`."""

    code: str
    regime: str
    from_kg: Decimal
    acute_over_kg: Decimal | None
    label: Text
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs on a container."""

    clock: WasteClock
    due: date
    standing: str


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files("squaremile.safety.packs").joinpath("clocks", "waste.toml").read_text(encoding="utf-8"))


@cache
def clocks() -> tuple[WasteClock, ...]:
    return tuple(
        WasteClock(r["code"], r["regime"], r["from"], r["until"], r["days"], tuple(r.get("statuses", ())), Text(ko=r["ko"], en=r["en"]),
                   r["source"], r["certainty"])
        for r in _data()["clock"]
    )  # fmt: skip


@cache
def statuses(regime: str) -> tuple[Status, ...]:
    """From the heaviest down; none where the regime knows no such thing."""
    return tuple(
        Status(r["code"], r["regime"], Decimal(str(r["from_kg"])), Decimal(str(r["acute_over_kg"])) if "acute_over_kg" in r else None,
               Text(ko=r["ko"], en=r["en"]), r["source"], r["certainty"])
        for r in _data()["status"] if r["regime"] == regime
    )  # fmt: skip


def status(regime: str, total_kg: Decimal, acute_kg: Decimal) -> Status | None:
    """What a generator is in a month with these sums. More waste never makes it smaller."""
    for one in statuses(regime):
        if total_kg >= one.from_kg or (one.acute_over_kg is not None and acute_kg > one.acute_over_kg):
            return one
    return None


def heaviest(regime: str, months: Iterable[tuple[Decimal, Decimal]]) -> Status | None:
    """The heaviest that a generator was in some months (kilograms, acute ones among them); in none it had nothing."""
    order = [one.code for one in statuses(regime)]
    found = [status(regime, kg, acute) for kg, acute in (*months, (Decimal(0), Decimal(0)))]
    return min((one for one in found if one is not None), key=lambda one: order.index(one.code), default=None)


def running(regime: str, status: str, state: str, dates: Mapping[str, date | None], today: date) -> list[Running]:
    """The clocks that run on a container now, the next first."""
    found = []
    for one in clocks():
        began = dates.get(STARTS[one.starts])
        if one.regime != regime or began is None or state in STOPS[one.stops] or (one.statuses and status not in one.statuses):
            continue
        due = began + timedelta(days=one.days)
        found.append(Running(one, due, "overdue" if due < today else "due" if due <= today + timedelta(days=SOON_DAYS) else "later"))
    return sorted(found, key=lambda r: (r.due, r.clock.code))


def shared_out(cost: int, weights: Iterable[Decimal]) -> list[int]:
    """A cost in minor units by weight, to the unit: the parts add up to the whole; what is left over goes to the first."""
    parts = list(weights)
    whole = sum(parts, Decimal(0))
    shares = [int(cost * weight / whole) for weight in parts]
    for n in range(cost - sum(shares)):
        shares[n % len(shares)] += 1
    return shares
