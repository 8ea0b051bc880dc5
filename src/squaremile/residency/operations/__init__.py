"""What residency does. Importing this package registers every operation."""

from squaremile.residency.operations.answers import add_answer_file, remove_answer_file, save_answer
from squaremile.residency.operations.beginning import begin_application, begin_own_application
from squaremile.residency.operations.calls import close_call, draft_call, edit_call, open_call
from squaremile.residency.operations.companies import edit_company, edit_profile, open_record
from squaremile.residency.operations.competition import (
    check_competition,
    name_competitor,
    settle_competition,
)
from squaremile.residency.operations.editors import invite_editor, remove_editor
from squaremile.residency.operations.feasibility import judge_feasibility
from squaremile.residency.operations.forms import import_form
from squaremile.residency.operations.handing_in import submit_application, withdraw_application
from squaremile.residency.operations.leads import enquire, follow_up_lead, record_lead
from squaremile.residency.operations.reminders import remind_of_leads
from squaremile.residency.operations.screening import (
    pass_to_review,
    return_application,
    screen_application,
)
from squaremile.residency.operations.tours import (
    book_tour,
    cancel_tour,
    cancel_tour_by_letter,
    close_tour_slot,
    open_tour_slot,
    record_tour,
)

__all__ = [
    "add_answer_file",
    "begin_application",
    "begin_own_application",
    "book_tour",
    "cancel_tour",
    "cancel_tour_by_letter",
    "check_competition",
    "close_call",
    "close_tour_slot",
    "draft_call",
    "edit_call",
    "edit_company",
    "edit_profile",
    "enquire",
    "follow_up_lead",
    "import_form",
    "invite_editor",
    "judge_feasibility",
    "name_competitor",
    "open_call",
    "open_record",
    "open_tour_slot",
    "pass_to_review",
    "record_lead",
    "record_tour",
    "remind_of_leads",
    "remove_answer_file",
    "remove_editor",
    "return_application",
    "save_answer",
    "screen_application",
    "settle_competition",
    "submit_application",
    "withdraw_application",
]
