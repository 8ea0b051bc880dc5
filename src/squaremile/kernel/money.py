"""Amounts of money: integer minor units with a currency. No float can enter."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

MINOR_DIGITS = {"KRW": 0, "JPY": 0, "USD": 2, "EUR": 2, "GBP": 2}
"""Digits after the point by ISO 4217 code; the won has no minor unit."""


@dataclass(frozen=True, slots=True)
class Money:
    """`minor` units of `currency` (Money(45000, "KRW") is ₩45,000; Money(1250, "USD") is $12.50)."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if isinstance(self.minor, bool) or not isinstance(self.minor, int):
            raise TypeError("money counts whole minor units")
        if self.currency not in MINOR_DIGITS:
            raise ValueError(f"unknown currency {self.currency!r}")

    def __add__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    @property
    def amount(self) -> Decimal:
        """In major units, exact."""
        return Decimal(self.minor).scaleb(-MINOR_DIGITS[self.currency])

    @property
    def said(self) -> str:
        """On paper, in either language: 460,000 KRW or 4,600.00 USD."""
        return f"{self.amount:,.{MINOR_DIGITS[self.currency]}f} {self.currency}"

    @classmethod
    def rounded(cls, amount: Decimal, currency: str) -> "Money":
        """The one rounding point: half up to the currency's minor unit."""
        if not isinstance(amount, Decimal):
            raise TypeError("round a Decimal, never a float")
        digits = MINOR_DIGITS[currency]
        quantum = Decimal(1).scaleb(-digits)
        return cls(int(amount.quantize(quantum, ROUND_HALF_UP).scaleb(digits)), currency)

    def split(self, parts: int) -> list["Money"]:
        """Equal shares that add up to the whole; the first shares carry the remainder."""
        if parts < 1:
            raise ValueError("at least one part")
        share, rest = divmod(self.minor, parts)
        return [Money(share + (1 if i < rest else 0), self.currency) for i in range(parts)]

    def _same(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add")
