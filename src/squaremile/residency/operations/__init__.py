"""What residency does. Importing this package registers every operation."""

from squaremile.residency.operations.companies import edit_company, edit_profile, open_record
from squaremile.residency.operations.leads import enquire, follow_up_lead, record_lead
from squaremile.residency.operations.mentors import (
    add_mentor,
    book_hour,
    close_hour,
    give_hour_back,
    offer_hour,
    retire_mentor,
)
from squaremile.residency.operations.milestones import pass_milestones, propose_milestone, settle_milestone
from squaremile.residency.operations.reminders import remind_of_leads
from squaremile.residency.operations.sponsors import (
    add_sponsor,
    look_at_profile,
    sign_sponsor,
    use_entitlement,
)
from squaremile.residency.operations.stays import (
    hold_evaluation,
    move_in,
    remind_of_evaluations,
    set_stay_terms,
)
from squaremile.residency.operations.suspensions import give_notice, settle_notice
from squaremile.residency.operations.tours import (
    book_tour,
    cancel_tour,
    cancel_tour_by_letter,
    close_tour_slot,
    open_tour_slot,
    record_tour,
)

__all__ = [
    "add_mentor",
    "add_sponsor",
    "book_hour",
    "book_tour",
    "cancel_tour",
    "cancel_tour_by_letter",
    "close_hour",
    "close_tour_slot",
    "edit_company",
    "edit_profile",
    "enquire",
    "follow_up_lead",
    "give_hour_back",
    "give_notice",
    "hold_evaluation",
    "look_at_profile",
    "move_in",
    "offer_hour",
    "open_record",
    "open_tour_slot",
    "pass_milestones",
    "propose_milestone",
    "record_lead",
    "record_tour",
    "remind_of_evaluations",
    "remind_of_leads",
    "retire_mentor",
    "set_stay_terms",
    "settle_milestone",
    "settle_notice",
    "sign_sponsor",
    "use_entitlement",
]
