"""What the network does. Importing this package registers every operation."""

from squaremile.network.operations.agenda_visits import carry_agenda
from squaremile.network.operations.agendas import (
    add_agenda_person,
    add_agenda_subject,
    agree_agenda,
    draft_agenda,
    drop_agenda_subject,
)
from squaremile.network.operations.agreement_clocks import answer_clock, set_clock
from squaremile.network.operations.agreement_papers import add_paper, record_check
from squaremile.network.operations.agreement_parties import add_party, add_signatory, remove_party
from squaremile.network.operations.agreement_steps import advance_agreement, end_agreement, renew_agreement
from squaremile.network.operations.agreement_summaries import publish_agreement, unpublish_agreement
from squaremile.network.operations.agreement_terms import give_notice, renew_by_clause
from squaremile.network.operations.agreements import draft_agreement, edit_agreement
from squaremile.network.operations.approaches import (
    answer_by_letter,
    answer_introduction,
    approve_introduction,
    ask_again,
    rate_introduction,
    record_answer,
)
from squaremile.network.operations.claims import claim_profile, decline_claim, grant_claim
from squaremile.network.operations.commitments import add_commitment, record_commitment
from squaremile.network.operations.concepts import add_concept, edit_concept
from squaremile.network.operations.delegation_approvals import (
    add_approver,
    decide_delegation,
    set_budget_line,
    submit_delegation,
)
from squaremile.network.operations.delegation_members import add_member, remove_member, screen_member
from squaremile.network.operations.delegations import (
    add_delegation,
    begin_delegation,
    cancel_delegation,
    close_delegation,
    edit_delegation,
    report_delegation,
)
from squaremile.network.operations.duplicates import find_duplicates
from squaremile.network.operations.entries import hide_entry, show_entry
from squaremile.network.operations.events import add_event, edit_event, invite_to_event, set_event_state
from squaremile.network.operations.figures import publish_figures
from squaremile.network.operations.glossary import add_term, edit_term, retire_term
from squaremile.network.operations.incentives import (
    add_activity_kind,
    close_incentive_year,
    credit_activity,
    edit_activity_kind,
    reverse_credit,
)
from squaremile.network.operations.interactions import edit_interaction, log_interaction
from squaremile.network.operations.introductions import (
    close_introduction,
    record_introduction_met,
    refuse_introduction,
    request_introduction,
    withdraw_introduction,
)
from squaremile.network.operations.labs import add_lab, edit_lab
from squaremile.network.operations.late_promises import remind_of_promises
from squaremile.network.operations.letters import send_letters
from squaremile.network.operations.long_lists import move_on_long_list, put_on_long_list, take_off_long_list
from squaremile.network.operations.matches import judge_match
from squaremile.network.operations.meetings import (
    agree_step,
    cancel_meeting,
    finish_step,
    rate_meeting,
    record_meeting,
    schedule_meeting,
)
from squaremile.network.operations.memberships import (
    admit_member,
    assign_director,
    edit_contacts,
    end_membership,
    renew_membership,
)
from squaremile.network.operations.merging import keep_apart, merge_duplicate, undo_merge
from squaremile.network.operations.needs import edit_need, list_need, submit_need, unlist_need
from squaremile.network.operations.own_profile import correct_profile, give_consent, withdraw_consent
from squaremile.network.operations.partnering import (
    edit_profile,
    register_participant,
    set_availability,
    set_up_partnering,
    withdraw_participant,
)
from squaremile.network.operations.partners import add_partner, edit_partner
from squaremile.network.operations.people import add_person, edit_person
from squaremile.network.operations.pipeline import assign_need, close_need, move_need, open_need, withdraw_need
from squaremile.network.operations.promises import break_promise, keep_promise, make_promise, withdraw_promise
from squaremile.network.operations.publications import Author, add_publication, edit_publication, link_author
from squaremile.network.operations.renewals import remind_of_renewals
from squaremile.network.operations.requests import accept_request, decline_request, request_meeting, withdraw_request
from squaremile.network.operations.research_projects import add_research_project, edit_research_project
from squaremile.network.operations.searches import drop_search, mark_answers_seen, save_search
from squaremile.network.operations.seats import cancel_rsvp, check_in, rsvp, undo_check_in
from squaremile.network.operations.short_lists import drop_list, put_on_list, start_list, take_off_list
from squaremile.network.operations.soft_checks import ask_softly, record_soft_answer
from squaremile.network.operations.technologies import add_technology, confirm_technology, edit_technology
from squaremile.network.operations.tiers import add_tier, edit_tier
from squaremile.network.operations.timetable import ask_for_timetable, plan_meetings, remind_of_events
from squaremile.network.operations.visit_days import Planned, RanLate, plan_itinerary, run_late
from squaremile.network.operations.visit_papers import make_document, set_visit_clock, tick_clock
from squaremile.network.operations.visit_parties import (
    add_visit_party,
    choose_attendance,
    join_visit_party,
    leave_visit_party,
    remove_visit_party,
)
from squaremile.network.operations.visit_stops import (
    add_stop,
    add_visit_promise,
    edit_stop,
    keep_visit_promise,
    move_stop,
    record_visit_minutes,
    remove_stop,
)
from squaremile.network.operations.visit_wishes import (
    add_visit_place,
    add_window,
    add_wish,
    clear_windows,
    drop_wish,
    edit_wish,
    set_visit_way,
)

__all__ = [
    "Author", "Planned", "RanLate", "accept_request", "add_activity_kind", "add_agenda_person", "add_agenda_subject",
    "add_approver", "add_commitment", "add_concept", "add_delegation", "add_event", "add_lab", "add_member",
    "add_paper", "add_partner", "add_party", "add_person", "add_publication", "add_research_project", "add_signatory",
    "add_stop", "add_technology", "add_term", "add_tier", "add_visit_party", "add_visit_place", "add_visit_promise",
    "add_window", "add_wish", "admit_member", "advance_agreement", "agree_agenda", "agree_step", "answer_by_letter",
    "answer_clock", "answer_introduction", "approve_introduction", "ask_again", "ask_for_timetable", "ask_softly",
    "assign_director", "assign_need", "begin_delegation", "break_promise", "cancel_delegation", "cancel_meeting",
    "cancel_rsvp", "carry_agenda", "check_in", "choose_attendance", "claim_profile", "clear_windows",
    "close_delegation", "close_incentive_year", "close_introduction", "close_need", "confirm_technology",
    "correct_profile", "credit_activity", "decide_delegation", "decline_claim", "decline_request", "draft_agenda",
    "draft_agreement", "drop_agenda_subject", "drop_list", "drop_search", "drop_wish", "edit_activity_kind",
    "edit_agreement", "edit_concept", "edit_contacts", "edit_delegation", "edit_event", "edit_interaction", "edit_lab",
    "edit_need", "edit_partner", "edit_person", "edit_profile", "edit_publication", "edit_research_project",
    "edit_stop", "edit_technology", "edit_term", "edit_tier", "edit_wish", "end_agreement", "end_membership",
    "find_duplicates", "finish_step", "give_consent", "give_notice", "grant_claim", "hide_entry", "invite_to_event",
    "join_visit_party", "judge_match", "keep_apart", "keep_promise", "keep_visit_promise", "leave_visit_party",
    "link_author", "list_need", "log_interaction", "make_document", "make_promise", "mark_answers_seen",
    "merge_duplicate", "move_need", "move_on_long_list", "move_stop", "open_need", "plan_itinerary", "plan_meetings",
    "publish_agreement", "publish_figures", "put_on_list", "put_on_long_list", "rate_introduction", "rate_meeting",
    "record_answer", "record_check", "record_commitment", "record_introduction_met", "record_meeting",
    "record_soft_answer", "record_visit_minutes", "refuse_introduction", "register_participant", "remind_of_events",
    "remind_of_promises", "remind_of_renewals", "remove_member", "remove_party", "remove_stop", "remove_visit_party",
    "renew_agreement", "renew_by_clause", "renew_membership", "report_delegation", "request_introduction",
    "request_meeting", "retire_term", "reverse_credit", "rsvp", "run_late", "save_search", "schedule_meeting",
    "screen_member", "send_letters", "set_availability", "set_budget_line", "set_clock", "set_event_state",
    "set_up_partnering", "set_visit_clock", "set_visit_way", "show_entry", "start_list", "submit_delegation",
    "submit_need", "take_off_list", "take_off_long_list", "tick_clock", "undo_check_in", "undo_merge", "unlist_need",
    "unpublish_agreement", "withdraw_consent", "withdraw_introduction", "withdraw_need", "withdraw_participant",
    "withdraw_promise", "withdraw_request",
]  # fmt: skip
