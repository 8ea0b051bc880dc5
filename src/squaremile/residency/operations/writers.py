"""Who writes a company's applications, to be written to: by their keys from outside, or as admins with accounts."""

from uuid import UUID

from squaremile.core import door_keys, notices
from squaremile.core.models import DoorKey
from squaremile.core.reads import people
from squaremile.kernel.words import Text


def writers(company: UUID) -> list[DoorKey]:
    """The newest key of each address that may write for it. One that has run out still says whom to write to, unless the
    company has admins with accounts; one that was withdrawn does not."""
    standing = [key for key in door_keys.standing(holder=company) if key.kind == "applicant"]
    return standing or ([] if people.admins(company) else door_keys.latest(kind="applicant", holder=company))


def write_admins(company: UUID, subject: Text, body: Text, origin: str) -> None:
    """Where nobody writes by a key: a letter to its admins, once."""
    letter = notices.Letter(subject=subject, body=body, about_bookings=False)
    notices.write(people.admins(company), "", origin, letter, about=company)
