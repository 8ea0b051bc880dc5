"""What space does. Importing this package registers every operation."""

from squaremile.spaces.operations.occupancies import extend, hold, kept, occupy, release
from squaremile.spaces.operations.places import add_place, close_place, edit_place, reopen_place
from squaremile.spaces.operations.reshaping import cancel_reshape, merge_places, split_place

__all__ = [
    "add_place",
    "cancel_reshape",
    "close_place",
    "edit_place",
    "extend",
    "hold",
    "kept",
    "merge_places",
    "occupy",
    "release",
    "reopen_place",
    "split_place",
]
