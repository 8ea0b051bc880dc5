"""Tables of the stores, one noun a file."""

from squaremile.stores.models.cylinder import Cylinder, CylinderTransition
from squaremile.stores.models.item import Item, ItemPrice, Lot, LotCost, LotTransition
from squaremile.stores.models.opening import (
    Charge,
    ChargeTransition,
    Opening,
    OpeningTransition,
    Taking,
)
from squaremile.stores.models.order import Order, OrderLine, OrderTransition, Receipt
from squaremile.stores.models.parcel import Parcel, ParcelTransition
from squaremile.stores.models.recall import Recall
from squaremile.stores.models.stock import Movement, Stock, StockPoint

__all__ = [
    "Charge",
    "ChargeTransition",
    "Cylinder",
    "CylinderTransition",
    "Item",
    "ItemPrice",
    "Lot",
    "LotCost",
    "LotTransition",
    "Movement",
    "Opening",
    "OpeningTransition",
    "Order",
    "OrderLine",
    "OrderTransition",
    "Parcel",
    "ParcelTransition",
    "Recall",
    "Receipt",
    "Stock",
    "StockPoint",
    "Taking",
]  # fmt: skip
