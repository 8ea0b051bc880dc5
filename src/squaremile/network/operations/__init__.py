"""What the network does. Importing this package registers every operation."""

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
from squaremile.network.operations.labs import add_lab
from squaremile.network.operations.partners import add_partner
from squaremile.network.operations.people import add_person
from squaremile.network.operations.visit_days import Planned, RanLate, plan_itinerary, run_late
from squaremile.network.operations.visit_papers import make_document, set_visit_clock, tick_clock
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

__all__ = ["add_lab", "add_partner", "add_person"]
# Delegations and visit days.
__all__ += [
    "Planned", "RanLate", "add_approver", "add_delegation", "add_member", "add_stop", "add_visit_place", "add_visit_promise", "add_window",
    "add_wish", "begin_delegation", "cancel_delegation", "clear_windows", "close_delegation", "decide_delegation",
    "drop_wish", "edit_delegation", "edit_stop", "edit_wish", "keep_visit_promise", "make_document", "move_stop",
    "plan_itinerary", "record_visit_minutes", "remove_member", "remove_stop", "report_delegation", "run_late",
    "screen_member", "set_budget_line", "set_visit_clock", "set_visit_way", "submit_delegation", "tick_clock",
]
