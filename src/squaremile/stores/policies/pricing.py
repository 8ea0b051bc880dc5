"""The price of a day, and what a quantity costs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from squaremile.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Price:
    """What one package costs from a day on, in major units of the currency."""

    since: date
    price: Decimal
    currency: str


def on(prices: Iterable[Price], day: date) -> Price | None:
    """The price in force on a day: the one that began last. None before the first."""
    begun = [price for price in prices if price.since <= day]
    return max(begun, key=lambda price: price.since, default=None)


def cost(price: Price, quantity: int) -> Money:
    """So many at that price, rounded once, half up."""
    return Money.rounded(price.price * quantity, price.currency)
