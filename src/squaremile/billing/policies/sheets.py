"""Sheets: the uses of one line of a bill side by side, with the figures that each use's chain of reasons is said from.

A charge of its own for every use would store what they share a thousand times over. A sheet stores it once, and for each
use what rating found: the quantity it took, what stood before it in the month, what caps had let through, amount and net.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from squaremile.billing.policies.card import CUMULATIVE, Card, Item
from squaremile.billing.policies.charges import ON_REQUEST, OWN, Charged, plain
from squaremile.billing.policies.columns import NONE, Rated, Unfit
from squaremile.billing.policies.columns.amounts import ROOM
from squaremile.billing.policies.columns.days import Days
from squaremile.billing.policies.columns.months import grouped
from squaremile.billing.policies.columns.uses import Ints
from squaremile.kernel.words import Text

MOST = 10_000
"""Uses on one sheet: a longer line has several."""
_MILLION = 10**6


@dataclass(frozen=True, slots=True)
class Shared:
    """What a group of uses has in common beside company, meter and subject, which the uses say themselves."""

    project: Any
    nfec: str
    assisted: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """`of`: the line with its sums, as one charge. Columns are in the canonical order; `before` and `total` are over
    `per_unit`; `let` holds what each of `caps` had let through, use by use. None: nothing but noughts."""

    of: Charged
    company: str
    uses: int
    payer_class: str
    caps: tuple[str, ...]
    per_unit: int
    rows: Ints
    """Where the uses stand in the columns that were rated."""
    counted: Ints
    booked: Ints | None
    before: Ints | None
    total: Ints | None
    amounts: Ints
    nets: Ints
    let: Ints | None
    millionths: Ints
    """Units of each use."""
    days: Ints
    """On which each began, as ordinals."""

    def split(self) -> Iterator["Sheet"]:
        """Itself, or parts of at most `MOST` uses with their own sums."""
        if self.uses <= MOST:
            yield self
            return
        for begin in range(0, self.uses, MOST):
            part = slice(begin, begin + MOST)
            amounts, nets, millionths = self.amounts[part], self.nets[part], self.millionths[part]
            of = replace(
                self.of, quantity=Decimal(int(millionths.sum())).scaleb(-6), amount=int(amounts.sum()), net=int(nets.sum())
            )
            wide = slice(begin * len(self.caps), (begin + MOST) * len(self.caps))
            yield replace(
                self, of=of, uses=len(amounts), rows=self.rows[part], counted=self.counted[part], booked=_part(self.booked, part),
                before=_part(self.before, part), total=_part(self.total, part), amounts=amounts, nets=nets, let=_part(self.let, wide),
                millionths=millionths, days=self.days[part],
            )


def _part(column: Ints | None, part: slice) -> Ints | None:
    return None if column is None else column[part]


@dataclass(slots=True)
class _Lines:
    """Rows brought together by line: `order` of rows, and where each line begins in it."""

    order: Ints
    begins: Ints
    ends: Ints


def sheets(card: Card, made: Rated, group: Ints, shared: list[Shared], *, columns: bool = True) -> list[Sheet]:
    """Every line of every company. Without `columns`, the sums alone.

    Raises:
        Unfit: sums that 64 bits do not hold.
    """
    lines = _lines(made, group)
    if not len(lines.order):
        return []
    uses, order, begins = made.uses, lines.order, lines.begins
    offer, head = made.offer[order[begins]], order[begins]
    days = Days(card.zone, int(uses.start.min()), int(uses.end.max()))
    last = np.maximum(days.ordinals()[days.of(uses.end)], made.day)[order]
    millionths = _millionths(made)[order]
    sums = [_sum(figures, begins) for figures in (millionths, made.amount[order], made.net[order])]
    table = (
        group[head], offer, lines.ends - begins, np.minimum.reduceat(made.day[order], begins), np.maximum.reduceat(last, begins),
        made.month[head], *sums,
    )
    of_offer = [_OfOffer.of(card, made, n) for n in range(len(made.offers))]
    taken = _taken(made, order, millionths) if columns else None
    found = []
    for place, (g, o, n, first, until, month, quantity, amount, net) in enumerate(zip(*(t.tolist() for t in table), strict=True)):
        like, row = of_offer[o], int(head[place])
        of, subject = shared[g], uses.things[uses.thing[row]][1]
        charge = Charged(
            "use", _day(month), "", 0, like.item.code, like.label, card.code, like.version, subject, _day(first), _day(until),
            Decimal(quantity).scaleb(-6), like.item.unit, amount, net, like.tax, (), of.project, None, of.nfec,
            ON_REQUEST if of.assisted else OWN,
        )
        payer_class = uses.classes[uses.payer_class[row]]
        figures = taken.of(like, slice(int(begins[place]), int(lines.ends[place]))) if taken else _NOTHING
        found.append(Sheet(charge, uses.companies[uses.company[row]], n, payer_class, like.caps, like.per_unit, *figures))
    return found


_EMPTY: Ints = np.zeros(0, dtype=np.int64)
_NOTHING = (_EMPTY, _EMPTY, None, None, None, _EMPTY, _EMPTY, None, _EMPTY, _EMPTY)
_days = dict[int, date]()


def _day(ordinal: int) -> date:
    if (found := _days.get(ordinal)) is None:
        found = _days[ordinal] = date.fromordinal(ordinal)
    return found


def _lines(made: Rated, group: Ints) -> _Lines:
    rows = np.flatnonzero(made.offer >= 0)
    if not len(rows):
        return _Lines(rows, rows, rows)
    parts = [group[rows], made.offer[rows], made.month[rows]]
    if len(made.uses.classes) > 1:  # one that changes within the month parts a line's sheet, whose chain names it
        parts.append(made.uses.payer_class[rows])
    line = grouped(*parts)
    by_line = np.argsort(line, kind="stable")
    line = line[by_line]
    begins = np.flatnonzero(np.r_[True, line[1:] != line[:-1]])
    return _Lines(rows[by_line], begins, np.r_[begins[1:], len(rows)])


def _sum(figures: Ints, begins: Ints) -> Ints:
    if float(np.abs(figures).astype(float).sum()) >= ROOM:
        raise Unfit("sum")
    return np.add.reduceat(figures, begins)


def _millionths(made: Rated) -> Ints:
    """Units of each row in millionths, to the even one in the middle: as `charges.decimal`."""
    below = np.array([*made.per_unit, 1], dtype=np.int64)[np.where(made.offer >= 0, made.offer, -1)]
    if float(np.abs(made.units).max(initial=0)) * _MILLION >= ROOM / 2:
        raise Unfit("units")
    whole, rest = np.divmod(made.units * _MILLION, below)
    up = (2 * rest > below) | (2 * rest == below) & (whole % 2 == 1)
    return np.where(made.offer >= 0, whole + up, 0)


@dataclass(frozen=True, slots=True)
class _OfOffer:
    """What every line of an item at a version says."""

    item: Item
    version: int
    label: Text
    tax: Any
    caps: tuple[str, ...]
    per_unit: int
    cumulative: bool
    volume: bool

    @staticmethod
    def of(card: Card, made: Rated, place: int) -> "_OfOffer":
        version, item = made.offers[place]
        prices = (item.price, *item.classes.values())
        return _OfOffer(
            item, version.number, item.label, plain(item.tax), tuple(c.code for c in version.caps if item.code in c.items),
            made.per_unit[place], any(p.kind in CUMULATIVE for p in prices), any(p.kind == "volume" for p in prices),
        )


@dataclass(frozen=True, slots=True)
class _Taken:
    """Columns by line."""

    order: Ints
    quantity: Ints
    booked: Ints | None
    before: Ints
    total: Ints
    amount: Ints
    net: Ints
    caps: dict[str, Ints]
    millionths: Ints
    day: Ints

    def of(self, like: _OfOffer, span: slice) -> tuple[Any, ...]:
        let = np.column_stack([self.caps[code][span] for code in like.caps]).ravel() if like.caps else None
        return (
            self.order[span], self.quantity[span], self.booked[span] if self.booked is not None and like.item.basis != "recorded" else None,
            self.before[span] if like.cumulative else None, self.total[span] if like.volume else None, self.amount[span],
            self.net[span], let, self.millionths[span], self.day[span],
        )


def _taken(made: Rated, order: Ints, millionths: Ints) -> _Taken:
    uses = made.uses
    return _Taken(
        order, uses.quantity[order], uses.booked[order] if (uses.booked != NONE).any() else None, made.before[order], made.total[order],
        made.amount[order], made.net[order], {code: used[order] for code, used in made.caps.items()}, millionths,
        made.day[order],
    )
