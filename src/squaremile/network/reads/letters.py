"""What the link in a letter to an expert opens, for the sign-in machinery (the `auth` scope)."""

from dataclasses import dataclass
from datetime import datetime

from squaremile.core.entering import secret_hash
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.words import Text
from squaremile.network.models import Approach
from squaremile.network.words import liaison as words


def open_by(secret: str) -> Approach:
    """The question that the secret opens. Raises `network.letter_spent`, whatever the reason."""
    found = (
        Approach.objects.select_related("introduction")
        .filter(secret_hash=secret_hash(secret), answered_at=None, expires_at__gt=clock.now(), introduction__state="asked")
        .first()
    )
    if found is None:
        raise Refused(words.LETTER_SPENT)
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """What she is asked. `requester` is empty while it is anonymous."""

    name: Text
    requester: Text | None
    message: Text
    until: datetime | None


def asked(secret: str) -> Asked:
    """As the page behind the link shows it."""
    found = open_by(secret)
    message = found.introduction
    return Asked(
        Text(ko=found.name_ko or found.name_en, en=found.name_en or found.name_ko),
        Text(ko=found.requester_ko, en=found.requester_en) if found.requester_ko else None,
        Text(ko=message.message_ko or message.message_en, en=message.message_en or message.message_ko), found.expires_at,
    )
