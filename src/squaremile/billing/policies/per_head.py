"""Membership by the head: so much a seat and month, each day at that day's price and head count.

A contract per head is one whose monthly amount is price × seats: parts of a month are cut where either changes, and shared out
by days as those of any contract (`contracts.parts`). Its lines are membership.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from squaremile.billing.policies.contracts import Part, Term, standing
from squaremile.billing.policies.reasons import Reason, money
from squaremile.billing.words import per_head as words
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text

KIND, LINE = "per_head", "membership"
"""The contract's kind, and that of its lines."""
UNIT = "seat_day"
LABEL = 120
SHOWN = 4
"""More seat counts than this in one month are named by the first and the last."""


@dataclass(frozen=True, slots=True)
class Heads:
    """From a day on so many heads, until the next."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class SeatTerm(Term):
    """So many seats at so much: `amount` is their product."""

    seats: int = 0
    price: int = 0
    price_since: date = date.min
    """From which day on the price holds."""


def terms(prices: Iterable[Term], heads: Sequence[Heads]) -> list[Term]:
    """Prices a seat and head counts as one line of terms: a new one wherever what is owed a month changes."""
    held, found = standing(prices), list[SeatTerm]()
    for day in sorted({*(t.since for t in held), *(h.day for h in heads)}):
        price = next((t for t in reversed(held) if t.since <= day), None)
        if price is None:
            continue
        seats = max((h for h in heads if h.day <= day), key=lambda h: h.day, default=Heads(day, 0)).count
        if found and (found[-1].seats, found[-1].price) == (seats, price.amount):
            continue
        # All recorded at once: none of them stands over another.
        found.append(SeatTerm(day, seats * price.amount, held[0].recorded_at, seats=seats, price=price.amount, price_since=price.since))
    return list(found)


def titled(title: Text, parts: Iterable[Part], currency: str) -> Text:
    """What the line is called: its contract, and how many seats of what price. The same for all parts of a month."""
    counted = [part.term for part in parts if isinstance(part.term, SeatTerm)]
    if not counted:
        return title
    seats = [f"{n}" for n in _each(t.seats for t in counted)]
    said = {
        "seats": " → ".join(seats if len(seats) <= SHOWN else (seats[0], "…", seats[-1])),
        "price": " → ".join(_money(price, currency) for price in _each(t.price for t in counted)),
    }
    count = (words.SEAT if seats == ["1"] else words.SEATS).fill(said)
    return Text(ko=f"{title.ko[: LABEL - len(count.ko) - 3]} · {count.ko}", en=f"{title.en[: LABEL - len(count.en) - 3]} · {count.en}")


def _each(values: Iterable[int]) -> list[int]:
    """Each value once, where it differs from the one before."""
    found = list[int]()
    for value in values:
        if not found or found[-1] != value:
            found.append(value)
    return found


def quantity(part: Part) -> tuple[Decimal, str]:
    """How much a part of a month is of, in which unit: seat-days, or days where it is not counted by heads."""
    return (Decimal(part.days * part.term.seats), UNIT) if isinstance(part.term, SeatTerm) else (Decimal(part.days), "day")


def said(code: str, part: Part, currency: str) -> tuple[Reason, ...]:
    """The price a seat, and how many seats there are since when; nothing of a contract that is not per head. How days are
    counted follows, as for every contract."""
    if not isinstance(term := part.term, SeatTerm):
        return ()
    price = _money(term.price, currency)
    counted = {"seats": term.seats, "price": price, "month": _money(term.amount, currency), "first": part.first, "last": part.last}
    return (
        Reason("contract", code, words.PRICE.fill({"price": price, "since": term.price_since})),
        Reason("seats", code, (words.ONE_COUNTED if term.seats == 1 else words.COUNTED).fill(counted)),
    )


def _money(minor: int, currency: str) -> str:
    return money(Fraction(minor, 10 ** MINOR_DIGITS[currency]), currency)
