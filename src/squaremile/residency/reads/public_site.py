"""What the public site says of residency: calls that can be answered, and companies that chose to be listed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from squaremile.kernel import clock
from squaremile.kernel.words import Text, both
from squaremile.residency.models import Call


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A call that can be answered now. `closes_at` is None for one that is always open."""

    code: str
    title: Text
    says: Text
    opens_at: datetime
    closes_at: datetime | None


def open_calls() -> list[OpenCall]:
    """Those that are open at this moment, the one that closes first at the top."""
    now = clock.now()
    found = Call.objects.filter(Q(closes_at=None) | Q(closes_at__gt=now), state="open", opens_at__lte=now)
    rows = [
        OpenCall(c.code, both(c.title_ko, c.title_en), both(c.says_ko, c.says_en), c.opens_at, c.closes_at) for c in found
    ]
    return sorted(rows, key=lambda row: (row.closes_at is None, row.closes_at or row.opens_at, row.code))
