"""How each indicator is made from entries, company records and stays. What they mean is said in `indicators`."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from squaremile.residency.policies.outcomes import EARLY_ROUNDS, Outcome
from squaremile.residency.policies.shares import Share, net_promoters, wilson
from squaremile.residency.policies.survival import Stay, at, curve

YEAR = 365.25
NEAR = (5_000, 10_000)
"""Metres."""
YEARS = (1, 3, 5)
REACHED = {
    "applied": ("applicant", "admitted", "resident", "alumni", "declined"), "admitted": ("admitted", "resident", "alumni"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Life:
    """A company's states with the day each began; `began` its first licence, if it has one."""

    company: str
    steps: tuple[tuple[date, str], ...]
    began: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """All that figures are made from, on a day. `record_since`: stays that were over before it may be missing."""

    day: date
    lives: tuple[Life, ...]
    outcomes: tuple[Outcome, ...]
    record_since: date

    def of(self, *kinds: str) -> list[Outcome]:
        """Entries of these kinds by the day, oldest first."""
        return [o for o in self.outcomes if o.kind in kinds and o.on <= self.day]


@dataclass(frozen=True, slots=True)
class Figure:
    """One value. `part` says of what (a source, a round, a distance), `money` in minor units of `currency`.

    `value` None: it cannot be told, with `because` where it is withheld. `companies` stand behind it by name here; only
    their number leaves the house. `self_reported` of the `entries` have no evidence that somebody looked at.
    """

    value: float | int | None
    companies: frozenset[str]
    entries: frozenset[str] = frozenset()
    part: str = ""
    currency: str = ""
    low: float | None = None
    high: float | None = None
    self_reported: int = 0
    because: str = ""
    code: str = ""
    version: int = 0

    def by(self, code: str, version: int) -> "Figure":
        return replace(self, code=code, version=version)

    def hidden(self, because: str) -> "Figure":
        return replace(self, value=None, low=None, high=None, because=because)


def _figure(value: float | int | None, entries: Iterable[Outcome], **more: object) -> Figure:
    used = list(entries)
    return Figure(
        value, frozenset(o.company for o in used if o.company), frozenset(o.id for o in used),
        self_reported=sum(not (o.verified and o.evidence) for o in used), **more,  # type: ignore[arg-type]
    )


def companies(known: Known, *, state: str) -> list[Figure]:
    """Companies by what the record says of them on the day."""
    shut = {o.company for o in known.of("closed")}
    found = set()
    for life in known.lives:
        states = [name for begun, name in life.steps if begun <= known.day]
        now = "closed" if states and (states[-1] == "closed" or life.company in shut) else states[-1] if states else ""
        if (state in REACHED and set(states) & set(REACHED[state])) or now == state:
            found.add(life.company)
    return [Figure(len(found), frozenset(found))]


def latest(entries: Iterable[Outcome]) -> dict[str, Outcome]:
    """The last entry of each company, given oldest first."""
    return {entry.company: entry for entry in entries}


def jobs(known: Known) -> list[Figure]:
    last = latest(known.of("jobs")).values()
    return [_figure(sum(o.count or 0 for o in last), last)] if last else []


def jobs_added(known: Known) -> list[Figure]:
    """First and last head count of each company that has told it twice."""
    told: dict[str, list[Outcome]] = defaultdict(list)
    for entry in known.of("jobs"):
        told[entry.company].append(entry)
    pairs = [(each[0], each[-1]) for each in told.values() if len(each) > 1]
    used = [entry for pair in pairs for entry in pair]
    return [_figure(sum((b.count or 0) - (a.count or 0) for a, b in pairs), used)] if pairs else []


def capital(known: Known, *, kinds: tuple[str, ...], by: str = "", year: bool = False) -> list[Figure]:
    """Money by currency, and by source or round where asked."""
    since = _year_before(known.day)
    cells: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for entry in known.of(*kinds):
        if entry.amount is not None and (not year or entry.on > since):
            cells[(getattr(entry, by) or "none") if by else "", entry.currency].append(entry)
    return [
        _figure(sum(o.amount or 0 for o in entries), entries, part=part, currency=currency)
        for (part, currency), entries in sorted(cells.items())
    ]


def regional_share(known: Known) -> list[Figure]:
    """Of the last whole calendar year. Missing where nobody has entered what the region raised."""
    year, found = known.day.year - 1, []
    for whole in latest_by_currency(o for o in known.of("regional_financing") if o.on.year == year):
        ours = [
            o for o in known.of("capital") if o.on.year == year and o.round in EARLY_ROUNDS and o.currency == whole.currency
        ]
        if whole.amount:
            share = 100 * sum(o.amount or 0 for o in ours) / whole.amount
            made = _figure(share, [*ours, whole], part=f"{year}:{whole.currency}")
            found.append(made)
    return found


def latest_by_currency(entries: Iterable[Outcome]) -> list[Outcome]:
    return list({entry.currency: entry for entry in entries}.values())


def companies_with(known: Known, *, kind: str) -> list[Figure]:
    used = known.of(kind)
    return [_figure(len({o.company for o in used}), used)]


def counted(known: Known, *, kind: str) -> list[Figure]:
    used = known.of(kind)
    return [_figure(sum(o.count or 0 for o in used), used)] if used else []


def _percent(share: Share, entries: Iterable[Outcome], part: str = "") -> list[Figure]:
    if share.value is None:
        return []
    return [_figure(100 * share.value, entries, part=part, low=100 * share.low, high=100 * share.high)]


def alumni_within(known: Known) -> list[Figure]:
    last = list(latest(known.of("moved")).values())
    return [
        figure for metres in NEAR
        for figure in _percent(wilson(sum((o.count or 0) <= metres for o in last), len(last)), last, f"{metres // 1000} km")
    ]  # fmt: skip


def survival(known: Known) -> list[Figure]:
    """Shares that a record too thin for them does not tell are missing, with their companies."""
    stays, entries = lives_lasted(known)
    estimate, used = curve(stays), [o for o in entries if o.on <= known.day]
    names = frozenset(life.company for life in known.lives if life.began and life.began < known.day)
    found = []
    for years in YEARS:
        told = at(estimate, years * YEAR)
        if told.value is None or estimate.broken:
            continue
        low, high = (None if v is None else 100 * v for v in (told.low, told.high))
        made = _figure(100 * told.value, used, part=f"{years}", low=low, high=high)
        found.append(replace(made, companies=names))
    return found


def lives_lasted(known: Known) -> tuple[list[Stay], list[Outcome]]:
    """Days from the first licence to closing, or to the day; and the entries that say who closed."""
    shut = {o.company: o for o in known.of("closed")}
    stays = []
    for life in known.lives:
        if life.began is None or life.began >= known.day:
            continue
        by_record = next((day for day, state in life.steps if state == "closed" and day <= known.day), None)
        end = shut[life.company].on if life.company in shut else by_record
        lasted = ((end or known.day) - life.began).days
        entered = max(0, (known.record_since - life.began).days)
        if lasted > entered:
            stays.append(Stay(float(lasted), end is not None, float(entered)))
    return stays, list(shut.values())


def recommending(known: Known) -> list[Figure]:
    last = list(latest(known.of("nps")).values())
    score = net_promoters([o.count or 0 for o in last])
    return [_figure(score.value, last, low=score.low, high=score.high)] if score else []


def founders(known: Known) -> list[Figure]:
    last = list(latest(known.of("founders")).values())
    return _percent(wilson(sum((o.count or 0) > 0 for o in last), len(last)), last)


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
