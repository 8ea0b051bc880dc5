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
from squaremile.stores.operations.loads import (
    discard_load,
    hand_out_load,
    load_cycle,
    release_load,
    rerun_load,
)
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
from squaremile.stores.operations.services import (
    accept_service,
    add_service,
    ask_service,
    cancel_service,
    complete_service,
    edit_service,
    refuse_service,
)
from squaremile.stores.operations.sterilisers import (
    add_steriliser,
    end_cycle,
    incubate_indicator,
    read_indicator,
    remind_of_tests,
    set_steriliser,
    start_cycle,
)
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
    "accept_service",
    "add_cylinder",
    "add_item",
    "add_service",
    "add_steriliser",
    "add_stock_point",
    "address_parcel",
    "ask_service",
    "cancel_order",
    "cancel_service",
    "close_door",
    "close_lapsed_doors",
    "complete_service",
    "connect_cylinder",
    "cool_parcel",
    "count_cylinder_days",
    "count_stock",
    "decide_order",
    "discard_load",
    "disconnect_cylinder",
    "dispute_charge",
    "edit_item",
    "edit_service",
    "end_cycle",
    "hand_out_load",
    "hand_over_parcel",
    "incubate_indicator",
    "issue_stock",
    "list_taking",
    "load_cycle",
    "log_parcel",
    "move_stock",
    "open_door",
    "place_order",
    "read_indicator",
    "recall_lot",
    "receive_lot",
    "receive_order",
    "refuse_service",
    "release_load",
    "remind_of_cold_parcels",
    "remind_of_tests",
    "request_order",
    "rerun_load",
    "return_cylinder",
    "return_stock",
    "send_back_parcel",
    "set_price",
    "set_steriliser",
    "settle_dispute",
    "start_cycle",
    "write_off_stock",
]
