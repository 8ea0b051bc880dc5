"""Who stands before a minibar: this is what gates of `stores.open_door` are asked about."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AtDoor:
    """`person` opens it, and the company pays."""

    organisation: UUID
    person: UUID | None
