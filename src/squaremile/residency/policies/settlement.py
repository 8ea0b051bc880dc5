"""What becomes of a deposit: kept, held because it is disputed, given back; or owed where it does not suffice."""

from collections.abc import Iterable
from dataclasses import dataclass

from squaremile.kernel.money import MINOR_DIGITS, Money
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Deduction:
    """Something taken from a deposit, in minor units of its currency. `disputed` is the part the company contests."""

    minor: int
    disputed: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.disputed <= self.minor:
            raise ValueError("no more can be disputed than is taken")


@dataclass(frozen=True, slots=True)
class Statement:
    """`deposit = taken + held + refund`; `owed` is what undisputed deductions come to beyond the deposit, and `received` what has
    been paid of that or written off.

    `withheld`: nothing goes back yet, because something is still to be cleared; `refund` is what would.
    """

    deposit: Money
    taken: Money
    held: Money
    refund: Money
    owed: Money
    received: Money
    withheld: bool

    @property
    def payable(self) -> Money:
        """What may be paid out today."""
        return Money(0, self.deposit.currency) if self.withheld else self.refund

    @property
    def outstanding(self) -> Money:
        """What is owed and neither paid nor written off."""
        return Money(max(0, self.owed.minor - self.received.minor), self.deposit.currency)

    @property
    def arithmetic(self) -> Text:
        d, t, h, r = (said(m) for m in (self.deposit, self.taken, self.held, self.refund))
        return Text(
            ko=f"보증금 {d} - 공제 {t} - 다툼 중 {h} = 반환 {r}", en=f"deposit {d} - deducted {t} - in dispute {h} = refund {r}"
        )


def said(amount: Money) -> str:
    digits = MINOR_DIGITS[amount.currency]
    return f"{amount.amount:,.{digits}f} {amount.currency}"


def settle(deposit: Money, deductions: Iterable[Deduction], *, zero: bool, received: int = 0) -> Statement:
    """The statement of a deposit. What is not disputed is taken first; disputed sums are held from what is left.

    Raises:
        ValueError: a deposit below nothing.
    """
    if deposit.minor < 0:
        raise ValueError("a deposit is not below nothing")
    listed = list(deductions)
    sure = sum(d.minor - d.disputed for d in listed)
    doubtful = sum(d.disputed for d in listed)
    taken = min(deposit.minor, sure)
    held = min(deposit.minor - taken, doubtful)
    parts = (taken, held, deposit.minor - taken - held, sure - taken)
    first, second, third, fourth = (Money(n, deposit.currency) for n in parts)
    return Statement(deposit, first, second, third, fourth, Money(received, deposit.currency), withheld=not zero)
