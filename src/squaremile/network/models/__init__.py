"""Tables of the network, one noun a file."""

from squaremile.network.models.lab import Lab
from squaremile.network.models.match import Match
from squaremile.network.models.need import Need, NeedDetail, NeedTransition
from squaremile.network.models.partner import Partner
from squaremile.network.models.person import Contact, Person
from squaremile.network.models.saved_search import SavedSearch
from squaremile.network.models.short_list import ShortList, ShortListLine
from squaremile.network.models.term import Term

__all__ = [
    "Contact", "Lab", "Match", "Need", "NeedDetail", "NeedTransition", "Partner", "Person", "SavedSearch", "ShortList",
    "ShortListLine", "Term",
]
