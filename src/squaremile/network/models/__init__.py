"""Tables of the network, one noun a file."""

from squaremile.network.models.agenda import Agenda, AgendaPerson, AgendaSubject
from squaremile.network.models.agreement import (
    Agreement,
    AgreementCheck,
    AgreementPaper,
    AgreementParty,
    AgreementSummary,
    AgreementTerm,
    AgreementTransition,
    Signatory,
)
from squaremile.network.models.approach import Approach, Connection, Feedback
from squaremile.network.models.claim import Claim
from squaremile.network.models.clock import ClockAnswer, ClockSetting, PublishedFigure
from squaremile.network.models.commitment import Commitment, CommitmentEntry
from squaremile.network.models.concept import Concept, Evidence, PersonConcept
from squaremile.network.models.delegation import Delegation, DelegationTransition
from squaremile.network.models.delegation_member import DelegationMember, MemberCare, Screening
from squaremile.network.models.delegation_papers import Approval, BudgetLine, ClockDone, VisitClock, VisitDocument
from squaremile.network.models.duplicate import Duplicate, Merge
from squaremile.network.models.event import Event, EventInvitation, EventTransition
from squaremile.network.models.incentive import ActivityKind, Credit, Payout, Pool
from squaremile.network.models.interaction import Attendee, Interaction, InteractionNote
from squaremile.network.models.introduction import Introduction, IntroductionDetail, IntroductionTransition
from squaremile.network.models.lab import Lab
from squaremile.network.models.long_list import LongListEntry
from squaremile.network.models.match import Match
from squaremile.network.models.meeting import FollowUp, Meeting, MeetingFeedback
from squaremile.network.models.meeting_request import MeetingRequest, RequestAnswer
from squaremile.network.models.membership import Directorship, Membership
from squaremile.network.models.need import Need, NeedDetail, NeedTransition
from squaremile.network.models.participant import Engagement, Participant, Profile
from squaremile.network.models.partner import Partner
from squaremile.network.models.partnering import MeetingSlot, MeetingTable, Partnering
from squaremile.network.models.person import Contact, Person, PersonCare
from squaremile.network.models.promise import Promise
from squaremile.network.models.publication import Authorship, Publication
from squaremile.network.models.research_project import ProjectPerson, ResearchProject
from squaremile.network.models.saved_search import SavedSearch
from squaremile.network.models.seat import Seat, SeatHolder
from squaremile.network.models.short_list import ShortList, ShortListLine
from squaremile.network.models.soft_check import SoftCheck
from squaremile.network.models.technology import Technology, TechnologyPerson
from squaremile.network.models.term import Term
from squaremile.network.models.tier import Entitlement, Tier
from squaremile.network.models.visit_party import PartyDay, VisitParty
from squaremile.network.models.visit_stop import StopPerson, VisitPromise, VisitStop
from squaremile.network.models.visit_wish import HostWindow, VisitPlace, VisitWay, VisitWish

__all__ = [
    "ActivityKind", "Agenda", "AgendaPerson", "AgendaSubject", "Agreement", "AgreementCheck", "AgreementPaper",
    "AgreementParty", "AgreementSummary", "AgreementTerm", "AgreementTransition", "Approach", "Approval", "Attendee",
    "Authorship", "BudgetLine", "Claim", "ClockAnswer", "ClockDone", "ClockSetting", "Commitment", "CommitmentEntry",
    "Concept", "Connection", "Contact", "Credit", "Delegation", "DelegationMember", "DelegationTransition",
    "Directorship", "Duplicate", "Engagement", "Entitlement", "Event", "EventInvitation", "EventTransition",
    "Evidence", "Feedback", "FollowUp", "HostWindow", "Interaction", "InteractionNote", "Introduction",
    "IntroductionDetail", "IntroductionTransition", "Lab", "LongListEntry", "Match", "Meeting", "MeetingFeedback",
    "MeetingRequest", "MeetingSlot", "MeetingTable", "MemberCare", "Membership", "Merge", "Need", "NeedDetail",
    "NeedTransition", "Participant", "Partner", "Partnering", "PartyDay", "Payout", "Person", "PersonCare",
    "PersonConcept", "Pool", "Profile", "ProjectPerson", "Promise", "Publication", "PublishedFigure", "RequestAnswer",
    "ResearchProject", "SavedSearch", "Screening", "Seat", "SeatHolder", "ShortList", "ShortListLine", "Signatory",
    "SoftCheck", "StopPerson", "Technology", "TechnologyPerson", "Term", "Tier", "VisitClock", "VisitDocument",
    "VisitParty", "VisitPlace", "VisitPromise", "VisitStop", "VisitWay", "VisitWish",
]  # fmt: skip
