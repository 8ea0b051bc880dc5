"""Uses as rated columns, and what they add up to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from heapq import merge
from math import lcm

import numpy as np

from squaremile.billing.policies import rating
from squaremile.billing.policies.bill import Sums
from squaremile.billing.policies.card import CUMULATIVE, Card, Item, Price, Version
from squaremile.billing.policies.columns.amounts import Part, amounts, counted, times
from squaremile.billing.policies.columns.days import Days
from squaremile.billing.policies.columns.months import before, grouped
from squaremile.billing.policies.columns.uses import NONE, Ints, Unfit, Uses
from squaremile.billing.policies.rating import Line, Unpriced

Offer = tuple[Version, Item]


UNPRICED, APART = -1, -2


@dataclass(slots=True)
class Rated:
    """Lines as columns, a row a use in the canonical order, beside the few that are made one by one.

    `offer`: place in `offers`, or below nought where the row is no line here: UNPRICED, or APART (places by the month,
    which are among `lines`). `units`, `before`, `total` are over `per_unit` of the offer. `amount` and `net` are minor
    units; `day` and `month` (its first) ordinals. `caps`: by code, what the cap had let through before each row, NONE
    where it does not hold.
    """

    uses: Uses
    offers: list[Offer]
    per_unit: list[int]
    offer: Ints
    day: Ints
    month: Ints
    units: Ints
    before: Ints
    total: Ints
    amount: Ints
    net: Ints
    caps: dict[str, Ints] = field(default_factory=dict)
    lines: list[tuple[int, Line]] = field(default_factory=list)
    unpriced: list[tuple[int, Unpriced]] = field(default_factory=list)
    exactly: int = 0
    """Rows whose figures did not fit 64 bits and were priced with fractions."""

    def line(self, card: Card, row: int) -> Line:
        """A row as the policy's line, with its chain of steps."""
        version, item = self.offers[self.offer[row]]
        below = self.per_unit[self.offer[row]]
        made = rating.use(
            card, version, item, self.uses.event(row), date.fromordinal(int(self.day[row])),
            Fraction(int(self.before[row]), below), Fraction(int(self.total[row]), below),
        )
        return rating.under(made, version, {code: int(used[row]) for code, used in self.caps.items()})

    def each(self, card: Card) -> Iterator[Line | Unpriced]:
        """Everything in the canonical order, as `rating.rate` says it."""
        apart: list[tuple[int, Line | Unpriced | None]] = sorted((*self.lines, *self.unpriced), key=lambda pair: pair[0])
        rows: Iterator[tuple[int, Line | Unpriced | None]] = ((int(r), None) for r in np.flatnonzero(self.offer >= 0))
        for row, beside in merge(rows, apart, key=lambda pair: pair[0]):
            if beside is None:
                yield self.line(card, row)
            else:
                yield beside

    def sums(self) -> Sums:
        """Sums by company, month, item and version."""
        found = Sums()
        for _, line in self.lines:
            found.add(line)
        rows = np.flatnonzero(self.offer >= 0)
        if not len(rows):
            return found
        group, first, place = np.unique(
            grouped(self.uses.company[rows], self.month[rows], self.offer[rows]), return_index=True, return_inverse=True,
        )
        figures = (np.ones(len(rows), dtype=np.int64), self.units[rows], self.amount[rows], self.net[rows])
        for at, n, units, amount, net in zip(rows[first], *(_by_group(place, len(group), f) for f in figures), strict=True):
            version, item = self.offers[self.offer[at]]
            one = found.of(self.uses.companies[self.uses.company[at]], date.fromordinal(int(self.month[at])), item, version.number)
            one.lines += n
            one.units += Fraction(units, self.per_unit[self.offer[at]])
            one.amount += amount
            one.net += net
        return found


def _by_group(place: Ints, groups: int, figures: Ints) -> list[int]:
    """Exact sums: 26 bits at a time, as sums of floats are exact below 2⁵³."""
    low, high = figures & 0x3FFFFFF, figures >> 26
    if float(np.abs(high).max(initial=0)) * len(figures) >= 2.0**53 or len(figures) >= 2**27:
        raise Unfit("sum")
    lower = np.bincount(place, low, groups).astype(np.int64).tolist()
    upper = np.bincount(place, high, groups).astype(np.int64).tolist()
    return [(h << 26) + n for n, h in zip(lower, upper, strict=True)]


def rate_uses(card: Card, uses: Uses) -> Rated:
    """Rate uses that are in the canonical order, before caps.

    Raises:
        Unfit: figures that 64 bits do not hold where a month is added up.
    """
    made = _placed(card, uses)
    if len(uses):
        _counted(card, made)
    return made


def _placed(card: Card, uses: Uses) -> Rated:
    """Each use at its version and item; places by the month and what has no price by the policy itself."""
    n = len(uses)
    zero = np.zeros(n, dtype=np.int64)
    if not n:
        return Rated(uses, [], [], zero, zero, zero, zero, zero, zero, zero, zero)
    days = Days(card.zone, int(uses.start.min()), int(uses.start.max()))
    at = days.of(uses.start)
    day = days.ordinals()[at]
    numbers = {d: card.version_on(date.fromordinal(d)) for d in np.unique(np.where(uses.priced_on == NONE, day, uses.priced_on)).tolist()}
    versions = list(card.versions)
    place_of = {d: -1 if v is None else versions.index(v) for d, v in numbers.items()}
    known = np.array(sorted(place_of), dtype=np.int64)
    held = np.array([place_of[int(d)] for d in known], dtype=np.int64)
    version = held[np.searchsorted(known, np.where(uses.priced_on == NONE, day, uses.priced_on))]
    offers, table = list[Offer](), np.full((len(versions) + 1, len(uses.things)), UNPRICED, dtype=np.int64)
    for v, one in enumerate(versions):
        for thing, (meter, subject) in enumerate(uses.things):
            if (item := one.item_for(meter, subject)) is not None:
                offers += [(one, item)] * ((one, item) not in offers)
                table[v, thing] = offers.index((one, item))
    made = Rated(
        uses, offers, [1] * len(offers), table[version, uses.thing], day, days.months()[at],
        zero.copy(), zero.copy(), zero.copy(), zero.copy(), zero.copy(),
    )
    apart = np.array([any(p.kind == "monthly" for p in _prices(item)) for _, item in offers] + [True, True])
    _one_by_one(card, made, np.flatnonzero(apart[made.offer]))
    return made


def _prices(item: Item) -> tuple[Price, ...]:
    return (item.price, *item.classes.values())


def _one_by_one(card: Card, made: Rated, rows: Ints) -> None:
    """Places by the month, which depend on the places before them, and what has no price. Caps come later, with all others."""
    row_of = {made.uses.ids[row]: int(row) for row in rows}
    for one in rating.rate(card, (made.uses.event(int(row)) for row in rows)):
        if isinstance(one, Line):
            made.lines.append((row_of[one.event.id], rating.uncapped(one)))
        else:
            made.unpriced.append((row_of[one.event.id], one))
    made.offer[rows] = APART


def _counted(card: Card, made: Rated) -> None:
    """Units, what stands before them in their month, and amounts: item by item, as an item's versions share a month."""
    order = np.argsort(made.offer.astype(np.int16 if len(made.offers) < 2**15 else np.int64), kind="stable")  # sixteen bits in no time
    ends = np.searchsorted(made.offer[order], np.arange(len(made.offers) + 1))
    by_code = defaultdict[str, list[tuple[int, Ints]]](list)
    for offer, (_, item) in enumerate(made.offers):
        rows = order[ends[offer] : ends[offer + 1]]
        if len(rows) and (rows := _units(made, offer, item, rows)).size:
            by_code[item.code].append((offer, rows))
    days = Days(card.zone, int(made.uses.start.min()), int(made.uses.end.max()))
    for parts in by_code.values():
        common = lcm(*(made.per_unit[offer] for offer, _ in parts))
        for offer, rows in parts:
            made.units[rows] = times(made.units[rows], common // made.per_unit[offer])
            made.per_unit[offer] = common
        priced = [(offer, price, some) for offer, rows in parts for price, some in _by_price(made, offer, rows)]
        _in_month(made, [(price, rows) for _, price, rows in priced if price.kind in CUMULATIVE])
        for offer, price, rows in priced:
            _priced(card, made, offer, price, rows, days)


def _units(made: Rated, offer: int, item: Item, rows: Ints) -> Ints:
    """Units of the rows, over a denominator in which every tier's end is whole; and the rows that may be priced."""
    uses = made.uses
    first, quantity, per_unit = counted(item, uses.quantity[rows], uses.used[rows], uses.booked[rows])
    if (first < 0).any():
        for row in rows[first < 0]:
            made.unpriced.append((int(row), Unpriced(uses.event(int(row)), "negative")))
        made.offer[rows[first < 0]] = UNPRICED
        rows, quantity = rows[first >= 0], quantity[first >= 0]
    below = per_unit * item.ratio.denominator
    whole = lcm(below, *(t.up_to.denominator for p in _prices(item) for t in p.tiers if t.up_to is not None))
    made.units[rows] = times(times(quantity, item.ratio.numerator), whole // below)
    made.per_unit[offer] = whole
    return rows


def _by_price(made: Rated, offer: int, rows: Ints) -> Iterator[tuple[Price, Ints]]:
    """The rows of an offer by the price that their payer's class has."""
    item = made.offers[offer][1]
    if not item.classes:
        yield item.price, rows
        return
    named = [said in item.classes for said in made.uses.classes]
    own = np.where(np.array(named), np.arange(len(named)), -1)[made.uses.payer_class[rows]]
    for one in np.unique(own).tolist():
        yield item.price_for(made.uses.classes[one] if one >= 0 else ""), rows[own == one]


def scope_of(uses: Uses, per: str, rows: Ints) -> tuple[Ints, ...]:
    """Whose month it is, within the company. As `rating.scope`."""
    return {
        "company": (), "project": (uses.project[rows],), "person": (uses.person[rows],),
        "person_project": (uses.person[rows], uses.project[rows]),
    }[per]


def _in_month(made: Rated, parts: list[tuple[Price, Ints]]) -> None:
    """Units before each use in its scope's month, over all versions and classes of the item."""
    for per in {price.per for price, _ in parts}:
        mine = [(price, rows) for price, rows in parts if price.per == per]
        rows = np.sort(np.concatenate([rows for _, rows in mine]))
        group = grouped(made.uses.company[rows], made.month[rows], *scope_of(made.uses, per, rows))
        made.before[rows] = before(group, made.units[rows])[0]
        volume = np.zeros(len(made.units), dtype=bool)
        for price, some in mine:
            volume[some] = price.kind == "volume"
        if volume.any():
            made.total[rows] = before(group, np.where(volume[rows], made.units[rows], 0))[1]


def _priced(card: Card, made: Rated, offer: int, price: Price, rows: Ints, days: Days) -> None:
    version, item = made.offers[offer]
    uses, below = made.uses, made.per_unit[offer]
    part = Part(
        item, price, made.units[rows], made.before[rows], made.total[rows], below, uses.start[rows], uses.end[rows],
        uses.assisted[rows],
    )
    found, unfit = amounts(part, days, card.digits)
    for place in np.flatnonzero(unfit):
        row = rows[place]
        found[place] = rating.use(
            card, version, item, uses.event(int(row)), date.fromordinal(int(made.day[row])),
            Fraction(int(made.before[row]), below), Fraction(int(made.total[row]), below),
        ).amount
    made.exactly += int(unfit.sum())
    made.amount[rows] = made.net[rows] = found
