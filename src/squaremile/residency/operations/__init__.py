"""What residency does. Importing this package registers every operation."""

from squaremile.residency.operations.companies import edit_company, edit_profile, open_record
from squaremile.residency.operations.leads import enquire, follow_up_lead, record_lead
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
    "book_tour",
    "cancel_tour",
    "cancel_tour_by_letter",
    "close_tour_slot",
    "edit_company",
    "edit_profile",
    "enquire",
    "follow_up_lead",
    "open_record",
    "open_tour_slot",
    "record_lead",
    "record_tour",
    "remind_of_leads",
]
