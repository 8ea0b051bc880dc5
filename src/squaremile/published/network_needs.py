"""What needs tell others."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NeedChanged:
    """A need was handed in, written anew, listed, unlisted, or went a step along its way."""

    need: UUID
    code: str
