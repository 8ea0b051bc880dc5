"""What the network does. Importing this package registers every operation."""

from squaremile.network.operations.labs import add_lab
from squaremile.network.operations.partners import add_partner
from squaremile.network.operations.people import add_person

__all__ = ["add_lab", "add_partner", "add_person"]
