"""Tables of residency, one noun a file."""

from squaremile.residency.models.application import Application, ApplicationTransition
from squaremile.residency.models.call import Call, CallTransition
from squaremile.residency.models.checklist import ChecklistEntry, ChecklistEntryTransition, ChecklistVersion
from squaremile.residency.models.company import Company, CompanyTransition, Profile
from squaremile.residency.models.departure import ClearanceLine, Deduction, Departure, DepartureTransition
from squaremile.residency.models.evaluation import Evaluation, EvaluationTransition, Residence, StayTerms
from squaremile.residency.models.lead import Lead, LeadTransition
from squaremile.residency.models.licence import Licence, LicenceTransition
from squaremile.residency.models.member import Member, MemberContact, PeopleTerms
from squaremile.residency.models.mentor import Mentor, OfficeHour, OfficeHourDetail, OfficeHourTransition
from squaremile.residency.models.milestone import Milestone, MilestoneTransition
from squaremile.residency.models.passes import AccessPass, AccessPassTransition
from squaremile.residency.models.reviewer import Reviewer
from squaremile.residency.models.sponsor import ProfileLook, Sponsor, SponsorContract, SponsorUse
from squaremile.residency.models.suspension import Suspension, SuspensionTransition
from squaremile.residency.models.tour import Tour, TourSlot, TourTransition

__all__ = [
    "AccessPass",
    "AccessPassTransition",
    "Application",
    "ApplicationTransition",
    "Call",
    "CallTransition",
    "ChecklistEntry",
    "ChecklistEntryTransition",
    "ChecklistVersion",
    "ClearanceLine",
    "Company",
    "CompanyTransition",
    "Deduction",
    "Departure",
    "DepartureTransition",
    "Evaluation",
    "EvaluationTransition",
    "Lead",
    "LeadTransition",
    "Licence",
    "LicenceTransition",
    "Member",
    "MemberContact",
    "Mentor",
    "Milestone",
    "MilestoneTransition",
    "OfficeHour",
    "OfficeHourDetail",
    "OfficeHourTransition",
    "PeopleTerms",
    "Profile",
    "ProfileLook",
    "Residence",
    "Reviewer",
    "Sponsor",
    "SponsorContract",
    "SponsorUse",
    "StayTerms",
    "Suspension",
    "SuspensionTransition",
    "Tour",
    "TourSlot",
    "TourTransition",
]
