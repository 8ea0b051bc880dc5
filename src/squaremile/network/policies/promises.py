"""What was promised and what came of it: the one function behind every figure, for every audience.

A figure is taken as of two dates. `happened_on` is when something was so in the world, `recorded_at` when the register
came to know it; asking with an earlier `known_at` gives what the register would have said then. An entry that another
one supersedes counts no longer from the moment the correction was recorded. Entries are cumulative ("amount so far"),
so a commitment is worth its latest standing entry of the kind asked for, never a sum of entries.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

KINDS = ("investment", "jobs", "research", "exchange", "publication", "licence_income", "visits", "other")
CURRENCIES = ("KRW", "USD", "EUR", "JPY", "GBP")
UNITS = (*CURRENCIES, "person", "item")
STATES = ("signed", "effective", "started", "reported", "arrived", "completed", "lapsed", "withdrawn")
GONE = ("lapsed", "withdrawn")
REPORTED = ("reported", "arrived", "completed")
ARRIVED = ("arrived", "completed")
WITH_EVIDENCE = ("arrived", "completed")
"""These say that something really came: without a paper or link, and a name that confirms it, they are not taken."""
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as the figures need it. `amount` in `unit`, whole (money in minor units)."""

    code: str
    agreement: str
    type: str
    party: str
    kind: str
    unit: str
    amount: Decimal
    signed_on: date
    due_on: date
    recorded_at: datetime
    """When both the promise and the signature were known here."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated statement about a promise. `amount` so far, in the promise's unit."""

    code: str
    promise: str
    state: str
    happened_on: date
    amount: Decimal
    recorded_at: datetime
    supersedes: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure counts: entries in `states` as realised, over promises of agreements signed before a day."""

    states: tuple[str, ...] = ARRIVED
    signed_before: date | None = None
    """The day itself is not included; None takes every signed agreement."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one promise adds to a figure, and the entries that say so (empty where none does)."""

    promise: Promise
    reported: Decimal
    arrived: Decimal
    lapsed: Decimal
    realised: Decimal
    entries: tuple[str, ...]
    state: str
    """Of its latest standing entry; `signed` where there is none yet."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Totals of one unit in one group; amounts of different units are never added."""

    key: str
    unit: str
    shares: tuple[Share, ...] = field(repr=False)

    def _sum(self, part: Callable[[Share], Decimal]) -> Decimal:
        return sum((part(share) for share in self.shares), ZERO)

    @property
    def promised(self) -> Decimal:
        return self._sum(lambda s: s.promise.amount)

    @property
    def reported(self) -> Decimal:
        return self._sum(lambda s: s.reported)

    @property
    def arrived(self) -> Decimal:
        return self._sum(lambda s: s.arrived)

    @property
    def lapsed(self) -> Decimal:
        return self._sum(lambda s: s.lapsed)

    @property
    def realised(self) -> Decimal:
        return self._sum(lambda s: s.realised)

    @property
    def ratio(self) -> Decimal | None:
        """Realised ÷ promised; None where nothing was promised."""
        promised = self.promised
        return self.realised / promised if promised else None

    @property
    def entries(self) -> tuple[str, ...]:
        return tuple(sorted(code for share in self.shares for code in share.entries))

    @property
    def agreements(self) -> int:
        """The base: of how many agreements these are promises."""
        return len({share.promise.agreement for share in self.shares})


def standing(entries: Iterable[Entry], as_of: date, known_at: datetime) -> list[Entry]:
    """Entries that count then: recorded by `known_at`, of a day until `as_of`, and not superseded by one recorded.

    In the order of what happened; on one day the one recorded later comes later.
    """
    known = [entry for entry in entries if entry.recorded_at <= known_at]
    corrected = {entry.supersedes for entry in known if entry.supersedes}
    kept = [entry for entry in known if entry.code not in corrected and entry.happened_on <= as_of]
    return sorted(kept, key=lambda e: (e.happened_on, e.recorded_at, e.code))


def share(promise: Promise, entries: Iterable[Entry], definition: Definition, as_of: date, known_at: datetime) -> Share:
    """What one promise adds. `entries` are its own."""
    kept = standing(entries, as_of, known_at)
    behind: set[str] = set()

    def latest(states: tuple[str, ...]) -> Decimal:
        found = [entry for entry in kept if entry.state in states]
        behind.update(entry.code for entry in found[-1:])
        return found[-1].amount if found else ZERO

    reported, arrived, realised = latest(REPORTED), latest(ARRIVED), latest(definition.states)
    state = kept[-1].state if kept else "signed"
    gone = state in GONE
    behind.update(entry.code for entry in kept[-1:])
    lapsed = max(promise.amount - arrived, ZERO) if gone else ZERO
    return Share(promise, reported, arrived, lapsed, realised, tuple(sorted(behind)), state)


def figures(
    promises: Iterable[Promise], entries: Iterable[Entry], definition: Definition, *, as_of: date, known_at: datetime,
    by: Callable[[Promise], str] = lambda promise: "",
) -> list[Figure]:
    """Totals per group and unit, with the promises and entries behind each; sorted by group, then unit.

    Promises count when they were known by `known_at` and their agreement was signed by `as_of` (and before
    `definition.signed_before`, where given). The order of what comes in makes no difference.
    """
    of_promise: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        of_promise[entry.promise].append(entry)
    groups: dict[tuple[str, str], list[Share]] = defaultdict(list)
    for promise in sorted(promises, key=lambda p: p.code):
        too_late = definition.signed_before is not None and promise.signed_on >= definition.signed_before
        if promise.recorded_at > known_at or promise.signed_on > as_of or too_late:
            continue
        added = share(promise, of_promise[promise.code], definition, as_of, known_at)
        groups[(by(promise), promise.unit)].append(added)
    return [Figure(key, unit, tuple(shares)) for (key, unit), shares in sorted(groups.items())]


def band(ratio: Decimal | None) -> int:
    """How full a cell of the heat-map is, 0 to 4: none, under a third, under two thirds, under all, all of it."""
    if not ratio:
        return 0
    return 1 + sum(ratio >= bound for bound in (Decimal(1) / 3, Decimal(2) / 3, Decimal(1)))
