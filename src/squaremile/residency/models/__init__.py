"""Tables of residency, one noun a file."""

from squaremile.residency.models.amendment import Amendment, AmendmentTransition, LicenceNotice
from squaremile.residency.models.application import Application, ApplicationTransition
from squaremile.residency.models.call import Call, CallTransition
from squaremile.residency.models.checklist import ChecklistEntry, ChecklistEntryTransition, ChecklistVersion
from squaremile.residency.models.company import Company, CompanyTransition, Profile
from squaremile.residency.models.decision import Decision, DecisionBasis
from squaremile.residency.models.declaration import Declaration, DeclarationLine, Feasibility
from squaremile.residency.models.departure import (
    ClearanceLine,
    Deduction,
    Departure,
    DepartureTransition,
    OwedSettlement,
)
from squaremile.residency.models.evaluation import Evaluation, EvaluationTransition, Residence, StayTerms
from squaremile.residency.models.fit import FitException
from squaremile.residency.models.forecast import ForecastPrice, RecordBeginning
from squaremile.residency.models.form import CallTerms, Form, FormVersion
from squaremile.residency.models.heads_told import HeadsTold
from squaremile.residency.models.impact import ImpactEvidence, ImpactFigure, ImpactReport, ImpactRestatement
from squaremile.residency.models.lead import Lead, LeadTransition
from squaremile.residency.models.licence import Licence, LicenceTransition
from squaremile.residency.models.member import Member, MemberContact, PeopleTerms
from squaremile.residency.models.mentor import Mentor, OfficeHour, OfficeHourDetail, OfficeHourTransition
from squaremile.residency.models.milestone import Milestone, MilestoneTransition
from squaremile.residency.models.move import Move, MovePlace, MoveTransition, SpaceRequest, SpaceRequestTransition
from squaremile.residency.models.need import AreaLimit, Neighbour, SpaceNeed
from squaremile.residency.models.offer import LicencePlace, Offer, OfferTransition
from squaremile.residency.models.outcome import OutcomeEntry
from squaremile.residency.models.passes import AccessPass, AccessPassTransition
from squaremile.residency.models.pitch import PitchInvitation, PitchPanelist, PitchSitting, PitchSlot
from squaremile.residency.models.pitch_away import PitchAway
from squaremile.residency.models.plan import SpacePlan, SpacePlanLine, SpacePlanTransition
from squaremile.residency.models.price import Price, PriceVersion
from squaremile.residency.models.review import (
    Review,
    ReviewConflict,
    ReviewPaper,
    ReviewRound,
    ReviewRoundTransition,
    ReviewTransition,
)
from squaremile.residency.models.reviewer import Reviewer
from squaremile.residency.models.screening import CompetitionFinding, Screening
from squaremile.residency.models.seal import LicenceSeal
from squaremile.residency.models.sheet import Answer, AnswerFile, Sheet
from squaremile.residency.models.signing import DepositPayment, Insurance, LicenceDocument, Signature
from squaremile.residency.models.sponsor import ProfileLook, Sponsor, SponsorContract, SponsorUse
from squaremile.residency.models.stop import StopException
from squaremile.residency.models.survey import OutcomeSurvey, SurveyAnswer
from squaremile.residency.models.suspension import Suspension, SuspensionTransition
from squaremile.residency.models.tour import Tour, TourSlot, TourTransition
from squaremile.residency.models.voiding import LicenceVoid

__all__ = [
    "AccessPass",
    "AccessPassTransition",
    "Amendment",
    "AmendmentTransition",
    "Answer",
    "AnswerFile",
    "Application",
    "ApplicationTransition",
    "AreaLimit",
    "Call",
    "CallTerms",
    "CallTransition",
    "ChecklistEntry",
    "ChecklistEntryTransition",
    "ChecklistVersion",
    "ClearanceLine",
    "Company",
    "CompanyTransition",
    "CompetitionFinding",
    "Decision",
    "DecisionBasis",
    "Declaration",
    "DeclarationLine",
    "Deduction",
    "Departure",
    "DepartureTransition",
    "DepositPayment",
    "Evaluation",
    "EvaluationTransition",
    "Feasibility",
    "FitException",
    "ForecastPrice",
    "Form",
    "FormVersion",
    "HeadsTold",
    "ImpactEvidence",
    "ImpactFigure",
    "ImpactReport",
    "ImpactRestatement",
    "Insurance",
    "Lead",
    "LeadTransition",
    "Licence",
    "LicenceDocument",
    "LicenceNotice",
    "LicencePlace",
    "LicenceSeal",
    "LicenceTransition",
    "LicenceVoid",
    "Member",
    "MemberContact",
    "Mentor",
    "Milestone",
    "MilestoneTransition",
    "Move",
    "MovePlace",
    "MoveTransition",
    "Neighbour",
    "Offer",
    "OfferTransition",
    "OfficeHour",
    "OfficeHourDetail",
    "OfficeHourTransition",
    "OutcomeEntry",
    "OutcomeSurvey",
    "OwedSettlement",
    "PeopleTerms",
    "PitchAway",
    "PitchInvitation",
    "PitchPanelist",
    "PitchSitting",
    "PitchSlot",
    "Price",
    "PriceVersion",
    "Profile",
    "ProfileLook",
    "RecordBeginning",
    "Residence",
    "Review",
    "ReviewConflict",
    "ReviewPaper",
    "ReviewRound",
    "ReviewRoundTransition",
    "ReviewTransition",
    "Reviewer",
    "Screening",
    "Sheet",
    "Signature",
    "SpaceNeed",
    "SpacePlan",
    "SpacePlanLine",
    "SpacePlanTransition",
    "SpaceRequest",
    "SpaceRequestTransition",
    "Sponsor",
    "SponsorContract",
    "SponsorUse",
    "StayTerms",
    "StopException",
    "SurveyAnswer",
    "Suspension",
    "SuspensionTransition",
    "Tour",
    "TourSlot",
    "TourTransition",
]
