"""Tables of the network, one noun a file."""

from squaremile.network.models.lab import Lab
from squaremile.network.models.need import Need, NeedDetail, NeedTransition
from squaremile.network.models.partner import Partner
from squaremile.network.models.person import Contact, Person

__all__ = ["Contact", "Lab", "Need", "NeedDetail", "NeedTransition", "Partner", "Person"]
