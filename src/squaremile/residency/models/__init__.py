"""Tables of residency, one noun a file."""

from squaremile.residency.models.application import Application, ApplicationTransition
from squaremile.residency.models.call import Call, CallTransition
from squaremile.residency.models.company import Company, CompanyTransition, Profile
from squaremile.residency.models.lead import Lead, LeadTransition
from squaremile.residency.models.licence import Licence, LicenceTransition
from squaremile.residency.models.offer import LicencePlace, Offer, OfferTransition
from squaremile.residency.models.price import Price, PriceVersion
from squaremile.residency.models.reviewer import Reviewer
from squaremile.residency.models.signing import DepositPayment, Insurance, LicenceDocument, Signature
from squaremile.residency.models.tour import Tour, TourSlot, TourTransition

__all__ = [
    "Application", "ApplicationTransition", "Call", "CallTransition", "Company", "CompanyTransition", "DepositPayment",
    "Insurance", "Lead", "LeadTransition", "Licence", "LicenceDocument", "LicencePlace", "LicenceTransition", "Offer",
    "OfferTransition", "Price", "PriceVersion", "Profile", "Reviewer", "Signature", "Tour", "TourSlot", "TourTransition",
]
