"""What core tells others."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class MembershipEnded:
    """Nothing binds the person to the organisation any more: her last role there was ended, or ran out.

    She may have come back before this is heard: whoever acts on it asks again.
    """

    person: UUID
    organisation: UUID
    at: datetime
