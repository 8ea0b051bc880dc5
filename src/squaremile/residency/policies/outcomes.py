"""What counts as an outcome: the kinds, what each needs, and which entry of a chain of corrections stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

MONEY, COUNT, NOTHING = "money", "count", "nothing"


@dataclass(frozen=True, slots=True)
class Kind:
    """`measured` in money or a count; `needed`: not without it. `version` of what people were asked for."""

    measured: str
    needed: bool = True
    version: int = 1
    least: int = 0
    most: int = 10**9
    of: bool = False
    """A count out of another one (women of all founders)."""


KINDS = {
    "jobs": Kind(COUNT),
    "capital": Kind(MONEY),
    "ipo": Kind(MONEY, needed=False),
    "acquisition": Kind(MONEY, needed=False),
    "patent_filed": Kind(COUNT, least=1),
    "patent_granted": Kind(COUNT, least=1),
    "trial_started": Kind(COUNT, least=1),
    "participants_dosed": Kind(COUNT, least=1),
    "product": Kind(COUNT, least=1),
    "moved": Kind(COUNT, most=20_100_000),
    "founders": Kind(COUNT, of=True),
    "nps": Kind(COUNT, most=10),
    "closed": Kind(NOTHING),
    "regional_financing": Kind(MONEY),
}
OF_NOBODY = ("regional_financing",)
"""Kinds that are of the region and of no company."""
EARLY_ROUNDS = ("pre_seed", "seed", "series_a")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One entry as figures are made from it. Money in minor units."""

    id: str
    company: str
    kind: str
    on: date
    amount: int | None = None
    currency: str = ""
    count: int | None = None
    of: int | None = None
    round: str = ""
    source: str = ""
    evidence: bool = False
    verified: bool = False
    entered: datetime | None = None
    corrects: str = ""
    withdrawn: bool = False


def lacking(kind: str, *, amount: int | None, currency: str, count: int | None, of: int | None, source: str) -> str:
    """What an entry of that kind still needs, or has too much of: the field's name; empty when it is sound."""
    asked = KINDS[kind]
    if asked.measured == MONEY:
        if amount is None and (asked.needed or currency):
            return "amount"
        if amount is not None and (amount < 0 or not currency):
            return "amount" if amount < 0 else "currency"
        if kind == "capital" and not source:
            return "source"
    elif amount is not None:
        return "count" if asked.measured == COUNT else "date"
    if asked.measured == COUNT and (count is None or not asked.least <= count <= asked.most):
        return "count"
    if asked.of and (of is None or of < 1 or (count or 0) > of):
        return "of"
    return ""


def standing(entries: Iterable[Outcome], *, known_by: datetime | None = None) -> list[Outcome]:
    """The entries that count: the last of each chain of corrections, unless that one withdraws it.

    `known_by`: as things were known at that moment; entries made later are left out. Sorted by day.
    """
    known = [e for e in entries if known_by is None or e.entered is None or e.entered <= known_by]
    replaced = {e.corrects for e in known if e.corrects}
    return sorted((e for e in known if e.id not in replaced and not e.withdrawn), key=lambda e: (e.on, e.id))
