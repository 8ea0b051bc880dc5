"""What booking does, by verb family. Importing this package registers every operation."""

from squaremile.booking.operations.catalogue import add_class, add_equipment, add_kind, add_rules, link
from squaremile.booking.operations.change import cancel, move, shorten
from squaremile.booking.operations.qualify import qualify, withdraw_qualification
from squaremile.booking.operations.reserve import reserve
from squaremile.booking.operations.use import end_session, start_session

__all__ = [
    "add_class", "add_equipment", "add_kind", "add_rules", "cancel", "end_session", "link", "move", "qualify",
    "reserve", "shorten", "start_session", "withdraw_qualification",
]
