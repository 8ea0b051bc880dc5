"""A month's usage of accounts by columns: read, put in the canonical order, rated. What it finds is what event by event gives.

Raises `Unfit` where columns do not hold what there is; `rating` then takes the account event by event, and says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import numpy as np

from squaremile.billing.policies.card import CUMULATIVE, Card
from squaremile.billing.policies.columns import NONE, Rated, Unfit, Uses, rate_columns
from squaremile.billing.policies.columns.days import Days
from squaremile.billing.policies.columns.uses import Ints, microseconds, moment
from squaremile.billing.policies.oddities import overrun
from squaremile.billing.policies.sheets import Shared
from squaremile.billing.policies.terms import Run
from squaremile.billing.reads import months
from squaremile.billing.reads.terms import Terms
from squaremile.kernel.columns import NO_KEY, Keys, moments, uuid_of
from squaremile.kernel.period import civil
from squaremile.metering.reads import in_columns
from squaremile.metering.reads.in_columns import Corrections, Group

_MIX = np.int64(-7_046_029_254_386_353_131)
_MICROSECONDS = {"minute": 60_000_000, "hour": 3_600_000_000}


@dataclass(frozen=True, slots=True)
class RanOver:
    """A use that ran over what was booked, by so many percent."""

    origin: str
    subject: str
    start: datetime
    percent: int


@dataclass(frozen=True, slots=True)
class Used:
    """Uses of accounts that share a card, in the canonical order. `group` is the place in `shared`."""

    uses: Uses
    keys: Keys
    person: Keys | None
    group: Ints
    shared: list[Shared]
    events: dict[UUID, int]
    beyond: frozenset[UUID]
    """Organisations whose corrections are taken event by event, and who are left out here."""
    ran_over: tuple[RanOver, ...]

    def rated(self, card: Card) -> Rated:
        return rate_columns(card, self.uses)


class _Origins(Sequence[str]):
    """What recorded each use. Read when the first is asked for: most months ask for none."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._known: dict[bytes, str] = {}

    def __getitem__(self, row: Any) -> Any:
        if not self._known:
            self._known = in_columns.origins(self._keys)
        return self._known[self._keys[row].tobytes()]

    def __len__(self) -> int:
        return len(self._keys)


def of(
    payers: Mapping[UUID, Terms], card: Card, month: date, as_of: datetime, *, odd: bool, others: Sequence[tuple[bool, Terms]] = (),
) -> Used:
    """Organisations that pay by this card in the month, each with its account's terms. `odd`: with what ran over its booking.
    `others`: as `rating._Of`; where there are any, or where the month has several cards, of one organisation."""
    start, end = months.bounds(month)
    runs = {organisation: by.of_month(month) for organisation, by in payers.items()}
    bounds: dict[str, Any] = {"start": start, "end": end, "before": as_of}
    prices = [p for v in card.versions for i in v.items for p in (i.price, *i.classes.values())]
    persons = any(c.per.startswith("person") for v in card.versions for c in v.caps) or any(
        p.kind == "monthly" or (p.kind in CUMULATIVE and p.per.startswith("person")) for p in prices
    )
    by_booking = any(i.basis in ("booked", "greater") for v in card.versions for i in v.items)
    read = in_columns.of(list(payers), **bounds, persons=persons, booked=odd or by_booking)
    fixes = in_columns.corrections(list(payers), **bounds)
    groups = [group for group in read if group.organisation not in fixes.beyond]
    raw = _Raw.of(groups)
    ran_over = tuple(_ran_over(raw)) if odd else ()
    corrected = _corrected(raw, fixes)
    kept = None
    if others or any(run.card.code != card.code or not run.active for mine in runs.values() for run in mine):
        (mine,) = payers.values()
        kept = _on_its_days(raw, card, mine.of_month(month)) & (_kept(raw, mine, others) if others else True)
    counts = _counts(raw, corrected, kept)
    if kept is not None:
        raw = raw.take(np.flatnonzero(kept))
    raw = raw.take(_in_order(raw, ordered=any(v.caps for v in card.versions) or any(p.kind in CUMULATIVE for p in prices)))
    return Used(
        _uses(raw, runs, by_booking=by_booking), raw.keys, raw.person, raw.group,
        [Shared(g.project, g.nfec, g.assisted) for g in groups], counts, fixes.beyond, ran_over,
    )


@dataclass(slots=True)
class _Raw:
    """Groups laid end to end."""

    groups: list[Group]
    group: Ints
    keys: Keys
    start: Ints
    end: Ints
    quantity: Ints
    person: Keys | None
    booked: Ints | None

    @staticmethod
    def of(groups: list[Group]) -> "_Raw":
        group = np.repeat(np.arange(len(groups), dtype=np.int64), [len(g) for g in groups])
        rows = np.frombuffer(b"".join(g.rows for g in groups), groups[0].kind if groups else in_columns.PLAIN)
        said = rows.dtype.names or ()
        return _Raw(
            groups, group, np.ascontiguousarray(rows["key"]), moments(rows["start"]), moments(rows["end"]), rows["quantity"].astype(np.int64),
            np.ascontiguousarray(rows["person"]) if "person" in said else None, rows["booked"].astype(np.int64) if "booked" in said else None,
        )

    def take(self, rows: Ints) -> "_Raw":
        person = None if self.person is None else self.person[rows]
        booked = None if self.booked is None else self.booked[rows]
        return _Raw(
            self.groups, self.group[rows], self.keys[rows], self.start[rows], self.end[rows], self.quantity[rows], person, booked
        )

    def by_group(self, values: Iterable[int]) -> Ints:
        """What a group says, for each of its rows."""
        found: Ints = np.array([*values, 0], dtype=np.int64)[self.group]
        return found


def _ran_over(raw: _Raw) -> Iterable[RanOver]:
    if raw.booked is None:
        return
    used = raw.end - raw.start
    rows = np.flatnonzero((raw.booked != NONE) & (raw.booked != 0) & (used >= raw.booked // 5 * 6))
    over = [(row, p) for row in rows.tolist() if (p := overrun(_span(raw.booked[row]), _span(used[row]))) is not None]
    origins = in_columns.origins(raw.keys[[row for row, _ in over]]) if over else {}
    for row, percent in over:
        yield RanOver(origins[raw.keys[row].tobytes()], raw.groups[raw.group[row]].subject, moment(int(raw.start[row])), percent)


def _span(microseconds: Any) -> timedelta:
    return timedelta(microseconds=int(microseconds))


def _corrected(raw: _Raw, fixes: Corrections) -> dict[int, int]:
    """Corrections added to their events. Gives back how many rows each event had of them."""
    if not fixes.by_key:
        return {}
    first = np.array([key.bytes[8:] for key in fixes.by_key], dtype="V8").view(np.int64)
    near = np.flatnonzero(np.isin(raw.keys.view(np.int64).reshape(-1, 2)[:, 1], first))
    found = dict[int, int]()
    for row in near.tolist():
        if (fix := fixes.by_key.get(uuid_of(raw.keys[row]))) is not None:
            raw.quantity[row] += fix[0]
            found[row] = fix[1]
    return found


def _begins(run: Run[Card]) -> int:
    """The moment from which terms hold, by the clock on the site's wall."""
    return microseconds(civil(run.since, time.min, months.zone())) if run.since > date.min else -(2**62)


def _on_its_days(raw: _Raw, card: Card, runs: Sequence[Run[Card]]) -> Any:
    """Rows that begin while the account is active and pays by this card."""
    kept = np.zeros(len(raw.group), dtype=bool)
    for run, end in zip(runs, [*(_begins(after) for after in runs[1:]), 2**62], strict=True):
        if run.active and run.card.code == card.code:
            kept |= (raw.start >= _begins(run)) & (raw.start < end)
    return kept


def _kept(raw: _Raw, mine: Terms, others: Sequence[tuple[bool, Terms]]) -> Any:
    """Which rows this account prices, where its organisation has several."""
    kept = np.ones(len(raw.group), dtype=bool)
    if not len(raw.group):
        return kept
    site, every = months.zone(), [mine, *(by for _, by in others)]
    zones = {zone.key: zone for zone in (site, *(run.card.zone for by in every for run in by.runs))}
    by_zone = {key: Days(zone, int(raw.start.min()), int(raw.start.max())) for key, zone in zones.items()}
    on = {name: days.of(raw.start) for name, days in by_zone.items()}
    known = dict[tuple[Any, ...], bool]()
    for row, (group, *places) in enumerate(zip(raw.group.tolist(), *(on[name].tolist() for name in by_zone), strict=True)):
        key = (raw.groups[group].meter, raw.groups[group].subject, *places)
        if (here := known.get(key)) is None:
            day = {name: by_zone[name].days[place] for name, place in zip(by_zone, places, strict=True)}
            cards = [(older, run.card) for older, by in others if (run := by.on(day[site.key])).active]
            here = known[key] = not elsewhere(mine.on(day[site.key]).card, cards, key[0], key[1], day)
        kept[row] = here
    return kept


def elsewhere(card: Card, others: Sequence[tuple[bool, Card]], meter: str, subject: str, day: dict[str, date]) -> bool:
    """Another account's: an older one prices it, or a younger one does and this one does not. Nobody's is the oldest's."""

    def offered(by: Card) -> bool:
        version = by.version_on(day[by.zone.key])
        return version is None or version.item_for(meter, subject) is not None

    if any(older and offered(other) for older, other in others):
        return True
    return not offered(card) and any(older or offered(other) for older, other in others)


def _counts(raw: _Raw, corrected: dict[int, int], kept: Any) -> dict[UUID, int]:
    weight = np.ones(len(raw.group), dtype=np.int64)
    for row, more in corrected.items():
        weight[row] += more
    if kept is not None:
        weight[~kept] = 0
    found = dict[UUID, int]()
    for group, n in zip(raw.groups, np.bincount(raw.group, weight, len(raw.groups)).astype(np.int64).tolist(), strict=True):
        found[group.organisation] = found.get(group.organisation, 0) + n
    return found


def _in_order(raw: _Raw, *, ordered: bool) -> Ints:
    """The canonical order. Origins are read of those alone that began together, and only where the price depends on it."""
    if not len(raw.group):
        return raw.group
    names = sorted({str(g.organisation) for g in raw.groups})
    place = {name: n for n, name in enumerate(names)}
    low = int(raw.start.min())
    wide = int(raw.start.max()) - low + 1
    key = raw.by_group(place[str(g.organisation)] for g in raw.groups) * wide + (raw.start - low)
    order = np.argsort(key, kind="stable")
    key = key[order]
    same = np.flatnonzero(key[1:] == key[:-1])
    if not ordered or not len(same):
        return order
    at = np.union1d(same, same + 1)
    origins = in_columns.origins(raw.keys[order[at]])
    said = np.array([origins[k.tobytes()].encode() for k in raw.keys[order[at]]])
    order[at] = order[at][np.lexsort((said, key[at]))]
    return order


def _classes(raw: _Raw, runs: Mapping[UUID, Sequence[Run[Card]]]) -> tuple[tuple[str, ...], Ints]:
    """Classes, and each row's: by its day, where one changes within the month."""
    classes, codes = _codes(runs[g.organisation][0].payer_class for g in raw.groups)
    found = raw.by_group(codes)
    if all(run.payer_class == mine[0].payer_class for mine in runs.values() for run in mine):
        return classes, found
    known = {said: place for place, said in enumerate(classes)} if raw.groups else dict[str, int]()
    for organisation, mine in runs.items():
        rows = raw.by_group(g.organisation == organisation for g in raw.groups).astype(bool)
        for run in mine[1:]:
            found[rows & (raw.start >= _begins(run))] = known.setdefault(run.payer_class, len(known))
    return tuple(known) or ("",), found


def _uses(raw: _Raw, runs: Mapping[UUID, Sequence[Run[Card]]], *, by_booking: bool) -> Uses:
    companies, company = _codes(str(g.organisation) for g in raw.groups)
    projects, project = _codes(str(g.project or "") for g in raw.groups)
    things, thing = _codes((g.meter, g.subject) for g in raw.groups)
    classes, payer_class = _classes(raw, runs)
    persons, person = _persons(raw.person) if raw.person is not None else (("",), np.zeros(len(raw.group), dtype=np.int64))
    nothing = np.full(len(raw.group), NONE, dtype=np.int64)
    return Uses(
        _Origins(raw.keys), companies, projects, persons, classes, things, raw.by_group(company), raw.by_group(project), person,
        payer_class, raw.by_group(thing), raw.start, raw.end, raw.quantity, nothing,
        _booked(raw) if by_booking else nothing, raw.by_group(g.assisted for g in raw.groups).astype(bool), nothing,
    )


def _codes(said: Iterable[Any]) -> tuple[tuple[Any, ...], list[int]]:
    known = dict[Any, int]()
    places = [known.setdefault(one, len(known)) for one in said]
    return tuple(known) or ("",), places


def _persons(keys: Keys) -> tuple[tuple[str, ...], Ints]:
    halves = keys.view(np.int64).reshape(-1, 2)
    with np.errstate(over="ignore"):
        mixed = halves[:, 0] * _MIX ^ halves[:, 1]
    _, first, place = np.unique(mixed, return_index=True, return_inverse=True)
    if not (halves == halves[first][place]).all():
        raise Unfit("persons")
    found = (uuid_of(keys[row]) for row in first.tolist())
    return tuple("" if one == NO_KEY else str(one) for one in found), place.astype(np.int64)


def _booked(raw: _Raw) -> Ints:
    """Booked time in ten-thousandths of the meter's unit."""
    if raw.booked is None:  # nobody used anything
        return np.zeros(0, dtype=np.int64)
    unit = raw.by_group(_MICROSECONDS.get(g.unit, 0) for g in raw.groups)
    known = (raw.booked != NONE) & (unit != 0)
    scaled = np.where(known, raw.booked, 0) * in_columns.PER_UNIT
    if (scaled % np.where(known, unit, 1)).any():
        raise Unfit("booked")
    return np.where(known, scaled // np.where(known, unit, 1), NONE)
