"""What the stores do. Importing this package registers every operation."""

from squaremile.stores.operations.disputes import dispute_charge, settle_dispute
from squaremile.stores.operations.doors import (
    close_door,
    close_lapsed_doors,
    list_taking,
    open_door,
)
from squaremile.stores.operations.items import add_item, edit_item, set_price
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
    "add_item",
    "add_stock_point",
    "close_door",
    "close_lapsed_doors",
    "count_stock",
    "dispute_charge",
    "edit_item",
    "issue_stock",
    "list_taking",
    "move_stock",
    "open_door",
    "receive_lot",
    "return_stock",
    "set_price",
    "settle_dispute",
    "write_off_stock",
]
