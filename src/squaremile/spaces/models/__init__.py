"""Tables of space, one noun a file."""

from squaremile.spaces.models.occupancy import Occupancy, OccupancyDetail, OccupancyTransition
from squaremile.spaces.models.place import Place
from squaremile.spaces.models.reshape import Reshape, ReshapedPlace

__all__ = ["Occupancy", "OccupancyDetail", "OccupancyTransition", "Place", "Reshape", "ReshapedPlace"]
