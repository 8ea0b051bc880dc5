"""Tables of the network, one noun a file."""

from squaremile.network.models.claim import Claim
from squaremile.network.models.concept import Concept, Evidence, PersonConcept
from squaremile.network.models.duplicate import Duplicate, Merge
from squaremile.network.models.lab import Lab
from squaremile.network.models.match import Match
from squaremile.network.models.need import Need, NeedDetail, NeedTransition
from squaremile.network.models.partner import Partner
from squaremile.network.models.person import Contact, Person
from squaremile.network.models.publication import Authorship, Publication
from squaremile.network.models.research_project import ProjectPerson, ResearchProject
from squaremile.network.models.saved_search import SavedSearch
from squaremile.network.models.short_list import ShortList, ShortListLine
from squaremile.network.models.technology import Technology, TechnologyPerson
from squaremile.network.models.term import Term

__all__ = [
    "Authorship", "Claim", "Concept", "Contact", "Duplicate", "Evidence", "Lab", "Match", "Merge", "Need", "NeedDetail",
    "NeedTransition", "Partner", "Person", "PersonConcept", "ProjectPerson", "Publication", "ResearchProject",
    "SavedSearch", "ShortList", "ShortListLine", "Technology", "TechnologyPerson", "Term",
]  # fmt: skip
