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
from squaremile.network.models.lab import Lab
from squaremile.network.models.need import Need, NeedDetail, NeedTransition
from squaremile.network.models.partner import Partner
from squaremile.network.models.person import Contact, Person

__all__ = ["Contact", "Lab", "Need", "NeedDetail", "NeedTransition", "Partner", "Person"]
__all__ += [
    "Agreement", "AgreementCheck", "AgreementPaper", "AgreementParty", "AgreementSummary", "AgreementTransition",
    "ClockAnswer", "ClockSetting", "Commitment", "CommitmentEntry", "PublishedFigure", "Signatory",
]  # agreements
