"""What safety does. Importing this package registers every operation."""

from squaremile.safety.operations.areas import (
    add_area_rooms,
    add_cabinet,
    declare_area,
    edit_area,
    edit_cabinet,
    end_pack,
    put_pack_in_force,
    remove_area_room,
)

__all__ = [
    "add_area_rooms",
    "add_cabinet",
    "declare_area",
    "edit_area",
    "edit_cabinet",
    "end_pack",
    "put_pack_in_force",
    "remove_area_room",
]
