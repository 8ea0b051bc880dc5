"""Who of the staff does liaison work now: for choosing a director."""

from squaremile.core.reads.staff import StaffMember, holding

ROLES = ("site_director", "programme")


def everyone() -> list[StaffMember]:
    """Liaison staff who hold the role now, by name."""
    return holding(ROLES)
