"""Tables of booking, one noun a file."""

from squaremile.booking.models.equipment import Equipment, EquipmentClass, EquipmentKind, Link, Manual
from squaremile.booking.models.fault import Fault, FaultReport
from squaremile.booking.models.qualification import Qualification
from squaremile.booking.models.reservation import Reservation, ReservationDetail, ReservationTransition
from squaremile.booking.models.rules import BookingRules, OpeningHours, Quota
from squaremile.booking.models.session import Session

__all__ = [
    "BookingRules",
    "Equipment",
    "EquipmentClass",
    "EquipmentKind",
    "Fault",
    "FaultReport",
    "Link",
    "Manual",
    "OpeningHours",
    "Qualification",
    "Quota",
    "Reservation",
    "ReservationDetail",
    "ReservationTransition",
    "Session",
]
