"""What the network does. Importing this package registers every operation."""

from squaremile.network.operations.agreement_clocks import answer_clock, set_clock
from squaremile.network.operations.agreement_papers import add_paper, record_check
from squaremile.network.operations.agreement_parties import add_party, add_signatory, remove_party
from squaremile.network.operations.agreement_steps import advance_agreement, end_agreement, renew_agreement
from squaremile.network.operations.agreement_summaries import publish_agreement, unpublish_agreement
from squaremile.network.operations.agreements import draft_agreement, edit_agreement
from squaremile.network.operations.approaches import (
    answer_by_letter,
    answer_introduction,
    approve_introduction,
    ask_again,
    rate_introduction,
    record_answer,
)
from squaremile.network.operations.commitments import add_commitment, record_commitment
from squaremile.network.operations.events import add_event, edit_event, invite_to_event, set_event_state
from squaremile.network.operations.figures import publish_figures
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
from squaremile.network.operations.labs import add_lab
from squaremile.network.operations.late_promises import remind_of_promises
from squaremile.network.operations.letters import send_letters
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
from squaremile.network.operations.partnering import (
    edit_profile,
    register_participant,
    set_availability,
    set_up_partnering,
    withdraw_participant,
)
from squaremile.network.operations.partners import add_partner
from squaremile.network.operations.people import add_person
from squaremile.network.operations.promises import break_promise, keep_promise, make_promise, withdraw_promise
from squaremile.network.operations.renewals import remind_of_renewals
from squaremile.network.operations.requests import accept_request, decline_request, request_meeting, withdraw_request
from squaremile.network.operations.seats import cancel_rsvp, check_in, rsvp, undo_check_in
from squaremile.network.operations.tiers import add_tier, edit_tier
from squaremile.network.operations.timetable import plan_meetings, remind_of_events

__all__ = [
    "accept_request", "add_activity_kind", "add_commitment", "add_event", "add_lab", "add_paper", "add_partner",
    "add_party", "add_person", "add_signatory", "add_tier", "admit_member", "advance_agreement", "agree_step",
    "answer_by_letter", "answer_clock", "answer_introduction", "approve_introduction", "ask_again", "assign_director",
    "break_promise", "cancel_meeting", "cancel_rsvp", "check_in", "close_incentive_year", "close_introduction",
    "credit_activity", "decline_request", "draft_agreement", "edit_activity_kind", "edit_agreement", "edit_contacts",
    "edit_event", "edit_interaction", "edit_profile", "edit_tier", "end_agreement", "end_membership", "finish_step",
    "invite_to_event", "keep_promise", "log_interaction", "make_promise", "plan_meetings", "publish_agreement",
    "publish_figures", "rate_introduction", "rate_meeting", "record_answer", "record_check", "record_commitment",
    "record_introduction_met", "record_meeting", "refuse_introduction", "register_participant", "remind_of_events",
    "remind_of_promises", "remind_of_renewals", "remove_party", "renew_agreement", "renew_membership",
    "request_introduction", "request_meeting", "reverse_credit", "rsvp", "schedule_meeting", "send_letters",
    "set_availability", "set_clock", "set_event_state", "set_up_partnering", "undo_check_in", "unpublish_agreement",
    "withdraw_introduction", "withdraw_participant", "withdraw_promise", "withdraw_request",
]  # fmt: skip
