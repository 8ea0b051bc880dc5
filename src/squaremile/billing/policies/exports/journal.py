"""The books as rows of double entry, for the accountants' own system: a posting a row, debit and credit apart.

Numbers of accounts are the issuer's own; where it has said none, those that small Korean charts of accounts commonly use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from squaremile.kernel.money import MINOR_DIGITS

HEAD = (
    "date", "entry", "row", "account", "account_name", "debit", "credit", "currency", "party", "party_name", "party_registration",
    "says", "origin", "copy", "exported_before_in",
)  # fmt: skip
USUAL = {
    "bank": ("103", "보통예금"), "receivable": ("108", "외상매출금"), "wallet": ("259", "선수금"), "deposit": ("294", "임대보증금"),
    "tax": ("255", "부가세예수금"), "rounding": ("930", "잡이익"), "voucher": ("405", "매출할인"), "revenue:use": ("412", "서비스매출"),
    "revenue:late": ("412", "서비스매출"), "revenue:rent": ("411", "임대료수입"), "revenue:membership": ("413", "회비수입"),
    "revenue:adjustment": ("405", "매출할인"), "revenue:interest": ("901", "이자수익"),
}  # fmt: skip
Row = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Posted:
    """One side of an entry: debit above nought, in minor units."""

    book: str
    amount: int


@dataclass(frozen=True, slots=True)
class Entered:
    """An entry with its sides. `before`: the export in which it went out first, where it did."""

    day: date
    origin: str
    says: str
    currency: str
    party: str
    party_name: str
    registration: str
    postings: tuple[Posted, ...]
    before: str = ""


class NotBalanced(ValueError):
    """Debit and credit of an entry differ: the books are broken, and nothing is exported."""


def rows(entries: Iterable[Entered], accounts: Mapping[str, tuple[str, str]], copy: int) -> Iterator[Row]:
    """Under `HEAD`. `copy`: 1 the first time that the month goes out.

    Raises:
        NotBalanced: an entry whose debit is not its credit.
    """
    for number, entry in enumerate(entries, 1):
        if sum(p.amount for p in entry.postings) or not entry.postings:
            raise NotBalanced(entry.origin)
        for line, posting in enumerate(entry.postings, 1):
            account, name = accounts.get(posting.book) or USUAL[posting.book]
            debit, credit = max(posting.amount, 0), max(-posting.amount, 0)
            yield (
                entry.day.isoformat(), number, line, account, name, *(_major(n, entry.currency) for n in (debit, credit)), entry.currency,
                entry.party, entry.party_name, entry.registration, entry.says, entry.origin, copy, entry.before,
            )


def _major(minor: int, currency: str) -> str:
    """Exact, with as many digits as the currency has; empty for nought."""
    return f"{Decimal(minor).scaleb(-MINOR_DIGITS[currency]):f}" if minor else ""
