"""What sponsors owe: what their vouchers paid on issued documents, each with what it left of its limit."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Gave:
    """A voucher on a document: minor units before tax, below nought on a credit note. `rest` of its limit after it; None: no limit."""

    voucher: str
    document: str
    month: date
    """First day of the month billed: limits of months and years are counted by it."""
    issued_on: date
    amount: int
    rest: int | None = None


def span_of(said: str) -> tuple[date, date] | None:
    """`2027-02` or `2027-Q1` as first days of its first and its last month. None: neither."""
    year, _, part = said.partition("-")
    quarter = part.startswith("Q")
    number = part[1:] if quarter else part
    if not (len(year) == 4 and year.isascii() and year.isdigit() and len(number) in (1, 2) and number.isascii() and number.isdigit()):
        return None
    if not (2000 <= int(year) <= 2999 and 1 <= int(number) <= (4 if quarter else 12)):
        return None
    last = int(number) * 3 if quarter else int(number)
    return date(int(year), last - 2 if quarter else last, 1), date(int(year), last, 1)


def with_rests(given: Iterable[Gave], limits: dict[str, tuple[int | None, str]]) -> list[Gave]:
    """In the order in which they were issued. `limits`: voucher → its limit and whether it holds a month, a year or in all. What a
    later document takes changes no earlier rest, so that a list that was sent says the same ever after."""
    used: defaultdict[tuple[str, str], int] = defaultdict(int)
    found = []
    for one in given:
        limit, per = limits[one.voucher]
        at = one.voucher, {"month": f"{one.month:%Y-%m}", "year": str(one.month.year), "total": "total"}[per]
        used[at] += one.amount
        found.append(replace(one, rest=None if limit is None else limit - used[at]))
    return found
