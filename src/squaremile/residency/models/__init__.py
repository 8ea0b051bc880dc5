"""Tables of residency, one noun a file."""

from squaremile.residency.models.application import Application, ApplicationTransition
from squaremile.residency.models.call import Call, CallTransition
from squaremile.residency.models.company import Company, CompanyTransition, Profile
from squaremile.residency.models.licence import Licence, LicenceTransition
from squaremile.residency.models.reviewer import Reviewer

__all__ = [
    "Application", "ApplicationTransition", "Call", "CallTransition", "Company", "CompanyTransition", "Licence",
    "LicenceTransition", "Profile", "Reviewer",
]
