"""The admins of a company, written to where nobody writes its applications by a key."""

from uuid import UUID

from squaremile.core import notices
from squaremile.core.reads import people
from squaremile.kernel.words import Text


def write_admins(company: UUID, subject: Text, body: Text, origin: str) -> None:
    """A letter to each, once."""
    letter = notices.Letter(subject=subject, body=body, about_bookings=False)
    notices.write(people.admins(company), "", origin, letter, about=company)
