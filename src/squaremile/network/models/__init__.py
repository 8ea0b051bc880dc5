"""Tables of the network, one noun a file."""

from squaremile.network.models.delegation import Delegation, DelegationTransition
from squaremile.network.models.delegation_member import DelegationMember, MemberCare, Screening
from squaremile.network.models.delegation_papers import Approval, BudgetLine, ClockDone, VisitClock, VisitDocument
from squaremile.network.models.lab import Lab
from squaremile.network.models.need import Need, NeedDetail, NeedTransition
from squaremile.network.models.partner import Partner
from squaremile.network.models.person import Contact, Person
from squaremile.network.models.visit_stop import StopPerson, VisitPromise, VisitStop
from squaremile.network.models.visit_wish import HostWindow, VisitPlace, VisitWay, VisitWish

__all__ = [
    "Approval", "BudgetLine", "ClockDone", "Contact", "Delegation", "DelegationMember", "DelegationTransition", "HostWindow",
    "Lab", "MemberCare", "Need", "NeedDetail", "NeedTransition", "Partner", "Person", "Screening", "StopPerson", "VisitClock",
    "VisitDocument", "VisitPlace", "VisitPromise", "VisitStop", "VisitWay", "VisitWish",
]
