"""What residency does. Importing this package registers every operation."""

from squaremile.residency.operations.companies import edit_company, edit_profile, open_record
from squaremile.residency.operations.leads import enquire, follow_up_lead, record_lead
from squaremile.residency.operations.licences import (
    end_licence,
    record_deposit,
    record_insurance,
    sign_licence,
    start_licence,
)
from squaremile.residency.operations.offers import answer_offer, lapse_offers, make_offer, withdraw_offer
from squaremile.residency.operations.prices import publish_prices
from squaremile.residency.operations.reminders import remind_of_leads
from squaremile.residency.operations.tours import (
    book_tour,
    cancel_tour,
    cancel_tour_by_letter,
    close_tour_slot,
    open_tour_slot,
    record_tour,
)

__all__ = [
    "answer_offer",
    "book_tour",
    "cancel_tour",
    "cancel_tour_by_letter",
    "close_tour_slot",
    "edit_company",
    "edit_profile",
    "end_licence",
    "enquire",
    "follow_up_lead",
    "lapse_offers",
    "make_offer",
    "open_record",
    "open_tour_slot",
    "publish_prices",
    "record_deposit",
    "record_insurance",
    "record_lead",
    "record_tour",
    "remind_of_leads",
    "sign_licence",
    "start_licence",
    "withdraw_offer",
]
