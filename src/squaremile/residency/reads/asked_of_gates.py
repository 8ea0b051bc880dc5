"""What residency asks others' gates about: a company that moves in or gets a badge, and a row that is to be signed off."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Moving:
    """`thing` is `licence` or `access`; `places` are those the company moves into."""

    thing: str
    organisation: UUID
    places: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Settling:
    """A row of a checklist, by the code of its item."""

    item: str
    organisation: UUID
