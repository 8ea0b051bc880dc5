"""What the network does. Importing this package registers every operation."""

from squaremile.network.operations.approaches import (
    answer_by_letter,
    answer_introduction,
    approve_introduction,
    ask_again,
    rate_introduction,
    record_answer,
)
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
from squaremile.network.operations.memberships import (
    admit_member,
    assign_director,
    edit_contacts,
    end_membership,
    renew_membership,
)
from squaremile.network.operations.partners import add_partner
from squaremile.network.operations.people import add_person
from squaremile.network.operations.promises import break_promise, keep_promise, make_promise, withdraw_promise
from squaremile.network.operations.renewals import remind_of_renewals
from squaremile.network.operations.tiers import add_tier, edit_tier

__all__ = [
    "add_activity_kind",
    "add_lab",
    "add_partner",
    "add_person",
    "add_tier",
    "admit_member",
    "answer_by_letter",
    "answer_introduction",
    "approve_introduction",
    "ask_again",
    "assign_director",
    "break_promise",
    "close_incentive_year",
    "close_introduction",
    "credit_activity",
    "edit_activity_kind",
    "edit_contacts",
    "edit_interaction",
    "edit_tier",
    "end_membership",
    "keep_promise",
    "log_interaction",
    "make_promise",
    "rate_introduction",
    "record_answer",
    "record_introduction_met",
    "refuse_introduction",
    "remind_of_promises",
    "remind_of_renewals",
    "renew_membership",
    "request_introduction",
    "reverse_credit",
    "send_letters",
    "withdraw_introduction",
    "withdraw_promise",
]
