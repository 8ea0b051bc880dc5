"""What the stores do. Importing this package registers every operation."""

from squaremile.stores.operations.cylinders import (
    add_cylinder,
    connect_cylinder,
    count_cylinder_days,
    disconnect_cylinder,
    return_cylinder,
)
from squaremile.stores.operations.disputes import dispute_charge, settle_dispute
from squaremile.stores.operations.doors import (
    close_door,
    close_lapsed_doors,
    list_taking,
    open_door,
)
from squaremile.stores.operations.items import add_item, edit_item, set_price
from squaremile.stores.operations.orders import (
    Goods,
    cancel_order,
    decide_order,
    place_order,
    receive_order,
    request_order,
)
from squaremile.stores.operations.parcels import (
    address_parcel,
    cool_parcel,
    hand_over_parcel,
    log_parcel,
    remind_of_cold_parcels,
    send_back_parcel,
)
from squaremile.stores.operations.recalls import recall_lot
from squaremile.stores.operations.stock import (
    add_stock_point,
    count_stock,
    issue_stock,
    move_stock,
    receive_lot,
    return_stock,
    write_off_stock,
)

__all__ = [
    "Goods",
    "add_cylinder",
    "add_item",
    "add_stock_point",
    "address_parcel",
    "cancel_order",
    "close_door",
    "close_lapsed_doors",
    "connect_cylinder",
    "cool_parcel",
    "count_cylinder_days",
    "count_stock",
    "decide_order",
    "disconnect_cylinder",
    "dispute_charge",
    "edit_item",
    "hand_over_parcel",
    "issue_stock",
    "list_taking",
    "log_parcel",
    "move_stock",
    "open_door",
    "place_order",
    "recall_lot",
    "receive_lot",
    "receive_order",
    "remind_of_cold_parcels",
    "request_order",
    "return_cylinder",
    "return_stock",
    "send_back_parcel",
    "set_price",
    "settle_dispute",
    "write_off_stock",
]
