"""Tables of residency, one noun a file."""

from squaremile.residency.models.application import Application, ApplicationTransition
from squaremile.residency.models.call import Call, CallTransition
from squaremile.residency.models.company import Company, CompanyTransition, Profile
from squaremile.residency.models.lead import Lead, LeadTransition
from squaremile.residency.models.licence import Licence, LicenceTransition
from squaremile.residency.models.reviewer import Reviewer
from squaremile.residency.models.tour import Tour, TourSlot, TourTransition

__all__ = [
    "Application", "ApplicationTransition", "Call", "CallTransition", "Company", "CompanyTransition", "Lead", "LeadTransition", "Licence",
    "LicenceTransition", "Profile", "Reviewer", "Tour", "TourSlot", "TourTransition",
]
