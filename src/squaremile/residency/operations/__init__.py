"""What residency does. Importing this package registers every operation."""

from squaremile.residency.operations.amending import propose_amendment, withdraw_amendment
from squaremile.residency.operations.answers import add_answer_file, remove_answer_file, save_answer
from squaremile.residency.operations.assigning import assign_reviewer, assign_reviewers
from squaremile.residency.operations.beginning import begin_application, begin_own_application
from squaremile.residency.operations.calls import close_call, draft_call, edit_call, open_call
from squaremile.residency.operations.checklists import (
    begin_company_checklist,
    declare_checklist,
    reopen_entry,
    sign_off,
    waive_entry,
)
from squaremile.residency.operations.companies import edit_company, edit_profile, open_record
from squaremile.residency.operations.competition import check_competition, name_competitor, settle_competition
from squaremile.residency.operations.decisions import (
    decide_application,
    promote_application,
    send_letters,
    tell_decision,
)
from squaremile.residency.operations.departures import (
    clear_line,
    count_line,
    deduct,
    dispute_deduction,
    graduate,
    notify_exit,
    recount_line,
    reopen_line,
    settle_deposit,
    sign_line,
    withdraw_exit,
)
from squaremile.residency.operations.editors import invite_editor, remove_editor
from squaremile.residency.operations.feasibility import judge_feasibility
from squaremile.residency.operations.forecast import begin_record, set_forecast_price
from squaremile.residency.operations.forms import import_form
from squaremile.residency.operations.gone import record_gone
from squaremile.residency.operations.handing_in import submit_application, withdraw_application
from squaremile.residency.operations.heads import tell_all_heads
from squaremile.residency.operations.impact import freeze_impact_report, publish_impact_report
from squaremile.residency.operations.insured import remind_of_insurance
from squaremile.residency.operations.leads import enquire, follow_up_lead, record_lead
from squaremile.residency.operations.licences import end_licence, record_deposit, record_insurance, start_licence
from squaremile.residency.operations.members import change_member, hand_over, join, leave
from squaremile.residency.operations.mentors import (
    add_mentor,
    book_hour,
    close_hour,
    give_hour_back,
    offer_hour,
    retire_mentor,
)
from squaremile.residency.operations.merging import merge_own_places
from squaremile.residency.operations.milestones import pass_milestones, propose_milestone, settle_milestone
from squaremile.residency.operations.moves import cancel_move, carry_out_move, carry_out_moves, plan_move
from squaremile.residency.operations.moves_unsigned import keep_unsigned_moves
from squaremile.residency.operations.needs import set_area_limits, set_neighbour, set_space_need
from squaremile.residency.operations.offers import (
    answer_offer,
    extend_offer,
    lapse_offers,
    make_offer,
    withdraw_offer,
)
from squaremile.residency.operations.outcomes import correct_outcome, record_outcome, withdraw_outcome
from squaremile.residency.operations.owed import settle_owed
from squaremile.residency.operations.passes import issue_pass, take_back_pass
from squaremile.residency.operations.people_terms import set_emergency_contact, set_people_terms
from squaremile.residency.operations.pitch_letters import send_pitch_invitations
from squaremile.residency.operations.pitch_times import Away, say_pitch_times
from squaremile.residency.operations.pitches import cancel_pitch_sitting, open_pitch_sitting, place_pitch, plan_pitches
from squaremile.residency.operations.plans import accept_space_plan, ask_space_plan, draw_space_plan
from squaremile.residency.operations.prices import publish_prices
from squaremile.residency.operations.reminders import remind_of_leads
from squaremile.residency.operations.renewing import invite_mentor, invite_sponsor, renew_keys
from squaremile.residency.operations.reviewers import add_reviewer, edit_reviewer, invite_reviewer
from squaremile.residency.operations.reviewing import declare_conflict, record_conflict, save_review, submit_review
from squaremile.residency.operations.rounds import close_round, draft_round, open_round
from squaremile.residency.operations.running import end_terminated, give_licence_notice, run_licences
from squaremile.residency.operations.screening import pass_to_review, return_application, screen_application
from squaremile.residency.operations.sealing import seal_documents
from squaremile.residency.operations.signing import sign_licence
from squaremile.residency.operations.space_requests import answer_space_request, ask_for_space, withdraw_space_request
from squaremile.residency.operations.sponsors import add_sponsor, look_at_profile, sign_sponsor, use_entitlement
from squaremile.residency.operations.stays import hold_evaluation, move_in, remind_of_evaluations, set_stay_terms
from squaremile.residency.operations.surveys import (
    answer_outcome_survey,
    ask_outcome_survey,
    open_outcome_survey,
    remind_outcome_survey,
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
from squaremile.residency.operations.voiding import heed_sign_by, void_licence

__all__ = [
    "Away",
    "accept_space_plan",
    "add_answer_file",
    "add_mentor",
    "add_reviewer",
    "add_sponsor",
    "answer_offer",
    "answer_outcome_survey",
    "answer_space_request",
    "ask_for_space",
    "ask_outcome_survey",
    "ask_space_plan",
    "assign_reviewer",
    "assign_reviewers",
    "begin_application",
    "begin_company_checklist",
    "begin_own_application",
    "begin_record",
    "book_hour",
    "book_tour",
    "cancel_move",
    "cancel_pitch_sitting",
    "cancel_tour",
    "cancel_tour_by_letter",
    "carry_out_move",
    "carry_out_moves",
    "change_member",
    "check_competition",
    "clear_line",
    "close_call",
    "close_hour",
    "close_round",
    "close_tour_slot",
    "correct_outcome",
    "count_line",
    "decide_application",
    "declare_checklist",
    "declare_conflict",
    "deduct",
    "dispute_deduction",
    "draft_call",
    "draft_round",
    "draw_space_plan",
    "edit_call",
    "edit_company",
    "edit_profile",
    "edit_reviewer",
    "end_licence",
    "end_terminated",
    "enquire",
    "extend_offer",
    "follow_up_lead",
    "freeze_impact_report",
    "give_hour_back",
    "give_licence_notice",
    "give_notice",
    "graduate",
    "hand_over",
    "heed_sign_by",
    "hold_evaluation",
    "import_form",
    "invite_editor",
    "invite_mentor",
    "invite_reviewer",
    "invite_sponsor",
    "issue_pass",
    "join",
    "judge_feasibility",
    "keep_unsigned_moves",
    "lapse_offers",
    "leave",
    "look_at_profile",
    "make_offer",
    "merge_own_places",
    "move_in",
    "name_competitor",
    "notify_exit",
    "offer_hour",
    "open_call",
    "open_outcome_survey",
    "open_pitch_sitting",
    "open_record",
    "open_round",
    "open_tour_slot",
    "pass_milestones",
    "pass_to_review",
    "place_pitch",
    "plan_move",
    "plan_pitches",
    "promote_application",
    "propose_amendment",
    "propose_milestone",
    "publish_impact_report",
    "publish_prices",
    "record_conflict",
    "record_deposit",
    "record_gone",
    "record_insurance",
    "record_lead",
    "record_outcome",
    "record_tour",
    "recount_line",
    "remind_of_evaluations",
    "remind_of_insurance",
    "remind_of_leads",
    "remind_outcome_survey",
    "remove_answer_file",
    "remove_editor",
    "renew_keys",
    "reopen_entry",
    "reopen_line",
    "retire_mentor",
    "return_application",
    "run_licences",
    "save_answer",
    "save_review",
    "say_pitch_times",
    "screen_application",
    "seal_documents",
    "send_letters",
    "send_pitch_invitations",
    "set_area_limits",
    "set_emergency_contact",
    "set_forecast_price",
    "set_neighbour",
    "set_people_terms",
    "set_space_need",
    "set_stay_terms",
    "settle_competition",
    "settle_deposit",
    "settle_milestone",
    "settle_notice",
    "settle_owed",
    "sign_licence",
    "sign_line",
    "sign_off",
    "sign_sponsor",
    "start_licence",
    "submit_application",
    "submit_review",
    "take_back_pass",
    "tell_all_heads",
    "tell_decision",
    "use_entitlement",
    "void_licence",
    "waive_entry",
    "withdraw_amendment",
    "withdraw_application",
    "withdraw_exit",
    "withdraw_offer",
    "withdraw_outcome",
    "withdraw_space_request",
]
