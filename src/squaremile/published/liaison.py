"""What liaison work tells others."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class IntroductionStepped:
    """An introduction has reached a state. Who may know of it is said by the network's own reads."""

    introduction: UUID
    state: str
