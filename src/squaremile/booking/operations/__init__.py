"""What booking does, by verb family. Importing this package registers every operation."""

from squaremile.booking.operations.approve import approve, decline
from squaremile.booking.operations.assist import mark_assisted
from squaremile.booking.operations.catalogue import add_equipment, add_rules, link, unlink
from squaremile.booking.operations.change import cancel, move, shorten
from squaremile.booking.operations.equipment import edit_equipment, set_equipment_state
from squaremile.booking.operations.faults import describe_fault, report_fault, resolve_fault
from squaremile.booking.operations.forgotten import close_forgotten
from squaremile.booking.operations.history import record_reservation, record_session
from squaremile.booking.operations.history_bulk import Kept, record_reservations
from squaremile.booking.operations.kinds import add_class, add_kind, edit_class, edit_kind
from squaremile.booking.operations.leavers import hand_over, release_leaver
from squaremile.booking.operations.maintain import block, unblock
from squaremile.booking.operations.manuals import add_manual, remove_manual
from squaremile.booking.operations.qualify import qualify, withdraw_qualification
from squaremile.booking.operations.reserve import reserve
from squaremile.booking.operations.rules_of_use import edit_rules
from squaremile.booking.operations.series import SeriesDate, reserve_series
from squaremile.booking.operations.use import end_session, start_session

__all__ = [
    "Kept", "SeriesDate", "add_class", "add_equipment", "add_kind", "add_manual", "add_rules", "approve", "block",
    "cancel", "close_forgotten", "decline", "describe_fault", "edit_class", "edit_equipment", "edit_kind",
    "edit_rules", "end_session", "hand_over", "link", "mark_assisted", "move", "qualify", "record_reservation",
    "record_reservations", "record_session", "release_leaver", "remove_manual", "report_fault", "reserve",
    "reserve_series", "resolve_fault", "set_equipment_state", "shorten", "start_session", "unblock", "unlink",
    "withdraw_qualification",
]
