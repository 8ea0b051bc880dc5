"""Tables of the network, one noun a file."""

from squaremile.network.models.agreement import (
    Agreement,
    AgreementCheck,
    AgreementPaper,
    AgreementParty,
    AgreementSummary,
    AgreementTransition,
    Signatory,
)
from squaremile.network.models.clock import ClockAnswer, ClockSetting, PublishedFigure
from squaremile.network.models.commitment import Commitment, CommitmentEntry
from squaremile.network.models.event import Event, EventInvitation, EventTransition
from squaremile.network.models.lab import Lab
from squaremile.network.models.meeting import FollowUp, Meeting, MeetingFeedback
from squaremile.network.models.meeting_request import MeetingRequest, RequestAnswer
from squaremile.network.models.need import Need, NeedDetail, NeedTransition
from squaremile.network.models.participant import Engagement, Participant, Profile
from squaremile.network.models.partner import Partner
from squaremile.network.models.partnering import MeetingSlot, MeetingTable, Partnering
from squaremile.network.models.person import Contact, Person
from squaremile.network.models.seat import Seat, SeatHolder

__all__ = ["Contact", "Lab", "Need", "NeedDetail", "NeedTransition", "Partner", "Person"]
__all__ += [
    "Agreement", "AgreementCheck", "AgreementPaper", "AgreementParty", "AgreementSummary", "AgreementTransition",
    "ClockAnswer", "ClockSetting", "Commitment", "CommitmentEntry", "PublishedFigure", "Signatory",
]  # agreements
# Partnering events and the calendar.
__all__ += [
    "Engagement", "Event", "EventInvitation", "EventTransition", "FollowUp", "Meeting", "MeetingFeedback",
    "MeetingRequest", "MeetingSlot", "MeetingTable", "Participant", "Partnering", "Profile", "RequestAnswer", "Seat",
    "SeatHolder",
]  # fmt: skip
