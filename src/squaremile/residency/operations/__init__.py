"""What residency does. Importing this package registers every operation."""

from squaremile.residency.operations.checklists import (
    begin_company_checklist,
    declare_checklist,
    reopen_entry,
    sign_off,
    waive_entry,
)
from squaremile.residency.operations.companies import edit_company, edit_profile, open_record
from squaremile.residency.operations.departures import (
    clear_line,
    count_line,
    deduct,
    dispute_deduction,
    graduate,
    notify_exit,
    reopen_line,
    settle_deposit,
    sign_line,
    withdraw_exit,
)
from squaremile.residency.operations.gone import record_gone
from squaremile.residency.operations.leads import enquire, follow_up_lead, record_lead
from squaremile.residency.operations.members import change_member, hand_over, join, leave
from squaremile.residency.operations.mentors import (
    add_mentor,
    book_hour,
    close_hour,
    give_hour_back,
    offer_hour,
    retire_mentor,
)
from squaremile.residency.operations.milestones import pass_milestones, propose_milestone, settle_milestone
from squaremile.residency.operations.passes import issue_pass, take_back_pass
from squaremile.residency.operations.people_terms import set_emergency_contact, set_people_terms
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
    "begin_company_checklist",
    "book_hour",
    "book_tour",
    "cancel_tour",
    "cancel_tour_by_letter",
    "change_member",
    "clear_line",
    "close_hour",
    "close_tour_slot",
    "count_line",
    "declare_checklist",
    "deduct",
    "dispute_deduction",
    "edit_company",
    "edit_profile",
    "enquire",
    "follow_up_lead",
    "give_hour_back",
    "give_notice",
    "graduate",
    "hand_over",
    "hold_evaluation",
    "issue_pass",
    "join",
    "leave",
    "look_at_profile",
    "move_in",
    "notify_exit",
    "offer_hour",
    "open_record",
    "open_tour_slot",
    "pass_milestones",
    "propose_milestone",
    "record_gone",
    "record_lead",
    "record_tour",
    "remind_of_evaluations",
    "remind_of_leads",
    "reopen_entry",
    "reopen_line",
    "retire_mentor",
    "set_emergency_contact",
    "set_people_terms",
    "set_stay_terms",
    "settle_deposit",
    "settle_milestone",
    "settle_notice",
    "sign_line",
    "sign_off",
    "sign_sponsor",
    "take_back_pass",
    "use_entitlement",
    "waive_entry",
    "withdraw_exit",
]
