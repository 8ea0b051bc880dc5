"""What space does. Importing this package registers every operation."""

from squaremile.spaces.operations.places import add_place

__all__ = ["add_place"]
