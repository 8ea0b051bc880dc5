"""Usage as columns: one row a use, in the canonical order, its corrections already added to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from squaremile.billing.policies.events import Event, folded

Ints = NDArray[np.int64]
PER_UNIT = 10_000
"""Quantities are whole ten-thousandths, as metering stores them (NUMERIC(14,4))."""
NONE = np.iinfo(np.int64).min
"""What a column says where there is nothing: `used` and `booked` that the meter does not know, a price that is not frozen."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOST = 10**14
"""Above any NUMERIC(14,4)."""


class Unfit(ValueError):
    """A use that columns cannot hold: its quantity is finer than a ten-thousandth, or larger than metering can store."""


@dataclass(frozen=True, slots=True)
class Uses:
    """n uses in the canonical order. Codes are places in the tuples beside them; times are microseconds since 1970 UTC.

    `priced_on`: proleptic Gregorian ordinal of the day whose card holds, or NONE.
    """

    ids: Sequence[str]
    companies: tuple[str, ...]
    projects: tuple[str, ...]
    persons: tuple[str, ...]
    classes: tuple[str, ...]
    things: tuple[tuple[str, str], ...]
    """(meter, subject)."""
    company: Ints
    project: Ints
    person: Ints
    payer_class: Ints
    thing: Ints
    start: Ints
    end: Ints
    quantity: Ints
    used: Ints
    booked: Ints
    assisted: NDArray[np.bool_]
    priced_on: Ints

    def __len__(self) -> int:
        return len(self.start)

    def event(self, row: int) -> Event:
        """A row as the policy sees it."""
        meter, subject = self.things[self.thing[row]]
        frozen = int(self.priced_on[row])
        return Event(
            self.ids[row], self.companies[self.company[row]], meter, subject, moment(int(self.start[row])),
            moment(int(self.end[row])), Fraction(int(self.quantity[row]), PER_UNIT), self.projects[self.project[row]],
            self.persons[self.person[row]], self.classes[self.payer_class[row]], _fraction(int(self.used[row])),
            _fraction(int(self.booked[row])), bool(self.assisted[row]), None if frozen == NONE else date.fromordinal(frozen),
        )


def moment(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)


def microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)


def uses_of(events: Iterable[Event]) -> Uses:
    """Events that come in the canonical order, as columns.

    Raises:
        Unfit: a quantity that columns cannot hold; `rating.rate` takes it.
        Inconsistent: rows that contradict each other, as in `events.folded`.
    """
    ids, codes = list[str](), [dict[str, int](), dict[str, int](), dict[str, int](), dict[str, int]()]
    things, rows = dict[tuple[str, str], int](), list[tuple[int, ...]]()
    for event in folded(events):
        ids.append(event.id)
        rows.append((
            *(known.setdefault(said, len(known)) for known, said in zip(
                codes, (event.company, event.project, event.person, event.payer_class), strict=True,
            )),
            things.setdefault((event.meter, event.subject), len(things)), microseconds(event.start), microseconds(event.end),
            _whole(event.quantity), _maybe(event.used), _maybe(event.booked), event.assisted,
            event.priced_on.toordinal() if event.priced_on else NONE,
        ))
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 12).T
    company, project, person, payer_class, thing, start, end, quantity, used, booked, assisted, priced_on = map(np.ascontiguousarray, table)
    companies, projects, persons, classes = (tuple(known) for known in codes)
    return Uses(
        ids, companies, projects, persons, classes, tuple(things), company, project, person, payer_class, thing, start, end, quantity, used,
        booked, assisted.astype(bool), priced_on,
    )


def _whole(quantity: Fraction) -> int:
    found = quantity * PER_UNIT
    if found.denominator != 1 or abs(found) >= _MOST:
        raise Unfit(str(quantity))
    return int(found)


def _maybe(quantity: Fraction | None) -> int:
    return NONE if quantity is None else _whole(quantity)


def _fraction(value: int) -> Fraction | None:
    return None if value == NONE else Fraction(value, PER_UNIT)
