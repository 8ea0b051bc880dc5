"""What residency does. Importing this package registers every operation."""

from squaremile.residency.operations.answers import add_answer_file, remove_answer_file, save_answer
from squaremile.residency.operations.assigning import assign_reviewer, assign_reviewers
from squaremile.residency.operations.beginning import begin_application, begin_own_application
from squaremile.residency.operations.calls import close_call, draft_call, edit_call, open_call
from squaremile.residency.operations.companies import edit_company, edit_profile, open_record
from squaremile.residency.operations.competition import (
    check_competition,
    name_competitor,
    settle_competition,
)
from squaremile.residency.operations.decisions import (
    decide_application,
    send_letters,
    tell_decision,
)
from squaremile.residency.operations.editors import invite_editor, remove_editor
from squaremile.residency.operations.feasibility import judge_feasibility
from squaremile.residency.operations.forms import import_form
from squaremile.residency.operations.handing_in import submit_application, withdraw_application
from squaremile.residency.operations.leads import enquire, follow_up_lead, record_lead
from squaremile.residency.operations.mentors import (
    add_mentor,
    book_hour,
    close_hour,
    give_hour_back,
    offer_hour,
    retire_mentor,
)
from squaremile.residency.operations.milestones import (
    pass_milestones,
    propose_milestone,
    settle_milestone,
)
from squaremile.residency.operations.reminders import remind_of_leads
from squaremile.residency.operations.reviewers import add_reviewer, edit_reviewer, invite_reviewer
from squaremile.residency.operations.reviewing import (
    declare_conflict,
    record_conflict,
    save_review,
    submit_review,
)
from squaremile.residency.operations.rounds import close_round, draft_round, open_round
from squaremile.residency.operations.screening import (
    pass_to_review,
    return_application,
    screen_application,
)
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
    "add_answer_file",
    "add_mentor",
    "add_reviewer",
    "add_sponsor",
    "assign_reviewer",
    "assign_reviewers",
    "begin_application",
    "begin_own_application",
    "book_hour",
    "book_tour",
    "cancel_tour",
    "cancel_tour_by_letter",
    "check_competition",
    "close_call",
    "close_hour",
    "close_round",
    "close_tour_slot",
    "decide_application",
    "declare_conflict",
    "draft_call",
    "draft_round",
    "edit_call",
    "edit_company",
    "edit_profile",
    "edit_reviewer",
    "enquire",
    "follow_up_lead",
    "give_hour_back",
    "give_notice",
    "hold_evaluation",
    "import_form",
    "invite_editor",
    "invite_reviewer",
    "judge_feasibility",
    "look_at_profile",
    "move_in",
    "name_competitor",
    "offer_hour",
    "open_call",
    "open_record",
    "open_round",
    "open_tour_slot",
    "pass_milestones",
    "pass_to_review",
    "propose_milestone",
    "record_conflict",
    "record_lead",
    "record_tour",
    "remind_of_evaluations",
    "remind_of_leads",
    "remove_answer_file",
    "remove_editor",
    "retire_mentor",
    "return_application",
    "save_answer",
    "save_review",
    "screen_application",
    "send_letters",
    "set_stay_terms",
    "settle_competition",
    "settle_milestone",
    "settle_notice",
    "sign_sponsor",
    "submit_application",
    "submit_review",
    "tell_decision",
    "use_entitlement",
    "withdraw_application",
]
