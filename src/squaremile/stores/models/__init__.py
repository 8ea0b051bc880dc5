"""Tables of the stores, one noun a file."""

from squaremile.stores.models.cylinder import Cylinder, CylinderTransition
from squaremile.stores.models.item import Item, ItemPrice, Lot, LotCost, LotTransition
from squaremile.stores.models.load import Load, LoadTransition
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
from squaremile.stores.models.service import Service, ServiceOrder, ServiceOrderTransition
from squaremile.stores.models.steriliser import (
    Cycle,
    CycleTransition,
    Indicator,
    IndicatorTransition,
    Steriliser,
)
from squaremile.stores.models.stock import Movement, Stock, StockPoint

__all__ = [
    "Charge",
    "ChargeTransition",
    "Cycle",
    "CycleTransition",
    "Cylinder",
    "CylinderTransition",
    "Indicator",
    "IndicatorTransition",
    "Item",
    "ItemPrice",
    "Load",
    "LoadTransition",
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
    "Service",
    "ServiceOrder",
    "ServiceOrderTransition",
    "Steriliser",
    "Stock",
    "StockPoint",
    "Taking",
]  # fmt: skip
