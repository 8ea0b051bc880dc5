"""What the network does. Importing this package registers every operation."""

from squaremile.network.operations.agreement_clocks import answer_clock, set_clock
from squaremile.network.operations.agreement_papers import add_paper, record_check
from squaremile.network.operations.agreement_parties import add_party, add_signatory, remove_party
from squaremile.network.operations.agreement_steps import advance_agreement, end_agreement, renew_agreement
from squaremile.network.operations.agreement_summaries import publish_agreement, unpublish_agreement
from squaremile.network.operations.agreements import draft_agreement, edit_agreement
from squaremile.network.operations.commitments import add_commitment, record_commitment
from squaremile.network.operations.figures import publish_figures
from squaremile.network.operations.labs import add_lab
from squaremile.network.operations.partners import add_partner
from squaremile.network.operations.people import add_person

__all__ = ["add_lab", "add_partner", "add_person"]
__all__ += [
    "add_commitment", "add_paper", "add_party", "add_signatory", "advance_agreement", "answer_clock", "draft_agreement",
    "edit_agreement", "end_agreement", "publish_agreement", "publish_figures", "record_check", "record_commitment",
    "remove_party", "renew_agreement", "set_clock", "unpublish_agreement",
]  # agreements

# Partnering events and the calendar.
from squaremile.network.operations.events import add_event, edit_event, invite_to_event, set_event_state
from squaremile.network.operations.meetings import (
    agree_step,
    cancel_meeting,
    finish_step,
    rate_meeting,
    record_meeting,
    schedule_meeting,
)
from squaremile.network.operations.partnering import (
    edit_profile,
    register_participant,
    set_availability,
    set_up_partnering,
    withdraw_participant,
)
from squaremile.network.operations.requests import accept_request, decline_request, request_meeting, withdraw_request
from squaremile.network.operations.seats import cancel_rsvp, check_in, rsvp, undo_check_in
from squaremile.network.operations.timetable import plan_meetings, remind_of_events

__all__ += [
    "accept_request", "add_event", "agree_step", "cancel_meeting", "cancel_rsvp", "check_in", "decline_request",
    "edit_event", "edit_profile", "finish_step", "invite_to_event", "plan_meetings", "rate_meeting", "record_meeting",
    "register_participant", "remind_of_events", "request_meeting", "rsvp", "schedule_meeting", "set_availability",
    "set_event_state", "set_up_partnering", "undo_check_in", "withdraw_participant", "withdraw_request",
]  # fmt: skip
