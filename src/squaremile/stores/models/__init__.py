"""Tables of the stores, one noun a file."""

from squaremile.stores.models.item import Item, ItemPrice, Lot, LotCost, LotTransition
from squaremile.stores.models.opening import (
    Charge,
    ChargeTransition,
    Opening,
    OpeningTransition,
    Taking,
)
from squaremile.stores.models.stock import Movement, Stock, StockPoint

__all__ = [
    "Charge", "ChargeTransition", "Item", "ItemPrice", "Lot", "LotCost", "LotTransition", "Movement", "Opening",
    "OpeningTransition", "Stock", "StockPoint", "Taking",
]  # fmt: skip
